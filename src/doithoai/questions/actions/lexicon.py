"""Adding to the lexicon of the house, and switching what was added; all is compared anew."""

from django.db import IntegrityError, transaction

from doithoai.audit import clock
from doithoai.audit.actions import record
from doithoai.directory.models import User
from doithoai.questions.actions.comparing import compare_later
from doithoai.questions.models import LexiconEntry, SearchText, Side
from doithoai.questions.permissions import may_keep_lexicon
from doithoai.questions.rules.lexicon import Entry, entry_fault
from doithoai.workflow import Refused, require

TWICE = "Mục này đã có trong từ điển. Tìm mục đó trong danh sách, bật lại nếu đang tắt."


def add_entry(*, kind: str, left: str, right: str = "", by: User) -> LexiconEntry:
    """Put one entry in force. Raises Refused when it says nothing new or is not whole."""
    require(may_keep_lexicon(by))
    fault = entry_fault(Entry(kind, left, right))
    if fault:
        raise Refused(fault[1])
    try:
        return _add(kind, left, right, by)
    except IntegrityError:
        raise Refused(TWICE) from None


@transaction.atomic
def switch_entry(entry: LexiconEntry, *, on: bool, by: User) -> LexiconEntry:
    """Put an entry in force or out of it; one that already is so stays as it is."""
    require(may_keep_lexicon(by))
    entry = LexiconEntry.objects.select_for_update().get(pk=entry.pk)
    if entry.is_on == on:
        return entry
    entry.is_on, entry.set_by, entry.set_at = on, by, clock.now()
    entry.save()
    record("questions.switch_lexicon_entry", entry, by=by, after={"is_on": on})
    _compare_all_again()
    return entry


@transaction.atomic
def _add(kind: str, left: str, right: str, by: User) -> LexiconEntry:
    entry = LexiconEntry.objects.create(
        kind=kind, left=left, right=right, set_by=by, set_at=clock.now()
    )
    after = {"kind": entry.get_kind_display(), "left": left, "right": right}
    record("questions.add_lexicon_entry", entry, by=by, after=after)
    _compare_all_again()
    return entry


def _compare_all_again() -> None:
    SearchText.objects.filter(side=Side.QUESTION).update(version=0)
    compare_later()

"""The rows of a list read in the background: new, come before, or faulty."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice

from django.db import transaction
from django_tasks import task

from doithoai.audit import clock
from doithoai.audit.actions import record
from doithoai.directory.models import User
from doithoai.questions.actions.lists.claiming import Lost, claim, keep_going, lock_list, soon
from doithoai.questions.actions.lists.sending import MOST_ROWS
from doithoai.questions.models import ListRow, ReceivedList, RowVerdict
from doithoai.questions.queries import stored_fingerprints
from doithoai.questions.rules import LOOKS_AT, ListRowFacts, read_row
from doithoai.questions.states import LIST_TRANSITIONS, ListState
from doithoai.reading import Unreadable
from doithoai.reading.lists import open_list
from doithoai.workflow import Refused

BATCH = 250
NO_TEXT = "Chọn cột có nội dung câu hỏi, kiến nghị."
NO_ROWS = "Không có dòng nào dưới dòng tên cột. Chọn lại dòng tên cột hoặc tệp."
TOO_MANY = (
    f"Danh sách có hơn {MOST_ROWS:,} dòng. Tách thành nhiều tệp, mỗi tệp không quá "
    f"{MOST_ROWS:,} dòng, rồi tải lên lại."
).replace(",", ".", 1)


@transaction.atomic
def begin_reading(
    received: ReceivedList, *, head: int, fields: Mapping[str, int], version: int, by: User
) -> ReceivedList:
    """An official has said which column is what: read the rows in the background."""
    received = lock_list(received, version=version, by=by)
    if "text" not in fields:
        raise Refused(NO_TEXT)
    LIST_TRANSITIONS.move(received, to=ListState.READING)
    received.columns = {**received.columns, "head": head, "fields": dict(fields)}
    received.total = received.done = 0
    received.claimed_at, received.fault = None, ""
    received.rows.all().delete()
    received.save()
    record("questions.read_list", received, by=by, after={"fields": dict(fields)})
    soon(read_in_background, received.pk)
    return received


@task()
def read_in_background(key: int) -> None:
    """The worker's way in."""
    read_rows(key)


def read_rows(key: int) -> None:
    """Read every row of a list that waits for it; killed in the middle, it begins anew."""
    received = claim(key, ListState.READING)
    if received is None:
        return
    try:
        _read(received, _facts_of(received))
    except Unreadable as fault:
        _give_up(received, str(fault))
    except Lost:
        return


def _facts_of(received: ReceivedList) -> list[ListRowFacts]:
    content, columns = bytes(received.content), received.columns
    sheet = open_list(content, received.file_name, most_rows=MOST_ROWS + LOOKS_AT + 1)
    today = clock.today()
    rows = (
        read_row(number, cells, columns["fields"], today=today)
        for number, cells in enumerate(sheet.rows, start=1)
        if number > columns["head"]
    )
    facts = [row for row in rows if row]
    if not facts:
        raise Unreadable(NO_ROWS)
    if len(facts) > MOST_ROWS:
        raise Unreadable(TOO_MANY)
    return facts


@dataclass(slots=True)
class _Known:
    """What was said before: submissions of the conference, rows above in the same file."""

    stored: dict[str, int]
    rows: dict[str, int] = field(default_factory=dict)

    def row(self, received: ReceivedList, facts: ListRowFacts) -> ListRow:
        """The row with its verdict."""
        said = facts.fingerprint
        verdict = RowVerdict.NEW
        if facts.faults:
            verdict = RowVerdict.FAULTY
        elif said in self.stored or said in self.rows:
            verdict = RowVerdict.DUPLICATE
        row = ListRow(
            received_list=received,
            number=facts.number,
            values={**facts.values, "notes": list(facts.notes)},
            verdict=verdict,
            is_wanted=verdict == RowVerdict.NEW and not facts.is_doubtful,
            fault=" ".join(facts.faults),
            fingerprint=said,
            like_submission_id=self.stored.get(said) if said else None,
            like_row=self.rows.get(said) if said else None,
        )
        if said:
            self.rows.setdefault(said, facts.number)
        return row


def _read(received: ReceivedList, facts: Sequence[ListRowFacts]) -> None:
    known = _Known(stored_fingerprints(received.conference))
    with transaction.atomic():
        keep_going(received, 0)
        received.rows.all().delete()
        ReceivedList.objects.filter(pk=received.pk).update(total=len(facts))
    done = 0
    for batch in _batches(facts):
        with transaction.atomic():
            done += len(batch)
            keep_going(received, done)
            ListRow.objects.bulk_create(known.row(received, one) for one in batch)
    _close(received, ListState.READ)


def _batches(facts: Sequence[ListRowFacts]) -> Iterator[list[ListRowFacts]]:
    waiting = iter(facts)
    while batch := list(islice(waiting, BATCH)):
        yield batch


def _give_up(received: ReceivedList, fault: str) -> None:
    _close(received, ListState.UNREADABLE, fault)


@transaction.atomic
def _close(received: ReceivedList, state: str, fault: str = "") -> None:
    locked = ReceivedList.objects.select_for_update().get(pk=received.pk)
    if locked.state != ListState.READING or locked.claimed_at != received.claimed_at:
        return
    LIST_TRANSITIONS.move(locked, to=state)
    locked.fault, locked.claimed_at = fault, None
    if state == ListState.UNREADABLE:
        locked.content, locked.columns = b"", {}
    locked.version += 1
    locked.save()

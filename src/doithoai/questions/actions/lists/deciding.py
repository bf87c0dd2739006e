"""What an official decides of a list: which rows, take it, leave it, go on after a break."""

from collections.abc import Collection

from django.db import transaction

from doithoai.audit.actions import record
from doithoai.directory.models import User
from doithoai.questions.actions.lists.claiming import is_being_done, lock_list, soon
from doithoai.questions.actions.lists.reading import read_in_background
from doithoai.questions.actions.lists.taking import take_in_background
from doithoai.questions.models import ListRow, ReceivedList, RowVerdict
from doithoai.questions.permissions import may_see_sender
from doithoai.questions.states import LIST_TRANSITIONS, ListState
from doithoai.workflow import Refused, require

FAULTY = (
    "Còn {count} dòng có lỗi. Sửa trong tệp rồi tải lên lại, hoặc đánh dấu “Bỏ {count} dòng có "
    "lỗi, nhận các dòng còn lại”."
)
NOTHING = "Không có dòng nào để nhận. Đánh dấu dòng cần nhận, hoặc bỏ danh sách này."
NOT_READ = "Danh sách chưa đọc xong hoặc đã nhận. Tải lại trang để xem."
GOING_ON = "Việc đang chạy. Chờ thêm, trang tự cập nhật."


@transaction.atomic
def mark_rows(
    received: ReceivedList,
    *,
    shown: Collection[int],
    wanted: Collection[int],
    version: int,
    by: User,
) -> ReceivedList:
    """Of the rows shown (by number), these are to be taken; faulty ones never are."""
    received = _read_list(received, version=version, by=by)
    rows = received.rows.filter(number__in=shown).exclude(verdict=RowVerdict.FAULTY)
    rows.filter(number__in=wanted, is_wanted=False).update(is_wanted=True)
    rows.exclude(number__in=wanted).filter(is_wanted=True).update(is_wanted=False)
    received.save(update_fields=["version"])
    return received


@transaction.atomic
def begin_taking(
    received: ReceivedList, *, without_faulty: bool, version: int, by: User
) -> ReceivedList:
    """Take every wanted row in the background, all or none."""
    received = _read_list(received, version=version, by=by)
    faulty = received.rows.filter(verdict=RowVerdict.FAULTY).count()
    if faulty and not without_faulty:
        raise Refused(FAULTY.format(count=faulty))
    wanted = received.rows.filter(is_wanted=True).count()
    if not wanted:
        raise Refused(NOTHING)
    LIST_TRANSITIONS.move(received, to=ListState.TAKING)
    received.total, received.done = wanted, 0
    received.skips_faulty, received.taken_by = without_faulty, by
    received.claimed_at, received.fault = None, ""
    received.save()
    after = {"wanted": wanted, "faulty": faulty}
    record("questions.begin_taking_list", received, by=by, after=after)
    soon(take_in_background, received.pk)
    return received


@transaction.atomic
def drop_list(received: ReceivedList, *, version: int, by: User) -> ReceivedList:
    """Leave the list: its file and rows go, that it came stays."""
    received = lock_list(received, version=version, by=by)
    LIST_TRANSITIONS.move(received, to=ListState.DROPPED)
    received.rows.all().delete()
    received.content, received.columns = b"", {}
    received.claimed_at = None
    received.save()
    record("questions.drop_list", received, by=by)
    return received


@transaction.atomic
def resume(received: ReceivedList, *, version: int, by: User) -> ReceivedList:
    """Ask the worker again for a list whose work broke off."""
    received = lock_list(received, version=version, by=by)
    work = {ListState.READING: read_in_background, ListState.TAKING: take_in_background}
    if received.state not in work:
        raise Refused(NOT_READ)
    if is_being_done(received):
        raise Refused(GOING_ON)
    received.save(update_fields=["version"])
    record("questions.resume_list", received, by=by)
    soon(work[ListState(received.state)], received.pk)
    return received


@transaction.atomic
def show_faulty_rows(received: ReceivedList, *, by: User) -> list[ListRow]:
    """The rows to be mended, with who sent them, and keep that someone looked.

    Raises Refused when the list is taken or left: its file is gone.
    """
    require(may_see_sender(by, received.conference))
    if received.state != ListState.READ:
        raise Refused(NOT_READ)
    rows = list(received.rows.filter(verdict=RowVerdict.FAULTY).order_by("number"))
    record("questions.show_faulty_rows", received, by=by, after={"rows": len(rows)})
    return rows


def _read_list(received: ReceivedList, *, version: int, by: User) -> ReceivedList:
    received = lock_list(received, version=version, by=by)
    if received.state != ListState.READ:
        raise Refused(NOT_READ)
    return received

"""Seats of a line given to agencies that name people for them."""

from collections.abc import Iterable
from datetime import date

from django.db import transaction

from doithoai.audit.actions import changes, record
from doithoai.delegates.models import Allocation, QuotaLine
from doithoai.delegates.permissions import may_organise
from doithoai.delegates.queries import living_of
from doithoai.delegates.term import require_before_end
from doithoai.directory.models import Agency, User
from doithoai.planning.actions import include_agencies
from doithoai.workflow import Refused, require

STALE = "Có người vừa sửa phần phân bổ này. Tải lại trang, xem chỗ vừa sửa rồi làm tiếp."


@transaction.atomic
def allocate(
    line: QuotaLine,
    shares: Iterable[tuple[Agency, int]],
    *,
    due: date | None,
    note: str = "",
    by: User,
) -> list[Allocation]:
    """Give seats of a line to agencies; more than the line has is told by the table, not refused.

    Each agency gets a part in the conference, so that it finds its page.
    """
    line = QuotaLine.objects.select_for_update(of=("self",)).get(pk=line.pk)
    require(may_organise(by, line.conference))
    require_before_end(line.conference)
    shares = list(shares)
    if not shares:
        raise Refused("Chọn ít nhất một cơ quan.")
    if line.rows.exists():
        raise Refused(f"“{line}” là mục gồm nhiều dòng. Phân bổ từng dòng bên trong.")
    taken = set(line.allocations.values_list("agency_id", flat=True))
    double = next((agency for agency, _ in shares if agency.pk in taken), None)
    if double:
        raise Refused(f"{double} đã được phân bổ ở dòng này. Sửa số ở phần đã có.")
    include_agencies(line.conference, [agency for agency, _ in shares], by=by)
    made = [
        Allocation.objects.create(quota_line=line, agency=agency, seats=seats, due=due, note=note)
        for agency, seats in shares
    ]
    for one in made:
        after = {"agency": one.agency, "seats": one.seats, "due": due}
        record("delegates.allocate", one, by=by, after=after)
    return made


@transaction.atomic
def amend_allocation(
    allocation: Allocation, *, seats: int, due: date | None, note: str, version: int, by: User
) -> Allocation:
    """Give an agency more or fewer seats, another day, other words."""
    allocation = _locked(allocation, by=by)
    if allocation.version != version:
        raise Refused(STALE)
    named = living_of(allocation)
    if seats < named:
        raise Refused(
            f"Cơ quan đã cử {named} người. Rút bớt người trước, hoặc ghi từ {named} trở lên."
        )
    before, after = changes(allocation, {"seats": seats, "due": due, "note": note})
    allocation.seats, allocation.due, allocation.note = seats, due, note
    allocation.version += 1
    allocation.save()
    record("delegates.amend_allocation", allocation, by=by, before=before, after=after)
    return allocation


@transaction.atomic
def take_back(allocation: Allocation, *, by: User) -> None:
    """Take an agency's seats of a line back while it has named nobody."""
    allocation = _locked(allocation, by=by)
    named = living_of(allocation)
    if named:
        raise Refused(f"Cơ quan đã cử {named} người ở dòng này. Rút những người đó trước.")
    before = {"agency": allocation.agency, "seats": allocation.seats}
    record("delegates.take_back", allocation, by=by, before=before)
    allocation.delete()


def _locked(allocation: Allocation, *, by: User) -> Allocation:
    found = (
        Allocation.objects.select_for_update(of=("self",))
        .select_related("quota_line__conference", "agency")
        .get(pk=allocation.pk)
    )
    require(may_organise(by, found.quota_line.conference))
    require_before_end(found.quota_line.conference)
    return found

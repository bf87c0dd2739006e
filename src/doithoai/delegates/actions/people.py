"""Delegates come to the list: nominated by agencies, added by who organises, substituted."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.db import transaction

from doithoai.audit.actions import record
from doithoai.delegates.actions.seating import pass_seat
from doithoai.delegates.models import Allocation, Delegate, DelegateKind, QuotaLine
from doithoai.delegates.naming import rank_of
from doithoai.delegates.people import Person
from doithoai.delegates.permissions import may_nominate, may_organise, may_replace
from doithoai.delegates.queries import living_of, twin_finder
from doithoai.delegates.rules import new_code
from doithoai.delegates.states import DELEGATE_TRANSITIONS, DelegateState
from doithoai.delegates.term import require_before_end
from doithoai.directory.models import Agency, User
from doithoai.planning.models import Conference
from doithoai.workflow import Refused, require

STALE = "Có người vừa sửa đại biểu này. Tải lại trang, xem chỗ vừa sửa rồi làm tiếp."
UNNAMED = "Ghi họ và tên, hoặc chức vụ nếu chưa biết tên."


@transaction.atomic
def nominate(allocation: Allocation, person: Person, *, by: User) -> Delegate:
    """An agency names one person for its seats; who organises names at once as accepted."""
    made = _nominate(allocation, [person], by=by)
    if not made:
        raise Refused(f"{person.full_name or person.post} đã có trong danh sách đại biểu.")
    return made[0]


@transaction.atomic
def nominate_many(allocation: Allocation, people: Sequence[Person], *, by: User) -> list[Delegate]:
    """Name everybody of a sheet, or nobody; whoever is on the list already is passed over."""
    made = _nominate(allocation, people, by=by)
    after = {"nominated": len(made), "rows": len(people)}
    record("delegates.nominate_many", allocation, by=by, after=after)
    return made


@transaction.atomic
def add_delegate(
    conference: Conference,
    person: Person,
    *,
    kind: str = DelegateKind.DELEGATE,
    quota_line: QuotaLine | None = None,
    agency: Agency | None = None,
    rank: int | None = None,
    by: User,
) -> Delegate:
    """Who organises adds a guest, a delegate, press or staff: accepted at once.

    A guest by post ("Lãnh đạo") has no name until it is told.
    """
    conference = Conference.objects.select_for_update().get(pk=conference.pk)
    require(may_organise(by, conference))
    require_before_end(conference)
    _of_conference(conference, quota_line)
    if twin_finder(conference)(person):
        raise Refused(f"{person.full_name} đã có trong danh sách đại biểu.")
    return put_on_list(
        conference,
        person,
        by=by,
        kind=DelegateKind(kind),
        state=DelegateState.ACCEPTED,
        quota_line=quota_line,
        agency=agency,
        rank=rank,
    )


@transaction.atomic
def substitute(
    delegate: Delegate, person: Person, *, reason: str, version: int, by: User
) -> Delegate:
    """Another comes in the person's place, on the same seat (cử người thay)."""
    old = _locked(delegate)
    require(may_replace(by, old))
    require_before_end(old.conference)
    if old.version != version:
        raise Refused(STALE)
    if not reason.strip():
        raise Refused("Nêu lý do thay người.")
    state = DelegateState.ACCEPTED if may_organise(by, old.conference) else DelegateState.NOMINATED
    return step_in(old, person, reason=reason, state=state, by=by)


@transaction.atomic
def step_in(old: Delegate, person: Person, *, reason: str, state: str, by: User | None) -> Delegate:
    """Put `person` in the place of `old`; `by` is None when the invited person says who comes.

    Called inside the transaction of the deed that has asked whether it may.
    """
    before = {"delegate_state": old.state}
    DELEGATE_TRANSITIONS.move(old, to=DelegateState.REPLACED)
    old.reason = reason
    old.version += 1
    old.save()
    new = put_on_list(
        old.conference,
        person,
        by=by,
        kind=old.kind,
        state=state,
        quota_line=old.quota_line,
        agency=old.agency,
        replaces=old,
    )
    pass_seat(old, new, by=by)
    after = {"delegate_state": old.state, "reason": reason, "substitute": new}
    record("delegates.substitute", old, by=by, before=before, after=after)
    return new


def _nominate(allocation: Allocation, people: Iterable[Person], *, by: User) -> list[Delegate]:
    allocation = Allocation.objects.select_related("quota_line", "agency").get(pk=allocation.pk)
    conference = Conference.objects.select_for_update().get(pk=allocation.quota_line.conference_id)
    allocation.quota_line.conference = conference
    require(may_nominate(by, allocation))
    require_before_end(conference)
    accepted = may_organise(by, conference)
    fresh = _fresh(conference, allocation, people)
    left = allocation.seats - living_of(allocation)
    if len(fresh) > left:
        raise Refused(_too_many(allocation, left, len(fresh)))
    return [
        put_on_list(
            conference,
            person,
            by=by,
            state=DelegateState.ACCEPTED if accepted else DelegateState.NOMINATED,
            quota_line=allocation.quota_line,
            agency=allocation.agency,
        )
        for person in fresh
    ]


def _fresh(
    conference: Conference, allocation: Allocation, people: Iterable[Person]
) -> list[Person]:
    """Those who are not on the list, each once, with the agency's name where none is said."""
    find, fresh = twin_finder(conference), dict[tuple[str, str, str], Person]()
    for person in people:
        placed = person.placed_in(allocation.agency.name)
        key = (placed.full_name or placed.post, placed.organisation, placed.phone)
        if not find(placed):
            fresh.setdefault(key, placed)
    return list(fresh.values())


def _too_many(allocation: Allocation, left: int, wanted: int) -> str:
    room = f"còn {left} chỗ" if left else "đã đủ người"
    return (
        f"{allocation.agency} được phân bổ {allocation.seats} đại biểu, {room}; danh sách thêm "
        f"{wanted} người. Rút bớt, hoặc đề nghị cơ quan chủ trì tăng số phân bổ."
    )


def put_on_list(
    conference: Conference,
    person: Person,
    *,
    by: User | None,
    rank: int | None = None,
    **values: Any,
) -> Delegate:
    """Write one person on the list, with a code of his own and a rank proposed by his post.

    Called inside the transaction of the deed that has asked whether it may.
    """
    if not person.full_name and not person.post:
        raise Refused(UNNAMED)
    kind = values.get("kind", DelegateKind.DELEGATE)
    proposed = rank_of(kind, post=person.post, organisation=person.organisation)
    delegate = Delegate.objects.create(
        conference=conference,
        code=_free_code(),
        nominated_by=by,
        rank=proposed if rank is None else rank,
        **person.values(),
        **values,
    )
    after = {"full_name": person.full_name, "post": person.post, "delegate_state": delegate.state}
    record("delegates.add", delegate, by=by, after=after)
    return delegate


def _free_code() -> str:
    codes: Iterable[str] = iter(new_code, "")
    return next(code for code in codes if not Delegate.objects.filter(code=code).exists())


def _of_conference(conference: Conference, line: QuotaLine | None) -> None:
    if line and line.conference_id != conference.pk:
        raise Refused("Dòng phân bổ thuộc hội nghị khác. Chọn lại dòng.")


def _locked(delegate: Delegate) -> Delegate:
    return (
        Delegate.objects.select_for_update(of=("self",))
        .select_related("conference", "quota_line", "agency")
        .get(pk=delegate.pk)
    )

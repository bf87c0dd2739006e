"""Facts of papers about people: invitations, the list, the seats."""

from collections.abc import Iterator
from dataclasses import replace

from django.db.models import Exists, OuterRef, Q, QuerySet

from doithoai.delegates.letters import inviter
from doithoai.delegates.models import Delegate, DelegateKind, Invitation, Seat, SeatBlock
from doithoai.delegates.queries import invitations_of
from doithoai.delegates.queries.attendance import NO_SECTION
from doithoai.delegates.queries.seating import seat_map, seated_by
from doithoai.delegates.states import AttendanceState, DelegateState, SeatingState
from doithoai.documents.kinds.delegate_list import DelegateListFacts, ListedDelegate
from doithoai.documents.kinds.event import Event
from doithoai.documents.kinds.invitation import InvitationFacts
from doithoai.documents.kinds.seat_map import SPARE, SeatedBlock, SeatingFacts
from doithoai.documents.sources.heading import event_of, outgoing_of
from doithoai.documents.sources.recipe import Lack, Subject, Wanted
from doithoai.planning.models import Conference
from doithoai.vietnamese.letters import joined

INVITATION_CODE = "GM"
CAPACITY = ("TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG")
REPLY_NOTE = "Đề nghị đại biểu báo dự, cử người dự thay hoặc báo vắng bằng mã ở cuối giấy mời"


INVITATION_LACK = Lack("Chưa chuẩn bị giấy mời cho đại biểu nào.", "invitations")


def invitation_ready() -> Exists:
    """Invitations are prepared once the day is fixed."""
    accepted = Q(delegate__state=DelegateState.ACCEPTED)
    return Exists(Invitation.objects.filter(accepted, delegate__conference=OuterRef("pk")))


def invitation_subjects(conference: Conference) -> list[Subject]:
    """All in one file, then each guest."""
    each = [Subject(str(one.delegate_id), one.delegate.shown_name) for one in _living(conference)]
    return [Subject("", f"Tất cả {len(each)} giấy mời"), *each]


def invitation_facts(wanted: Wanted) -> Iterator[InvitationFacts]:
    """One guest, or all in the order of protocol."""
    conference = wanted.conference
    out = replace(
        outgoing_of(
            conference, inviter(conference), code=INVITATION_CODE, recipients=("Như trên",)
        ),
        capacity=CAPACITY,
        signer="",
    )
    event = event_of(conference)
    seats = _confirmed_seats(conference)
    for one in _living(conference):
        if not wanted.subject or one.delegate_id == wanted.key:
            seat = seats.get(one.delegate_id, "")
            address = wanted.reply_url(one) if wanted.reply_url else ""
            notes = (f"Chỗ ngồi: {seat}" if seat else "", REPLY_NOTE if address else "")
            yield InvitationFacts(
                out=out,
                event=_told(event, one),
                guest=_guest(one.delegate),
                badge=one.delegate.badge,
                reply_address=address,
                notes=tuple(filter(None, notes)),
            )


LIST_LACK = Lack("Chưa chấp thuận đại biểu nào.", "delegates")


def list_ready() -> Exists:
    """Somebody was accepted."""
    return Exists(_accepted(OuterRef("pk")))


def list_facts(wanted: Wanted) -> Iterator[DelegateListFacts]:
    """Accepted people under the sections of the table of seats."""
    conference = wanted.conference
    seats = seated_by(conference)
    sections: dict[str, list[ListedDelegate]] = {}
    for one in sorted(_accepted(conference), key=_section_position):
        sections.setdefault(_section(one), []).append(_listed(one, seats))
    yield DelegateListFacts(
        out=outgoing_of(conference, conference.host, recipients=(conference.office.name,)),
        event=event_of(conference),
        sections=tuple((name, tuple(people)) for name, people in sections.items()),
    )


SEATING_LACK = Lack("Chưa lập sơ đồ khối ghế của hội trường.", "seating")


def seating_ready() -> Exists:
    """The hall is laid out."""
    return Exists(SeatBlock.objects.filter(conference=OuterRef("pk")))


def seating_facts(wanted: Wanted) -> Iterator[SeatingFacts]:
    """Every block with who sits in each seat."""
    conference = wanted.conference
    shown = seat_map(conference)
    yield SeatingFacts(
        out=outgoing_of(conference, conference.host),
        event=event_of(conference),
        blocks=tuple(
            SeatedBlock(
                block.block.letter,
                block.block.name,
                tuple(tuple(map(_in_seat, row.seats)) for row in block.rows),
            )
            for block in shown.blocks
        ),
        is_confirmed=shown.plan is not None and shown.plan.state == SeatingState.CONFIRMED,
    )


def _living(conference: Conference) -> "QuerySet[Invitation]":
    return invitations_of(conference).filter(delegate__state=DelegateState.ACCEPTED)


def _told(event: Event, invitation: Invitation) -> Event:
    """The event as this invitation tells it."""
    return replace(
        event,
        day=invitation.told_on,
        start=invitation.told_time,
        venue=invitation.told_venue,
        is_tentative=False,
    )


def _guest(delegate: Delegate) -> str:
    if not delegate.full_name:
        return delegate.shown_name
    return f"{delegate.full_name}, {joined(delegate.post, delegate.workplace, ', ')}".strip(", ")


def _confirmed_seats(conference: Conference) -> dict[int, str]:
    plan = getattr(conference, "seating_plan", None)
    is_confirmed = plan is not None and plan.state == SeatingState.CONFIRMED
    return seated_by(conference) if is_confirmed else {}


def _accepted(conference: Conference | OuterRef) -> "QuerySet[Delegate]":
    """By protocol."""
    found = Delegate.objects.filter(conference=conference, state=DelegateState.ACCEPTED)
    return found.select_related("quota_line__parent", "agency").order_by("rank", "pk")


def _section_position(delegate: Delegate) -> int:
    line = delegate.quota_line
    if line is None:
        return 10**6
    return (line.parent or line).position


def _section(delegate: Delegate) -> str:
    line = delegate.quota_line
    if line is None:
        return NO_SECTION
    head = line.parent or line
    return f"{head.no}. {head.name}" if head.no else head.name


def _listed(delegate: Delegate, seats: dict[int, str]) -> ListedDelegate:
    return ListedDelegate(
        name=delegate.full_name,
        post=delegate.post,
        organisation=delegate.workplace,
        seat=seats.get(delegate.pk, ""),
        note=_note(delegate),
    )


def _note(delegate: Delegate) -> str:
    came = delegate.attendance != AttendanceState.EXPECTED
    kind = "" if delegate.kind == DelegateKind.DELEGATE else delegate.get_kind_display()
    return "; ".join(filter(None, [kind, delegate.get_attendance_display() if came else ""]))


def _in_seat(seat: Seat) -> str:
    if seat.delegate:
        return seat.delegate.shown_name
    return SPARE if seat.is_spare else ""

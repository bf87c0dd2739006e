"""Steps of the people: seats shared out, people named, invited, seated, let in."""

from collections.abc import Iterator
from datetime import date
from itertools import product

from doithoai.delegates.actions import (
    accept,
    add_delegate,
    add_line,
    allocate,
    amend_delegate,
    check_in,
    confirm_seating,
    mark_attendance,
    mark_sent,
    nominate,
    nominate_many,
    prepare,
    propose_seats,
    reply,
    start_layout,
    substitute,
    walk_in,
)
from doithoai.delegates.models import (
    Allocation,
    CheckInWay,
    Delegate,
    DelegateKind,
    InvitationWay,
    SeatingPlan,
)
from doithoai.delegates.people import Person, read_people
from doithoai.delegates.queries import (
    allocation_table,
    attendance_counts,
    awaiting_sending,
    delegates_for,
    found_at_door,
    proposed_shares,
    seat_map,
    to_invite,
)
from doithoai.delegates.states import AttendanceState, DelegateState, InvitationState
from doithoai.directory.models import Agency, Right
from doithoai.lifecycle.inviting import asked_but_not_invited, invite_asked
from doithoai.outbox.queries import messages_of
from doithoai.planning.models import Conference
from tests.journeys.road import on, person

FAMILIES = ("Nguyễn", "Trần", "Lê", "Phạm", "Nông", "Hoàng", "Bế", "Đàm", "Võ", "Lý")
MIDDLES = ("Thị", "Ngọc", "Thanh")
GIVEN = ("Hoa", "Lan", "Mai", "Hạnh", "Thảo", "Duyên", "Yến", "Tâm", "Hiền", "Loan")
HEAD = ("STT", "Họ và tên", "Chức vụ", "Đơn vị")


def names() -> Iterator[str]:
    """Names enough for a hall, each once."""
    return (" ".join(parts) for parts in product(FAMILIES, MIDDLES, GIVEN))


def lays_the_table(conference: Conference, sections, *, day: date) -> None:
    """A plan that lists who comes without numbers: the host writes the table of seats."""
    with on(day):
        host = person(conference.host)
        for no, (name, rows) in enumerate(sections, start=1):
            seats = sum(count for _, count in rows)
            head = add_line(conference, parent=None, no=str(no), name=name, seats=seats, by=host)
            for at, (row, count) in enumerate(rows, start=1):
                add_line(conference, parent=head, no=str(at), name=row, seats=count, by=host)


def shares_the_seats(conference: Conference, *, day: date, office: set[int]) -> None:
    """Every row is shared out among the agencies that name its people.

    `office` are the rows whose leaders the office itself puts on the list.
    """
    with on(day):
        for line in conference.quota_lines.filter(rows=None).order_by("position"):
            shares = list(proposed_shares(line).shares)
            if line.position in office:
                shares = [(conference.office, line.seats)]
            elif sum(seats for _, seats in shares) != line.seats:
                shares = [(conference.host, line.seats)]
            allocate(line, shares, due=None, by=person(conference.host))


def fills_the_quotas(conference: Conference, *, named: date, accepted: date) -> None:
    """Every agency names its people, the office accepts."""
    given = names()
    for share in Allocation.objects.filter(quota_line__conference=conference).order_by("pk"):
        with on(named):
            _name(share, given)
    with on(accepted):
        waiting = conference.delegates.filter(state=DelegateState.NOMINATED)
        if waiting:
            accept(conference, [one.pk for one in waiting], by=person(conference.office))
    table = allocation_table(conference)
    seats = sum(section.line.seats for section, _ in table.sections)
    assert (table.allocated, table.tally.accepted, table.over) == (seats, seats, [])
    outside = conference.participations.filter(role="press").first().agency
    assert delegates_for(person(outside), conference).exclude(agency=outside).count() == 0


def _name(share: Allocation, given: Iterator[str]) -> None:
    """The first by name on the page, unless that is done already; the others by a sheet."""
    by, unit = person(share.agency), share.agency.name
    if not share.quota_line.delegates.filter(agency=share.agency).exists():
        first = Person(full_name=next(given), post="Trưởng phòng", organisation=unit)
        nominate(share, first, by=by)
    rows = [(n, next(given), "Hội viên", unit) for n in range(1, share.seats)]
    if rows:
        sheet = read_people([("DANH SÁCH", "", "", ""), HEAD, *rows])
        nominate_many(share, [row.person for row in sheet], by=by)


def invites_guests(conference: Conference, guests, press, *, day: date) -> None:
    """Who the plan invites by post, and the reporters who attend and tell."""
    with on(day):
        by = person(conference.office)
        for post, unit in guests:
            guest = Person(post=post, organisation=unit)
            add_delegate(conference, guest, kind=DelegateKind.GUEST, by=by)
        for unit in press:
            reporter = Person(post="Phóng viên", organisation=unit)
            add_delegate(conference, reporter, kind=DelegateKind.PRESS, by=by)


def invites_by_question(conference: Conference, *, day: date) -> set[Agency]:
    """Departments are invited for the questions they hold; each tells who comes."""
    with on(day):
        asked = invite_asked(conference, by=person(conference.office))
    with on(day, 15):
        for number, guest in enumerate(asked):
            name = f"{GIVEN[number % 10]} {FAMILIES[number // 10]} Anh"
            by = person(guest.agency)
            told = amend_delegate(
                guest, version=guest.version, by=by, full_name=name, post="Phó Giám đốc"
            )
            assert told.full_name == name
    assert not asked_but_not_invited(conference).exists()
    return {guest.agency for guest in asked}


def invites_the_delegates(conference: Conference, *, sent: date, replied: date) -> None:
    """Invitations leave on paper and by letter; most come, one declines, one sends another."""
    office = person(conference.office)
    with on(sent):
        one = to_invite(conference).filter(agency=conference.host).first()
        amend_delegate(one, version=one.version, by=office, email="khach.moi@vi-du.vn")
        prepare(conference, by=office)
        letters = _send(conference, awaiting_sending(conference).filter(delegate=one), "email")
        papers = _send(conference, awaiting_sending(conference), "paper")
    assert messages_of(conference.pk).filter(to_email="khach.moi@vi-du.vn").count() == 1
    with on(replied):
        other = Person(full_name="Vi Thị Người Thay", post="Chuyên viên")
        reply(letters[0], answer=InvitationState.SUBSTITUTED, substitute=other, by=None)
        away, *coming = papers
        reply(away, answer=InvitationState.DECLINED, reason="Đi công tác.", by=None)
        _replace(away.delegate)
        for invitation in coming:
            reply(invitation, answer=InvitationState.ACCEPTED, by=office)
    with on(replied, 15):
        fresh = conference.delegates.filter(state=DelegateState.NOMINATED)
        accept(conference, fresh.values_list("pk", flat=True), by=person(conference.host))
        prepare(conference, by=office)
        for invitation in _send(conference, awaiting_sending(conference), "paper"):
            reply(invitation, answer=InvitationState.ACCEPTED, by=office)
    assert not to_invite(conference).exists()
    assert not conference.delegates.filter(state=DelegateState.NOMINATED).exists()


def _send(conference: Conference, invitations, way: str):
    return mark_sent(
        conference,
        invitations.values_list("pk", flat=True),
        way=InvitationWay(way),
        reply_url=lambda one: f"https://vi-du.gov.vn/giay-moi/{one.token}/",
        by=person(conference.office),
    )


def _replace(away: Delegate) -> None:
    """The agency that named him names another."""
    away = Delegate.objects.get(pk=away.pk)
    by = person(away.agency or away.conference.office)
    other = Person(full_name="Lục Thị Dự Thay", post="Phó Trưởng phòng")
    substitute(away, other, reason="Đi công tác", version=away.version, by=by)


def seats_the_delegates(conference: Conference, seating: Agency, *, day: date) -> None:
    """The agency given "bố trí sơ đồ chỗ ngồi" lays hall and seats, the host confirms."""
    with on(day):
        start_layout(conference, by=person(seating))
        plan = SeatingPlan.objects.get(conference=conference)
        by = person(seating)
        propose_seats(conference, afresh=True, version=plan.version, by=by)
        plan.refresh_from_db()
        confirm_seating(conference, version=plan.version, by=person(conference.host))
    shown = seat_map(conference)
    assert shown.unseated == []
    assert (len(shown.taken), shown.gone) == (shown.people, [])


def opens_the_door(conference: Conference) -> None:
    """Codes are read, one is found by name, one was expected by nobody, two do not come."""
    door = person(conference.host, Right.DOOR)
    here = attendance_counts(conference).present
    expected = conference.delegates.filter(state=DelegateState.ACCEPTED, check_ins=None)
    guests = list(expected.order_by("pk"))
    sought, ill, missing = [one for one in guests if one.full_name][-3:]
    coming = [one for one in guests if one not in {sought, ill, missing}]
    with on(conference.held_on, 7, 15):
        for delegate in coming:
            check_in(delegate, way=CheckInWay.SCAN, by=door)
        assert sought in found_at_door(conference, sought.full_name.split()[-1])
        check_in(sought, way=CheckInWay.SEARCH, by=door)
        walk_in(conference, Person(full_name="Mã Thị Bất Ngờ", post="Công nhân"), by=door)
    with on(conference.held_on, 16):
        host = person(conference.host)
        excused, absent = AttendanceState.EXCUSED, AttendanceState.ABSENT
        mark_attendance(conference, [ill.pk], state=excused, reason="Ốm.", by=host)
        mark_attendance(conference, [missing.pk], state=absent, by=host)
    counts = attendance_counts(conference)
    assert (counts.present - here, counts.excused, counts.absent) == (len(coming) + 2, 1, 1)
    assert counts.expected == 0

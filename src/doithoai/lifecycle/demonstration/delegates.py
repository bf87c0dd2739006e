"""People of the samples: seats shared out, people named, invited, seated, let in."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice
from typing import Any

from doithoai.delegates.actions import (
    accept,
    add_delegate,
    add_line,
    allocate,
    check_in,
    confirm_seating,
    mark_attendance,
    mark_sent,
    nominate_many,
    prepare,
    propose_seats,
    reply,
    start_layout,
)
from doithoai.delegates.models import Allocation, CheckInWay, DelegateKind, InvitationWay
from doithoai.delegates.people import Person
from doithoai.delegates.queries import invitations_of, proposed_shares
from doithoai.delegates.states import AttendanceState, InvitationState
from doithoai.lifecycle.demonstration.names import invented
from doithoai.lifecycle.demonstration.people import People
from doithoai.lifecycle.demonstration.samples import on, reach
from doithoai.lifecycle.inviting import invite_asked
from doithoai.planning.models import Conference

REPLY = "https://vi-du.gov.vn/giay-moi/"


def lay_lines(conference: Conference, data: dict[str, Any], people: People) -> None:
    """The table of seats, written by hand where the plan has none."""
    host = people.of(conference.host)
    with on(date.fromisoformat(data["lines_on"]), 9):
        for section in data["lines"]:
            head = add_line(
                conference,
                parent=None,
                no=section["no"],
                name=section["name"],
                seats=section["seats"],
                by=host,
            )
            for no, (name, seats) in enumerate(section.get("rows", []), start=1):
                add_line(conference, parent=head, no=str(no), name=name, seats=seats, by=host)


def share_out(conference: Conference, data: dict[str, Any], people: People) -> None:
    """Every row goes to the agencies its words name, else to those the data say."""
    host, given = people.of(conference.host), data["shares"]
    with on(date.fromisoformat(data["shares_on"]), 9):
        for line in conference.quota_lines.filter(rows=None).order_by("position"):
            stated = given.get(str(line.position))
            if stated:
                shares = [(people.agency(name), seats) for name, seats in stated]
            else:
                proposal = proposed_shares(line)
                named = list(proposal.shares)
                fits = named and sum(seats for _, seats in named) == line.seats
                shares = named if fits else [(conference.host, line.seats or 1)]
            allocate(line, shares, due=date.fromisoformat(data["named_by"]), by=host)


def name_people(conference: Conference, data: dict[str, Any], people: People) -> None:
    """Agencies name their people; the host accepts some time later all but the last ones."""
    names = invented(data["names_from"], data["women_of_ten"])
    shares = Allocation.objects.filter(quota_line__conference=conference).order_by("pk")
    skipped, fewer = set(data.get("unnamed", [])), data.get("fewer", {})
    made = []
    with on(date.fromisoformat(data["named_on"]), 14):
        for share in shares.select_related("agency", "quota_line"):
            position = share.quota_line.position
            if position in skipped:
                continue
            wanted = min(share.seats, fewer.get(str(position), share.seats))
            sheet = list(_sheet(share, names, data, wanted))
            made += nominate_many(share, sheet, by=people.of(share.agency))
    waiting = [one.pk for one in made if one.state == "nominated"]
    with on(date.fromisoformat(data["accepted_on"]), 10):
        keep = waiting[: len(waiting) - data.get("still_waiting", 0)]
        if keep:
            accept(conference, keep, by=people.office())


def add_guests(conference: Conference, data: dict[str, Any], people: People) -> None:
    """Guests by post and the press."""
    with on(date.fromisoformat(data["accepted_on"]), 15):
        for position, post, organisation in data["guests"]:
            add_delegate(
                conference,
                Person(post=post, organisation=organisation),
                kind=DelegateKind.GUEST,
                quota_line=conference.quota_lines.get(position=position),
                agency=conference.office,
                by=people.office(),
            )
        for name, organisation in data["press"]:
            add_delegate(
                conference,
                Person(full_name=name, post="Phóng viên", organisation=organisation),
                kind=DelegateKind.PRESS,
                quota_line=conference.quota_lines.get(position=data["press_line"]),
                agency=conference.host,
                by=people.office(),
            )
    with on(date.fromisoformat(data["asked_on"]), 10):
        invite_asked(conference, by=people.office())


def invite(conference: Conference, data: dict[str, Any], people: People) -> None:
    """Invitations go out on paper; most say that they come, a few do not."""
    office, told = people.office(), data["invitations"]
    with on(date.fromisoformat(told["sent_on"]), 9):
        prepare(conference, by=office)
        sent = mark_sent(
            conference,
            [one.pk for one in invitations_of(conference)],
            way=InvitationWay.PAPER,
            reply_url=lambda invitation: f"{REPLY}{invitation.token}/",
            by=office,
        )
    with on(date.fromisoformat(told["replied_on"]), 16):
        declining = {index: reason for index, reason in told["declined"]}
        for index, invitation in enumerate(sent[: told["replies"]]):
            reason = declining.get(index, "")
            answer = InvitationState.DECLINED if reason else InvitationState.ACCEPTED
            reply(invitation, answer=answer, reason=reason, by=office)


def seat(conference: Conference, data: dict[str, Any], people: People) -> None:
    """The hall is laid out, everybody seated by proposal, a person confirms."""
    host = people.of(conference.host)
    with on(date.fromisoformat(data["seated_on"]), 14):
        start_layout(conference, by=host)
        propose_seats(conference, afresh=True, version=_plan_version(conference), by=host)
        confirm_seating(conference, version=_plan_version(conference), by=host)


def let_in(conference: Conference, data: dict[str, Any], people: People) -> None:
    """At the door, seen from the day after: nine of ten came, the others excused or absent."""
    assert conference.held_on is not None
    reach(conference.held_on + timedelta(days=1))
    host = people.of(conference.host)
    guests = list(conference.delegates.filter(state="accepted").order_by("pk"))
    for place, delegate in enumerate(guests):
        if place % 10 != 7:
            with on(conference.held_on, 7, 5 + place % 50):
                way = CheckInWay.SCAN if place % 3 else CheckInWay.SEARCH
                check_in(delegate, way=way, by=host)
    with on(conference.held_on, 16):
        away = [one.pk for place, one in enumerate(guests) if place % 10 == 7]
        half = len(away) // 2
        excused = {"state": AttendanceState.EXCUSED, "reason": "Bận việc cơ quan, đã báo trước."}
        mark_attendance(conference, away[:half], **excused, by=host)
        mark_attendance(conference, away[half:], state=AttendanceState.ABSENT, by=host)


def _sheet(
    share: Allocation, names: Iterator[str], data: dict[str, Any], wanted: int
) -> Iterator[Person]:
    posts = data["posts"].get(str(share.quota_line.position), ["Lãnh đạo"])
    units = data["units"].get(str(share.quota_line.position), [share.agency.name])
    for number, name in enumerate(islice(names, wanted)):
        yield Person(
            full_name=name,
            post=posts[number % len(posts)],
            organisation=units[number % len(units)],
            wants_to_speak=number % 17 == 3,
            paid_by_budget=str(share.quota_line.position) not in data["not_paid"],
        )


def _plan_version(conference: Conference) -> int:
    conference.refresh_from_db()
    return conference.seating_plan.version

"""People of the samples: seats shared out, people named, invited, seated, let in."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice, product
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
from doithoai.delegates.models import (
    Allocation,
    CheckInWay,
    Delegate,
    DelegateKind,
    InvitationWay,
)
from doithoai.delegates.people import Person
from doithoai.delegates.queries import invitations_of, proposed_shares
from doithoai.delegates.states import AttendanceState, InvitationState
from doithoai.lifecycle.demonstration.names import invented
from doithoai.lifecycle.demonstration.people import People
from doithoai.lifecycle.demonstration.samples import on, reach
from doithoai.planning.models import Conference

REPLY = "https://vi-du.gov.vn/giay-moi/"
APART = 1000
"""So far apart in the row of invented names, two lists share none."""


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
    mixed = invented(data["families"], data["names_from"], data["women_of_ten"])
    women = invented(data["families"], data["names_from"] + APART, 10)
    shares = Allocation.objects.filter(quota_line__conference=conference).order_by("pk")
    skipped, fewer = set(data.get("unnamed", [])), data.get("fewer", {})
    made = []
    with on(date.fromisoformat(data["named_on"]), 14):
        for share in shares.select_related("agency", "quota_line"):
            position = share.quota_line.position
            if position in skipped:
                continue
            wanted = min(share.seats, fewer.get(str(position), share.seats))
            names = women if position in data["women_only"] else mixed
            sheet = list(_sheet(share, names, data, wanted))
            made += nominate_many(share, sheet, by=people.of(share.agency))
    waiting = [one.pk for one in made if one.state == "nominated"]
    with on(date.fromisoformat(data["accepted_on"]), 10):
        keep = waiting[: len(waiting) - data.get("still_waiting", 0)]
        if keep:
            accept(conference, keep, by=people.office())


def add_guests(conference: Conference, data: dict[str, Any], people: People) -> None:
    """Guests by post or name, the press and those who serve."""
    host = conference.host.name
    called = [
        *((DelegateKind.GUEST, *guest) for guest in data["guests"]),
        *(
            (DelegateKind.PRESS, data["press_line"], name, "Phóng viên", *rest)
            for name, *rest in data["press"]
        ),
        *((DelegateKind.STAFF, data["press_line"], *staff, host, host) for staff in data["staff"]),
    ]
    with on(date.fromisoformat(data["accepted_on"]), 15):
        for kind, position, name, post, organisation, agency in called:
            add_delegate(
                conference,
                Person(full_name=name, post=post, organisation=organisation),
                kind=kind,
                quota_line=conference.quota_lines.get(position=position),
                agency=people.agency(agency),
                by=people.office(),
            )


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
    away = _away(conference, guests)
    for place, delegate in enumerate(guests):
        if delegate.pk not in away:
            with on(conference.held_on, 7, 5 + place % 50):
                way = CheckInWay.SCAN if place % 3 else CheckInWay.SEARCH
                check_in(delegate, way=way, by=host)
    missing = sorted((one for one in guests if one.pk in away), key=lambda one: (one.rank, one.pk))
    half = len(missing) // 2
    with on(conference.held_on, 16):
        for place, one in enumerate(missing[:half]):
            reason = away[one.pk] or data["excuses"][place % len(data["excuses"])]
            excused = {"state": AttendanceState.EXCUSED, "reason": reason}
            mark_attendance(conference, [one.pk], **excused, by=host)
        absent = [one.pk for one in missing[half:]]
        mark_attendance(conference, absent, state=AttendanceState.ABSENT, by=host)


def _away(conference: Conference, guests: list[Delegate]) -> dict[int, str]:
    """One in ten, those who declined before all others, each with the reason told."""
    declined = invitations_of(conference).filter(state=InvitationState.DECLINED)
    away = {one.delegate_id: one.reply_reason for one in declined}
    for one in guests[7::10]:
        if len(away) < len(guests) // 10:
            away.setdefault(one.pk, "")
    return away


def _sheet(
    share: Allocation, names: Iterator[str], data: dict[str, Any], wanted: int
) -> Iterator[Person]:
    """People of every unit in turn, then the next post of every unit."""
    line, agency = str(share.quota_line.position), share.agency.name
    units = data["units"].get(line, [agency])
    places = data.get("places", {}).get(line, [""])
    at = list(product(units, places))
    posts = data["posts"].get(line) or [data["heads"].get(agency, data["heads"]["other"])]
    for number, name in enumerate(islice(names, wanted)):
        unit, place = at[number % len(at)]
        post = posts[number // len(at) % len(posts)]
        post, unit = (post, unit) if isinstance(unit, str) else unit
        yield Person(
            full_name=name,
            post=post,
            organisation=", ".join(filter(None, [unit, place])),
            wants_to_speak=number % 17 == 3,
            paid_by_budget=line not in data["not_paid"],
        )


def _plan_version(conference: Conference) -> int:
    conference.refresh_from_db()
    return conference.seating_plan.version

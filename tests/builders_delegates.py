"""Seats, delegates and invitations for tests; keywords override."""

import itertools
from datetime import date, time
from typing import Any

from doithoai.audit import clock
from doithoai.delegates.models import Allocation, Delegate, Invitation, QuotaLine
from doithoai.delegates.rules import new_code
from doithoai.delegates.states import DelegateState, InvitationState
from doithoai.directory.models import Agency
from doithoai.planning.models import Conference
from tests.builders import a_conference

_serial = itertools.count(1)


def a_fixed_conference(**over: Any) -> Conference:
    """A conference whose day, hour and place are certain."""
    values = {
        "held_on": date(2024, 10, 24),
        "start_time": time(8),
        "end_time": time(11, 30),
        "tentative": False,
        "venue": "Hội trường tỉnh",
    }
    return a_conference(**(values | over))


def a_line(conference: Conference | None = None, **over: Any) -> QuotaLine:
    """The next line of the seats table: a section unless a `parent` is given."""
    conference = conference or a_conference()
    position = conference.quota_lines.count() + 1
    values = {"position": position, "no": str(position), "name": "Sở, ngành tỉnh", "seats": 5}
    return QuotaLine.objects.create(conference=conference, **(values | over))


def an_allocation(
    line: QuotaLine | None = None, agency: Agency | None = None, **over: Any
) -> Allocation:
    """Two seats of a line for a department, due 15/10/2024."""
    line = line or a_line()
    agency = agency or line.conference.participations.first().agency
    values = {"seats": 2, "due": date(2024, 10, 15)}
    return Allocation.objects.create(quota_line=line, agency=agency, **(values | over))


def a_delegate(
    conference: Conference | None = None, state: str = DelegateState.NOMINATED, **over: Any
) -> Delegate:
    """A person of the list; `allocation` puts them on an agency's seat."""
    allocation = over.pop("allocation", None)
    if allocation:
        conference = allocation.quota_line.conference
        over = {"quota_line": allocation.quota_line, "agency": allocation.agency} | over
    number = next(_serial)
    values = {
        "full_name": f"Nguyễn Thị Hoa {'abcdefghijklmnopqrstuvwxyz'[number % 26]}",
        "post": "Phó Giám đốc",
        "organisation": f"Sở Y tế {number}",
        "code": new_code(),
        "state": state,
    }
    if state == DelegateState.WITHDRAWN:
        values["reason"] = "Bận công tác"
    return Delegate.objects.create(conference=conference or a_conference(), **(values | over))


def an_invitation(
    delegate: Delegate | None = None, state: str = InvitationState.PREPARED, **over: Any
) -> Invitation:
    """The invitation of an accepted delegate, telling what is so now."""
    delegate = delegate or a_delegate(a_fixed_conference(), DelegateState.ACCEPTED)
    conference = delegate.conference
    values: dict[str, Any] = {
        "told_on": conference.held_on,
        "told_time": conference.start_time,
        "told_venue": conference.venue,
        "state": state,
    }
    if state != InvitationState.PREPARED:
        values |= {"way": "paper", "sent_at": clock.now()}
    if state not in {InvitationState.PREPARED, InvitationState.SENT}:
        values["replied_at"] = clock.now()
    return Invitation.objects.create(delegate=delegate, **(values | over))

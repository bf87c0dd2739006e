"""What the plan page of a conference shows, gathered from the rows the plan left."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from doithoai.planning.models import (
    AttendanceEntry,
    Conference,
    LegalBasis,
    Milestone,
    Objective,
    ObjectiveKind,
    ParticipationRole,
    Recipient,
    Topic,
)


@dataclass(frozen=True, slots=True)
class ShownPlan:
    """Everything the plan fixed, list by list."""

    bases: list[LegalBasis]
    purposes: list[Objective]
    requirements: list[Objective]
    topics: list[Topic]
    attendance: list[tuple[str, list[AttendanceEntry]]]
    recipients: list[Recipient]
    milestones: list[Milestone]
    roles: list[tuple[str, list[str]]]


def plan_of(conference: Conference) -> ShownPlan:
    """The plan's lists; one query each."""
    objectives = list(conference.objectives.all())
    return ShownPlan(
        list(conference.legal_bases.all()),
        [one for one in objectives if one.kind == ObjectiveKind.PURPOSE],
        [one for one in objectives if one.kind == ObjectiveKind.REQUIREMENT],
        list(conference.topics.all()),
        [
            (group, list(entries))
            for group, entries in groupby(conference.attendance.all(), lambda entry: entry.group)
        ],
        list(conference.recipients.all()),
        list(conference.milestones.all()),
        list(_roles(conference)),
    )


def _roles(conference: Conference) -> Iterator[tuple[str, list[str]]]:
    yield "Cơ quan chủ trì tổ chức", [conference.host.name]
    yield "Văn phòng thẩm định", [conference.office.name]
    yield "Người chủ trì", [conference.chair_title or conference.chair.name]
    if conference.finance:
        yield "Thẩm định kinh phí", [conference.finance.name]
    parts = list(conference.participations.select_related("agency"))
    for role in ParticipationRole:
        names = [part.agency.name for part in parts if part.role == role]
        if names:
            yield role.label, names

"""Tables of the planning room."""

from doithoai.planning.models.conference import (
    AttendanceEntry,
    Conference,
    LegalBasis,
    Milestone,
    Objective,
    ObjectiveKind,
    Participation,
    ParticipationRole,
    Recipient,
    Topic,
)
from doithoai.planning.models.mandates import Mandate, Work
from doithoai.planning.models.publicity import Announcement, Coverage, Difficulty
from doithoai.planning.models.reading import PlanReading
from doithoai.planning.models.tasks import Assignment, AssignmentRole, AssignmentUnit, TaskProgress

__all__ = [
    "Announcement",
    "Assignment",
    "AssignmentRole",
    "AssignmentUnit",
    "AttendanceEntry",
    "Conference",
    "Coverage",
    "Difficulty",
    "LegalBasis",
    "Mandate",
    "Milestone",
    "Objective",
    "ObjectiveKind",
    "Participation",
    "ParticipationRole",
    "PlanReading",
    "Recipient",
    "TaskProgress",
    "Topic",
    "Work",
]

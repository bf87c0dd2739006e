"""Who may do what with plans, conferences and tasks."""

from doithoai.directory.models import AgencyKind, User
from doithoai.planning.models import (
    Assignment,
    Conference,
    Mandate,
    ParticipationRole,
    PlanReading,
    Work,
)

PREPARING_KINDS = frozenset(
    {
        AgencyKind.OFFICE,
        AgencyKind.COMMITTEE,
        AgencyKind.DEPARTMENT,
        AgencyKind.MASS_ORGANISATION,
        AgencyKind.FRONT,
        AgencyKind.ASSOCIATION,
        AgencyKind.DISTRICT_COMMITTEE,
        AgencyKind.COMMUNE_COMMITTEE,
    }
)


def may_read_plan(user: User) -> bool:
    """Load a plan or start one by hand: those who write for an agency that can organise."""
    return user.drafts and user.agency is not None and user.agency.kind in PREPARING_KINDS


def may_review(user: User, reading: PlanReading) -> bool:
    """Correct and confirm what was read: the agency that loaded it."""
    return user.drafts and user.agency_id == reading.created_by.agency_id


def may_see_reading(user: User, reading: PlanReading) -> bool:
    """See a reading: anyone of the agency that loaded it."""
    return user.is_active and user.agency_id == reading.created_by.agency_id


def may_see(user: User, conference: Conference) -> bool:
    """See a conference: host, office, chair, finance, participants, units of its tasks."""
    if not user.is_active or user.agency_id is None:
        return False
    if user.agency_id in leading_agencies(conference):
        return True
    return (
        conference.participations.filter(agency_id=user.agency_id).exists()
        or conference.assignments.filter(units__agency_id=user.agency_id).exists()
    )


def leading_agencies(conference: Conference) -> set[int | None]:
    """Host, office, chair and finance, by key."""
    return {
        conference.host_id,
        conference.office_id,
        conference.chair_id,
        conference.finance_id,
    } - {None}


def may_prepare(user: User, conference: Conference) -> bool:
    """Write the plan's facts, milestones, day: those who write for the host or the office."""
    return user.drafts and user.agency_id in {conference.host_id, conference.office_id}


def may_issue(user: User, conference: Conference) -> bool:
    """Record that the plan is issued: the office, by someone who decides."""
    return user.approves and user.agency_id == conference.office_id


def may_report(user: User, assignment: Assignment) -> bool:
    """Say how a task goes: its units, and the host and office that follow it.

    A task of a collective name ("các sở, ban, ngành tỉnh") is each department's.
    """
    if not user.drafts or user.agency_id is None:
        return False
    conference = assignment.conference
    if user.agency_id in {conference.host_id, conference.office_id}:
        return True
    if assignment.units.filter(agency_id=user.agency_id).exists():
        return True
    collective = assignment.units.filter(is_named=True, agency=None, name__istartswith="các sở")
    departments = conference.participations.filter(role=ParticipationRole.DEPARTMENT)
    return collective.exists() and departments.filter(agency_id=user.agency_id).exists()


def may_follow(user: User, conference: Conference) -> bool:
    """Follow everything of a conference, with its trail: host, office and chair."""
    return user.is_active and user.agency_id in {
        conference.host_id,
        conference.office_id,
        conference.chair_id,
    }


def may_do(user: User, conference: Conference, work: Work) -> bool:
    """Do a work of the conference: who writes for host, office, or an agency given the work."""
    if not user.drafts or user.agency_id is None:
        return False
    if user.agency_id in {conference.host_id, conference.office_id}:
        return True
    return Mandate.objects.filter(
        conference=conference, agency_id=user.agency_id, work=work
    ).exists()


def may_report_difficulty(user: User, conference: Conference) -> bool:
    """Tell what hinders the work: those who write for any agency with a part in it."""
    return user.drafts and may_see(user, conference)


def may_reply(user: User, conference: Conference) -> bool:
    """Say how a difficulty is dealt with: those who write for the host or the office."""
    return user.drafts and user.agency_id in {conference.host_id, conference.office_id}


def another_agency(conference: Conference, drafting: int) -> int:
    """Who judges what an agency drafted: the office; of its own work the host, or the chair."""
    ranked = (conference.office_id, conference.host_id, conference.chair_id)
    return next((key for key in ranked if key != drafting), conference.chair_id)

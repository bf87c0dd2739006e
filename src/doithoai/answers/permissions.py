"""Who refers, drafts, appraises, approves and publishes: each another."""

from doithoai.answers.models import Answer, Referral
from doithoai.directory.models import User
from doithoai.planning.models import Conference
from doithoai.planning.permissions import another_agency


def may_refer(user: User, conference: Conference) -> bool:
    """Send a question to an agency: those who write for the office."""
    return user.drafts and user.agency_id == conference.office_id


def may_draft(user: User, referral: Referral) -> bool:
    """Write and submit the answer: those who write for the leading agency."""
    return user.drafts and user.agency_id == referral.agency_id


def appraising_agency(referral: Referral) -> int:
    """Who appraises: the office; for its own answers the host; if that is one agency, the chair."""
    return another_agency(referral.question.conference, referral.agency_id)


def may_appraise(user: User, answer: Answer) -> bool:
    """Pass or return an answer: another agency than the one that drafted it."""
    agency = appraising_agency(answer.referral)
    return (
        user.drafts
        and user.agency_id == agency
        and agency != answer.referral.agency_id
        and user.pk != answer.drafted_by_id
    )


def may_approve(user: User, answer: Answer) -> bool:
    """Approve or return: who decides for the chair, and neither drafted nor appraised."""
    conference = answer.referral.question.conference
    return (
        user.approves
        and user.agency_id == conference.chair_id
        and user.pk not in {answer.drafted_by_id, answer.appraised_by_id}
    )


def may_publish(user: User, answer: Answer) -> bool:
    """Put an approved answer on the public page: those who write for the office."""
    return user.drafts and user.agency_id == answer.referral.question.conference.office_id

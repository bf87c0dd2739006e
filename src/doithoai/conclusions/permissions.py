"""Who drafts, signs and publishes the notice; who reports, judges and decides on commitments."""

from doithoai.audit.queries import has_done
from doithoai.conclusions.models import Commitment, Extension, Notice, ProgressReport
from doithoai.conclusions.states import NoticeState
from doithoai.directory.models import User
from doithoai.planning.models import Conference, Mandate, Work
from doithoai.planning.permissions import may_do, may_follow, may_see

WRITING = ("conclusions.begin_notice", "conclusions.add_item", "conclusions.amend_item")
"""Deeds that make one an author of the notice."""


def may_draft(user: User, conference: Conference) -> bool:
    """Write the notice: host, office, and agencies the plan asks for advice on the conclusion."""
    return may_do(user, conference, Work.CONCLUSION)


def may_see_draft(user: User, conference: Conference) -> bool:
    """Read the notice before it is out: who follows all, and the agencies that write it."""
    if may_follow(user, conference):
        return True
    mandated = Mandate.objects.filter(
        conference=conference, agency_id=user.agency_id or 0, work=Work.CONCLUSION
    )
    return user.is_active and mandated.exists()


def may_see_notice(user: User, notice: Notice) -> bool:
    """Read the notice: everyone of the conference once it is out."""
    if notice.state == NoticeState.PUBLISHED:
        return may_see(user, notice.conference)
    return may_see_draft(user, notice.conference)


def may_sign(user: User, notice: Notice) -> bool:
    """Sign or return: who decides for the chair, and wrote no line of it."""
    return (
        user.approves
        and user.agency_id == notice.conference.chair_id
        and user.pk != notice.drafted_by_id
        and not has_done(user.pk, WRITING, conference_id=notice.conference_id)
    )


def may_publish(user: User, conference: Conference) -> bool:
    """Put the signed notice out, and say that it needs fifteen days: who writes for the office."""
    return user.drafts and user.agency_id == conference.office_id


def may_report(user: User, commitment: Commitment) -> bool:
    """Say how it goes: who writes for its agency or one that supports it."""
    if not user.drafts or user.agency_id is None:
        return False
    return user.agency_id == commitment.agency_id or any(
        agency.pk == user.agency_id for agency in commitment.supporting.all()
    )


def judging_agencies(commitment: Commitment) -> set[int]:
    """Who says whether it is done: office and host, but never the agency itself; else the chair."""
    conference = commitment.conference
    others = {conference.office_id, conference.host_id} - {commitment.agency_id}
    return others or {conference.chair_id}


def may_judge(user: User, report: ProgressReport) -> bool:
    """Accept or return a report: neither the promise's agency nor the one that reports."""
    commitment = report.commitment
    others = judging_agencies(commitment) - {report.by.agency_id}
    return (
        user.drafts
        and user.agency_id in (others or {commitment.conference.chair_id})
        and user.pk != report.by_id
    )


def may_ask_extension(user: User, commitment: Commitment) -> bool:
    """Ask for more time: who writes for the agency itself."""
    return user.drafts and user.agency_id == commitment.agency_id


def may_decide_extension(user: User, extension: Extension) -> bool:
    """Grant more time or not: who decides for the office; on the office's own, for the chair."""
    commitment = extension.commitment
    conference = commitment.conference
    own = commitment.agency_id == conference.office_id
    agency = conference.chair_id if own else conference.office_id
    return user.approves and user.agency_id == agency and user.pk != extension.asked_by_id


def may_cancel(user: User, commitment: Commitment) -> bool:
    """Let a promise fall: who decides for the chair."""
    return user.approves and user.agency_id == commitment.conference.chair_id


def may_reopen(user: User, commitment: Commitment) -> bool:
    """Agree with an asker that it is not done: who writes for the office (or who judged it)."""
    return user.drafts and user.agency_id in judging_agencies(commitment)


def may_see_evidence(user: User, commitment: Commitment) -> bool:
    """Open the files: who follows the conference, and the agencies of the promise."""
    own = user.agency_id == commitment.agency_id or any(
        agency.pk == user.agency_id for agency in commitment.supporting.all()
    )
    return user.is_active and (own or may_follow(user, commitment.conference))

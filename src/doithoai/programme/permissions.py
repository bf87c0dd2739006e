"""Who writes the programme, reports preparations, judges awards, drafts and passes speeches."""

from doithoai.audit.queries import has_done_to
from doithoai.directory.models import User
from doithoai.planning.models import Conference, Work
from doithoai.planning.permissions import another_agency, leading_agencies, may_do, may_prepare
from doithoai.programme.models import Award, Preparation, Speech

MENDING = ("programme.amend_award",)
"""Deeds that make one an author of an award's line."""


def may_compose(user: User, conference: Conference) -> bool:
    """Write programme and script: host, office, who has "xây dựng chương trình, kịch bản"."""
    return may_do(user, conference, Work.SCRIPT)


def may_read_script(user: User, conference: Conference) -> bool:
    """Read the script: host, office, chair, and those who write it, present it, run the hall."""
    if not user.is_active or user.agency_id is None:
        return False
    if user.agency_id in {conference.host_id, conference.office_id, conference.chair_id}:
        return True
    works = [Work.SCRIPT, Work.HALL, Work.LOGISTICS]
    return conference.mandates.filter(agency_id=user.agency_id, work__in=works).exists()


def may_plan_preparations(user: User, conference: Conference) -> bool:
    """Say what is to be made ready, by whom and when: those who write for host or office."""
    return may_prepare(user, conference)


def may_report_preparation(user: User, preparation: Preparation) -> bool:
    """Say how a preparation goes: its agency, and the host and office that follow it."""
    if may_prepare(user, preparation.conference):
        return True
    return user.drafts and user.agency_id is not None and user.agency_id == preparation.agency_id


def may_propose_awards(user: User, conference: Conference) -> bool:
    """Put names on the list: host, office, who has "nội dung khen thưởng"."""
    return may_do(user, conference, Work.AWARDS)


def may_see_awards(user: User, conference: Conference) -> bool:
    """See every line of the list, struck ones too: who proposes, and the chair."""
    return (user.is_active and user.agency_id in leading_agencies(conference)) or (
        may_propose_awards(user, conference)
    )


def may_amend_award(user: User, award: Award) -> bool:
    """Mend a line of the list: its own agency, and host and office."""
    return may_propose_awards(user, award.conference) and (
        user.agency_id == award.agency_id or may_prepare(user, award.conference)
    )


def may_decide_award(user: User, award: Award) -> bool:
    """Agree or strike: who writes for host or office, and neither proposed nor mended it."""
    return (
        may_prepare(user, award.conference)
        and user.pk != award.proposed_by_id
        and not has_done_to(award, MENDING, user_id=user.pk)
    )


def may_plan_speeches(user: User, conference: Conference) -> bool:
    """Say which speeches there are, who drafts each and when: host, office, who has the work."""
    return may_do(user, conference, Work.SPEECHES)


def may_read_speech(user: User, speech: Speech) -> bool:
    """Read a speech before it is given: its agency, host, office and chair."""
    conference = speech.conference
    return user.is_active and user.agency_id in {
        speech.agency_id,
        conference.host_id,
        conference.office_id,
        conference.chair_id,
    }


def may_draft_speech(user: User, speech: Speech) -> bool:
    """Write and hand in: those who write for the drafting agency."""
    return user.drafts and user.agency_id == speech.agency_id


def may_appraise_speech(user: User, speech: Speech) -> bool:
    """Pass or return ("thẩm định các nội dung phát biểu"): the office, never its own words."""
    agency = another_agency(speech.conference, speech.agency_id)
    return (
        user.drafts
        and user.agency_id == agency
        and agency != speech.agency_id
        and user.pk != speech.drafted_by_id
    )


def may_approve_speech(user: User, speech: Speech) -> bool:
    """Approve or return: who decides for the chair, and neither drafted nor appraised."""
    return (
        user.approves
        and user.agency_id == speech.conference.chair_id
        and user.pk not in {speech.drafted_by_id, speech.appraised_by_id}
    )

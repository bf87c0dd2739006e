"""Who reads which paper, and who issues it."""

from collections.abc import Iterable

from doithoai.budget.models import Estimate
from doithoai.budget.permissions import appraising_agency, may_see_budget
from doithoai.conclusions.permissions import may_see_draft
from doithoai.delegates.permissions import may_invite, may_see_everyone
from doithoai.directory.models import Agency, User
from doithoai.documents.models import IssuedDocument, PaperKind
from doithoai.hall.permissions import may_present, may_read_minutes
from doithoai.planning.models import Conference, Mandate, Work
from doithoai.planning.permissions import may_follow, may_see
from doithoai.programme.models import Speech
from doithoai.programme.permissions import may_read_speech
from doithoai.programme.states import SPEECH_WITH_AGENCY
from doithoai.questions.permissions import may_pass_on, may_see_questions

OF_THE_OFFICE = frozenset(
    {
        *(PaperKind.PLAN, PaperKind.INVITATION, PaperKind.GUIDANCE, PaperKind.TRANSFER),
        *(PaperKind.REFERRAL, PaperKind.NOTICE, PaperKind.BOOKLET),
    }
)
"""Papers that the office issues, in the committee's name or its own; the rest are the host's."""

OF_THE_COMMITTEE = frozenset({PaperKind.PLAN, PaperKind.INVITATION, PaperKind.NOTICE})
"""Papers that bear the committee's letterhead and number."""

SEEN_BY = {
    PaperKind.PLAN: may_see,
    PaperKind.PROGRAMME: may_see,
    PaperKind.DELEGATE_LIST: may_see_everyone,
    PaperKind.INVITATION: may_invite,
    PaperKind.SEATING_PLAN: may_see_everyone,
    PaperKind.COMPILED: may_see_questions,
    PaperKind.GUIDANCE: may_pass_on,
    PaperKind.TRANSFER: may_pass_on,
    PaperKind.BOOKLET: may_follow,
    PaperKind.REPORT: may_follow,
    PaperKind.SCRIPT: may_present,
    PaperKind.ESTIMATE: may_see_budget,
    PaperKind.ESCALATION: may_see_budget,
    PaperKind.SETTLEMENT: may_see_budget,
    PaperKind.MINUTES: may_read_minutes,
    PaperKind.NOTICE: may_see_draft,
}


def may_read(user: User, conference: Conference, kind: PaperKind, subject: str = "") -> bool:
    """Read a paper of a kind; of letters an agency reads its own, of speeches those it drafts."""
    if kind == PaperKind.REFERRAL:
        own = may_see(user, conference) and subject == str(user.agency_id)
        return own or may_follow(user, conference)
    if kind == PaperKind.SPEECH:
        return subject in _readable_speeches(user, conference, [subject])
    if kind == PaperKind.PRESS_KIT:
        return may_follow(user, conference) or _tells_the_press(user, conference)
    return SEEN_BY[kind](user, conference)


def readable(
    user: User, conference: Conference, kind: PaperKind, subjects: Iterable[str]
) -> set[str]:
    """The subjects of a kind the user may read papers about; one query at most."""
    if kind == PaperKind.SPEECH:
        return _readable_speeches(user, conference, subjects)
    return {subject for subject in subjects if may_read(user, conference, kind, subject)}


def issuing_agency(conference: Conference, kind: PaperKind) -> Agency:
    """Whose people issue a paper of a kind; who appraises money reports what it cannot decide."""
    if kind == PaperKind.ESCALATION:
        estimate = Estimate.objects.filter(conference=conference).select_related("conference")
        appraisers = (appraising_agency(one) for one in estimate)
        return Agency.objects.get(pk=next(appraisers, None) or conference.host_id)
    return conference.office if kind in OF_THE_OFFICE else conference.host


def issuer_of(conference: Conference, kind: PaperKind) -> Agency:
    """In whose name, and in whose row of numbers, a paper of a kind is issued."""
    return conference.chair if kind in OF_THE_COMMITTEE else issuing_agency(conference, kind)


def may_issue(user: User, conference: Conference, kind: PaperKind) -> bool:
    """Give a paper its number and keep it: those who write for the agency that issues it."""
    return user.drafts and user.agency_id == issuing_agency(conference, kind).pk


def may_read_issued(user: User, document: IssuedDocument) -> bool:
    """Read a paper of the register: whoever may read its kind."""
    return may_read(user, document.conference, PaperKind(document.kind), document.subject)


def _readable_speeches(user: User, conference: Conference, subjects: Iterable[str]) -> set[str]:
    keys = [int(subject) for subject in subjects if subject.isdecimal()]
    found = Speech.objects.filter(conference=conference, pk__in=keys).select_related("conference")
    return {str(speech.pk) for speech in found if _may_read_words(user, speech)}


def _may_read_words(user: User, speech: Speech) -> bool:
    """What an agency is still writing only that agency reads, as on the speech's own page."""
    own = user.agency_id == speech.agency_id
    return may_read_speech(user, speech) and (own or speech.state not in SPEECH_WITH_AGENCY)


def _tells_the_press(user: User, conference: Conference) -> bool:
    return (
        user.is_active
        and Mandate.objects.filter(
            conference=conference, agency_id=user.agency_id or 0, work=Work.PUBLICITY
        ).exists()
    )

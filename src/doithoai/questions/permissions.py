"""Who may see, choose and set aside."""

from django.db.models import Q, QuerySet

from doithoai.directory.models import User
from doithoai.planning.models import Conference, Work
from doithoai.planning.permissions import may_do, may_see
from doithoai.questions.models import Part, Question, QuestionKind, SecrecyKeeper, Submission
from doithoai.questions.states import QuestionState


def may_see_questions(user: User, conference: Conference) -> bool:
    """See the list: host, office, chair."""
    return user.is_active and user.agency_id in {
        conference.host_id,
        conference.office_id,
        conference.chair_id,
    }


def may_choose(user: User, conference: Conference) -> bool:
    """Select or set aside: those who write for the host (plan: "lựa chọn câu hỏi")."""
    return user.drafts and user.agency_id == conference.host_id


def may_enter(user: User, conference: Conference) -> bool:
    """Type in a paper slip or a call: those who write for the host or the office."""
    return user.drafts and user.agency_id in {conference.host_id, conference.office_id}


def may_take_in_hall(user: User, conference: Conference) -> bool:
    """Write down what is asked in the hall: those who drive it."""
    return may_do(user, conference, Work.HALL)


def may_see_sender(user: User, conference: Conference) -> bool:
    """See name and contact of a sender: host and office, each view logged."""
    return (
        user.drafts
        and user.agency_id in {conference.host_id, conference.office_id}
        and may_see(user, conference)
    )


def may_pass_on(user: User, conference: Conference) -> bool:
    """Confirm a letter and pass it on by law: those who write for the host or the office."""
    return user.drafts and user.agency_id in {conference.host_id, conference.office_id}


def may_name_keepers(user: User, conference: Conference) -> bool:
    """Name the two who keep denouncers secret: the office, by someone who decides."""
    return user.approves and user.agency_id == conference.office_id


def may_keep_secrets(user: User, conference: Conference) -> bool:
    """Be named one of the two: an active account that writes for the host or the office.

    Not one that keeps the system: it is nobody's task to handle letters.
    """
    return user.is_active and not user.is_administrator and may_pass_on(user, conference)


def may_see_denouncer(user: User, conference: Conference) -> bool:
    """See who sent a denunciation and what it says: the two named, while they may keep secrets."""
    return (
        may_keep_secrets(user, conference)
        and SecrecyKeeper.objects.filter(conference=conference, user=user).exists()
    )


def may_see_sender_of(user: User, submission: Submission) -> bool:
    """See who sent a submission: of a denunciation only its keepers (Luật Tố cáo 2018)."""
    may = may_see_denouncer if is_secret(submission) else may_see_sender
    return may(user, submission.conference)


def may_see_files(user: User, submission: Submission) -> bool:
    """Take the photos and papers sent along: those who may see the sender, each time logged.

    A photo tells who took it: of a denunciation it is for its keepers.
    """
    return may_see_sender_of(user, submission)


def may_see_files_of(user: User, question: Question, *, is_secret: bool) -> bool:
    """The same of the slips of one question, once it is known which are secret."""
    may = may_see_denouncer if is_secret else may_see_sender
    return may(user, question.conference)


def is_secret(submission: Submission) -> bool:
    """Whether a part of the submission was passed on as a denunciation."""
    return secret_parts().filter(submission=submission).exists()


def secret_parts() -> "QuerySet[Part]":
    """Parts that were passed on as denunciations; their submissions are secret."""
    return Part.objects.filter(
        question__state=QuestionState.PASSED_ON, question__kind=QuestionKind.DENUNCIATION
    )


def may_keep_lexicon(user: User) -> bool:
    """Add words to the lexicon and switch them: those who write for a host or an office, and
    administrators."""
    if not user.is_active:
        return False
    led = Q(host_id=user.agency_id) | Q(office_id=user.agency_id)
    return user.is_administrator or (
        user.drafts and user.agency_id is not None and Conference.objects.filter(led).exists()
    )

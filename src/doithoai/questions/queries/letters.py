"""Complaints and denunciations: suspected, passed on; and what of denouncers stays hidden."""

from django.db.models import Exists, OuterRef, Q, QuerySet

from doithoai.directory.models import User
from doithoai.matching.kinds import propose_kind
from doithoai.planning.models import Conference
from doithoai.questions.models import (
    LETTER_KINDS,
    Part,
    PassOn,
    Question,
    SearchText,
    SecrecyKeeper,
    Side,
    Submission,
    Suggestion,
)
from doithoai.questions.permissions import secret_parts
from doithoai.questions.states import OPEN_STATES, QuestionState
from doithoai.vietnamese.letters import nfc


def suspected_letters(conference: Conference) -> "QuerySet[Question]":
    """Open questions the engine takes for a complaint or denunciation; a person confirms."""
    return (
        Question.objects.filter(
            conference=conference,
            state__in=sorted(OPEN_STATES),
            suggestion__kind__in=sorted(LETTER_KINDS),
        )
        .select_related("suggestion", "conference")
        .order_by("number")
    )


def unread_letters(conference: Conference) -> list[Question]:
    """Open questions the engine has not read yet that show the signs of a letter, read just now."""
    unread = conference.questions.filter(state__in=sorted(OPEN_STATES), suggestion=None)
    found = []
    for question in unread.select_related("conference").order_by("number"):
        kind = propose_kind(nfc(question.wording))
        if kind.kind in LETTER_KINDS:
            reasons = list(kind.reasons)
            question.suggestion = Suggestion(kind=kind.kind, kind_reasons=reasons, version=0)
            found.append(question)
    return found


def is_suspected() -> Q:
    """Condition on a question that the engine takes it for a letter and nobody has chosen it."""
    taken = Suggestion.objects.filter(question=OuterRef("pk"), kind__in=sorted(LETTER_KINDS))
    return Q(Exists(taken), state__in=[QuestionState.RECEIVED, QuestionState.SET_ASIDE])


def may_be_letter() -> Q:
    """Condition on a question that it is suspected, or new and not yet read by the engine."""
    read = SearchText.objects.filter(
        question=OuterRef("pk"), side=Side.QUESTION, of_version=OuterRef("version")
    )
    return is_suspected() | Q(~Exists(read), state=QuestionState.RECEIVED)


def shown_to(user: User, questions: "QuerySet[Question]") -> "QuerySet[Question]":
    """The questions a person may read of those given.

    Host and office sort them; the chair is shown nothing that may be a complaint or denunciation.
    """
    sorting = Q(conference__host=user.agency_id) | Q(conference__office=user.agency_id)
    return questions.filter(sorting | ~may_be_letter())


def letters_of(conference: Conference) -> "QuerySet[PassOn]":
    """Letters that were passed on, those not yet sent and due first."""
    standing = PassOn.objects.filter(question__conference=conference, taken_back_at=None)
    return standing.select_related("question__conference", "decided_by").order_by(
        "sent_on", "due", "pk"
    )


def letter_of(conference: Conference, number: int) -> PassOn | None:
    """The standing letter of a question; None when it is none."""
    return letters_of(conference).filter(question__number=number).first()


def keepers_of(conference: Conference) -> list[User]:
    """The two who alone see who sent a denunciation; none before they are named."""
    named = SecrecyKeeper.objects.filter(conference=conference).select_related("user__agency")
    return [keeper.user for keeper in named.order_by("place")]


def possible_keepers(conference: Conference) -> "QuerySet[User]":
    """Active accounts that write for the host or the office and do not keep the system."""
    agencies = [conference.host_id, conference.office_id]
    active = User.objects.filter(agency__in=agencies, is_active=True, is_administrator=False)
    people = active.select_related("agency")
    writing = [person.pk for person in people if person.drafts]
    return people.filter(pk__in=writing).order_by("agency__name", "full_name")


def without_secrets(submissions: "QuerySet[Submission]") -> "QuerySet[Submission]":
    """The submissions of which no part was passed on as a denunciation."""
    return submissions.exclude(pk__in=secret_parts().values("submission"))


def named_parts() -> "QuerySet[Part]":
    """Parts whose sender agreed to be named; of slips with a denunciation none."""
    secret = secret_parts().values("submission")
    return Part.objects.filter(submission__consents_name=True).exclude(submission__in=secret)


def secret_addresses(conference: Conference) -> list[str]:
    """The e-mail addresses of denouncers, for leaving letters to them out of every list."""
    secret = secret_parts().filter(submission__conference=conference).exclude(submission__email="")
    return list(secret.order_by().values_list("submission__email", flat=True).distinct())

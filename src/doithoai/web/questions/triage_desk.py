"""What the triage desk shows of the queue, of the open question, and of those like it."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, OuterRef, Prefetch, Subquery, prefetch_related_objects

from doithoai.answers.queries import agencies_to_ask
from doithoai.audit import clock
from doithoai.directory.models import User
from doithoai.matching.comparison import Likeness, Stretch, compare
from doithoai.matching.drafting import drafted
from doithoai.matching.kinds import propose_kind
from doithoai.matching.topics import propose_topic
from doithoai.planning.models import Conference, Topic
from doithoai.questions.actions.merging import WITHIN_HOUSE
from doithoai.questions.models import LETTER_KINDS, Hold, Part, Question, QuestionKind, TriageStep
from doithoai.questions.permissions import secret_parts
from doithoai.questions.queries import ASKED, questions_for
from doithoai.questions.queries.comparing import Like, like_questions
from doithoai.questions.queries.engine import house_lexicon
from doithoai.questions.queries.sorting import holds_of, undoable
from doithoai.questions.rules.places import ELSEWHERE, place_of
from doithoai.questions.states import QuestionState
from doithoai.vietnamese.letters import nfc
from doithoai.vietnamese.personal_data import mask
from doithoai.web.questions.reading import matters_in
from doithoai.web.questions.triage_forms import AcceptForm

QUEUE, MERGE_KEYS = 12, "gh"
TAKING_IN = ("receive_merged", "give_back")
"""Steps of a question that only takes in or gives back what belongs to others."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """One line of the queue; a letter's words stand in no list."""

    question: Question
    excerpt: str
    place: str
    matters: int
    letter: str


@dataclass(frozen=True, slots=True)
class Beside:
    """A question like the open one: both wordings in stretches, what is alike, what differs."""

    like: Like
    pieces: list[tuple[str, bool]]
    own: list[tuple[str, bool]]
    is_worded: bool
    reasons: tuple[str, ...]
    key: str
    is_earlier: bool
    answered_in: int | None
    """The year of the conference that has answered it, of an earlier one."""


def queue_of(conference: Conference, number: int | None) -> tuple[list[Waiting], int]:
    """The new questions from the open one on, round the end to the first, and how many wait."""
    waiting = (
        conference.questions.filter(state=QuestionState.RECEIVED)
        .select_related("suggestion")
        .order_by("number")
    )
    later = list(waiting.filter(number__gte=number or 0)[:QUEUE])
    first = list(waiting.filter(number__lt=number or 0)[: QUEUE - len(later)])
    shown = [*later, *first]
    slips = Part.objects.exclude(submission__in=secret_parts().values("submission"))
    slips = slips.select_related("submission").order_by("pk")
    prefetch_related_objects(shown, Prefetch("parts", slips, to_attr="open_parts"))
    return [_waiting(one) for one in shown], waiting.count()


def _waiting(question: Any) -> Waiting:
    letter = letter_of(question)
    units = [part.submission.sender_unit for part in question.open_parts[:1]]
    place = place_of(units[0]) if units else ELSEWHERE
    return Waiting(
        question=question,
        excerpt="" if letter else mask(nfc(question.wording)),
        place="" if place == ELSEWHERE or letter else place,
        matters=max((matters_in(part) for part in question.open_parts), default=1),
        letter=letter,
    )


def letter_of(question: Question) -> str:
    """What letter the question shows signs of being, in words; "" when of none."""
    kind = _kind(question)[0]
    return QuestionKind(kind).label.lower() if kind in LETTER_KINDS else ""


def letter_reasons(question: Question) -> list[str]:
    """Why it may be a letter, or of its kind."""
    return _kind(question)[1]


def _kind(question: Question) -> tuple[str, list[str]]:
    """The kind proposed and why: as kept, or looked up at once while nothing is kept."""
    suggestion = getattr(question, "suggestion", None)
    if suggestion is not None:
        return suggestion.kind, suggestion.kind_reasons
    found = propose_kind(nfc(question.wording))
    return found.kind, list(found.reasons)


def beside(question: Question) -> list[Beside]:
    """Questions like the open one, differences told; those of earlier years come last."""
    words, lexicon = mask(nfc(question.wording)), house_lexicon()
    shown: list[Beside] = []
    for like in like_questions(question, 4):
        other = mask(nfc(like.question.wording))
        compared = compare(words, other, lexicon)
        if not (compared.shared or like.is_near_duplicate):
            continue
        is_earlier = like.question.conference_id != question.conference_id
        place = len(shown)
        key = MERGE_KEYS[place] if place < len(MERGE_KEYS) and not is_earlier else ""
        pieces = [_piece(other, stretch) for stretch in compared.right]
        own = [_piece(words, stretch) for stretch in compared.left]
        is_worded = like.question.state in WITHIN_HOUSE
        year = like.question.conference.year if is_earlier else None
        shown.append(Beside(like, pieces, own, is_worded, compared.reasons, key, is_earlier, year))
    return shown


def _piece(text: str, stretch: Stretch) -> tuple[str, bool]:
    return text[stretch.start : stretch.end], stretch.likeness is Likeness.ONLY_HERE


def topic_of(question: Question) -> tuple[Topic, str] | None:
    """The topic proposed for a question that has none, and why; of letters none."""
    if question.topic_id or letter_of(question):
        return None
    topics = list(question.conference.topics.all())
    found = propose_topic(
        mask(nfc(question.wording)), [topic.text for topic in topics], house_lexicon()
    )
    return (topics[found.place], found.reason) if found else None


def preceding(question: Question) -> int | None:
    """The number of the question before it that nobody has decided, round to the last."""
    waiting = Question.objects.filter(
        conference=question.conference_id, state=QuestionState.RECEIVED
    ).exclude(pk=question.pk)
    numbers = waiting.order_by("-number").values_list("number", flat=True)
    return numbers.filter(number__lt=question.number).first() or numbers.first()


def accept_form(
    question: Question, *sent: Any, topic: tuple[Topic, str] | None = None
) -> AcceptForm:
    """The form with what is proposed preselected and not saved."""
    suggestion = getattr(question, "suggestion", None)
    agencies = agencies_to_ask(question.conference, clock.today())
    form = AcceptForm(question, agencies, suggestion.agencies if suggestion else [], *sent)
    form.draft = drafted(form.initial["wording"], house_lexicon())
    form.initial["wording"] = form.draft.text
    if suggestion and suggestion.kind not in LETTER_KINDS and suggestion.kind:
        form.initial["kind"] = suggestion.kind
    if topic:
        form.initial["topic"] = topic[0].pk
    return form


def holder_of(question: Question, user: User) -> Hold | None:
    """Who else has the question open right now."""
    return holds_of([question], besides=user, now=clock.now()).get(question.pk)


def last_step(conference: Conference, user: User) -> TriageStep | None:
    """The last step this person can still undo, of a question that it decided.

    `among` says how many such questions go with it.
    """
    batch = TriageStep.objects.filter(batch=OuterRef("batch"), undone_at=None)
    changed = batch.exclude(verb__in=TAKING_IN).order_by().values("batch")
    counted = changed.annotate(among=Count("question", distinct=True)).values("among")
    steps = undoable(conference, user, now=clock.now()).exclude(verb__in=TAKING_IN)
    return steps.annotate(among=Subquery(counted)).first()


def open_question(user: User, conference: Conference, number: int) -> Question | None:
    """The question of a number, with its suggestion, for those who lead."""
    found = questions_for(user).filter(conference=conference, number=number)
    question = found.annotate(asked=ASKED).select_related("suggestion", "topic", "lead").first()
    if question:
        question.conference = conference
    return question

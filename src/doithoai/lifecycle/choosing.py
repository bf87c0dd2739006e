"""Which chosen questions to put in the hall: what every room knows of them, and a proposal."""

from dataclasses import dataclass

from django.db.models import Q, QuerySet, Sum

from doithoai.planning.models import Conference, Topic
from doithoai.programme.models import AgendaItem, ItemKind
from doithoai.questions.models import Question
from doithoai.questions.queries import questions_of
from doithoai.questions.queries.grouping import places_of_senders
from doithoai.questions.rules.choosing import (
    ANSWERING_MINUTES,
    ASKING_MINUTES,
    Candidate,
    HallProposal,
    Pick,
    propose_hall,
)
from doithoai.questions.states import HALL_STATES

HALF_DAY_MINUTES = 120


@dataclass(frozen=True, slots=True)
class ProposedQuestion:
    """A question proposed for the hall, with why, in words."""

    question: Question
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ProposedHall:
    """The proposal for one conference, in the order of the plan's topics.

    `kept` stand in the hall already; `topics`, `fields`, `places` are left uncovered.
    """

    kept: tuple[ProposedQuestion, ...]
    added: tuple[ProposedQuestion, ...]
    minutes: int
    asked: int
    asked_in_all: int
    topics: tuple[Topic, ...]
    fields: tuple[str, ...]
    places: tuple[str, ...]


def dialogue_minutes(conference: Conference) -> int:
    """How long the programme gives to the dialogue; half a day's usual two hours without one."""
    items = AgendaItem.objects.filter(conference=conference, kind=ItemKind.DIALOGUE)
    return items.aggregate(minutes=Sum("minutes"))["minutes"] or HALF_DAY_MINUTES


def proposed_hall(
    conference: Conference,
    *,
    minutes: int,
    asking: int = ASKING_MINUTES,
    answering: int = ANSWERING_MINUTES,
) -> ProposedHall:
    """A set of chosen questions worth most within `minutes`, beside those already in the hall."""
    questions = {one.number: one for one in _chosen(conference)}
    places = places_of_senders(conference)
    candidates = [_candidate(one, places, asking + answering) for one in questions.values()]
    topics = {topic.position: topic for topic in conference.topics.all()}
    kept = [one.number for one in questions.values() if one.hall_position is not None]
    found = propose_hall(candidates, minutes=minutes, topics=topics, kept=kept)
    shown = [
        ProposedQuestion(questions[pick.number], _reasons(pick))
        for pick in sorted(found.picks, key=lambda pick: _by_topic(questions[pick.number]))
    ]
    return _proposed(found, shown, topics)


def _chosen(conference: Conference) -> "QuerySet[Question]":
    """Those in the hall already, and those that could be: who asks late is answered in writing."""
    could_be = Q(state__in=sorted(HALL_STATES), in_time__gt=0)
    return (
        questions_of(conference)
        .filter(could_be | Q(hall_position__isnull=False))
        .select_related("topic", "lead", "referral__agency", "suggestion")
    )


def _candidate(question: Question, places: dict[int, frozenset[str]], minutes: int) -> Candidate:
    referral = getattr(question, "referral", None)
    lead = referral.agency if referral else question.lead
    suggestion = getattr(question, "suggestion", None)
    return Candidate(
        number=question.number,
        asked=vars(question)["asked"],
        topic=question.topic.position if question.topic else None,
        field=lead.short_name if lead else "",
        places=places.get(question.pk, frozenset()),
        group=suggestion.group if suggestion else None,
        minutes=minutes,
    )


def _by_topic(question: Question) -> tuple[bool, int, int]:
    topic = question.topic
    return topic is None, topic.position if topic else 0, question.number


def _reasons(pick: Pick) -> tuple[str, ...]:
    reasons = []
    if pick.topic is not None:
        reasons.append(f"Câu đầu tiên về nội dung {pick.topic}")
    if pick.asked > 1:
        reasons.append(f"{pick.asked} phiếu cùng hỏi")
    if pick.field:
        reasons.append(f"Câu đầu tiên thuộc {pick.field}")
    if pick.places:
        reasons.append(f"Người hỏi từ {', '.join(pick.places)}")
    return tuple(reasons) or ("Còn thời gian, được nhiều phiếu hơn các câu còn lại",)


def _proposed(
    found: HallProposal, shown: list[ProposedQuestion], topics: dict[int, Topic]
) -> ProposedHall:
    in_hall = [one for one in shown if one.question.hall_position is not None]
    return ProposedHall(
        kept=tuple(sorted(in_hall, key=lambda one: one.question.hall_position or 0)),
        added=tuple(one for one in shown if one.question.hall_position is None),
        minutes=found.minutes,
        asked=found.asked,
        asked_in_all=found.asked_in_all,
        topics=tuple(topics[position] for position in found.topics if position in topics),
        fields=found.fields,
        places=found.places,
    )

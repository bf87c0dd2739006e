"""Which chosen questions to put in the hall: what every room knows of them, and a proposal."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from django.db.models import Q, QuerySet, Sum

from doithoai.planning.models import Conference, Topic
from doithoai.programme.models import AgendaItem, ItemKind
from doithoai.questions.models import Question
from doithoai.questions.queries import questions_of
from doithoai.questions.queries.grouping import places_of_senders, points_of_senders
from doithoai.questions.rules.choosing import (
    ANSWERING_MINUTES,
    ASKING_MINUTES,
    Candidate,
    Pick,
    propose_hall,
)
from doithoai.questions.states import HALL_STATES, QuestionState

HALF_DAY_MINUTES = 120
COULD_BE = Q(state__in=[QuestionState.SELECTED, QuestionState.REFERRED], in_time__gt=0)
"""Who asks late is answered in writing; what is answered needs no place in the hall."""

Cover = tuple[str, str]
"""What a question touches: `topic`, `agency`, `place` or `point`, and which (a topic's number)."""


@dataclass(frozen=True, slots=True)
class ProposedQuestion:
    """A question in the hall or proposed for it, with why, in words, and what it covers."""

    question: Question
    reasons: tuple[str, ...]
    covers: frozenset[Cover]

    @property
    def asked(self) -> int:
        """How many slips ask it."""
        return int(vars(self.question)["asked"])


@dataclass(frozen=True, slots=True)
class CountedHall:
    """What some questions take and carry together, and what no one of them touches."""

    count: int
    minutes: int
    asked: int
    left: frozenset[Cover]


@dataclass(frozen=True, slots=True)
class ProposedHall:
    """The proposal for one conference, in the order of the plan's topics.

    `kept` stand in the hall already; `surplus` are those of them to leave out for the rest to
    fit the time. `everything` is what could be covered. `late` and `answered` count the chosen
    questions that are not proposed for that.
    """

    kept: tuple[ProposedQuestion, ...]
    added: tuple[ProposedQuestion, ...]
    surplus: tuple[ProposedQuestion, ...]
    each: int
    asked_in_all: int
    everything: tuple[Cover, ...]
    late: int
    answered: int

    def counted(self, numbers: Collection[int] | None = None) -> CountedHall:
        """Those kept with the proposed ones of these numbers; with all of them without."""
        taken = [
            *self.kept,
            *(one for one in self.added if numbers is None or one.question.number in numbers),
        ]
        touched = frozenset[Cover]().union(*(one.covers for one in taken))
        return CountedHall(
            count=len(taken),
            minutes=len(taken) * self.each,
            asked=sum(one.asked for one in taken),
            left=frozenset(self.everything) - touched,
        )


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
    candidates = _candidates(conference, questions.values(), asking + answering)
    topics = [topic.position for topic in conference.topics.all()]
    kept = {one.number for one in questions.values() if one.hall_position is not None}
    found = propose_hall(candidates.values(), minutes=minutes, topics=topics, kept=kept)
    shown = {
        pick.number: ProposedQuestion(
            questions[pick.number], _reasons(pick), _covers(candidates[pick.number])
        )
        for pick in sorted(found.picks, key=lambda pick: by_topic(questions[pick.number]))
    }
    surplus = _surplus([candidates[number] for number in kept], minutes, topics)
    return ProposedHall(
        kept=tuple(sorted((shown[number] for number in kept), key=_place)),
        added=tuple(one for number, one in shown.items() if number not in kept),
        surplus=tuple(sorted((shown[number] for number in surplus), key=_place)),
        each=asking + answering,
        asked_in_all=found.asked_in_all,
        everything=_everything(candidates.values(), topics),
        **_not_proposed(conference),
    )


def _chosen(conference: Conference) -> "QuerySet[Question]":
    """Those in the hall already, and those that could be."""
    return (
        questions_of(conference)
        .filter(COULD_BE | Q(hall_position__isnull=False))
        .select_related("topic", "lead", "referral__agency", "suggestion")
    )


def _not_proposed(conference: Conference) -> dict[str, int]:
    chosen = questions_of(conference).filter(state__in=sorted(HALL_STATES), hall_position=None)
    answered = Q(state=QuestionState.ANSWERED)
    return {
        "answered": chosen.filter(answered).count(),
        "late": chosen.exclude(answered).filter(Q(in_time=0)).count(),
    }


def _candidates(
    conference: Conference, questions: Iterable[Question], minutes: int
) -> dict[int, Candidate]:
    places, points = places_of_senders(conference), points_of_senders(conference)
    nowhere = frozenset[str]()
    return {
        one.number: Candidate(
            number=one.number,
            asked=vars(one)["asked"],
            topic=one.topic.position if one.topic else None,
            field=_agency(one),
            places=places.get(one.pk, nowhere),
            points=points.get(one.pk, nowhere),
            group=one.suggestion.group if hasattr(one, "suggestion") else None,
            minutes=minutes,
        )
        for one in questions
    }


def _agency(question: Question) -> str:
    referral = getattr(question, "referral", None)
    lead = referral.agency if referral else question.lead
    return lead.short_name if lead else ""


def _surplus(kept: list[Candidate], minutes: int, topics: list[int]) -> set[int]:
    """Of those in the hall, the ones worth least beside the rest, when together they are too long.

    Two of one matter may both stand there: an official has put them there.
    """
    numbers = {one.number for one in kept}
    if sum(one.minutes for one in kept) <= minutes:
        return set()
    return numbers - {
        pick.number for pick in propose_hall(kept, minutes=minutes, topics=topics).picks
    }


def _covers(candidate: Candidate) -> frozenset[Cover]:
    topic = () if candidate.topic is None else (str(candidate.topic),)
    agency = (candidate.field,) if candidate.field else ()
    kinds = {"topic": topic, "agency": agency, "place": candidate.places, "point": candidate.points}
    return frozenset((kind, name) for kind, names in kinds.items() for name in names)


def _everything(candidates: Iterable[Candidate], topics: list[int]) -> tuple[Cover, ...]:
    """The plan's topics in its order, whoever asks about them, then what the questions touch."""
    touched = frozenset[Cover]().union(*map(_covers, candidates))
    plan = [("topic", str(position)) for position in topics]
    return (*plan, *sorted(cover for cover in touched if cover[0] != "topic"))


def by_topic(question: Question) -> tuple[bool, int, int]:
    """Where a question stands by the plan's topics: those under none last."""
    topic: Topic | None = question.topic
    return topic is None, topic.position if topic else 0, question.number


def _place(proposed: ProposedQuestion) -> int:
    return proposed.question.hall_position or 0


def _reasons(pick: Pick) -> tuple[str, ...]:
    reasons = []
    if pick.topic is not None:
        reasons.append(f"Câu đầu tiên về nội dung {pick.topic}")
    if pick.asked > 1:
        reasons.append(f"{pick.asked} phiếu cùng hỏi")
    if pick.field:
        reasons.append(f"Câu đầu tiên của {pick.field}")
    if pick.places:
        reasons.append(f"Người hỏi từ {', '.join(pick.places)}")
    if pick.points:
        reasons.append(f"Gửi qua {', '.join(pick.points)}")
    return tuple(reasons) or ("Còn thời gian, được nhiều phiếu hơn các câu còn lại",)

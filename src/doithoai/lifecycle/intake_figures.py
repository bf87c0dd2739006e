"""What came, counted in five ways: by topic, by field, by place, by channel, by day."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils import timezone

from doithoai.planning.models import Conference
from doithoai.questions.models import Channel, Submission
from doithoai.questions.rules.places import ELSEWHERE, place_of
from doithoai.questions.states import LISTED_STATES
from doithoai.vietnamese.dates import short_date

MOST_DAYS = 31
NO_TOPIC, NO_FIELD = "Chưa xếp nội dung", "Chưa chọn cơ quan"
UNKNOWN = frozenset({NO_TOPIC, NO_FIELD, ELSEWHERE})


@dataclass(frozen=True, slots=True)
class Tally:
    """How many slips stand under a name."""

    name: str
    slips: int


@dataclass(frozen=True, slots=True)
class IntakeFigures:
    """Slips that stand in lists, counted; a slip of two matters counts under each of them."""

    topics: tuple[Tally, ...]
    fields: tuple[Tally, ...]
    places: tuple[Tally, ...]
    channels: tuple[Tally, ...]
    days: tuple[Tally, ...]


def intake_figures(conference: Conference) -> IntakeFigures:
    """Every way of counting, from one reading of the slips."""
    rows = list(_rows(conference))
    return IntakeFigures(
        topics=_topics(conference, rows),
        fields=_ranked((row.pk, row.field) for row in rows),
        places=_ranked((row.pk, place_of(row.unit)) for row in rows),
        channels=_ranked((row.pk, Channel(row.channel).label) for row in rows),
        days=_days({row.pk: row.day for row in rows}.values()),
    )


@dataclass(frozen=True, slots=True)
class _Slip:
    pk: int
    unit: str
    channel: str
    day: date
    topic: int | None
    field: str


def _rows(conference: Conference) -> Iterator[_Slip]:
    """A line for each matter of each slip."""
    question = "parts__question"
    sent = Submission.objects.filter(
        conference=conference,
        withdrawn_at=None,
        parts__question__state__in=sorted(LISTED_STATES),
    ).order_by("pk")
    for pk, unit, channel, at, topic, referred, lead in sent.values_list(
        *("pk", "sender_unit", "channel", "received_at", f"{question}__topic__position"),
        *(f"{question}__referral__agency__short_name", f"{question}__lead__short_name"),
    ):
        day = timezone.localtime(at).date()
        yield _Slip(pk, unit, channel, day, topic, referred or lead or NO_FIELD)


def _topics(conference: Conference, rows: Iterable[_Slip]) -> tuple[Tally, ...]:
    """The plan's topics in its order, those nobody wrote about too."""
    counts = Counter(topic for _, topic in {(row.pk, row.topic) for row in rows})
    tallies = [
        Tally(f"{topic.position}. {topic.text}", counts[topic.position])
        for topic in conference.topics.all()
    ]
    return (*tallies, *([Tally(NO_TOPIC, counts[None])] if counts[None] else []))


def _ranked(pairs: Iterable[tuple[int, str]]) -> tuple[Tally, ...]:
    """The commonest first; what is not known last."""
    counts = Counter(name for _, name in set(pairs))
    ranked = sorted(counts.items(), key=lambda item: (item[0] in UNKNOWN, -item[1], item[0]))
    return tuple(Tally(name, count) for name, count in ranked)


def _days(days: Iterable[date]) -> tuple[Tally, ...]:
    """Day by day from the first to the last; by weeks when there are more than a month of them."""
    counts = Counter(days)
    if not counts:
        return ()
    first, last = min(counts), max(counts)
    step = 1 if (last - first).days < MOST_DAYS else 7
    starts = [first + timedelta(days=n) for n in range(0, (last - first).days + 1, step)]
    return tuple(_span(start, step, counts) for start in starts)


def _span(start: date, step: int, counts: Counter[date]) -> Tally:
    end = start + timedelta(days=step - 1)
    name = short_date(start) if step == 1 else f"{short_date(start)} - {short_date(end)}"
    return Tally(name, sum(counts[start + timedelta(days=n)] for n in range(step)))

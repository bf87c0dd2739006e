"""What came, counted in five ways: by topic, by field, by place, by channel, by day."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils import timezone

from doithoai.planning.models import Conference
from doithoai.questions.models import Channel, Submission
from doithoai.questions.rules.places import ELSEWHERE, is_commune, place_of, says_where
from doithoai.questions.states import LISTED_STATES, QuestionState
from doithoai.vietnamese.dates import short_date

MOST_DAYS = 31
NO_TOPIC, UNSORTED, NO_FIELD = "Nội dung khác", "Chưa phân loại", "Chưa chọn cơ quan"
ELSEWHERE_SAID, NO_DISTRICT = "Nơi khác ghi, không có xã, huyện", ", không ghi huyện"
UNKNOWN = (NO_TOPIC, UNSORTED, NO_FIELD, ELSEWHERE_SAID, ELSEWHERE)
"""What names no topic, agency or place, the last known least."""


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
        places=_places(rows),
        channels=_ranked((row.pk, Channel(row.channel).label) for row in rows),
        days=_days({row.pk: row.day for row in rows}.values()),
    )


@dataclass(frozen=True, slots=True)
class _Slip:
    pk: int
    unit: str
    channel: str
    day: date
    topic: int | str
    field: str


def _rows(conference: Conference) -> Iterator[_Slip]:
    """A line for each matter of each slip."""
    question = "parts__question"
    sent = Submission.objects.filter(
        conference=conference,
        withdrawn_at=None,
        parts__question__state__in=sorted(LISTED_STATES),
    ).order_by("pk")
    for pk, unit, channel, at, topic, state, referred, lead in sent.values_list(
        *("pk", "sender_unit", "channel", "received_at", f"{question}__topic__position"),
        f"{question}__state",
        *(f"{question}__referral__agency__short_name", f"{question}__lead__short_name"),
    ):
        day = timezone.localtime(at).date()
        other = UNSORTED if state == QuestionState.RECEIVED else NO_TOPIC
        yield _Slip(pk, unit, channel, day, topic or other, referred or lead or NO_FIELD)


def _topics(conference: Conference, rows: Iterable[_Slip]) -> tuple[Tally, ...]:
    """The plan's topics in its order, those nobody wrote about too."""
    counts = Counter(topic for _, topic in {(row.pk, row.topic) for row in rows})
    tallies = [
        Tally(f"{topic.position}. {topic.text}", counts[topic.position])
        for topic in conference.topics.all()
    ]
    others = [Tally(name, counts[name]) for name in (NO_TOPIC, UNSORTED) if counts[name]]
    return (*tallies, *others)


def _places(rows: Iterable[_Slip]) -> tuple[Tally, ...]:
    """Districts, then communes of which nobody said the district, then what names neither."""
    named = {(row.pk, _place(row.unit)) for row in rows}
    has_districts = any(place not in UNKNOWN and not is_commune(place) for _, place in named)
    ranked = _ranked(named)
    if not has_districts:
        return ranked
    return tuple(
        Tally(tally.name + NO_DISTRICT * is_commune(tally.name), tally.slips)
        for tally in sorted(
            ranked, key=lambda tally: (tally.name in UNKNOWN, is_commune(tally.name))
        )
    )


def _place(unit: str) -> str:
    place = place_of(unit)
    return ELSEWHERE_SAID if place == ELSEWHERE and says_where(unit) else place


def _ranked(pairs: Iterable[tuple[int, str]]) -> tuple[Tally, ...]:
    """The commonest first; what is not known last."""
    counts = Counter(name for _, name in set(pairs))
    last = {name: place for place, name in enumerate(UNKNOWN, start=1)}
    ranked = sorted(counts.items(), key=lambda item: (last.get(item[0], 0), -item[1], item[0]))
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

"""Drawn figures: the rail of stages, bars with their table, differences between two texts."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Any

from django import template

from doithoai.web.templatetags.differences import Piece, pieces

register = template.Library()

GAP = 0.4


@dataclass(frozen=True, slots=True)
class Stop:
    """One stage on the rail: `state` is todo, go, now or done; `share` done is 0 to 1."""

    number: int
    key: str
    name: str
    state: str
    share: float = 0
    count: str = ""
    short_count: str = ""
    words: str = ""
    late: int = 0
    url: str | None = None

    @property
    def shape(self) -> str:
        """The 14 px shape that stands for the stage in lists."""
        return {"todo": "unopened", "go": "drafting", "now": "current", "done": "past"}[self.state]

    @property
    def percent(self) -> str:
        """The part done, in hundredths, for the ring."""
        return f"{100 * min(max(self.share, 0), 1):.1f}"


@dataclass(frozen=True, slots=True)
class Rail:
    """The stages of a conference in order; the pin (the day) stands after stop `pin_after`."""

    stops: list[Stop] = field(default_factory=list)
    pin: str | None = None
    pin_after: int = 6

    @property
    def now(self) -> Stop:
        """The stage that blocks the next milestone; without one, the last that is at work."""
        working = [stop for stop in self.stops if stop.state in {"go", "done"}]
        return next((stop for stop in self.stops if stop.state == "now"), working[-1])


@register.inclusion_tag("components/rail.html")
def rail(rail: Rail, current: str = "", slim: bool = False) -> dict[str, Any]:
    """The road of stages under the title; `current` is the key of the page being read."""
    return {"rail": rail, "current": current, "slim": slim}


@register.inclusion_tag("components/rail_shapes.html")
def rail_shapes(rail: Rail) -> dict[str, Any]:
    """The rail in a list: the stage in words and eight small shapes."""
    return {"rail": rail}


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of a bar: where it starts and how long it is in percent, and its colour 1 to 4."""

    x: str
    width: str
    tone: int


@register.inclusion_tag("components/bar_chart.html")
def bar_chart(
    title: str, rows: Iterable[Any], legend: Sequence[str], late: bool = False, **options: str
) -> dict[str, Any]:
    """Stacked bars from zero with their table; a panel of its own, titled by a sentence.

    Each row has label, values (one per series of `legend`, at most four), optional url and, for a
    single series, tone 1 to 4. With `late` the last series is what is late. Options: `noun` (what
    is counted), `head` (what a row is), `note`.
    """
    rows = list(rows)
    tones = _tones(len(legend), late)
    longest = max((sum(_get(row, "values")) for row in rows), default=0)
    lines = [_line(row, tones, longest, late) for row in rows]
    totals = [sum(column) for column in zip(*(line["values"] for line in lines), strict=True)]
    series = list(zip(legend, tones, totals or [0] * len(legend), strict=True))
    preset = {"noun": "câu", "head": "Cơ quan", "note": ""}
    return {**preset, **options, "title": title, "lines": lines, "series": series}


def _tones(count: int, late: bool) -> list[int]:
    if count == 1:
        return [4 if late else 2]
    return [*range(1, count), 4] if late else list(range(1, count + 1))


def _get(row: Any, name: str, absent: Any = None) -> Any:
    return row.get(name, absent) if isinstance(row, dict) else getattr(row, name, absent)


def _line(row: Any, tones: list[int], longest: int, late: bool) -> dict[str, Any]:
    values = list(_get(row, "values"))
    own = _get(row, "tone")
    starts = [0, *accumulate(values)]
    scale = 100 / longest if longest else 0
    segments = [
        Segment(f"{start * scale:.2f}", f"{max(value * scale - GAP, GAP):.2f}", own or tone)
        for start, value, tone in zip(starts, values, tones, strict=False)
        if value
    ]
    return {
        "label": _get(row, "label"),
        "url": _get(row, "url", ""),
        "values": values,
        "total": sum(values),
        "late": values[-1] if late else 0,
        "segments": segments,
    }


@register.inclusion_tag("components/diff.html")
def diff(old: str, new: str, old_label: str = "bỏ", new_label: str = "thêm") -> dict[str, Any]:
    """What was added and removed between two texts, whole phrases at a time, with a legend."""
    paragraphs: list[list[Piece]] = [[]]
    for piece in pieces(old, new):
        if piece.kind == "break":
            paragraphs.append([])
        else:
            paragraphs[-1].append(piece)
    shown = [paragraph for paragraph in paragraphs if paragraph]
    return {"paragraphs": shown, "old_label": old_label, "new_label": new_label}

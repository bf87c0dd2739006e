"""Drawn figures: the rail of stages, bars with their table, differences between two texts."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import Any

from django import template

from doithoai.lifecycle.rail import Rail
from doithoai.web.templatetags.differences import Piece, pieces

register = template.Library()

GAP = 0.4
STAGE_SHAPES = {"todo": "unopened", "go": "drafting", "now": "current", "done": "past"}


@register.inclusion_tag("components/rail.html")
def rail(
    rail: Rail,
    current: str | None = "",
    urls: Mapping[str, str] | None = None,
    slim: bool = False,
    label: str = "Các giai đoạn của hội nghị",
) -> dict[str, Any]:
    """The road of stages under the title; `current` is the key of the stage being read.

    `urls` says where each stage's page is, by key; a stage without one is text.
    """
    places = urls or {}
    stops = [replace(stop, url=places.get(stop.key, stop.url)) for stop in rail.stops]
    pin = (rail.pin or "").split(" · ")[0] if slim else rail.pin
    shown = {"rail": rail, "stops": stops, "pin": pin}
    return {**shown, "current": current or "", "slim": slim, "label": label}


@register.inclusion_tag("components/rail_shapes.html")
def rail_shapes(rail: Rail) -> dict[str, Any]:
    """The rail in a list: the stage in words and eight small shapes."""
    return {"rail": rail, "shapes": [(stop.state, STAGE_SHAPES[stop.state]) for stop in rail.stops]}


@register.filter
def hundredths(share: float) -> str:
    """A share from 0 to 1 as an SVG number from 0 to 100."""
    return f"{100 * min(max(share, 0), 1):.1f}"


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
    return {**preset, **options, "title": title, "lines": lines, "series": series, "late": late}


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

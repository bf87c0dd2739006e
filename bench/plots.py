"""Plots for the documentation, drawn as SVG without a library."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from html import escape
from math import log10
from pathlib import Path
from typing import Protocol

WIDTH, HEIGHT = 960, 430
TOP, BOTTOM = 70, 350
PANELS = ((80, 430), (560, 910))
COLOURS = ("#b3261e", "#3f6fb5", "#5b8c3a", "#8a5fb0", "#c07f1a")
QUALITY_TICKS = [(0.0, "0"), *((tick / 10, f"0,{tick}") for tick in (2, 4, 6, 8)), (1.0, "1")]
INK, FAINT = "#2b2b2b", "#d9d9d9"


class Measured(Protocol):
    """What one method did at one size."""

    size: int
    seconds: float
    was_run: bool

    @property
    def f1(self) -> float:
        """Quality, 0 to 1."""


Place = Callable[[float], float]


def draw(file: Path, results: Mapping[str, Sequence[Measured]]) -> None:
    """Two panels, seconds and F1 against the number of questions, one line a method."""
    body = [text(80, 30, "Nhóm câu hỏi trùng: thời gian và độ đúng, một nhân", 17, "bold")]
    body += panel(PANELS[0], "Giây (thang log)", time_ticks(results), seconds_at, results)
    body += panel(PANELS[1], "F1", QUALITY_TICKS, f1_at, results)
    for at, (name, colour) in enumerate(zip(results, COLOURS, strict=False)):
        x, y = 80 + at % 3 * 290, 393 + at // 3 * 22
        width = 2 if at else 3
        stroke = f'stroke="{colour}" stroke-width="{width}"'
        body.append(f'<line x1="{x}" x2="{x + 24}" y1="{y - 4}" y2="{y - 4}" {stroke}/>')
        body.append(text(x + 30, y, name, 13))
    body.append(text(910, 415, "○ = thời gian ước tính", 12, anchor="end"))
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" '
        f'font-family="Be Vietnam Pro, sans-serif" fill="{INK}">'
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>'
    )
    file.write_text("\n".join([head, *body, "</svg>", ""]), encoding="utf-8")


def time_ticks(results: Mapping[str, Sequence[Measured]]) -> list[tuple[float, str]]:
    """Powers of ten from the fastest to the slowest."""
    logs = [log10(one.seconds) for many in results.values() for one in many]
    low, high = int(min(logs) // 1), int(-(-max(logs) // 1))
    named = {
        -2: "0,01",
        -1: "0,1",
        0: "1",
        1: "10",
        2: "100",
        3: "1.000",
        4: "10.000",
        5: "100.000",
    }
    return [(at, named.get(at, f"10^{at}")) for at in range(low, high + 1)]


def seconds_at(one: Measured) -> float | None:
    """Where a result stands in the panel of seconds."""
    return log10(one.seconds)


def f1_at(one: Measured) -> float | None:
    """Where a result stands in the panel of quality; nowhere if it was not run."""
    return one.f1 if one.was_run else None


def panel(
    sides: tuple[int, int],
    title: str,
    ticks: Sequence[tuple[float, str]],
    value: Callable[[Measured], float | None],
    results: Mapping[str, Sequence[Measured]],
) -> Iterator[str]:
    """Axes and lines of one panel."""
    left, right = sides
    sizes = sorted({one.size for many in results.values() for one in many})
    x = scale(log10(sizes[0]), log10(sizes[-1]) + 1e-9, left, right)
    y = scale(ticks[0][0], ticks[-1][0], BOTTOM, TOP)
    yield text(left, TOP - 14, title, 14, "bold")
    for tick, name in ticks:
        height = f'y1="{y(tick):.1f}" y2="{y(tick):.1f}"'
        yield f'<line x1="{left}" x2="{right}" {height} stroke="{FAINT}"/>'
        yield text(left - 8, y(tick) + 4, name, 12, anchor="end")
    for size in sizes:
        yield text(x(log10(size)), BOTTOM + 18, f"{size:,}".replace(",", "."), 12, anchor="middle")
    for colour, many in zip(COLOURS, results.values(), strict=False):
        points = [
            (x(log10(one.size)), y(found), one.was_run)
            for one in many
            if (found := value(one)) is not None
        ]
        yield from line(points, colour, 3 if colour == COLOURS[0] else 2)


def line(points: Sequence[tuple[float, float, bool]], colour: str, width: int) -> Iterator[str]:
    """A line through points; hollow where a time was only worked out."""
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y, _ in points)
    yield f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="{width}"/>'
    for x, y, was_run in points:
        fill = colour if was_run else "#fff"
        ink = f'fill="{fill}" stroke="{colour}" stroke-width="2"'
        yield f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4.5" {ink}/>'


def scale(low: float, high: float, start: float, end: float) -> Place:
    """Where a value between two stands on the page."""
    return lambda value: start + (value - low) / (high - low) * (end - start)


def text(
    x: float, y: float, words: str, size: int, weight: str = "normal", *, anchor: str = "start"
) -> str:
    """Words on the page."""
    return (
        f'<text x="{x:.0f}" y="{y:.0f}" font-size="{size}" font-weight="{weight}" '
        f'text-anchor="{anchor}">{escape(words)}</text>'
    )

"""Spans gathered into printed lines, and lines cut where a wide gap parts two columns."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from doithoai.reading.files.pdf.canvas import Span

_SAME_LINE = 0.4
_WORD_GAP = 0.15
_COLUMN_GAP = 1.5
_TWICE_DRAWN = 0.3
# The two lines of the national motto always head a column of their own.
_MOTTO = re.compile(r"\s*(?:CỘNG H(?:ÒA|OÀ) XÃ|Độc lập\s*[-–]\s*Tự do)")
_RECIPIENTS = re.compile(r"\s*N(?:ơ|¬|ô)i nh(?:ậ|Ë|aä)n")


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of one printed line with no wide gap in it."""

    spans: tuple[Span, ...]

    @property
    def x0(self) -> float:
        """Where it begins."""
        return self.spans[0].x0

    @property
    def x1(self) -> float:
        """Where it ends."""
        return max(span.x1 for span in self.spans)

    @property
    def pieces(self) -> list[tuple[str, str]]:
        """Its text with the spaces between spans, each piece with the name of its font."""
        found: list[tuple[str, str]] = []
        for before, span in zip((None, *self.spans), self.spans, strict=False):
            gap = 0.0 if before is None else span.x0 - before.x1
            parted = gap > _WORD_GAP * span.size and not found[-1][0].endswith(" ")
            found.append((f" {span.text}" if parted else span.text, span.face.name))
        return found

    @property
    def opens_closing(self) -> bool:
        """Whether it is the words Nơi nhận, in Unicode or in the codes of an old font."""
        return _RECIPIENTS.match("".join(text for text, _ in self.pieces)) is not None


@dataclass(frozen=True, slots=True)
class Printed:
    """One printed line: its height on the page and its segments from left to right."""

    y: float
    size: float
    segments: tuple[Segment, ...]

    @property
    def x0(self) -> float:
        """Where the line begins."""
        return self.segments[0].x0

    @property
    def x1(self) -> float:
        """Where the line ends."""
        return self.segments[-1].x1

    @property
    def opening(self) -> float:
        """The room its first word and a space before it would take."""
        first = self.segments[0].spans[0]
        word = first.text.split(maxsplit=1)[0]
        return (first.x1 - first.x0) * (len(word) + 1) / len(first.text)

    @property
    def goes_on(self) -> bool:
        """Whether it begins with a small letter, as the rest of a sentence does."""
        return self.segments[0].spans[0].text.lstrip()[0].islower()

    @property
    def bold(self) -> bool:
        """Whether every letter is bold."""
        return all(span.face.bold for part in self.segments for span in part.spans)

    @property
    def italic(self) -> bool:
        """Whether every letter is italic."""
        return all(span.face.italic for part in self.segments for span in part.spans)


def printed_lines(spans: Iterable[Span]) -> list[Printed]:
    """The lines of a page or a cell, from top to bottom."""
    rows: list[list[Span]] = []
    for span in sorted((s for s in spans if s.text.strip()), key=lambda s: (-s.y, s.x0)):
        if rows and rows[-1][0].y - span.y <= _SAME_LINE * min(rows[-1][0].size, span.size):
            rows[-1].append(span)
        else:
            rows.append([span])
    return [_line(sorted(row, key=lambda span: span.x0)) for row in rows]


def _line(spans: list[Span]) -> Printed:
    groups: list[list[Span]] = []
    for span in spans:
        last = groups[-1][-1] if groups else None
        if last is not None and _drawn_twice(last, span):
            continue
        gap = span.x0 - last.x1 if last is not None else 0.0
        if last is None or gap > _COLUMN_GAP * span.size or (gap > 0 and _MOTTO.match(span.text)):
            groups.append([span])
        else:
            groups[-1].append(span)
    size = max(span.size for span in spans)
    return Printed(spans[0].y, size, tuple(Segment(tuple(group)) for group in groups))


def _drawn_twice(before: Span, span: Span) -> bool:
    """Bold made by drawing the same words again, a hair to the right."""
    return before.text == span.text and abs(before.x0 - span.x0) < _TWICE_DRAWN * span.size

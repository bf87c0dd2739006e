"""Lines that stand side by side without rulings: letterheads, signatures, aligned columns."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from doithoai.reading.files.pdf.lines import Printed, Segment

_ALIGNED = 9.0
_FARTHEST = 2.6
_FARTHEST_SIGNATURE = 9.0


@dataclass(slots=True)
class Column:
    """Where a column stands, wider with every segment it takes."""

    x0: float
    x1: float

    def takes(self, segment: Segment) -> bool:
        """Whether a segment is centred with the column, or flush with either side of it."""
        left, right = segment.x0 - self.x0, segment.x1 - self.x1
        return min(abs(left), abs(right), abs(left + right) / 2) <= _ALIGNED

    def widen(self, segment: Segment) -> None:
        """Make room for a segment."""
        self.x0, self.x1 = min(self.x0, segment.x0), max(self.x1, segment.x1)


@dataclass(slots=True)
class Zone:
    """Consecutive lines set in the same columns; a row has a segment or None for each column."""

    columns: list[Column]
    closing: bool
    lines: list[Printed] = field(default_factory=list)
    rows: list[list[Segment | None]] = field(default_factory=list)

    def takes(self, line: Printed) -> bool:
        """Add a line when every segment of it stands in a column of its own."""
        if self.lines and not self._near(line):
            return False
        row: list[Segment | None] = [None] * len(self.columns)
        for segment in line.segments:
            place = self._place(segment)
            if place is None or row[place] is not None or self._crosses(segment, place):
                return False
            row[place] = segment
        for column, taken in zip(self.columns, row, strict=True):
            if taken is not None:
                column.widen(taken)
        self.lines.append(line)
        self.rows.append(row)
        return True

    @property
    def paired(self) -> int:
        """How many lines stand in two columns or more."""
        return sum(len(line.segments) > 1 for line in self.lines)

    def _place(self, segment: Segment) -> int | None:
        """The column a segment stands in: the one it is aligned with.

        Under Nơi nhận nothing is centred on the page, so there any side of the gap will do.
        """
        places = [i for i, column in enumerate(self.columns) if column.takes(segment)]
        if len(places) == 1:
            return places[0]
        left, right = self.columns[0], self.columns[-1]
        if self.closing and segment.x1 < right.x0:
            return 0
        return len(self.columns) - 1 if self.closing and segment.x0 > left.x1 else None

    def _near(self, line: Printed) -> bool:
        """Close below; a signer's name may stand far below the office it belongs to."""
        last = self.lines[-1]
        gap = (last.y - line.y) / max(last.size, line.size)
        lonely = len(line.segments) == 1 and self.columns[-1].takes(line.segments[0])
        return gap <= (_FARTHEST_SIGNATURE if lonely else _FARTHEST)

    def _crosses(self, segment: Segment, place: int) -> bool:
        others = (column for i, column in enumerate(self.columns) if i != place)
        return any(segment.x0 < other.x1 and other.x0 < segment.x1 for other in others)


def zones_of(lines: Sequence[Printed]) -> Iterator[Zone | Printed]:
    """The lines in order, those set in columns gathered into zones."""
    index = 0
    while index < len(lines):
        zone = _zone_at(lines, index)
        if zone is None:
            yield lines[index]
            index += 1
        else:
            yield zone
            index += len(zone.lines)


def _zone_at(lines: Sequence[Printed], start: int) -> Zone | None:
    if len(lines[start].segments) < 2:
        return None
    segments = lines[start].segments
    zone = Zone([Column(part.x0, part.x1) for part in segments], segments[0].opens_closing)
    index = start
    while index < len(lines) and zone.takes(lines[index]):
        index += 1
    return zone if len(zone.lines) > 1 else None

"""The hall on paper: blocks of rows, aisles, spare seats, and a sensible layout to begin with."""

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from doithoai.vietnamese.abbreviations import expand

STAGE, AUDIENCE, PRESS, STAFF = "stage", "audience", "press", "staff"
LETTERS = "ABCDEFGHKLMNPQTUVXY"
RESERVE = 0.05
STAGE_SEATS, STAFF_SEATS, PRESS_SEATS = 5, 6, 8
MOST_ROWS = 8
WIDTHS = ((60, 10), (200, 16), (400, 20))
WIDEST = 24
_SPOT = re.compile(r"([A-Z]+)\D*(\d{1,3})\D+(\d{1,3})")


@dataclass(frozen=True, slots=True, order=True)
class Spot:
    """One seat by block, row and number: A4-10."""

    letter: str
    row: int
    number: int

    @property
    def name(self) -> str:
        """As printed on cards and read out at the door."""
        return f"{self.letter}{self.row}-{self.number}"


@dataclass(frozen=True, slots=True)
class Block:
    """Rows of seats under one letter, the front row first.

    `aisles` (0 to 2) cut each row; `section` is the part of the seats table it is kept for;
    `closed` are (row, number) nobody may be proposed for: spare seats and those taken.
    """

    letter: str
    rows: int
    per_row: int
    kind: str = AUDIENCE
    aisles: int = 2
    section: int | None = None
    name: str = ""
    spare: int = 0
    closed: frozenset[tuple[int, int]] = field(default_factory=frozenset)


@dataclass(frozen=True, slots=True)
class Section:
    """A group of the seats table that wants a block: its key, name and number of people."""

    key: int | None
    name: str
    people: int


def read_spot(typed: str) -> Spot | None:
    """The seat a person typed (`A4-10`, `a 4 10`); None when it cannot be one."""
    found = _SPOT.fullmatch(typed.strip().upper())
    return Spot(found[1], int(found[2]), int(found[3])) if found else None


def calm(name: str) -> str:
    """A name that a table writes in capitals, as a sentence would: Cán bộ, hội viên, phụ nữ."""
    if not name.isupper():
        return name
    words = [word.lower() if word.isupper() else word for word in expand(name).split()]
    said = " ".join(words)
    return said[:1].upper() + said[1:]


def parts(per_row: int, aisles: int) -> list[range]:
    """The numbers of a row between its aisles: 16 seats and 2 aisles are 5, 6 and 5."""
    count = min(aisles, per_row - 1, 2) + 1
    if count == 1:
        return [range(1, per_row + 1)]
    wing = per_row // count if count == 3 else math.ceil(per_row / 2)
    ends = [0, wing, per_row - wing, per_row] if count == 3 else [0, wing, per_row]
    return [range(first + 1, last + 1) for first, last in zip(ends, ends[1:], strict=False)]


def near_aisle(number: int, per_row: int, aisles: int) -> int:
    """How many seats a seat is from the nearest aisle; without aisles, from the row's end."""
    pieces = parts(per_row, aisles)
    if len(pieces) == 1:
        return min(number - 1, per_row - number)
    edges = [piece[-1] for piece in pieces[:-1]] + [piece[0] for piece in pieces[1:]]
    return min(abs(number - edge) for edge in edges)


def spare_places(rows: int, per_row: int, spare: int) -> set[tuple[int, int]]:
    """The back rows of a block and both ends of the row before them, kept for the unexpected."""
    back, ends = divmod(min(spare, rows * per_row), per_row)
    kept = {(row, n) for row in range(rows - back + 1, rows + 1) for n in range(1, per_row + 1)}
    left, right = ends // 2, per_row - (ends - ends // 2)
    return kept | {
        (rows - back, n) for n in range(1, per_row + 1) if ends and not left < n <= right
    }


def first_layout(sections: Sequence[Section], expected: int) -> list[Block]:
    """A layout for the number of people: table of the chair, a block a section, press, staff.

    Every audience block keeps what its rows leave over, and at least one seat in twenty, spare.
    """
    named = sum(section.people for section in sections)
    people = max(expected, named, 1)
    width = next((wide for most, wide in WIDTHS if people <= most), WIDEST)
    others = "Đại biểu khác" if named else "Đại biểu"
    wanted = [one for one in [*sections, Section(None, others, people - named)] if one.people]
    audience = list(_audience(wanted, width))
    short = math.ceil(people * (1 + RESERVE)) - sum(b.rows * b.per_row for b in audience)
    rows = math.ceil(max(short, 0) / width)
    spare = [Block("R", rows, width, name="Dự phòng", spare=rows * width)] if rows else []
    return [
        Block("S", 1, STAGE_SEATS, STAGE, aisles=0, name="Bàn chủ trì"),
        *audience,
        *spare,
        Block("Z", 1, PRESS_SEATS, PRESS, aisles=0, name="Báo chí"),
        Block("W", 1, STAFF_SEATS, STAFF, aisles=0, name="Thư ký, phục vụ"),
    ]


def _audience(sections: Iterable[Section], width: int) -> Iterable[Block]:
    letters = iter([*LETTERS, *(one + other for one in LETTERS for other in LETTERS)])
    for section in sections:
        rows = math.ceil(section.people / width)
        pieces = math.ceil(rows / MOST_ROWS)
        left = rows * width - section.people
        for piece in range(pieces):
            height = rows // pieces + (piece < rows % pieces)
            last = piece == pieces - 1
            yield Block(
                next(letters),
                height,
                width,
                section=section.key,
                name=section.name,
                spare=left if last else 0,
            )

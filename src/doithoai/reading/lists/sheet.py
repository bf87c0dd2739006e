"""What every kind of list becomes: rows of cells as text."""

from collections.abc import Iterable
from dataclasses import dataclass

MOST_COLUMNS = 40
LONGEST_CELL = 20_000
MOST_CHARACTERS = 10_000_000

Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ListSheet:
    """The rows of a file, equally wide, cells as text in composed letters; blank rows keep places.

    `kind` is "xlsx", "csv" or "docx"; `notes` are Vietnamese sentences about what was done to the
    file on the way.
    """

    kind: str
    rows: tuple[Row, ...]
    notes: tuple[str, ...] = ()


def evened(rows: Iterable[Row]) -> tuple[Row, ...]:
    """All rows equally wide, without the blank rows and columns at the end."""
    kept = list(rows)
    while kept and not any(kept[-1]):
        kept.pop()
    filled = (place for row in kept for place, cell in enumerate(row, start=1) if cell)
    width = max(filled, default=0)
    return tuple((row + ("",) * width)[:width] for row in kept)

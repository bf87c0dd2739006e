"""How the blocks of a hall look apart besides their letters: a fill, then bars at the edges."""

from collections.abc import Iterable, Iterator
from itertools import combinations, product

from doithoai.delegates.seating import AUDIENCE

EDGES = ("bottom", "left", "top", "right")
AUDIENCE_FILLS = (1, 2, 3)
OTHER_FILLS = (4,)
CLOSE_FROM, WIDE_FROM = 17, 25


def tones(kinds: Iterable[str]) -> list[str]:
    """Style classes for the blocks of these kinds, in their order, no two alike.

    The audience takes three fills in turn, everyone else a fourth; each further round adds bars
    at the edges of the seats: enough for 48 blocks of the audience and 16 others.
    """
    audience, others = _looks(AUDIENCE_FILLS), _looks(OTHER_FILLS)
    return [next(audience if kind == AUDIENCE else others) for kind in kinds]


def breadth(widths: Iterable[int]) -> str:
    """How close the seats stand so that the widest row is seen whole: roomy, close or wide."""
    widest = max(widths, default=0)
    return "roomy" if widest < CLOSE_FROM else "close" if widest < WIDE_FROM else "wide"


def _looks(fills: tuple[int, ...]) -> Iterator[str]:
    for size in range(len(EDGES) + 1):
        for edges, fill in product(combinations(EDGES, size), fills):
            yield " ".join([f"fill-{fill}", *(f"edge-{edge}" for edge in edges)])

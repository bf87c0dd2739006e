"""What a page carries besides its text: page numbers, running headers and footers."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import takewhile

_NUMBER = re.compile(r"\s*0*(\d{1,3})\s*")
_CERTAIN = re.compile(
    r"\s*(?:(?:trang|tr\.|page)\s*:?\s*\d{1,3}(?:\s*(?:/|trên|of)\s*\d{1,3})?"
    r"|[-–—]\s*\d{1,3}\s*[-–—])\s*",
    re.IGNORECASE,
)
_OF_TOTAL = re.compile(r"\s*(\d{1,3})\s*/\s*(\d{1,3})\s*")
_DIGITS = re.compile(r"\d+")
_LEAST_PAGE = 400
_NEIGHBOURHOOD = 300
_EDGE = 2
_LEAST_REPEATS = 3
_LEAST_SHARE = 0.5


def page_number_lines(lines: Sequence[str]) -> set[int]:
    """Indexes of the lines that hold only a page number, in a text whose pages are not marked.

    "- 3 -" and "Trang 2/7" are certain. A bare number is one when it counts on from the last
    with a page of text between, and no other bare number stands near it as in a column of cells.
    """
    found = {index for index, line in enumerate(lines) if _CERTAIN.fullmatch(line)}
    expected, last = 0, 0
    for index, value, start in _lonely_numbers(lines):
        if start - last < _LEAST_PAGE or (value != expected if expected else value not in (1, 2)):
            continue
        found.add(index)
        expected, last = value + 1, start
    return found


def _lonely_numbers(lines: Sequence[str]) -> Iterator[tuple[int, int, int]]:
    """Lines that are a bare number far from any other: index, value, characters before it."""
    bare: list[tuple[int, int, int]] = []
    start = 0
    for index, line in enumerate(lines):
        match = _NUMBER.fullmatch(line) or _OF_TOTAL.fullmatch(line)
        if match:
            bare.append((index, int(match.group(1)), start))
        start += len(line)
    far = 10**9
    for place, (index, value, here) in enumerate(bare):
        before = bare[place - 1][2] if place else -far
        after = bare[place + 1][2] if place + 1 < len(bare) else far
        if min(here - before, after - here) > _NEIGHBOURHOOD and lines[index].strip()[0] != "0":
            yield index, value, here


def running_lines(pages: Sequence[Sequence[str]]) -> set[tuple[int, int]]:
    """Page numbers, headers and footers of a paged text, as pairs of page and line index.

    Only the two outer lines at either end of a page count, from the edge inwards; a header is
    a line that stands there, digits aside, on at least half of three pages or more.
    """
    edges = [_edges(page) for page in pages]
    seen: Counter[str] = Counter()
    for page, sides in zip(pages, edges, strict=True):
        seen.update({_masked(page[index]) for side in sides for index in side})
    least = max(_LEAST_REPEATS, _LEAST_SHARE * len(pages))

    def runs(number: int, index: int) -> bool:
        line = pages[number][index]
        return _is_page_number(line, number + 1, len(pages)) or seen[_masked(line)] >= least

    return {
        (number, index)
        for number, sides in enumerate(edges)
        for side in sides
        for index in takewhile(partial(runs, number), side)
    }


def _edges(page: Sequence[str]) -> tuple[list[int], list[int]]:
    """The outer lines of a page that are not blank: the top ones, and the bottom ones upwards."""
    filled = [index for index, line in enumerate(page) if line.strip()]
    return filled[:_EDGE], filled[: -_EDGE - 1 : -1]


def _masked(line: str) -> str:
    return _DIGITS.sub("#", " ".join(line.split()))


def _is_page_number(line: str, page: int, pages: int) -> bool:
    """A bare number at a page's edge counts when it is near the page's place in the file."""
    if _CERTAIN.fullmatch(line):
        return True
    match = _NUMBER.fullmatch(line) or _OF_TOTAL.fullmatch(line)
    return match is not None and pages > 1 and abs(int(match.group(1)) - page) <= 1

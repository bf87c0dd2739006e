"""The source of a plan with what was read marked in it, long runs without facts folded away."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from doithoai.web.planning.facts import Place, fact_key

SHOWN_WITHOUT_FACTS = 3
PHRASE_LENGTH = 90
SHORT = 4
HEADING_LENGTH = 100


@dataclass(frozen=True, slots=True)
class Mark:
    """Where the fact `number` stands: from `start` on `line` to before `end` on `end_line`."""

    number: int
    line: int
    end_line: int
    start: int
    end: int
    is_main: bool
    is_phrase: bool
    is_doubtful: bool
    words: str = ""

    def owns(self, text: str, line: int, *, in_table: bool) -> bool:
        """Whether what lies within the bounds is the fact's own.

        Between its first and last line may stand a page number or the words of another column.
        """
        between = self.line < line < self.end_line
        if self.line == self.end_line or not (between or in_table) or not self.words:
            return True
        plain = " ".join(text.split())
        return plain in self.words if len(plain) > SHORT else f" {plain} " in f" {self.words} "

    def on(self, line: int, length: int) -> tuple[int, int]:
        """The characters of one line it covers."""
        start = self.start if line == self.line else 0
        end = self.end if line == self.end_line else length
        return min(start, length), min(end, length)


@dataclass(frozen=True, slots=True)
class Segment:
    """Words of one line under the same facts; `label` are the numbers of those that end here.

    `is_phrase` tells a fact within a sentence from a paragraph that is a fact as a whole.
    """

    text: str
    numbers: tuple[int, ...] = ()
    anchors: tuple[int, ...] = ()
    ending: tuple[int, ...] = ()
    is_phrase: bool = False
    is_doubtful: bool = False

    @property
    def label(self) -> str:
        """The superscript: `3`, `3, 4`, `12–18`."""
        return number_words(self.ending)

    @property
    def spaced(self) -> str:
        """The numbers of all facts over these words, for the script that walks between them."""
        return " ".join(str(number) for number in self.numbers)


@dataclass(frozen=True, slots=True)
class SourceRow:
    """One line of the source: a paragraph of one cell, or a row of a table.

    `is_continued` tells a line that goes on with a fact begun on the line above.
    """

    line: int
    cells: tuple[tuple[Segment, ...], ...]
    is_unread: bool = False
    is_continued: bool = False

    @property
    def segments(self) -> list[Segment]:
        """The words of all cells."""
        return [segment for cell in self.cells for segment in cell]

    @property
    def text(self) -> str:
        """The line without its marks."""
        return "".join(segment.text for segment in self.segments)


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph ("line"), a table, or a fold that holds blocks without facts."""

    kind: str
    rows: tuple[SourceRow, ...] = ()
    inside: tuple["Block", ...] = ()

    @property
    def has_facts(self) -> bool:
        """Whether a fact or an unread paragraph keeps it in sight."""
        return any(row.is_unread or any(s.numbers for s in row.segments) for row in self.rows)

    @property
    def is_heading(self) -> bool:
        """Short enough to be the heading of what follows."""
        return self.kind == "line" and len(self.rows[0].text) <= HEADING_LENGTH

    @property
    def is_capital(self) -> bool:
        """Written in capitals, as titles are."""
        return self.kind == "line" and self.rows[0].text.isupper()


def numbers_of(places: dict[str, Place]) -> dict[str, int]:
    """The number of every fact, counted in the order of the source."""
    mains = _main_places(places)
    ordered = sorted(mains, key=lambda key: (mains[key]["line"], mains[key]["start"]))
    return {key: number for number, key in enumerate(ordered, start=1)}


def marks_of(
    places: dict[str, Place], doubts: Collection[str] = (), only: Collection[str] | None = None
) -> list[Mark]:
    """A mark for every place; `doubts` names the facts a warning speaks of.

    With `only`, those facts alone, under the numbers they have among all.
    """
    numbers, mains = numbers_of(places), _main_places(places)
    found = []
    for path, place in places.items():
        key = fact_key(path)
        if only is not None and key not in only:
            continue
        bounds = (place["line"], place["end_line"], place["start"], place["end"])
        is_phrase = len(place["text"]) <= PHRASE_LENGTH
        is_main, is_doubtful = place is mains[key], key in doubts
        mark = Mark(numbers[key], *bounds, is_main, is_phrase, is_doubtful, place["text"])
        found.append(mark)
    return found


def overlap(one: Place, other: Place) -> bool:
    """Whether two places share words."""
    return _starts(one) < _ends(other) and _starts(other) < _ends(one)


def source_blocks(
    lines: Iterable[str], marks: Iterable[Mark], unread: Collection[int]
) -> list[Block]:
    """The whole source: paragraphs and tables in order, runs that say nothing new folded."""
    by_line: dict[int, list[Mark]] = {}
    for mark in marks:
        for line in range(mark.line, mark.end_line + 1):
            by_line.setdefault(line, []).append(mark)
    rows = (
        _row(text, number, by_line.get(number, []), number in unread)
        for number, text in enumerate(lines, start=1)
        if text.strip()
    )
    return list(_folded(_blocks(rows)))


def number_words(numbers: Iterable[int]) -> str:
    """Numbers in short: 3, 4 and 12 to 18 are `3, 4, 12–18`."""
    runs: list[list[int]] = []
    for number in sorted(set(numbers)):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(
        f"{run[0]}–{run[-1]}" if len(run) > 2 else ", ".join(map(str, run)) for run in runs
    )


def _main_places(places: dict[str, Place]) -> dict[str, Place]:
    mains: dict[str, Place] = {}
    for path, place in places.items():
        key = fact_key(path)
        if key not in mains or len(place["text"]) > len(mains[key]["text"]):
            mains[key] = place
    return mains


def _starts(place: Place) -> tuple[int, int]:
    return place["line"], place["start"]


def _ends(place: Place) -> tuple[int, int]:
    return place["end_line"], place["end"]


def _row(text: str, line: int, marks: list[Mark], is_unread: bool) -> SourceRow:
    continued = any(mark.line < line for mark in marks)
    return SourceRow(line, tuple(_cells(text, line, marks)), is_unread, continued)


def _cells(text: str, line: int, marks: list[Mark]) -> Iterator[tuple[Segment, ...]]:
    start = 0
    for cell in text.split("\t"):
        yield tuple(_segments(text, line, marks, start, start + len(cell)))
        start += len(cell) + 1


def _segments(text: str, line: int, marks: list[Mark], start: int, end: int) -> Iterator[Segment]:
    in_table = end - start < len(text)
    inside: list[tuple[int, int, bool, Mark]] = []
    for mark in marks:
        begin, stop = _span(mark, text, line)
        left, right = max(begin, start), min(stop, end)
        if left < right and mark.owns(text[left:right], line, in_table=in_table):
            inside.append((left, right, right == stop and line == mark.end_line, mark))
    cuts = sorted({start, end, *(cut for left, right, *_ in inside for cut in (left, right))})
    for left, right in zip(cuts, cuts[1:], strict=False):
        over = [found for found in inside if found[0] <= left and right <= found[1]]
        yield _segment(text[left:right], line, left, right, over)


def _segment(
    text: str, line: int, left: int, right: int, over: list[tuple[int, int, bool, Mark]]
) -> Segment:
    marks = [mark for *_, mark in over]
    return Segment(
        text,
        tuple(sorted({mark.number for mark in marks})),
        tuple(mark.number for mark in dict.fromkeys(marks) if _begins(mark, line, left)),
        tuple(mark.number for _, stop, is_end, mark in over if is_end and stop == right),
        any(mark.is_phrase for mark in marks),
        any(mark.is_doubtful for mark in marks),
    )


def _span(mark: Mark, text: str, line: int) -> tuple[int, int]:
    """The characters covered; asterisks of emphasis, which the reader leaves out, are counted."""
    start, end = mark.on(line, len(text))
    last_word = text[:end].rsplit(None, 1)[-1] if text[:end].strip() else ""
    return start, min(end + last_word.count("*"), len(text))


def _begins(mark: Mark, line: int, column: int) -> bool:
    return mark.is_main and mark.line == line and mark.start == column


def _blocks(rows: Iterable[SourceRow]) -> Iterator[Block]:
    """Rows of one table, line after line, become one block."""
    for is_table, group in groupby(rows, lambda row: len(row.cells) > 1):
        if is_table:
            yield Block("table", tuple(group))
        else:
            yield from (Block("line", (row,)) for row in group)


def _folded(blocks: Iterable[Block]) -> Iterator[Block]:
    run: list[Block] = []
    for block in blocks:
        if not block.has_facts:
            run.append(block)
            continue
        yield from _close_run(run, is_followed=True)
        run = []
        yield block
    yield from _close_run(run, is_followed=False)


def _close_run(run: list[Block], *, is_followed: bool) -> Iterator[Block]:
    """A short run stays; a long one folds, save the heading of what follows."""
    if len(run) <= SHOWN_WITHOUT_FACTS:
        yield from run
        return
    kept = run[-1:] if is_followed and run[-1].is_heading else []
    yield Block("fold", inside=tuple(run[: len(run) - len(kept)]))
    yield from kept

"""What was read marked in the source: numbers of facts, and lines cut where facts begin or end."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from doithoai.web.planning.facts import Place, fact_key

PHRASE_LENGTH = 90
SHORT = 4


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
    def html(self) -> SafeString:
        """The words as a mark: anchors where facts begin, links to facts where they end."""
        if not self.numbers:
            return format_html("{}", self.text)
        return format_html(
            '<mark class="fact{}{}" data-facts="{}">{}{}{}</mark>',
            " fact-phrase" if self.is_phrase else "",
            " fact-doubtful" if self.is_doubtful else "",
            " ".join(str(number) for number in self.numbers),
            format_html_join("", '<span id="cho-{}"></span>', ((n,) for n in self.anchors)),
            self.text,
            self._link(),
        )

    def _link(self) -> SafeString:
        if not self.ending:
            return SafeString()
        return format_html(
            '<sup><a href="#du-kien-{}" aria-label="Dữ kiện {}">{}</a></sup>',
            self.ending[0],
            self.label,
            self.label,
        )


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


def segments_of(text: str, line: int, marks: list[Mark], start: int, end: int) -> Iterator[Segment]:
    """The words of one cell (`start` to `end` of its line) cut where a fact begins or ends."""
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

"""Number, day of issue, title and year of a plan."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator

from doithoai.reading.blocks import Block, Item
from doithoai.reading.passages import Passage
from doithoai.reading.plan import Fact
from doithoai.reading.zones import Zones
from doithoai.vietnamese.dates import find_dates
from doithoai.vietnamese.documents import find_document_numbers

_NUMBER_LABEL = re.compile(r"so\s*:?\s*(?=[\d/.…_\s-])")
_PLACE_AND_DATE = re.compile(r"[^,;:\d]{2,45},\s*(?:ngay|thang)\b")
_ANNEX_NOTE = re.compile(r"kem theo\s+(?:ke hoach|quyet dinh|cong van)(?: so)?\b")
_YEAR = re.compile(r"\bnam\s+((?:19|20)\d{2})\b")


def pieces(items: Iterable[Item]) -> Iterator[Passage]:
    """Every line or cell of the letterhead, columns apart."""
    for item in items:
        if isinstance(item, Block):
            yield from item.columns if len(item.columns) > 1 else (item.body,)
        else:
            for row in item.rows:
                yield from (cell for cell in row.cells if cell)


def read_number(zones: Zones) -> Fact[str] | None:
    """The plan's own number: from its heading, else from the note of an annex."""
    for piece in pieces(zones.letterhead):
        label = _NUMBER_LABEL.search(piece.folded)
        if label is None or label.start() > 4:
            continue
        for number in find_document_numbers(piece.text):
            if not number.blank:
                return Fact(number.text, piece.cut(number.start, number.end).place())
    for note, start in _annex_notes(zones):
        for number in find_document_numbers(note.text):
            if number.start >= start and not number.blank:
                return Fact(number.text, note.cut(number.start, number.end).place())
    return None


def read_issue_date(zones: Zones) -> Fact[dt.date] | None:
    """The day the plan was issued: from its heading, else from the note of an annex."""
    for piece in (*pieces(zones.letterhead), *pieces(zones.closing)):
        if _PLACE_AND_DATE.match(piece.folded):
            for mention in find_dates(piece.text):
                if mention.date:
                    place = piece.cut(mention.start, mention.end).place()
                    return Fact(mention.date, place)
    for note, start in _annex_notes(zones):
        for mention in find_dates(note.text):
            if mention.start >= start and mention.date:
                return Fact(mention.date, note.cut(mention.start, mention.end).place())
    return None


def _annex_notes(zones: Zones) -> Iterator[tuple[Passage, int]]:
    """Texts that say "(Kèm theo Kế hoạch số … ngày …)", and where they say it."""
    texts = [item.body for item in zones.opening if isinstance(item, Block)]
    texts += [annex.title for annex in zones.annexes]
    for annex in zones.annexes:
        texts += [item.body for item in annex.items if isinstance(item, Block)]
    for text in texts:
        match = _ANNEX_NOTE.search(text.folded)
        if match:
            yield text, match.start()


def read_title(zones: Zones) -> Fact[str] | None:
    """The title without the word KẾ HOẠCH, its lines joined."""
    title = zones.title.without_end(" .;,:")
    return title.fact() if title else None


def read_year(
    title: Passage, issued: Fact[dt.date] | None, dated: Iterable[Passage]
) -> Fact[int] | None:
    """The year of the dialogue: from the title, else the day of issue, else the first date."""
    match = _YEAR.search(title.folded)
    if match:
        return Fact(int(match[1]), title.cut(match.start(), match.end()).place())
    if issued:
        return Fact(issued.value.year, issued.place)
    for text in dated:
        for mention in find_dates(text.text):
            if mention.year:
                return Fact(mention.year, text.cut(mention.start, mention.end).place())
    return None

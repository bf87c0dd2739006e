"""An official paper as what it says, in order: no fonts, no margins, no query."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"


class Align(StrEnum):
    """Where the lines of a text stand."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"
    JUSTIFY = "justify"


class RowStyle(StrEnum):
    """What a row of a table is."""

    PLAIN = "plain"
    GROUP = "group"
    TOTAL = "total"


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The two columns that open a paper (NĐ 30/2020, Phụ lục I: ô 1 to 5).

    `about` is the "V/v …" of a letter; a paper without number or day leaves them blank.
    """

    issuer: tuple[str, ...]
    parent: tuple[str, ...] = ()
    number: str = ""
    place_and_day: str = ""
    about: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: 0 a part (centred), 1 `I.`, 2 `1.` under it, 3 `a)`; the first two bold."""

    text: str
    level: int = 1


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text; a newline breaks the line. Only justified text is indented."""

    text: str
    align: Align = Align.JUSTIFY
    is_bold: bool = False
    is_italic: bool = False


@dataclass(frozen=True, slots=True)
class Labelled:
    """`Thời gian: 8 giờ 00`: a label and what stands after its colon."""

    label: str
    text: str
    is_strong: bool = False


@dataclass(frozen=True, slots=True)
class Bullets:
    """Lines that open with a dash."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Numbered:
    """Lines that open with 1., 2., …"""

    items: tuple[str, ...]
    start: int = 1


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its head, its share of the width, where its text stands."""

    head: str
    share: float
    align: Align = Align.LEFT


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table; one with a single cell reaches over all columns."""

    cells: tuple[str, ...]
    style: RowStyle = RowStyle.PLAIN


@dataclass(frozen=True, slots=True)
class Table:
    """A table: the head repeats on every page, short rows stay in one piece."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    is_compact: bool = False


@dataclass(frozen=True, slots=True)
class QuestionAnswer:
    """A question with its answer; who asked and who answers stand between (either may be "")."""

    number: str
    question: str
    answer: tuple[str, ...]
    asked_by: str = ""
    answered_by: str = ""


@dataclass(frozen=True, slots=True)
class Addressees:
    """`Kính gửi:` one on the same line, several each on its own."""

    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Signature:
    """In which capacity someone signs (lines TM., KT., the title), and the name."""

    capacity: tuple[str, ...]
    name: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Closing:
    """The foot: `Nơi nhận` at the left, the signatures beside it from left to right."""

    signatures: tuple[Signature, ...]
    recipients: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AnnexBreak:
    """A new sheet with its own page numbers: `Phụ lục I`, title, `(Kèm theo …)`."""

    label: str
    title: str
    attached: str = ""
    is_landscape: bool = False


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins a new page."""


@dataclass(frozen=True, slots=True)
class QrCode:
    """A square code that a phone reads, with words under it."""

    content: str
    caption: str = ""
    width_mm: int = 28


Block = (
    Heading
    | Paragraph
    | Labelled
    | Bullets
    | Numbered
    | Table
    | QuestionAnswer
    | Addressees
    | Closing
    | PageBreak
    | QrCode
)


@dataclass(frozen=True, slots=True)
class Paper:
    """One official paper.

    A letter has no `title`: its subject stands in the letterhead. A speech has no letterhead.
    """

    letterhead: Letterhead | None
    title: str
    subject: str
    body: tuple[Block | AnnexBreak, ...]
    bases: tuple[str, ...] = ()
    is_landscape: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """Pages numbered from one: the paper itself (no `annex`), or one annex."""

    annex: AnnexBreak | None
    is_landscape: bool
    blocks: tuple[Block, ...]


def sheets_of(paper: Paper) -> Iterator[Sheet]:
    """The paper itself, then each annex."""
    annex: AnnexBreak | None = None
    blocks: list[Block] = []
    for block in paper.body:
        if isinstance(block, AnnexBreak):
            yield _sheet(paper, annex, blocks)
            annex, blocks = block, []
        else:
            blocks.append(block)
    yield _sheet(paper, annex, blocks)


def with_next(blocks: tuple[Block, ...]) -> Iterator[tuple[Block, bool]]:
    """Each block, and whether it stays with the next.

    No signature stands alone on a page, no label under a heading parts from what it speaks of.
    """
    for place, block in enumerate(blocks):
        is_signed = any(isinstance(after, Closing) for after in blocks[place + 1 : place + 2])
        heads = isinstance(block, Labelled) and isinstance(blocks[place - 1], Heading)
        yield (
            block,
            (is_signed and isinstance(block, Paragraph | Labelled)) or (place > 0 and heads),
        )


def name_of(paper: Paper) -> str:
    """What the paper is called in a list of files: its type and subject, or what it is about."""
    about = paper.letterhead.about if paper.letterhead else ""
    return " ".join(f"{paper.title} {paper.subject}".split()) or about


def prose(text: str) -> tuple[Paragraph, ...]:
    """Running text written line by line, each line a paragraph; a list opens with hyphens."""
    lines = (line.strip() for line in text.splitlines())
    return tuple(Paragraph(re.sub("^[–•+] ", "- ", line)) for line in lines if line)


def numbered_bullets(block: Bullets | Numbered) -> list[str]:
    """The lines of a list with the sign each opens with."""
    if isinstance(block, Bullets):
        return [f"- {item}" for item in block.items]
    return [f"{number}. {item}" for number, item in enumerate(block.items, start=block.start)]


def addressee_lines(block: Addressees) -> list[str]:
    """`Kính gửi: Sở Y tế.`, or the words alone and each name with a dash, `;` and a last `.`."""
    if len(block.names) == 1:
        return [f"Kính gửi: {block.names[0]}."]
    last = len(block.names) - 1
    ends = (";" if place < last else "." for place in range(len(block.names)))
    return [
        "Kính gửi:",
        *(f"- {name}{end}" for name, end in zip(block.names, ends, strict=True)),
    ]


def recipient_lines(closing: Closing) -> list[str]:
    """The lines of `Nơi nhận`: a dash before, `;` after, the last one with a full stop."""
    bare = [line.strip().removeprefix("-").strip(" ;.") for line in closing.recipients]
    return [f"- {line}{'.' if place == len(bare) - 1 else ';'}" for place, line in enumerate(bare)]


def _sheet(paper: Paper, annex: AnnexBreak | None, blocks: list[Block]) -> Sheet:
    is_landscape = annex.is_landscape if annex else paper.is_landscape
    return Sheet(annex, is_landscape, tuple(blocks))

"""Papers as PDF, set by typst with fonts that are embedded."""

from collections.abc import Iterable, Iterator
from functools import cache, singledispatch
from importlib.resources import files
from itertools import zip_longest
from threading import Lock
from typing import Any

import typst

from doithoai.documents.formats.fonts import faces
from doithoai.documents.formats.layout import COMPACT_PT, TABLE_PT, stays_whole
from doithoai.documents.paper import (
    MOTTO,
    NATION,
    Addressees,
    Block,
    Bullets,
    Closing,
    Heading,
    Labelled,
    Letterhead,
    Numbered,
    PageBreak,
    Paper,
    Paragraph,
    QrCode,
    QuestionAnswer,
    Row,
    RowStyle,
    Sheet,
    Table,
    addressee_lines,
    name_of,
    numbered_bullets,
    recipient_lines,
    sheets_of,
    with_next,
)
from doithoai.vietnamese.qr import as_svg

_TURN = Lock()


def write_pdf(*papers: Paper) -> bytes:
    """One PDF of all the papers, each numbering its own pages."""
    written: bytes = _compiled(papers, format="pdf")
    return written


def draw_pages(*papers: Paper, ppi: int = 72) -> list[bytes]:
    """The same pages as PNG pictures."""
    drawn = _compiled(papers, format="png", ppi=ppi)
    return drawn if isinstance(drawn, list) else [drawn]


def source(papers: Iterable[Paper]) -> str:
    """The whole document in typst's language; every text stands in it as a quoted string."""
    papers = tuple(papers)
    name = next((name_of(paper) for paper in papers), "")
    ink = (files("doithoai.documents.formats") / "paper.typ").read_text(encoding="utf-8")
    sheets = (
        f'#sheet("s{number}-{place}", {_literal(sheet.is_landscape)})[\n{_sheet(paper, sheet)}\n]'
        for number, paper in enumerate(papers)
        for place, sheet in enumerate(sheets_of(paper))
    )
    return "\n".join([f"#set document(title: {_literal(name)}, date: none)", ink, *sheets])


def _compiled(papers: Iterable[Paper], **options: Any) -> Any:
    font = faces()
    inputs = {"font": font.family, "stretch": str(font.stretch)}
    with _TURN:
        return _compiler().compile(source(papers).encode(), sys_inputs=inputs, **options)


@cache
def _compiler() -> Any:
    paths = [str(path) for path in faces().files]
    return typst.Compiler(font_paths=paths, ignore_system_fonts=True)


def _sheet(paper: Paper, sheet: Sheet) -> str:
    inked = (
        f"#block(sticky: true)[{ink_of(block)}]" if stays else ink_of(block)
        for block, stays in with_next(sheet.blocks)
    )
    return "\n".join([*_opening(paper, sheet), *inked])


def _opening(paper: Paper, sheet: Sheet) -> Iterator[str]:
    if sheet.annex:
        yield _call("annex", sheet.annex.label, sheet.annex.title, sheet.annex.attached)
        return
    if paper.letterhead:
        yield _letterhead(paper.letterhead)
    if paper.title:
        yield _call("title", paper.title, paper.subject)
    for basis in paper.bases:
        yield _call("basis", basis)


def _letterhead(head: Letterhead) -> str:
    return _call(
        "letterhead",
        NATION,
        MOTTO,
        parent="\n".join(head.parent),
        issuer="\n".join(head.issuer),
        number=head.number,
        day=head.place_and_day,
        about=head.about,
    )


@singledispatch
def ink_of(block: Block) -> str:
    """The typst call that sets one block."""
    raise TypeError(f"No such block: {type(block).__name__}")


@ink_of.register
def _heading(block: Heading) -> str:
    return _call("section", block.level, block.text)


@ink_of.register
def _paragraph(block: Paragraph) -> str:
    return _call(
        "said", block.text, at=block.align.value, bold=block.is_bold, italic=block.is_italic
    )


@ink_of.register
def _labelled(block: Labelled) -> str:
    return _call("labelled", block.label, block.text, block.is_strong)


@ink_of.register(Bullets)
@ink_of.register(Numbered)
def _list(block: Bullets | Numbered) -> str:
    return "\n".join(_call("said", line) for line in numbered_bullets(block))


@ink_of.register
def _addressees(block: Addressees) -> str:
    return _call("addressed", addressee_lines(block))


@ink_of.register
def _question(block: QuestionAnswer) -> str:
    return _call(
        "question", block.number, block.question, block.asked_by, block.answered_by, block.answer
    )


@ink_of.register
def _table(block: Table) -> str:
    return _call(
        "ruled",
        _Code(f"{COMPACT_PT if block.is_compact else TABLE_PT}pt"),
        [column.share for column in block.columns],
        [column.align.value for column in block.columns],
        [column.head for column in block.columns],
        [_row(row, after) for row, after in zip_longest(block.rows, block.rows[1:])],
    )


def _row(row: Row, after: Row | None) -> dict[str, Any]:
    """A row as the template draws it; `stays` on the page of the total that follows it."""
    stays = after is not None and after.style is RowStyle.TOTAL
    style = row.style.value
    return {"style": style, "cells": row.cells, "whole": stays_whole(row), "stays": stays}


@ink_of.register
def _closing(block: Closing) -> str:
    signatures = (
        f"signed({_literal(s.capacity)}, {_literal(s.note)}, {_literal(s.name)})"
        for s in block.signatures
    )
    recipients = recipient_lines(block)
    return f"#closed({', '.join([_literal(recipients), *signatures])})"


@ink_of.register
def _page_break(block: PageBreak) -> str:
    return "#pagebreak()"


@ink_of.register
def _qr(block: QrCode) -> str:
    return _call("qr", as_svg(block.content), _Code(f"{block.width_mm}mm"), block.caption)


class _Code(str):
    """A piece of typst's language itself."""


def _call(name: str, *values: Any, **named: Any) -> str:
    given = [*map(_literal, values), *(f"{key}: {_literal(v)}" for key, v in named.items())]
    return f"#{name}({', '.join(given)})"


def _literal(value: Any) -> str:
    """A value in typst's language; a string stays a string whatever signs stand in it."""
    if isinstance(value, _Code):
        return str(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return '"' + "".join(map(_escaped, value)) + '"'
    if isinstance(value, dict):
        return "(" + ", ".join(f"{key}: {_literal(v)}" for key, v in value.items()) + ")"
    if isinstance(value, (list, tuple)):
        return "(" + "".join(f"{_literal(item)}, " for item in value) + ")"
    return repr(value)


def _escaped(letter: str) -> str:
    if letter in '"\\':
        return "\\" + letter
    return letter if letter == "\n" or letter.isprintable() else f"\\u{{{ord(letter):x}}}"

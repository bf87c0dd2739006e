"""Papers as a preview in a page; how they look is the business of a style sheet."""

from collections.abc import Iterable
from functools import singledispatch
from typing import Any

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from doithoai.documents.paper import (
    MOTTO,
    NATION,
    Addressees,
    Align,
    AnnexBreak,
    Block,
    Bullets,
    Closing,
    Column,
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
    Sheet,
    Signature,
    Table,
    addressee_lines,
    numbered_bullets,
    recipient_lines,
    sheets_of,
)
from doithoai.vietnamese.qr import as_svg

HEADING_TAGS = {0: "h4", 1: "h4", 2: "h5", 3: "h6"}


def write_html(*papers: Paper) -> SafeString:
    """The sheets of the papers, one `<article>` each."""
    return _joined(_sheet(paper, sheet) for paper in papers for sheet in sheets_of(paper))


def _sheet(paper: Paper, sheet: Sheet) -> SafeString:
    turned = " sheet-landscape" if sheet.is_landscape else ""
    opening = _annex(sheet.annex) if sheet.annex else _opening(paper)
    return format_html(
        '<article class="sheet{}">{}{}</article>', turned, opening, _joined(map(ink, sheet.blocks))
    )


def _opening(paper: Paper) -> SafeString:
    title = format_html(
        '<h3 class="sheet-title">{}</h3><p class="sheet-subject">{}</p>',
        _lines(paper.title),
        _lines(paper.subject),
    )
    bases = format_html_join("", '<p class="sheet-basis">{}</p>', ((b,) for b in paper.bases))
    head = _letterhead(paper.letterhead) if paper.letterhead else ""
    return _joined([head, title if paper.title else "", bases])


def _letterhead(head: Letterhead) -> SafeString:
    return format_html(
        '<div class="letterhead"><p class="letterhead-issuer">{}<strong>{}</strong></p>'
        '<p class="letterhead-nation"><strong>{}</strong><br><strong class="motto">{}</strong></p>'
        '<p class="letterhead-number">{}{}</p><p class="letterhead-day"><em>{}</em></p></div>',
        format_html("{}<br>", _lines("\n".join(head.parent))) if head.parent else "",
        _lines("\n".join(head.issuer)),
        NATION,
        MOTTO,
        head.number,
        format_html('<br><span class="about">{}</span>', head.about) if head.about else "",
        head.place_and_day,
    )


def _annex(annex: AnnexBreak) -> SafeString:
    return format_html(
        '<h3 class="sheet-title">{}{}</h3><p class="sheet-attached">{}</p>',
        format_html("{}<br>", annex.label) if annex.label else "",
        _lines(annex.title),
        annex.attached,
    )


@singledispatch
def ink(block: Block) -> SafeString:
    """One block as HTML."""
    raise TypeError(f"No such block: {type(block).__name__}")


@ink.register
def _heading(block: Heading) -> SafeString:
    tag = mark_safe(HEADING_TAGS[block.level])
    return format_html('<{} class="heading-{}">{}</{}>', tag, block.level, block.text, tag)


@ink.register
def _paragraph(block: Paragraph) -> SafeString:
    return _words(block.text, block.align.value, bold=block.is_bold, italic=block.is_italic)


def _words(
    text: str, kind: str = Align.JUSTIFY.value, *, bold: bool = False, italic: bool = False
) -> SafeString:
    classes = f"said-{kind}{' is-bold' if bold else ''}{' is-italic' if italic else ''}"
    return format_html('<p class="{}">{}</p>', classes, _lines(text))


@ink.register
def _labelled(block: Labelled) -> SafeString:
    tag, other = ("span", "strong") if block.is_strong else ("strong", "span")
    return format_html(
        '<p class="said-justify"><{}>{}:</{}> <{}>{}</{}></p>',
        *(mark_safe(tag), block.label, mark_safe(tag)),
        *(mark_safe(other), _lines(block.text), mark_safe(other)),
    )


@ink.register(Bullets)
@ink.register(Numbered)
def _list(block: Bullets | Numbered) -> SafeString:
    return _joined(_words(line) for line in numbered_bullets(block))


@ink.register
def _addressees(block: Addressees) -> SafeString:
    return _joined(
        _words(line, "addressee" if place else "address")
        for place, line in enumerate(addressee_lines(block))
    )


@ink.register
def _question(block: QuestionAnswer) -> SafeString:
    return _joined(
        [
            _words(f"{block.number}. {block.question}", bold=True),
            _words(block.asked_by, italic=True) if block.asked_by else "",
            _words(block.answered_by, bold=True, italic=True) if block.answered_by else "",
            *map(_words, block.answer),
        ]
    )


@ink.register
def _table(block: Table) -> SafeString:
    return format_html(
        '<div class="ruled-box" tabindex="0" role="group" aria-label="Bảng">'
        '<table class="ruled{}">{}<thead><tr>{}</tr></thead><tbody>{}</tbody></table></div>',
        " ruled-compact" if block.is_compact else "",
        _widths(block.columns),
        format_html_join(
            "", '<th scope="col">{}</th>', ((_lines(column.head),) for column in block.columns)
        ),
        _joined(_row(row, block.columns) for row in block.rows),
    )


def _widths(columns: tuple[Column, ...]) -> SafeString:
    """The share of each column as an attribute: the page's policy allows no inline style."""
    total = sum(column.share for column in columns)
    return format_html_join(
        "", '<col width="{}%">', ((round(100 * column.share / total),) for column in columns)
    )


def _row(row: Row, columns: tuple[Column, ...]) -> SafeString:
    if len(row.cells) == 1:
        cell = format_html('<td colspan="{}">{}</td>', len(columns), _lines(row.cells[0]))
        return format_html('<tr class="row-{}">{}</tr>', row.style.value, cell)
    cells = (
        (column.align.value, _lines(words))
        for column, words in zip(columns, row.cells, strict=True)
    )
    inked = format_html_join("", '<td class="cell-{}">{}</td>', cells)
    return format_html('<tr class="row-{}">{}</tr>', row.style.value, inked)


@ink.register
def _closing(block: Closing) -> SafeString:
    lines = recipient_lines(block)
    sent = format_html(
        '<div class="sent"><p><strong>Nơi nhận:</strong></p>{}</div>',
        format_html_join("", "<p>{}</p>", ((line,) for line in lines)),
    )
    blank = '<div class="sent"></div>' if len(block.signatures) == 1 else ""
    left = sent if lines else mark_safe(blank)
    return format_html(
        '<div class="closing">{}{}</div>', left, _joined(map(_signature, block.signatures))
    )


def _signature(signature: Signature) -> SafeString:
    return format_html(
        '<div class="signature">{}{}<p class="signer">{}</p></div>',
        format_html_join("", "<p>{}</p>", ((line,) for line in signature.capacity)),
        format_html("<p><em>{}</em></p>", signature.note) if signature.note else "",
        signature.name,
    )


@ink.register
def _page_break(block: PageBreak) -> SafeString:
    return mark_safe('<hr class="page-break">')


@ink.register
def _qr(block: QrCode) -> SafeString:
    return format_html(
        '<figure class="qr">{}<figcaption>{}</figcaption></figure>',
        mark_safe(as_svg(block.content)),
        block.caption,
    )


def _lines(text: str) -> SafeString:
    return format_html_join(mark_safe("<br>"), "{}", ((line,) for line in text.split("\n")))


def _joined(parts: Iterable[Any]) -> SafeString:
    return format_html_join("", "{}", ((part,) for part in parts))

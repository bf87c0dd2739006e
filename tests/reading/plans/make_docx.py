"""Make the sample plans' .docx files from their marked source, as offices write them in Word.

usage: make_docx.py FOLDER SOURCE.src ...   -> writes each SOURCE.docx into FOLDER

A source line begins with a mark: `§h` Roman heading, `§n` numbered, `§a` lettered, `§b` dash and
`§p` plus bullets (all Word's automatic numbering, so the sign is not in the text), `§c` centred and
bold, `§t` a row of a bordered table (cells parted by tabs), `§[`, `§|`, `§]` the two cells of a
borderless table. A line without a mark is a plain paragraph.
"""

import sys
from pathlib import Path

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.table import _Cell
from docx.text.paragraph import Paragraph

OUTLINE = [("upperRoman", "%1."), ("decimal", "%2."), ("lowerLetter", "%3)")]
BULLETS = [("bullet", "-"), ("bullet", "+")]
LISTS = {"§h": (90, 0), "§n": (90, 1), "§a": (90, 2), "§b": (91, 0), "§p": (91, 1)}


def define_list(document: WordDocument, number_id: int, levels: list[tuple[str, str]]) -> None:
    """Add one automatic multilevel list to the document's numbering part."""
    numbering = document.part.numbering_part.element
    parts = "".join(
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>'
        f'<w:lvlText w:val="{sign}"/><w:lvlJc w:val="left"/></w:lvl>'
        for depth, (kind, sign) in enumerate(levels)
    )
    abstract = parse_xml(
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{number_id}">'
        f'<w:multiLevelType w:val="multilevel"/>{parts}</w:abstractNum>'
    )
    numbering.insert(0, abstract)
    numbering.append(
        parse_xml(
            f'<w:num {nsdecls("w")} w:numId="{number_id}">'
            f'<w:abstractNumId w:val="{number_id}"/></w:num>'
        )
    )


def number(paragraph: Paragraph, mark: str) -> None:
    """Let Word number the paragraph or give it a bullet."""
    number_id, level = LISTS[mark]
    properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_ilvl().val = level
    properties.get_or_add_numId().val = number_id


def write_line(document: WordDocument, line: str) -> None:
    """Write one marked line outside the tables."""
    mark, _, text = line.partition(" ")
    if mark in LISTS:
        number(document.add_paragraph(text), mark)
    elif mark == "§c":
        paragraph = document.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.add_run(text).bold = True
    else:
        document.add_paragraph(line)


def write_rows(document: WordDocument, rows: list[list[str]]) -> None:
    """Write a bordered table."""
    table = document.add_table(rows=len(rows), cols=max(map(len, rows)), style="Table Grid")
    for cells, row in zip(table.rows, rows, strict=True):
        for cell, text in zip(cells.cells, row, strict=False):
            cell.text = text


def fill(cell: _Cell, lines: list[str]) -> None:
    """Write the lines as the cell's paragraphs."""
    cell.text = lines[0] if lines else ""
    for line in lines[1:]:
        cell.add_paragraph(line)


def write_pair(document: WordDocument, lines: list[str]) -> None:
    """Write the borderless table of a letterhead or of recipients and signature."""
    middle = lines.index("§|")
    left, right = document.add_table(rows=1, cols=2).rows[0].cells
    fill(left, lines[:middle])
    fill(right, lines[middle + 1 :])


def make(source: Path, folder: Path) -> None:
    """Write the source's .docx into the folder."""
    document = Document()
    define_list(document, 90, OUTLINE)
    define_list(document, 91, BULLETS)
    lines = [line for line in source.read_text(encoding="utf-8").splitlines() if line.strip()]
    while lines:
        if lines[0] == "§[":
            end = lines.index("§]")
            write_pair(document, lines[1:end])
            lines = lines[end + 1 :]
        elif lines[0].startswith("§t "):
            end = next(
                (i for i, line in enumerate(lines) if not line.startswith("§t ")), len(lines)
            )
            write_rows(document, [line.removeprefix("§t ").split("\t") for line in lines[:end]])
            lines = lines[end:]
        else:
            write_line(document, lines.pop(0))
    document.save(str(folder / f"{source.stem}.docx"))


if __name__ == "__main__":
    for name in sys.argv[2:]:
        make(Path(name), Path(sys.argv[1]))

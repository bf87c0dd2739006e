"""Small .docx packages written part by part, so that a test shows the markup it is about."""

import io
import zipfile

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>'


def package(**parts):
    """A zip file of these members; a key's double underscore stands for a slash."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return held.getvalue()


def word_file(body, *, numbering="", styles="", footnotes=""):
    """A .docx whose parts hold this markup; w: and mc: are declared."""
    parts = {
        "word__document_xml": f"{_HEAD}<w:document {_W} {_MC}><w:body>{body}</w:body></w:document>"
    }
    for name, root, content in (
        ("numbering", "numbering", numbering),
        ("styles", "styles", styles),
        ("footnotes", "footnotes", footnotes),
    ):
        if content:
            parts[f"word__{name}_xml"] = f"{_HEAD}<w:{root} {_W}>{content}</w:{root}>"
    return package(**parts)


def paragraph(text, properties="", run=""):
    """One w:p of one run."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{words(text, run)}</w:p>"


def words(text, run=""):
    """One w:r."""
    return f'<w:r><w:rPr>{run}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def item(text, list_id=1, level=0):
    """A paragraph of an automatic list."""
    said = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>'
    return paragraph(text, said)


def level(depth, form, text, more=""):
    """One w:lvl that starts at 1."""
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def lists(levels, more=""):
    """A numbering part: abstract list 7 of these levels, list 1 made of it, and `more`."""
    return (
        f'<w:abstractNum w:abstractNumId="7">{levels}</w:abstractNum>'
        f'<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>{more}'
    )


def table(*rows, properties=""):
    """A w:tbl of rows of cells; a cell is its text or the markup of a w:tc."""
    drawn = "".join(f"<w:tr>{''.join(map(cell, row))}</w:tr>" for row in rows)
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr>{drawn}</w:tbl>"


def cell(content, properties=""):
    """A w:tc holding paragraphs, one for each line of the text."""
    if content.startswith("<w:tc>"):
        return content
    inside = (
        "".join(map(paragraph, content.split("\n"))) if not content.startswith("<") else content
    )
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inside}</w:tc>"


LINED = '<w:tblBorders><w:insideH w:val="single"/></w:tblBorders>'

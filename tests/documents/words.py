"""The words of a paper as each format gives them back."""

import io
import re
from html import unescape
from itertools import groupby

import docx
from docx.table import Table as WordTable
from pypdf import PdfReader

from doithoai.documents.formats.docx import write_docx
from doithoai.documents.formats.html import write_html
from doithoai.documents.formats.pdf import write_pdf


def words_of_html(paper):
    """Text between tags; a QR code is a drawing without words."""
    text = re.sub(r"<svg.*?</svg>", "", str(write_html(paper)), flags=re.DOTALL)
    return unescape(re.sub(r"<[^>]+>", " ", text)).split()


def words_of_docx(paper):
    """Text of the body in order, tables cell by cell, a merged cell once."""
    document = docx.Document(io.BytesIO(write_docx(paper)))
    return [word for text in _texts(document) for word in text.split()]


def words_of_pdf(paper):
    """Text of every page without the number in its top margin."""
    reader = PdfReader(io.BytesIO(write_pdf(paper)))
    words = []
    for page in reader.pages:
        lines = page.extract_text().splitlines()
        if lines and re.fullmatch(r"\d+", lines[0].strip()):
            lines = lines[1:]
        words += [word for line in lines for word in line.split()]
    return words


def _texts(holder):
    for piece in holder.iter_inner_content():
        if isinstance(piece, WordTable):
            for row in piece.rows:
                for cell, _ in groupby(row.cells):
                    yield from _texts(cell)
        else:
            yield piece.text

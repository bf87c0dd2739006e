"""The front door: size, kind by content, the right reader, and what to tell the official."""

from dataclasses import replace
from pathlib import PurePath

from doithoai.reading.files.kinds import kind_of
from doithoai.reading.files.pdf.reader import read_pdf
from doithoai.reading.files.text import read_text
from doithoai.reading.files.word.reader import read_word
from doithoai.reading.source import SourceDocument, Unreadable

MOST_BYTES = 25_000_000
_TOO_BIG = "Tệp nặng hơn 25 MB; bỏ bớt ảnh hoặc tách phụ lục không cần rồi tải lên lại."
_EMPTY = "Tệp trống, không có nội dung nào; chọn lại tệp kế hoạch rồi tải lên."
_BLANK = b"\x00\t\n\v\f\r \xef\xbb\xbf\xff\xfe"
_MARKDOWN = (".md", ".markdown")
_ENDINGS = {
    "docx": (".docx", ".docm", ".dotx", ".dotm"),
    "pdf": (".pdf",),
    "text": (".txt", ".text", ".csv", ".tsv", *_MARKDOWN),
}
_CALLED = {"docx": "bản Word (.docx)", "pdf": "bản PDF", "text": "văn bản thường (.txt)"}


def open_file(data: bytes, name: str) -> SourceDocument:
    """Open a file by its content; `name` tells .md from .txt and is shown; raises Unreadable."""
    if len(data) > MOST_BYTES:
        raise Unreadable(_TOO_BIG)
    if not data.strip(_BLANK):
        raise Unreadable(_EMPTY)
    kind, ending = kind_of(data), PurePath(name).suffix.lower()
    document = _read(data, name, kind, ending)
    if not ending or ending in _ENDINGS[kind]:
        return document
    note = f"Tệp có đuôi {ending} nhưng nội dung là {_CALLED[kind]}; đã đọc theo nội dung."
    return replace(document, notes=(note, *document.notes))


def _read(data: bytes, name: str, kind: str, ending: str) -> SourceDocument:
    if kind == "docx":
        return read_word(data, name)
    if kind == "pdf":
        return read_pdf(data, name)
    return read_text(data, name, "md" if ending in _MARKDOWN else "txt")

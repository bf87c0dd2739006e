"""The front door: size, kind by content, the right reader, and what to tell the official."""

from pathlib import PurePath

from doithoai.reading.files.kinds import kind_of
from doithoai.reading.files.pdf.reader import read_pdf
from doithoai.reading.files.text import read_text
from doithoai.reading.files.word.reader import read_word
from doithoai.reading.source import SourceDocument, Unreadable

MOST_BYTES = 25_000_000
_TOO_BIG = "Tệp nặng hơn 25 MB; bỏ bớt ảnh hoặc tách phụ lục không cần rồi tải lên lại."
_EMPTY = "Tệp trống, không có nội dung nào; chọn lại tệp kế hoạch rồi tải lên."
_MARKDOWN = (".md", ".markdown")


def open_file(data: bytes, name: str) -> SourceDocument:
    """Open a file by its content; `name` is only shown and told apart .md from .txt."""
    if len(data) > MOST_BYTES:
        raise Unreadable(_TOO_BIG)
    if not data.strip(b"\x00\t\n\v\f\r \xef\xbb\xbf\xff\xfe"):
        raise Unreadable(_EMPTY)
    kind = kind_of(data)
    if kind == "docx":
        return read_word(data, name)
    if kind == "pdf":
        return read_pdf(data, name)
    suffix = PurePath(name).suffix.lower()
    return read_text(data, name, "md" if suffix in _MARKDOWN else "txt")

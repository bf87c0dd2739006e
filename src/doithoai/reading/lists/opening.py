"""A list opened by its content, never by its name."""

from doithoai.reading.files.kinds import kind_of
from doithoai.reading.lists.separated import read_separated
from doithoai.reading.lists.sheet import ListSheet
from doithoai.reading.lists.word import read_word_list
from doithoai.reading.lists.workbook import read_workbook
from doithoai.reading.source import Unreadable

_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_OLD = (
    "Tệp là Excel, Word đời cũ (.xls, .doc) hoặc có mật khẩu. Bỏ mật khẩu, lưu dưới dạng .xlsx "
    "hoặc .docx rồi tải lên lại."
)
_OTHER = "Chọn tệp Excel (.xlsx), .csv hoặc Word (.docx). Tệp này thuộc dạng khác."


def open_list(data: bytes, name: str, *, most_rows: int) -> ListSheet:
    """The rows of an .xlsx, .csv or .docx, at most `most_rows`; raises Unreadable."""
    if data.startswith(_OLE):
        raise Unreadable(_OLD)
    if data.startswith(_ZIP) and b"xl/workbook.xml" in data:
        return read_workbook(data, most_rows)
    try:
        kind = kind_of(data)
    except Unreadable as error:
        raise Unreadable(_OTHER) from error
    if kind == "docx":
        return read_word_list(data, name, most_rows)
    if kind == "text":
        return read_separated(data, most_rows)
    raise Unreadable(_OTHER)

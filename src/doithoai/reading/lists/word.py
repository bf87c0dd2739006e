"""A Word list: the rows of its tables, or one question a numbered paragraph."""

import re

from doithoai.reading.files.word.reader import read_word
from doithoai.reading.lists.sheet import MOST_COLUMNS, ListSheet, Row, evened
from doithoai.reading.source import Line, SourceDocument, Table, Unreadable

PARAGRAPHS_HEAD = "Nội dung"
BROKEN = (
    "Không đọc được tệp Word này. Mở bằng Word, chọn Lưu dưới dạng .docx, hoặc chép danh sách vào "
    "mẫu Excel rồi tải lên lại."
)
_BY_PARAGRAPH = "Tệp không có bảng; đã đọc mỗi đoạn đánh số thành một dòng."
_NUMBERED = re.compile(
    r"(?:(?:câu(?: hỏi)?|ý kiến|kiến nghị)\s+(?:số\s+)?)?\d{1,4}\s*[.)/:]\s*(?=\D)|[-–•+*]\s+",
    re.IGNORECASE,
)


def read_word_list(data: bytes, name: str, most_rows: int) -> ListSheet:
    """The rows of a .docx, at most `most_rows`; raises Unreadable."""
    try:
        document = read_word(data, name)
    except Unreadable as error:
        raise Unreadable(BROKEN) from error
    rows = _rows_of_tables(document)
    if rows:
        return ListSheet("docx", evened(rows[:most_rows]), document.notes)
    rows = _rows_of_paragraphs(document)
    notes = (*document.notes, _BY_PARAGRAPH) if rows else document.notes
    return ListSheet("docx", evened(rows[:most_rows]), notes)


def _rows_of_tables(document: SourceDocument) -> list[Row]:
    """All rows of the bordered tables; a heading repeated on the next page stands once."""
    rows: list[Row] = []
    for table in document.elements:
        if not isinstance(table, Table) or not table.bordered:
            continue
        found = [row.cells[:MOST_COLUMNS] for row in table.rows]
        again = rows and found and found[0] in rows[:3]
        rows += found[1:] if again else found
    return rows


def _rows_of_paragraphs(document: SourceDocument) -> list[Row]:
    items: list[str] = []
    for line in document.elements:
        if not isinstance(line, Line) or not line.text.strip():
            continue
        begun = _NUMBERED.match(line.text)
        if line.marker or begun:
            items.append(line.text[begun.end() :] if begun else line.text)
        elif items:
            items[-1] += f"\n{line.text}"
    return [(PARAGRAPHS_HEAD,), *((item.strip(),) for item in items)] if items else []

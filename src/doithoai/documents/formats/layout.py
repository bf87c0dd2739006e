"""Sizes of an official paper (NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục I and II)."""

from doithoai.documents.paper import Column, Row

PAGE_MM = (210, 297)
TOP_MM, BOTTOM_MM, LEFT_MM, RIGHT_MM = 20, 20, 30, 15
LETTERHEAD_MM = 62
"""The issuer's column; the national title at 13 pt bold needs 98 beside it."""
INDENT_MM = 12.7
BODY_PT, COMPACT_PT = 14, 11
TABLE_PT = 13
UNBROKEN_CHARACTERS = 1200
"""A row of a table that says more may run over to the next page: it could fill one."""


def text_width_mm(*, is_landscape: bool) -> int:
    """How wide the lines are."""
    return PAGE_MM[1 if is_landscape else 0] - LEFT_MM - RIGHT_MM


def widths_mm(columns: tuple[Column, ...], *, is_landscape: bool) -> list[float]:
    """The width of each column by its share of the line."""
    total = sum(column.share for column in columns)
    width = text_width_mm(is_landscape=is_landscape)
    return [width * column.share / total for column in columns]


def stays_whole(row: Row) -> bool:
    """Whether a row is short enough to be kept on one page."""
    return sum(map(len, row.cells)) <= UNBROKEN_CHARACTERS

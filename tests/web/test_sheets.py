"""Lists as CSV: what a spreadsheet reads back, and nothing that it would run."""

import csv
import io
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doithoai.web.sheets import FORMULA_STARTS, asked_as_file, csv_response


def read(response) -> list[list[str]]:
    return list(csv.reader(io.StringIO(response.content.decode("utf-8-sig"), newline="")))


@given(st.lists(st.lists(st.text(), min_size=2, max_size=2)))
def test_no_cell_of_text_begins_like_a_formula_and_none_loses_a_word(rows) -> None:
    head, *back = read(csv_response("danh-sach", ["Mã", "Câu hỏi"], rows))
    assert head == ["Mã", "Câu hỏi"]
    assert [[cell.removeprefix("'") for cell in row] for row in back] == [
        [cell.removeprefix("'") for cell in row] for row in rows
    ]
    assert not [cell for row in back for cell in row if cell.startswith(FORMULA_STARTS)]


def test_days_numbers_and_nothing_are_written_as_people_read_them() -> None:
    moment = datetime(2024, 10, 6, 20, 0, tzinfo=UTC)
    row = (date(2024, 10, 7), moment, -3, None)
    assert read(csv_response("a", ["a"], [row]))[1] == ["7/10/2024", "7/10/2024", "-3", ""]


@pytest.mark.parametrize("query, kind", [({"xlsx": "1"}, "xlsx"), ({"csv": "1"}, "csv"), ({}, "")])
def test_a_page_says_as_what_its_list_is_wanted(query, kind) -> None:
    assert asked_as_file(query) == kind

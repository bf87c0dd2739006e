"""The seating on paper: every block by its own letter, wide blocks in equal parts."""

from doithoai.documents.kinds.seat_map import SPARE, SeatedBlock, SeatingFacts, seating_plan
from doithoai.documents.paper import Heading, RowStyle, Table
from tests.documents.facts import EVENT, INNER


def parts(*blocks):
    body = seating_plan(SeatingFacts(INNER, EVENT, blocks)).body
    tables = [block for block in body if isinstance(block, Table)]
    return tables, [block.text for block in body if isinstance(block, Heading)]


def test_the_hall_is_drawn_seat_by_seat_in_letters_small_blocks_in_the_middle():
    tables, _ = parts(
        SeatedBlock("S", "Bàn chủ trì", (("An", "Bình"),)),
        SeatedBlock("A", "Đại biểu", (("Chi", "", "Dung", SPARE),)),
    )
    drawing = [row for row in tables[0].rows if row.style is RowStyle.PLAIN]

    assert [row.cells for row in drawing] == [
        ("S1", "", "S", "S", ""),
        ("A1", "A", "○", "A", "–"),
    ]


def test_a_wide_block_is_cut_into_equal_parts():
    _, headings = parts(SeatedBlock("D", "Người lao động", (("An",) * 24,)))

    assert headings == [
        "Khối D. Người lao động, ghế 1 đến 8",
        "Khối D. Người lao động, ghế 9 đến 16",
        "Khối D. Người lao động, ghế 17 đến 24",
    ]


def test_a_hall_too_wide_for_letters_has_its_tables_only():
    tables, _ = parts(SeatedBlock("A", "Đại biểu", (("An",) * 40,)))

    assert [len(table.columns) for table in tables] == [11] * 4

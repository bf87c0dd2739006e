"""The compiled table of questions as data."""

from doithoai.documents.kinds.compiled_questions import (
    CompiledFacts,
    CompiledQuestion,
    compiled_questions,
    sums_of,
)
from tests.documents.facts import EVENT, INNER


def a_matter(agency, kind="Câu hỏi", asked=1):
    return CompiledQuestion("C-001", "Khi nào có nước?", kind, asked, agency, "Mới nhận")


def test_the_compiled_table_s_sums_add_up():
    sums = sums_of([("Nước", a_matter("A", asked=3)), ("Đường", a_matter("B", "Kiến nghị"))])

    assert [(line.name, line.matters, line.slips) for line in sums] == [
        ("Nước", 1, 3),
        ("Đường", 1, 1),
        ("Tổng cộng", 2, 4),
    ]
    assert sums[-1].kinds == {"Câu hỏi": 1, "Kiến nghị": 1}


def test_slips_that_stand_in_no_line_are_told():
    topics = (("Nước", (a_matter("A"),)),)
    paper = compiled_questions(CompiledFacts(INNER, EVENT, 9, topics, (("rút lại", 2), ("x", 0))))

    assert paper.body[0].text == (
        "Đến nay đã nhận 09 phiếu ý kiến, tổng hợp thành 01 câu hỏi. Trong đó có 02 phiếu rút lại."
    )


def test_the_opening_names_the_kinds_that_have_a_column():
    matters = (a_matter("A"), a_matter("A", "Kiến nghị"), a_matter("B"))
    paper = compiled_questions(CompiledFacts(INNER, EVENT, 3, (("Nước", matters),)))

    assert "thành 03 câu hỏi, kiến nghị." in paper.body[0].text

"""The source with its marks: every fact under its number, nothing dropped."""

from doithoai.web.planning.marks import (
    Mark,
    marks_of,
    number_words,
    numbers_of,
    overlap,
)
from doithoai.web.planning.source import source_blocks
from tests.web.planning.plans import FACTS, LINES, place

PLACES = FACTS["places"]


def segments(blocks):
    return [s for block in blocks for row in block.rows for s in row.segments]


def test_facts_are_numbered_in_the_order_of_the_source():
    assert numbers_of(PLACES) == {
        "title": 1,
        "audience": 2,
        "time": 3,
        "tasks.0": 4,
        "tasks.1": 5,
        "quotas.0.rows.0": 6,
    }


def test_words_of_a_fact_carry_its_number():
    found = segments(source_blocks(LINES, marks_of(PLACES), ()))
    time = next(segment for segment in found if 3 in segment.numbers)

    assert (time.text, time.label, time.anchors) == ("trong tháng 10/2024", "3", (3,))


def test_a_fact_inside_another_keeps_both_numbers():
    found = segments(source_blocks(LINES, marks_of(PLACES), ()))

    assert next(s for s in found if s.text == "nông dân").numbers == (1, 2)


def test_a_heading_shared_by_facts_has_one_label():
    found = segments(source_blocks(LINES, marks_of(PLACES), ()))

    assert next(s for s in found if s.text == "Hội Nông dân tỉnh").label == "4, 5"


def test_every_number_has_one_anchor():
    found = segments(source_blocks(LINES, marks_of(PLACES), ()))

    assert sorted(n for segment in found for n in segment.anchors) == [1, 2, 3, 4, 5, 6]


def test_what_a_warning_speaks_of_is_doubtful():
    found = segments(source_blocks(LINES, marks_of(PLACES, {"time"}), ()))

    assert [s.text for s in found if s.is_doubtful] == ["trong tháng 10/2024"]


def test_only_some_facts_keep_the_numbers_they_have_among_all():
    found = segments(source_blocks(LINES, marks_of(PLACES, only={"time"}), ()))

    assert {n for segment in found for n in segment.numbers} == {3}


def test_a_place_over_two_lines_marks_both():
    lines = ["Hội nghị đối", "thoại năm 2024"]
    mark = Mark(1, 1, 2, 9, 5, is_main=True, is_phrase=True, is_doubtful=False)

    blocks = source_blocks(lines, [mark], ())
    assert [s.text for s in segments(blocks) if s.numbers] == ["đối", "thoại"]
    assert [block.rows[0].is_continued for block in blocks] == [False, True]


def marked(lines, place):
    blocks = source_blocks(lines, marks_of({"title": place}), ())
    return [s.text for s in segments(blocks) if s.numbers]


def test_a_page_number_within_a_fact_is_not_marked():
    words = "Hội nghị đối thoại"
    place = {"line": 1, "end_line": 3, "start": 0, "end": 9, "text": words}

    assert marked(["Hội nghị", "3", "đối thoại"], place) == ["Hội nghị", "đối thoại"]


def test_a_fact_in_one_column_leaves_the_other_alone():
    words = "ỦY BAN TỈNH"
    place = {"line": 1, "end_line": 2, "start": 0, "end": 4, "text": words}

    assert marked(["ỦY BAN\tCỘNG HÒA", "TỈNH\tĐộc lập"], place) == ["ỦY BAN", "TỈNH"]


def test_a_fact_over_two_cells_ends_once():
    place = {"line": 1, "end_line": 1, "start": 0, "end": 3, "text": "a b"}
    blocks = source_blocks(["a\tb"], marks_of({"title": place}), ())

    assert [s.label for s in segments(blocks)] == ["", "1"]


def test_emphasis_left_out_by_the_reader_does_not_cut_the_mark_short():
    lines = ["số **272/KH-UBND** ngày"]
    mark = Mark(1, 1, 1, 3, 14, is_main=True, is_phrase=True, is_doubtful=False)

    marked = [s.text for s in segments(source_blocks(lines, [mark], ())) if s.numbers]
    assert marked == ["**272/KH-UBND"]


def test_places_overlap_only_when_they_share_words():
    assert overlap(PLACES["title"], PLACES["audience"])
    assert not overlap(place(5, "Tổng hợp"), place(5, "câu hỏi"))
    assert not overlap(PLACES["time"], PLACES["tasks[0]"])


def test_numbers_are_said_in_short():
    assert number_words([3]) == "3"
    assert number_words([4, 3]) == "3, 4"
    assert number_words([12, 13, 14, 18]) == "12–14, 18"


def test_words_of_the_source_are_never_markup():
    place = {"line": 1, "end_line": 1, "start": 0, "end": 3, "text": "<b>"}
    (block,) = source_blocks(["<b>&"], marks_of({"title": place}), ())

    assert block.rows[0].shown[0] == (
        '<mark class="fact fact-phrase" data-facts="1"><span id="cho-1"></span>&lt;b&gt;'
        '<sup><a href="#du-kien-1" aria-label="Dữ kiện 1">1</a></sup></mark>&amp;'
    )

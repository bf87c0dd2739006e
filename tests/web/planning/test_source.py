"""The source as blocks: nothing dropped, tables whole, runs without facts folded."""

from hypothesis import given
from hypothesis import strategies as st

from doithoai.web.planning.marks import Mark, marks_of
from doithoai.web.planning.source import source_blocks
from tests.web.planning.plans import FACTS, LINES

PLACES = FACTS["places"]


def test_rows_line_after_line_are_one_table():
    blocks = source_blocks(LINES, marks_of(PLACES), ())

    assert [(len(b.rows), len(b.rows[0].cells)) for b in blocks if b.kind == "table"] == [(2, 3)]


def test_long_runs_without_facts_fold_and_keep_the_heading_of_what_follows():
    lines = ["Đoạn một", "Đoạn hai", "", "Đoạn ba", "Đoạn bốn", "I. Mục sau", "Nội dung"]
    mark = Mark(1, 7, 7, 0, 8, is_main=True, is_phrase=True, is_doubtful=False)
    fold, heading, marked = source_blocks(lines, [mark], ())

    assert (fold.kind, len(fold.inside)) == ("fold", 4)
    assert heading.rows[0].text == "I. Mục sau"
    assert marked.has_facts


def test_short_runs_stay_in_sight():
    blocks = source_blocks(["Một", "Hai", "Ba"], [], ())

    assert [block.kind for block in blocks] == ["line"] * 3


def test_unread_paragraphs_are_never_folded_away():
    lines = ["a", "b", "c", "d", "e", "f"]

    assert [b.rows[0].line for b in source_blocks(lines, [], {2}) if b.kind == "line"][0] == 1
    assert any(row.is_unread for b in source_blocks(lines, [], {2}) for row in b.rows)


@given(
    st.lists(st.text("ab \t", max_size=12), max_size=6),
    st.lists(st.tuples(*[st.integers(0, 12)] * 4), max_size=5),
)
def test_marks_never_change_the_words(lines, bounds):
    marks = [
        Mark(n, min(a, b) + 1, max(a, b) + 1, s, e, is_main=True, is_phrase=True, is_doubtful=False)
        for n, (a, b, s, e) in enumerate(bounds, start=1)
    ]

    def flat(blocks):
        for block in blocks:
            yield from (
                ("\t".join("".join(s.text for s in c) for c in r.cells)) for r in block.rows
            )
            yield from flat(block.inside)

    assert list(flat(source_blocks(lines, marks, ()))) == [line for line in lines if line.strip()]

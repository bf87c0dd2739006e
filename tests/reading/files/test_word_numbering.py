"""The numbers and bullets Word draws itself are counted as Word counts them."""

import pytest

from doithoai.reading.files.word.reader import read_word
from tests.reading.files.word_files import item, level, lists, paragraph, word_file


def markers(body, numbering, styles=""):
    document = read_word(word_file(body, numbering=numbering, styles=styles), "ke-hoach.docx")
    return [line.marker for line in document.elements]


def test_levels_of_a_plan_number_as_offices_write_them():
    levels = (
        level(0, "upperRoman", "%1.")
        + level(1, "decimal", "%2.")
        + level(2, "lowerLetter", "%3)")
        + level(3, "bullet", "-")
    )
    order = (0, 1, 2, 2, 3, 1, 2, 0, 1)
    body = "".join(item("Việc", level=depth) for depth in order)
    assert markers(body, lists(levels)) == ["I.", "1.", "a)", "b)", "-", "2.", "a)", "II.", "1."]


def test_a_number_may_repeat_the_numbers_above_it():
    levels = level(0, "upperRoman", "Phần %1") + level(1, "decimal", "%1.%2.", "<w:isLgl/>")
    body = item("Một") + item("Hai", level=1) + item("Ba", level=1)
    assert markers(body, lists(levels)) == ["Phần I", "1.1.", "1.2."]


def test_lower_letters_follow_the_latin_alphabet():
    body = "".join(item("Việc") for _ in range(28))
    found = markers(body, lists(level(0, "lowerLetter", "%1)")))
    assert found[:6] == ["a)", "b)", "c)", "d)", "e)", "f)"]
    assert found[25:] == ["z)", "aa)", "bb)"]


def test_a_second_list_of_the_same_kind_counts_on():
    more = '<w:num w:numId="2"><w:abstractNumId w:val="7"/></w:num>'
    body = item("Một") + item("Hai", list_id=2)
    assert markers(body, lists(level(0, "decimal", "%1."), more)) == ["1.", "2."]


def test_a_list_that_overrides_its_start_counts_afresh_once():
    more = (
        '<w:num w:numId="2"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0">'
        '<w:startOverride w:val="4"/></w:lvlOverride></w:num>'
    )
    body = item("Một") + item("Bốn", list_id=2) + item("Năm", list_id=2) + item("Sáu")
    found = markers(body, lists(level(0, "decimal", "%1."), more))
    assert found == ["1.", "4.", "5.", "6."]


def test_a_level_may_refuse_to_restart():
    levels = level(0, "decimal", "%1.") + level(1, "decimal", "%2)", '<w:lvlRestart w:val="0"/>')
    body = item("A") + item("B", level=1) + item("C") + item("D", level=1)
    assert markers(body, lists(levels)) == ["1.", "1)", "2.", "2)"]


def test_a_skipped_level_counts_from_its_start():
    levels = level(0, "decimal", "%1.") + level(1, "decimal", "%1.%2.")
    assert markers(item("A", level=1), lists(levels)) == ["1.1."]


@pytest.mark.parametrize(
    ("sign", "font", "shown"),
    [
        ("-", "Times New Roman", "-"),
        ("–", "", "-"),
        ("\uf02d", "Symbol", "-"),
        ("+", "", "+"),
        ("+", "Wingdings", "•"),
        ("\uf0b7", "Symbol", "•"),
        ("o", "Courier New", "•"),
        ("•", "", "•"),
    ],
)
def test_bullets_are_told_by_their_shape(sign, font, shown):
    fonts = f'<w:rPr><w:rFonts w:ascii="{font}"/></w:rPr>'
    assert markers(item("Việc"), lists(level(0, "bullet", sign, fonts))) == [shown]


@pytest.mark.parametrize(
    ("form", "shown"),
    [
        ("decimalZero", "01."),
        ("lowerRoman", "i."),
        ("upperLetter", "A."),
        ("cardinalText", "Một."),
        ("none", "."),
        ("ideographTraditional", "1."),
    ],
)
def test_other_number_formats(form, shown):
    assert markers(item("Việc"), lists(level(0, form, "%1."))) == [shown]


def test_numbering_comes_through_the_style_and_its_level():
    styles = (
        '<w:style w:type="paragraph" w:styleId="Muc"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr>'
        '</w:pPr></w:style><w:style w:type="paragraph" w:styleId="MucNho"><w:basedOn w:val="Muc"/>'
        "</w:style>"
    )
    levels = level(0, "upperRoman", "%1.") + level(
        1, "decimal", "%2.", '<w:pStyle w:val="MucNho"/>'
    )
    body = paragraph("A", '<w:pStyle w:val="Muc"/>') + paragraph("B", '<w:pStyle w:val="MucNho"/>')
    assert markers(body, lists(levels), styles) == ["I.", "1."]


def test_list_zero_takes_a_paragraph_out_of_its_styles_list():
    styles = (
        '<w:style w:type="paragraph" w:styleId="Muc"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr>'
        "</w:pPr></w:style>"
    )
    out = '<w:pStyle w:val="Muc"/><w:numPr><w:numId w:val="0"/></w:numPr>'
    assert markers(paragraph("A", out), lists(level(0, "decimal", "%1.")), styles) == [""]


def test_a_list_may_be_a_link_to_a_list_style():
    linked = (
        '<w:abstractNum w:abstractNumId="9"><w:numStyleLink w:val="Kieu"/></w:abstractNum>'
        '<w:num w:numId="3"><w:abstractNumId w:val="9"/></w:num>'
    )
    styles = (
        '<w:style w:type="numbering" w:styleId="Kieu"><w:pPr><w:numPr><w:numId w:val="1"/>'
        "</w:numPr></w:pPr></w:style>"
    )
    found = markers(item("A", list_id=3), lists(level(0, "decimal", "%1."), linked), styles)
    assert found == ["1."]


def test_a_list_nobody_defined_has_no_mark():
    assert markers(item("A", list_id=5), lists("")) == [""]
    assert markers(item("A"), "") == [""]

"""Whatever bytes are handed in, a document or one sentence comes out."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from doithoai.reading.source import SourceDocument, Unreadable, open_source
from tests.reading.files.pdf_files import assembled, lines, pdf_file, stream
from tests.reading.files.word_files import (
    LINED,
    item,
    level,
    lists,
    package,
    table,
    word_file,
)

PLAN = "KẾ HOẠCH\nTổ chức đối thoại với người dân\n"
PDF = pdf_file(lines(700, "Kế hoạch đối thoại với người dân toàn tỉnh"), packed=True)
WORD = word_file(
    item("Mục đích") + table(("TT", "Việc")), numbering=lists(level(0, "decimal", "%1."))
)


@pytest.mark.parametrize(
    ("data", "name", "kind", "noted"),
    [
        (PLAN.encode(), "ke-hoach.txt", "txt", False),
        (PLAN.encode(), "ke-hoach.md", "md", False),
        (PLAN.encode(), "ke-hoach", "txt", False),
        (PLAN.encode(), "ke-hoach.docx", "txt", True),
        (PDF, "ke-hoach.PDF", "pdf", False),
        (PDF, "ke-hoach.doc", "pdf", True),
        (WORD, "ke-hoach.docx", "docx", False),
        (WORD, "ke-hoach.pdf", "docx", True),
    ],
)
def test_a_wrong_ending_is_read_and_noted(data, name, kind, noted):
    document = open_source(data, name)
    assert (document.kind, document.name) == (kind, name)
    assert any("nhưng nội dung là" in note for note in document.notes) == noted


@pytest.mark.parametrize("data", [b"", b" \r\n\t", b"\xef\xbb\xbf", b"\xff\xfe\n\x00", bytes(50)])
def test_an_empty_file_is_refused(data):
    with pytest.raises(Unreadable, match="Tệp trống"):
        open_source(data, "a.txt")


def test_a_file_over_25_mb_is_refused():
    with pytest.raises(Unreadable, match="25 MB"):
        open_source(b"a\n" * 12_500_001, "a.txt")


HOSTILE = {
    "entities": package(
        word__document_xml='<!DOCTYPE a [<!ENTITY b "c"><!ENTITY d "&b;&b;">]><a>&d;</a>'
    ),
    "no document": package(word__styles_xml="<a/>"),
    "no xml": package(word__document_xml="không phải"),
    "utf-7": package(word__document_xml='<?xml version="1.0" encoding="utf-7"?><a/>'),
    "deep": word_file("<w:sdt>" * 500 + "</w:sdt>" * 500),
    "flood": word_file("<w:p/>" * 600_100),
    "empty paragraphs": word_file("<w:p/>" * 5),
    "wide row": word_file(table(["x"] * 101, properties=LINED)),
    "cyclic pages": assembled(
        ["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Count 2 /Kids [2 0 R 2 0 R] >>"]
    ),
    "many pages": assembled(
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            f"<< /Type /Pages /Count 900 /Kids [{'3 0 R ' * 900}] >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>",
        ]
    ),
    "bomb stream": pdf_file("0 0 m 9 9 l S\n" * 3_000_000, packed=True),
    "many objects": b"%PDF-1.7\n" + b"1 0 obj\n" * 300_000,
    "half a pdf": PDF[: len(PDF) // 2],
    "pdf head only": b"%PDF-1.7",
    "open brackets": b"%PDF-1.7\n1 0 obj\n" + b"<<" * 100_000,
    "loop of tables": b"%PDF-1.7\nxref\n0 1\n0 65535 f \ntrailer <</Prev 9>>\nstartxref\n9\n%%EOF",
}


@pytest.mark.parametrize("data", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_file_ends_in_one_sentence(data):
    with pytest.raises(Unreadable, match=r"^Tệp .*\.$"):
        open_source(data, "a.docx")


def test_a_form_that_draws_itself_ends():
    loop = stream(b"/X1 Do /X1 Do").replace(b"<<", b"<< /Subtype /Form ", 1)
    pages = ["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Count 1 /Kids [3 0 R] >>"]
    page = (
        "<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << /XObject << /X1 5 0 R >> >> >>"
    )
    with pytest.raises(Unreadable, match="ảnh quét"):
        open_source(assembled([*pages, page, stream(b"/X1 Do"), loop]), "a.pdf")


@settings(deadline=None)
@given(st.binary(max_size=2000))
def test_random_bytes_never_do_anything_else(data):
    assert isinstance(outcome(data), SourceDocument | str)


@settings(deadline=None, max_examples=40)
@given(st.sampled_from([PDF, WORD, PLAN.encode("utf-16"), PLAN.encode()]), st.data())
def test_a_damaged_file_never_does_anything_else(data, draw):
    start = draw.draw(st.integers(0, len(data)))
    junk = draw.draw(st.binary(max_size=40))
    for damaged in (data[:start] + junk + data[start + len(junk) :], data[:start]):
        assert isinstance(outcome(damaged), SourceDocument | str)


def outcome(data):
    """The document, or the sentence that refuses it."""
    try:
        return open_source(data, "a.bin")
    except Unreadable as refused:
        return str(refused)

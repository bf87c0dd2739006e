"""A text file's bytes become Unicode, or one sentence says why they cannot."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from doithoai.reading.files.encodings import decode
from doithoai.reading.source import Unreadable
from tests.reading.files.old_encodings import to_tcvn3, to_vni, to_windows_1258

PLAN = (
    "KẾ HOẠCH\nTổ chức hội nghị đối thoại với đoàn viên, thanh niên\n\n"
    "I. MỤC ĐÍCH\n\n- Lắng nghe tâm tư, nguyện vọng và giải đáp kiến nghị của thanh niên.\n"
)
WORDS = st.lists(st.sampled_from(PLAN.split()), min_size=4).map(
    lambda words: " ".join(["Lắng nghe kiến nghị", *words])
)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_with_or_without_a_mark_needs_no_note(encoding):
    assert decode(PLAN.encode(encoding)) == (PLAN, ())


@settings(deadline=None)
@given(WORDS, st.sampled_from(["utf-16-le", "utf-16-be"]))
def test_utf_16_is_told_without_its_mark(text, encoding):
    assert decode(text.encode(encoding)) == (text, ())


@settings(deadline=None)
@given(WORDS)
def test_tcvn3_bytes_are_told_and_converted(text):
    decoded, notes = decode(to_tcvn3(text).encode("cp1252"))
    assert decoded.lower() == text.lower()
    assert "TCVN3" in notes[0]


@settings(deadline=None)
@given(WORDS)
def test_vni_bytes_are_told_and_converted(text):
    decoded, notes = decode(to_vni(text).encode("cp1252"))
    assert decoded == text
    assert "VNI" in notes[0]


def test_windows_1258_is_told_and_converted():
    decoded, notes = decode(to_windows_1258(PLAN))
    assert unicodedata.normalize("NFC", decoded) == PLAN
    assert "Windows-1258" in notes[0]


def test_old_letters_pasted_into_a_unicode_file_are_converted():
    decoded, notes = decode(to_tcvn3(PLAN).encode())
    assert decoded.lower() == PLAN.lower()
    assert "TCVN3" in notes[0]


def test_one_old_line_in_a_unicode_text_is_converted_alone():
    old = to_tcvn3("- Phối hợp tổ chức đối thoại.")
    decoded, notes = decode(f"{PLAN}{old}\n½ ngày\n".encode())
    assert decoded == f"{PLAN}- Phối hợp tổ chức đối thoại.\n½ ngày\n"
    assert len(notes) == 1


def test_a_few_damaged_letters_are_noted():
    damaged = PLAN.encode().replace("Lắng".encode(), b"L\xff\xffng")
    decoded, notes = decode(damaged)
    assert "L\ufffd\ufffdng nghe" in decoded
    assert "2 ký tự hỏng" in notes[0]


@pytest.mark.parametrize("newline", ["\r\n", "\r", "\u2028", "\x0b"])
def test_every_line_end_is_one_line_end(newline):
    assert decode(PLAN.replace("\n", newline).encode())[0] == PLAN


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"\x00\x01\x02\x03" * 500, "không phải văn bản"),
        (bytes(range(1, 32)) * 50, "không phải văn bản"),
        (b"caf\xe9 cr\xe8me \xfe\xff " * 50, "bảng mã"),
        (b"a " * 10_000_000, "dòng dài bất thường"),
        (b"\n" * 300_000, "dài hơn mọi kế hoạch"),
        (b"a line of text\n" * 600_000, "dài hơn mọi kế hoạch"),
    ],
    ids=["zeros", "controls", "french", "one line", "empty lines", "too much"],
)
def test_what_is_no_text_is_refused(data, sentence):
    with pytest.raises(Unreadable, match=sentence):
        decode(data)

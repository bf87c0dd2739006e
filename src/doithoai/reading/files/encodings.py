"""Bytes of a text file turned into Unicode text, whatever Vietnamese code page wrote them."""

import codecs
import re

from doithoai.reading.files.draft import MOST_CHARACTERS, TOO_LONG
from doithoai.reading.files.mojibake import Repair, converted_note, detect
from doithoai.reading.files.syllables import share_of_syllables
from doithoai.reading.source import Unreadable

_BYTES_A_CHARACTER = 4
_LONGEST_LINE = 200_000
_MOST_LINES = 200_000
_FEW_CONTROLS = 8
_MOST_CONTROLS = 0.02
_MOST_DAMAGE = 0.002
_LEAST_SHARE = 0.6
_SAMPLE = 200_000
_BOMS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_LETTERS = re.compile("[\t\n\r\f -\u024f\u0300-\u036f\u1e00-\u1eff\u2000-\u206f\u2500-\u25ff]")
_NEWLINE = re.compile(r"\r\n?|\n|\x0b|\x85|\u2028|\u2029")
_BINARY = "Tệp không phải văn bản đọc được; chọn tệp kế hoạch dạng .docx, .pdf, .txt hoặc .md."
_UNKNOWN = (
    "Không nhận ra bảng mã chữ Việt của tệp; mở bằng Word, chọn Lưu dưới dạng .docx rồi tải lên."
)
_LONG_LINE = (
    "Tệp có dòng dài bất thường, không phải văn bản kế hoạch; mở bằng Word, lưu thành .docx "
    "rồi tải lên lại."
)


def decode(data: bytes, *, most: int = MOST_CHARACTERS) -> tuple[str, tuple[str, ...]]:
    r"""Text with "\n" line ends, at most `most` characters, and notes; raises Unreadable."""
    _refuse_oversize(data, most)
    text, notes = _to_unicode(data)
    if len(text) > most:
        raise Unreadable(TOO_LONG)
    if not notes:
        text, notes = _repaired(text)
    return _NEWLINE.sub("\n", text), notes


def _repaired(text: str) -> tuple[str, tuple[str, ...]]:
    repair = Repair([(text, "")])
    lines = [repair.words([(line, "")]) for line in text.split("\n")]
    return "\n".join(lines), repair.notes


def _refuse_oversize(data: bytes, most: int) -> None:
    if data.count(b"\n") + data.count(b"\r") > _MOST_LINES:
        raise Unreadable(TOO_LONG)
    if max(map(len, re.split(rb"[\r\n]", data))) > _LONGEST_LINE:
        raise Unreadable(_LONG_LINE)
    if len(data) > most * _BYTES_A_CHARACTER:
        raise Unreadable(TOO_LONG)


def _to_unicode(data: bytes) -> tuple[str, tuple[str, ...]]:
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _with_damage(data.decode(encoding, "replace").removeprefix("\ufeff"))
    if b"\x00" in data:
        return _wide(data)
    if len(_CONTROL.findall(data)) > _FEW_CONTROLS + _MOST_CONTROLS * len(data):
        raise Unreadable(_BINARY)
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError:
        return _damaged_utf8(data) or _eight_bit(data)


def _with_damage(text: str) -> tuple[str, tuple[str, ...]]:
    lost = text.count("\ufffd")
    if lost > max(2, _MOST_DAMAGE * len(text)):
        raise Unreadable(_BINARY)
    note = f"Tệp có {lost} ký tự hỏng, hiện là \ufffd; cần soát lại theo bản gốc."
    return text, (note,) if lost else ()


def _wide(data: bytes) -> tuple[str, tuple[str, ...]]:
    """UTF-16 without a byte order mark: the zero bytes stand on one side of each pair."""
    even, odd = data[::2].count(0), data[1::2].count(0)
    encoding = "utf-16-le" if odd > even else "utf-16-be"
    text = data[: len(data) // 2 * 2].decode(encoding, "replace")
    if len(_LETTERS.findall(text)) < (1 - _MOST_CONTROLS) * len(text):
        raise Unreadable(_BINARY)
    return text, ()


def _damaged_utf8(data: bytes) -> tuple[str, tuple[str, ...]] | None:
    text = data.decode("utf-8", "replace")
    share, words = share_of_syllables(text[:_SAMPLE])
    if text.count("\ufffd") > max(2, _MOST_DAMAGE * len(text)) or share < _LEAST_SHARE:
        return None
    return _with_damage(text) if words else None


def _eight_bit(data: bytes) -> tuple[str, tuple[str, ...]]:
    """TCVN3, VNI or Windows-1258: the one in which the words are Vietnamese."""
    latin, windows = data.decode("cp1252", "replace"), data.decode("cp1258", "replace")
    share = share_of_syllables(windows[:_SAMPLE])[0]
    scheme = detect(latin)
    if scheme and share_of_syllables(scheme.decode(latin[:_SAMPLE]))[0] > share:
        return scheme.decode(latin), (converted_note(scheme.name),)
    if share >= _LEAST_SHARE:
        return windows, (converted_note("Windows-1258"),)
    raise Unreadable(_UNKNOWN)

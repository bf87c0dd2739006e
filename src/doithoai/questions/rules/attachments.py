"""Photos and papers people send along: told by their bytes, made anew, without hidden data."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from doithoai.questions.rules.paper_files import paper_anew
from doithoai.questions.rules.pictures import jpeg_anew, png_anew
from doithoai.questions.rules.unfit import Unfit
from doithoai.vietnamese.letters import nfc

MOST_FILES = 3
LARGEST_FILE = 8 * 1024 * 1024
LONGEST_NAME = 100
PDF_WITHIN = 1024
TOO_LARGE = "nặng quá 8 MB. Chọn tệp nhẹ hơn, hoặc chụp lại bằng điện thoại."
EMPTY = "là tệp trống. Chọn tệp khác."
UNKNOWN = "không phải ảnh JPEG, PNG, WebP hay tệp PDF. Chọn tệp khác."
HEIC = (
    "là ảnh HEIC, chưa mở được. Chụp màn hình ảnh đó rồi chọn ảnh vừa chụp; "
    "hoặc vào Cài đặt, Camera, Định dạng, chọn “Tương thích nhất” rồi chụp lại."
)
_HEIC_BRANDS = frozenset({b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"})


@dataclass(frozen=True, slots=True)
class CleanFile:
    """A file as the house made it anew: nothing of the sender's own bytes stays around it."""

    name: str
    content_type: str
    content: bytes


def made_anew(name: str, data: bytes) -> CleanFile:
    """The file made anew from what it shows; its name is only a name.

    Raises Unfit with what to do, to be read after the file's name.
    """
    if not data:
        raise Unfit(EMPTY)
    if len(data) > LARGEST_FILE:
        raise Unfit(TOO_LARGE)
    content_type, ending, maker = _maker(data)
    return CleanFile(plain_name(name, ending), content_type, maker(data))


def plain_name(name: str, ending: str) -> str:
    """A name without folders, signs of control or direction, and with the ending it deserves."""
    last = re.split(r"[/\\]", nfc(name))[-1].rpartition(".")
    stem = last[0] or last[2]
    letters = "".join(letter for letter in stem if unicodedata.category(letter)[0] in "LNMZP")
    kept = re.sub(r"[^\w .,()-]|\s+", " ", letters)
    return f"{' '.join(kept.split())[:LONGEST_NAME].strip(' .') or 'tep'}.{ending}"


def _maker(data: bytes) -> tuple[str, str, Callable[[bytes], bytes]]:
    if data.startswith(b"\xff\xd8\xff") or (data[:4] == b"RIFF" and data[8:12] == b"WEBP"):
        return "image/jpeg", "jpg", jpeg_anew
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "image/png", "png", png_anew
    if b"%PDF-" in data[:PDF_WITHIN]:
        return "application/pdf", "pdf", paper_anew
    if data[4:8] == b"ftyp" and data[8:12] in _HEIC_BRANDS:
        raise Unfit(HEIC)
    raise Unfit(UNKNOWN)

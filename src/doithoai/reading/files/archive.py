"""Zip packages opened with care: what they hold, never more of it than a plan can need."""

import io
import re
import struct
import zipfile
import zlib

from doithoai.reading.source import Unreadable

_MOST_MEMBERS = 4_000
_MOST_INFLATED = 300_000_000
_MOST_RATIO = 200
_RATIO_COUNTS_FROM = 50_000_000
_ENTRY = b"PK\x01\x02"
# What zipfile raises at a broken package; an unknown packing is a RuntimeError to it.
_FLAWS = (zipfile.BadZipFile, zlib.error, ValueError, RuntimeError, OSError, EOFError, struct.error)
_PACKINGS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_OUTSIDE = re.compile(r"^[/\\]|^[A-Za-z]:|(?:^|[/\\])\.\.(?:[/\\]|$)")
BROKEN = "Tệp .docx bị hỏng hoặc tải về chưa hết; mở lại bản gốc bằng Word, lưu rồi tải lên lại."
_BOMB = "Tệp nén phình ra quá lớn, không phải bản kế hoạch thường; lưu lại từ Word rồi tải lên."
STRANGE = "Tệp .docx có cấu trúc bất thường; mở bằng Word, chọn Lưu dưới dạng .docx rồi tải lên."
_KINDS: tuple[tuple[str, str], ...] = (
    ("xl/", "Tệp là bảng tính Excel (.xlsx); chọn tệp kế hoạch dạng .docx, .pdf, .txt hoặc .md."),
    ("ppt/", "Tệp là bản trình chiếu (.pptx); chọn tệp kế hoạch dạng .docx, .pdf, .txt hoặc .md."),
    (
        "content.xml",
        "Tệp là bản OpenDocument (.odt); mở bằng LibreOffice hoặc Word, chọn Lưu dưới dạng .docx "
        "rồi tải lên lại.",
    ),
    ("META-INF/container.xml", "Tệp là sách điện tử (.epub); chọn tệp kế hoạch dạng .docx, .pdf."),
)
_UNPACK = "Tệp là tệp nén (.zip); giải nén rồi tải lên tệp kế hoạch bên trong."


class Package:
    """An open zip package whose parts are read one by one under a limit."""

    def __init__(self, data: bytes) -> None:
        """Open a package; raises Unreadable when it is broken, strange or a bomb."""
        if data.count(_ENTRY) > _MOST_MEMBERS:
            raise Unreadable(_BOMB)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            self._members = {info.filename: info for info in self._zip.infolist()}
        except _FLAWS as error:
            raise Unreadable(BROKEN) from error
        self._refuse_tricks()

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all members."""
        return tuple(self._members)

    def part(self, name: str, limit: int) -> bytes | None:
        """One member inflated, None when absent; raises Unreadable past `limit` bytes."""
        info = self._members.get(name)
        if info is None:
            return None
        if info.flag_bits & 1 or info.compress_type not in _PACKINGS:
            raise Unreadable(STRANGE)
        try:
            with self._zip.open(info) as member:
                inflated = member.read(limit + 1)
        except _FLAWS as error:
            raise Unreadable(BROKEN) from error
        if len(inflated) > limit:
            raise Unreadable(_BOMB)
        return inflated

    def _refuse_tricks(self) -> None:
        infos = self._zip.infolist()
        if any(_OUTSIDE.search(info.filename) for info in infos):
            raise Unreadable(STRANGE)
        inflated = sum(info.file_size for info in infos)
        packed = sum(info.compress_size for info in infos)
        ratio = inflated / max(packed, 1)
        if inflated > _MOST_INFLATED or (inflated > _RATIO_COUNTS_FROM and ratio > _MOST_RATIO):
            raise Unreadable(_BOMB)


def zipped_kind(data: bytes) -> str:
    """The kind "docx" when a zip file holds a Word document; else raises Unreadable naming it."""
    names = Package(data).names
    if any(name.startswith("word/") for name in names):
        return "docx"
    for sign, sentence in _KINDS:
        if any(name.startswith(sign) for name in names):
            raise Unreadable(sentence)
    raise Unreadable(_UNPACK)

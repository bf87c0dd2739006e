"""What a file is, told by its first bytes and never by its name."""

import re

from doithoai.reading.files.archive import zipped_kind
from doithoai.reading.source import Unreadable

_SAVE_AS_DOCX = "mở bằng Word, chọn Lưu dưới dạng .docx rồi tải lên lại."
_UNPACK = "Tệp là tệp nén; giải nén rồi tải lên tệp kế hoạch bên trong."
_PICTURE = (
    "Tệp là ảnh, không có chữ để đọc; lấy bản văn bản (.docx) của kế hoạch từ nơi soạn thảo "
    "rồi tải lên lại."
)
_SOUND = "Tệp là âm thanh hoặc phim; chọn tệp kế hoạch dạng .docx, .pdf, .txt hoặc .md."
_PROGRAM = "Tệp là chương trình máy tính; chọn tệp kế hoạch dạng .docx, .pdf, .txt hoặc .md."
_WEB_PAGE = (
    "Tệp là trang web (.html); mở trang, chép nội dung vào Word, lưu thành .docx rồi tải lên."
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MAGIC: tuple[tuple[int, bytes, str], ...] = (
    (0, b"{\\rtf", f"Tệp là bản .rtf; {_SAVE_AS_DOCX}"),
    (0, b"\x89PNG\r\n\x1a\n", _PICTURE),
    (0, b"\xff\xd8\xff", _PICTURE),
    (0, b"GIF8", _PICTURE),
    (0, b"BM", _PICTURE),
    (0, b"II*\x00", _PICTURE),
    (0, b"MM\x00*", _PICTURE),
    (8, b"WEBP", _PICTURE),
    (4, b"ftyphe", _PICTURE),
    (4, b"ftypmif1", _PICTURE),
    (4, b"ftyp", _SOUND),
    (8, b"WAVE", _SOUND),
    (8, b"AVI ", _SOUND),
    (0, b"ID3", _SOUND),
    (0, b"OggS", _SOUND),
    (0, b"MZ", _PROGRAM),
    (0, b"\x7fELF", _PROGRAM),
    (0, b"Rar!", _UNPACK),
    (0, b"7z\xbc\xaf\x27\x1c", _UNPACK),
    (0, b"\x1f\x8b", _UNPACK),
    (0, b"BZh", _UNPACK),
    (0, b"\xfd7zXZ\x00", _UNPACK),
    (0, b"%!PS", "Tệp là bản PostScript (.ps); xuất lại thành .pdf rồi tải lên."),
    (0, b"MIME-Version:", f"Tệp là trang web lưu từ Word (.mht); {_SAVE_AS_DOCX}"),
)
_MAYBE_TEXT = (b"BM", b"MZ", b"BZh", b"ID3", b"GIF8")
_OLE_STREAMS: tuple[tuple[str, str], ...] = (
    (
        "EncryptedPackage",
        "Tệp Word có đặt mật khẩu; mở bằng Word, bỏ mật khẩu, lưu lại rồi tải lên.",
    ),
    ("WordDocument", f"Tệp là bản Word đời cũ (.doc); {_SAVE_AS_DOCX}"),
    ("Workbook", "Tệp là bảng tính Excel đời cũ (.xls); chọn tệp kế hoạch dạng .docx, .pdf, .txt."),
    ("PowerPoint", "Tệp là bản trình chiếu (.ppt); chọn tệp kế hoạch dạng .docx, .pdf, .txt."),
)
_OTHER_OLE = f"Tệp thuộc dạng Office đời cũ; {_SAVE_AS_DOCX}"
_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_WORD_XML = re.compile(rb"<\?mso-application|<w:wordDocument|<pkg:package")


def kind_of(data: bytes) -> str:
    """The kind "docx", "pdf" or "text"; raises Unreadable naming any other kind it knows."""
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return zipped_kind(data)
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith(_OLE):
        raise Unreadable(_old_office(data))
    start = data[:2048].removeprefix(b"\xef\xbb\xbf").lstrip()
    if _WORD_XML.search(start):
        raise Unreadable(f"Tệp là bản Word dạng XML; {_SAVE_AS_DOCX}")
    if start.startswith(b"<") and _HTML.search(start):
        raise Unreadable(_WEB_PAGE)
    _refuse_known_binary(data)
    return "text"


def _old_office(data: bytes) -> str:
    for stream, sentence in _OLE_STREAMS:
        if stream.encode("utf-16-le") in data:
            return sentence
    return _OTHER_OLE


def _refuse_known_binary(data: bytes) -> None:
    for offset, magic, sentence in _MAGIC:
        if not data.startswith(magic, offset):
            continue
        if magic in _MAYBE_TEXT and b"\x00" not in data[:4096]:
            continue
        raise Unreadable(sentence)

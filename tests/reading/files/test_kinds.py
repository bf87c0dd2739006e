"""Every kind of file is told by its content, and each refusal says what to do."""

import pytest

from doithoai.reading.files.kinds import kind_of
from doithoai.reading.source import Unreadable
from tests.reading.files.word_files import package, paragraph, word_file

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)
REFUSED = {
    "doc": (OLE + "WordDocument".encode("utf-16-le"), "Word đời cũ"),
    "locked docx": (OLE + "EncryptedPackage".encode("utf-16-le"), "mật khẩu"),
    "xls": (OLE + "Workbook".encode("utf-16-le"), "Excel đời cũ"),
    "ppt": (OLE + "PowerPoint Document".encode("utf-16-le"), "trình chiếu"),
    "msg": (OLE, "Office đời cũ"),
    "rtf": (b"{\\rtf1\\ansi K\\'ea ho\\'b9ch}", ".rtf"),
    "xlsx": (package(xl__workbook_xml="<a/>"), "bảng tính Excel"),
    "pptx": (package(ppt__presentation_xml="<a/>"), "trình chiếu"),
    "odt": (package(mimetype="application/vnd.oasis", content_xml="<a/>"), "OpenDocument"),
    "epub": (package(**{"META-INF/container.xml": "<a/>"}), "sách điện tử"),
    "zip": (package(ke_hoach="x"), "giải nén"),
    "rar": (b"Rar!\x1a\x07\x00", "giải nén"),
    "gzip": (b"\x1f\x8b\x08\x00", "giải nén"),
    "png": (b"\x89PNG\r\n\x1a\n" + bytes(20), "là ảnh"),
    "jpeg": (b"\xff\xd8\xff\xe0" + bytes(20), "là ảnh"),
    "heic": (bytes(4) + b"ftypheic" + bytes(20), "là ảnh"),
    "bmp": (b"BM" + bytes(20), "là ảnh"),
    "mp4": (bytes(4) + b"ftypisom" + bytes(20), "âm thanh hoặc phim"),
    "exe": (b"MZ\x90\x00" + bytes(20), "chương trình"),
    "elf": (b"\x7fELF" + bytes(20), "chương trình"),
    "html": ("<!DOCTYPE html><html><body>Kế hoạch".encode(), "trang web"),
    "word html": (b"\xef\xbb\xbf\r\n<html xmlns:o='urn:x'>", "trang web"),
    "word xml": (b"<?xml version='1.0'?><?mso-application progid='Word.Document'?>", "dạng XML"),
    "mht": (b"MIME-Version: 1.0\nContent-Type: multipart/related", ".mht"),
    "postscript": (b"%!PS-Adobe-3.0", "PostScript"),
    "broken zip": (word_file(paragraph("Kế hoạch"))[:200], "bị hỏng"),
}


@pytest.mark.parametrize(("data", "sentence"), REFUSED.values(), ids=REFUSED)
def test_each_other_kind_has_its_own_sentence(data, sentence):
    with pytest.raises(Unreadable, match=sentence) as refused:
        kind_of(data)
    assert str(refused.value).endswith(".")
    assert str(refused.value).count("; ") == 1


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (word_file(paragraph("Kế hoạch")), "docx"),
        (b"%PDF-1.7\n", "pdf"),
        (b"\n\n%PDF-1.4\n", "pdf"),
        ("KẾ HOẠCH".encode(), "text"),
        (b"BM: ban hanh kem theo", "text"),
        (b"<ghi chu> ke hoach", "text"),
    ],
)
def test_what_can_be_read_is_told(data, kind):
    assert kind_of(data) == kind

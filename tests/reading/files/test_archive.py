"""A zip package gives up its parts only when it is what it says."""

import io
import zipfile

import pytest

from doithoai.reading.files.archive import Package
from doithoai.reading.source import Unreadable
from tests.reading.files.word_files import package


def zipped(size, method=zipfile.ZIP_DEFLATED):
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", method) as archive:
        archive.writestr("word/document.xml", bytes(size))
    return bytearray(held.getvalue())


def test_a_part_is_read_and_a_missing_one_is_none():
    held = Package(package(word__document_xml="<a/>"))
    assert held.part("word/document.xml", 100) == b"<a/>"
    assert held.part("word/styles.xml", 100) is None


def test_a_part_longer_than_it_may_be_is_a_bomb():
    with pytest.raises(Unreadable, match="phình"):
        Package(bytes(zipped(2_000_000))).part("word/document.xml", 1_000_000)


def test_a_package_that_says_it_is_huge_is_a_bomb():
    declared = zipped(1000)
    place = declared.find(b"PK\x01\x02")
    declared[place + 24 : place + 28] = (2**31).to_bytes(4, "little")
    with pytest.raises(Unreadable, match="phình"):
        Package(bytes(declared))


def test_a_package_that_lies_about_a_size_is_broken():
    declared = zipped(2_000_000)
    place = declared.find(b"PK\x01\x02")
    declared[place + 24 : place + 28] = (1000).to_bytes(4, "little")
    with pytest.raises(Unreadable, match="bị hỏng"):
        Package(bytes(declared)).part("word/document.xml", 5_000_000)


def test_a_flood_of_members_is_a_bomb():
    names = {f"word/{number}": "" for number in range(4001)}
    with pytest.raises(Unreadable, match="phình"):
        Package(package(**names))


@pytest.mark.parametrize("name", ["../document.xml", "/etc/passwd", "C:\\a", "word/..\\..\\a"])
def test_a_path_out_of_the_package_is_refused(name):
    with pytest.raises(Unreadable, match="bất thường"):
        Package(package(**{name: "x"}))


def test_a_locked_or_rarely_packed_part_is_refused():
    locked = zipped(100)
    for sign, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        locked[locked.find(sign) + at] |= 1
    for held in (locked, zipped(100, zipfile.ZIP_LZMA)):
        with pytest.raises(Unreadable, match="bất thường"):
            Package(bytes(held)).part("word/document.xml", 1000)


@pytest.mark.parametrize("cut", [30, 80, 110])
def test_a_truncated_package_is_broken(cut):
    with pytest.raises(Unreadable, match="bị hỏng"):
        Package(bytes(zipped(1000))[:cut])

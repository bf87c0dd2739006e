"""Files people send along come out new: upright, small, and with nothing hidden in them."""

import io
import zipfile
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, PngImagePlugin
from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    NameObject,
    NumberObject,
    StreamObject,
)

from doithoai.questions.rules.attachments import LARGEST_FILE, made_anew, plain_name
from doithoai.questions.rules.paper_files import MOST_PAGES, bare_jpeg
from doithoai.questions.rules.unfit import Unfit
from tests.files import a_jpeg, a_paper, a_png

SCRIPT = b"<script>alert(1)</script>"


def opened(content):
    return Image.open(io.BytesIO(content))


def test_a_photo_loses_where_and_when_it_was_taken():
    made = made_anew("IMG_1.jpg", a_jpeg(gps=True))

    assert made.content_type == "image/jpeg"
    assert not dict(opened(made.content).getexif())
    assert b"Exif" not in made.content
    assert b"iPhone" not in made.content


def test_a_photo_taken_sideways_stands_upright():
    made = made_anew("a.jpg", a_jpeg(size=(40, 20), turned=True))

    assert opened(made.content).size == (20, 40)


@pytest.mark.parametrize("size, expected", [((4000, 1000), (2000, 500)), ((300, 200), (300, 200))])
def test_a_large_photo_becomes_bearable_and_a_small_one_stays(size, expected):
    assert opened(made_anew("a.jpg", a_jpeg(size=size)).content).size == expected


def test_a_drawing_keeps_its_transparency_but_no_words_beside_it():
    info = PngImagePlugin.PngInfo()
    info.add_text("Comment", "Nguyễn Văn Bí Mật")
    made = made_anew("a.png", a_png(pnginfo=info, mode="RGBA"))

    assert (made.content_type, opened(made.content).mode) == ("image/png", "RGBA")
    assert not opened(made.content).info


def test_webp_becomes_jpeg_by_its_bytes_whatever_it_is_called():
    out = io.BytesIO()
    Image.new("RGBA", (9, 9), (255, 0, 0, 0)).save(out, "WEBP")
    made = made_anew("anh.pdf", out.getvalue())

    assert (made.name, made.content_type) == ("anh.jpg", "image/jpeg")
    assert opened(made.content).getpixel((4, 4)) == (255, 255, 255)


@pytest.mark.parametrize("data", [a_png() + SCRIPT, a_jpeg() + SCRIPT])
def test_what_hangs_behind_a_picture_is_gone(data):
    assert SCRIPT not in made_anew("a.png", data).content


def zipped():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("x.html", SCRIPT)
    return out.getvalue()


def test_a_paper_that_is_also_an_archive_comes_out_a_paper_alone():
    made = made_anew("a.pdf", a_paper() + zipped())

    assert not zipfile.is_zipfile(io.BytesIO(made.content))
    assert len(PdfReader(io.BytesIO(made.content)).pages) == 1


def test_a_paper_loses_scripts_files_links_and_who_made_it():
    made = made_anew("a.pdf", a_paper(armed=True))
    reader = PdfReader(io.BytesIO(made.content))

    assert set(reader.trailer["/Root"]) <= {"/Type", "/Pages"}
    assert not reader.metadata
    assert "/Annots" not in reader.pages[0]
    assert "/AA" not in reader.pages[0]
    for secret in (b"/JavaScript", b"/EmbeddedFile", b"/Launch", b"Secret", b"/Metadata"):
        assert secret not in made.content


def test_a_paper_shows_what_it_showed():
    made = made_anew("a.pdf", a_paper(armed=True, words="Don xin xac nhan"))

    assert "Don xin xac nhan" in PdfReader(io.BytesIO(made.content)).pages[0].extract_text()


def test_a_photo_inside_a_paper_loses_its_place():
    bare = bare_jpeg(a_jpeg(gps=True))

    assert b"Exif" not in bare
    assert opened(bare).size == opened(a_jpeg()).size


@pytest.mark.parametrize("filters", ["/DCTDecode", ["/DCTDecode"], ["/FlateDecode", "/DCTDecode"]])
def test_a_photo_within_a_paper_loses_its_place_however_it_is_packed(filters):
    made = made_anew("a.pdf", a_paper_with(a_jpeg(gps=True), filters))
    (image,) = PdfReader(io.BytesIO(made.content)).pages[0].images

    assert b"iPhone" not in made.content
    assert image.image.size == (60, 40)


def a_paper_with(photo, filters):
    """A page that shows a photo, packed by the filters."""
    writer = PdfWriter()
    page = writer.add_blank_page(200, 200)
    picture = StreamObject()
    picture._data = zlib.compress(photo) if "/FlateDecode" in filters else photo
    names = [NameObject(one) for one in ([filters] if isinstance(filters, str) else filters)]
    picture[NameObject("/Filter")] = names[0] if isinstance(filters, str) else ArrayObject(names)
    plain = {"/Type": "/XObject", "/Subtype": "/Image", "/ColorSpace": "/DeviceRGB"}
    picture.update({NameObject(key): NameObject(value) for key, value in plain.items()})
    sizes = {"/Width": 60, "/Height": 40, "/BitsPerComponent": 8}
    picture.update({NameObject(key): NumberObject(value) for key, value in sizes.items()})
    shown = DictionaryObject({NameObject("/P"): writer._add_object(picture)})
    page[NameObject("/Resources")] = DictionaryObject({NameObject("/XObject"): shown})
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def locked():
    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    writer.encrypt("mat khau", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def endless():
    writer = PdfWriter()
    for _ in range(MOST_PAGES + 1):
        writer.add_blank_page(200, 200)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


HEIC = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + b"\0" * 50


@pytest.mark.parametrize(
    "data, words",
    [
        (b"", "tệp trống"),
        (b"\xff\xd8\xff" + b"0" * LARGEST_FILE, "nặng quá 8 MB"),
        (b"GIF89a/*" + SCRIPT, "không phải ảnh JPEG"),
        (b"MZ" + b"\0" * 99, "không phải ảnh JPEG"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "không phải ảnh JPEG"),
        (HEIC, "HEIC"),
        (a_jpeg()[:300], "ảnh hỏng"),
        (b"\x89PNG\r\n\x1a\n" + SCRIPT, "ảnh hỏng"),
        (b"%PDF-1.7 " + SCRIPT, "PDF hỏng"),
        (locked(), "mật khẩu"),
        (endless(), "quá 50 trang"),
    ],
)
def test_what_cannot_be_taken_says_what_to_do(data, words):
    with pytest.raises(Unfit, match=words):
        made_anew("a.jpg", data)


@pytest.mark.parametrize("size", [(12_000, 9_000), (5_000, 5_000)])
def test_a_drawing_of_very_many_points_is_not_opened(size):
    bomb = io.BytesIO()
    Image.new("1", size).save(bomb, "PNG")
    assert len(bomb.getvalue()) < 1_000_000

    with pytest.raises(Unfit, match="quá nhiều điểm ảnh"):
        made_anew("a.png", bomb.getvalue())


def test_a_stream_that_swells_is_stopped():
    writer = PdfWriter()
    page = writer.add_blank_page(200, 200)
    stream = DecodedStreamObject()
    stream.set_data(b"\0" * 40_000_000)
    page[NameObject("/Contents")] = writer._add_object(stream.flate_encode())
    page[NameObject("/Resources")] = DictionaryObject()
    out = io.BytesIO()
    writer.write(out)

    assert len(made_anew("a.pdf", out.getvalue()).content) < 100_000


@pytest.mark.parametrize(
    "name, expected",
    [
        ("../../etc/passwd", "passwd.jpg"),
        ("C:\\ảnh\\đường làng.JPEG", "đường làng.jpg"),
        ("hoa\u202egpj.exe", "hoagpj.jpg"),
        ("a\r\nSet-Cookie: x.jpg", "aSet-Cookie x.jpg"),
        ("", "tep.jpg"),
        (".jpg", "jpg.jpg"),
        ("a" * 300 + ".jpg", "a" * 100 + ".jpg"),
    ],
)
def test_a_name_is_only_a_name(name, expected):
    assert plain_name(name, "jpg") == expected


def outcome(data):
    """A file made anew, or the sentence of refusal."""
    try:
        return made_anew("a", data).content
    except Unfit as refusal:
        return str(refusal)


@settings(max_examples=60, deadline=None)
@given(st.sampled_from([a_jpeg(), a_png(), a_paper(armed=True)]), st.data())
def test_a_spoiled_file_is_taken_or_refused_and_nothing_else(data, draw):
    at = draw.draw(st.integers(0, len(data) - 1))
    spoiled = data[:at] + draw.draw(st.binary(max_size=40)) + data[at + 3 :]

    assert outcome(spoiled)

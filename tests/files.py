"""Files people send, made for tests."""

import io
from typing import Any

from PIL import Image
from pypdf import PdfWriter
from pypdf.annotations import Link
from pypdf.generic import (
    DecodedStreamObject,
    DictionaryObject,
    NameObject,
    TextStringObject,
)


def a_jpeg(*, size: tuple[int, int] = (60, 40), gps: bool = False, turned: bool = False) -> bytes:
    """A photo; `gps`: with camera and place, `turned`: taken sideways."""
    picture = Image.effect_noise(size, 60).convert("RGB")
    exif = Image.Exif()
    if gps:
        exif[0x010F] = "iPhone"
        exif.get_ifd(0x8825)[1] = "N"
    if turned:
        exif[0x0112] = 6
    out = io.BytesIO()
    picture.save(out, "JPEG", exif=exif)
    return out.getvalue()


def a_png(mode: str = "RGB", **options: Any) -> bytes:
    """A small drawing."""
    out = io.BytesIO()
    Image.new(mode, (30, 20), (10, 120, 90, 128)[: len(mode)]).save(out, "PNG", **options)
    return out.getvalue()


def a_paper(*, words: str = "Kinh gui", armed: bool = False) -> bytes:
    """A page of PDF; `armed`: with scripts, a file inside, a program to launch, a link, a maker."""
    writer = PdfWriter()
    page = writer.add_blank_page(300, 200)
    stream = DecodedStreamObject()
    stream.set_data(f"BT /A 12 Tf 20 100 Td ({words}) Tj ET".encode())
    page[NameObject("/Contents")] = writer._add_object(stream)
    names = {"/Type": "/Font", "/Subtype": "/Type1", "/BaseFont": "/Helvetica"}
    font = DictionaryObject({NameObject(k): NameObject(v) for k, v in names.items()})
    fonts = DictionaryObject({NameObject("/A"): font})
    page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
    if armed:
        _arm(writer)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _arm(writer: PdfWriter) -> None:
    page = writer.pages[0]
    script = {"/S": NameObject("/JavaScript"), "/JS": TextStringObject("app.alert('Secret')")}
    writer.root_object[NameObject("/OpenAction")] = DictionaryObject(
        {NameObject(key): value for key, value in script.items()}
    )
    writer.add_attachment("Secret.exe", b"MZ Secret")
    writer.add_metadata({"/Author": "Secret"})
    writer.add_annotation(0, Link(rect=(0, 0, 9, 9), url="https://vidu.vn/Secret"))
    launch = {"/S": NameObject("/Launch"), "/F": TextStringObject("Secret.exe")}
    action = DictionaryObject({NameObject(key): value for key, value in launch.items()})
    page[NameObject("/AA")] = DictionaryObject({NameObject("/O"): action})
    note = DecodedStreamObject()
    note.set_data(b"<x:xmpmeta>Secret</x:xmpmeta>")
    note[NameObject("/Type")] = NameObject("/Metadata")
    page[NameObject("/Metadata")] = writer._add_object(note)
    page["/Resources"][NameObject("/PieceInfo")] = action

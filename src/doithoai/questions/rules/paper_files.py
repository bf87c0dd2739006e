"""A PDF copied page by page into a new one: what is printed stays, what acts or hides does not."""

import io
import logging
import zlib
from collections.abc import Iterator

from pypdf import Configuration, PageObject, PdfReader, PdfWriter, apply_configuration
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, StreamObject

from doithoai.questions.rules.unfit import Unfit

MOST_PAGES = 50
MOST_OBJECTS = 100_000
DEEPEST = 60
LARGEST_PHOTO = 30_000_000
LIMITS = Configuration(
    zlib_maximum_output_length=30_000_000,
    lzw_maximum_output_length=30_000_000,
    run_length_maximum_output_length=30_000_000,
    array_based_stream_maximum_output_length=30_000_000,
    maximum_declared_stream_length=30_000_000,
    stream_decoding_work_maximum_length=60_000_000,
)
LOCKED = "là PDF có mật khẩu hoặc bị khóa. In lại thành PDF không khóa rồi chọn tệp đó."
BROKEN = "là PDF hỏng hoặc tải về chưa hết. Chụp ảnh tờ giấy rồi gửi ảnh."
TOO_LONG = "dài quá 50 trang. Chọn những trang cần thiết, hoặc chụp ảnh các trang đó."
PRINTED = frozenset(
    {"/Type", "/Contents", "/Resources", "/MediaBox", "/CropBox", "/Rotate", "/Group"}
)
"""What of a page is printed; notes, links, scripts and forms are not."""
HIDDEN = frozenset(
    {
        *("/Metadata", "/PieceInfo", "/LastModified", "/Thumb", "/Alternates", "/OPI", "/Ref"),
        *("/JS", "/JavaScript", "/OpenAction", "/EF", "/EmbeddedFiles", "/AF"),
    }
)
"""Keys that act, carry files along, or tell of the sender's machine, wherever they stand."""
PHOTO = ("/DCTDecode", ["/DCTDecode"])
logging.getLogger("pypdf").setLevel(logging.CRITICAL)


def paper_anew(data: bytes) -> bytes:
    """The pages of a PDF in a new one; raises Unfit when it is locked, broken or too long."""
    try:
        with apply_configuration(LIMITS):
            return _copied(data)
    except Unfit:
        raise
    except Exception as error:  # a hostile file makes pypdf raise anything at all
        raise Unfit(BROKEN) from error


def _copied(data: bytes) -> bytes:
    if data.count(b"obj") > MOST_OBJECTS:
        raise Unfit(BROKEN)
    reader = PdfReader(io.BytesIO(data))
    if reader.is_encrypted:
        raise Unfit(LOCKED)
    pages = reader.pages
    if not 1 <= len(pages) <= MOST_PAGES:
        raise Unfit(TOO_LONG if len(pages) else BROKEN)
    writer = PdfWriter()
    for page in pages:
        writer.add_page(_printed(page))
    writer.metadata = None
    _strip(writer)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _printed(page: PageObject) -> PageObject:
    for key in [key for key in page if key not in PRINTED and key != "/Parent"]:
        del page[key]
    return page


def _strip(writer: PdfWriter) -> None:
    seen: set[int] = set()
    for page in writer.pages:
        for thing in _reached(page, seen, 0):
            for key in HIDDEN & thing.keys():
                del thing[NameObject(key)]
            if isinstance(thing, StreamObject):
                _bare_photo(thing)


def _bare_photo(stream: StreamObject) -> None:
    filters = stream.get("/Filter")
    if filters == ["/FlateDecode", "/DCTDecode"]:
        stream._data = zlib.decompressobj().decompress(stream._data, LARGEST_PHOTO)
        stream[NameObject("/Filter")] = NameObject("/DCTDecode")
        stream.pop(NameObject("/DecodeParms"), None)
    elif filters not in PHOTO:
        return
    stream._data = bare_jpeg(stream._data)


def _reached(thing: object, seen: set[int], depth: int) -> Iterator[DictionaryObject]:
    """Every dictionary a page leads to, once; its parents are the writer's own."""
    if depth > DEEPEST:
        raise Unfit(BROKEN)
    thing = getattr(thing, "get_object", lambda: thing)()
    if id(thing) in seen:
        return
    seen.add(id(thing))
    if isinstance(thing, DictionaryObject):
        yield thing
        inner: list[object] = [thing.raw_get(key) for key in list(thing) if key != "/Parent"]
    else:
        inner = list(thing) if isinstance(thing, ArrayObject) else []
    for one in inner:
        yield from _reached(one, seen, depth + 1)


def bare_jpeg(data: bytes) -> bytes:
    """A photo inside a paper without its camera's notes and place (segments APP1-13, COM)."""
    kept, at = bytearray(data[:2]), 2
    while data[at : at + 1] == b"\xff" and at + 4 <= len(data):
        marker, length = data[at + 1], int.from_bytes(data[at + 2 : at + 4], "big")
        if marker == 0xDA:
            break
        if not (0xE1 <= marker <= 0xED or marker == 0xFE):
            kept += data[at : at + 2 + length]
        at += 2 + length
    return bytes(kept + data[at:])

"""A .pdf opened under limits, page by page."""

import io
import logging
from collections.abc import Iterator
from dataclasses import dataclass

from pypdf import Configuration, PageObject, PdfReader, apply_configuration
from pypdf.errors import LimitReachedError
from pypdf.generic import DictionaryObject

from doithoai.reading.files.budget import TOO_HEAVY, Budget
from doithoai.reading.files.mojibake import Repair
from doithoai.reading.files.pdf.canvas import Canvas, Span
from doithoai.reading.files.pdf.faces import Face
from doithoai.reading.files.pdf.grids import grids_of
from doithoai.reading.files.pdf.layout import Layout, Page
from doithoai.reading.files.pdf.lines import printed_lines
from doithoai.reading.files.pdf.paths import Matrix, Ruling
from doithoai.reading.source import SourceDocument, Unreadable

_MOST_PAGES = 400
_MOST_OBJECTS = 200_000
_MOST_SPANS = 15_000
_MOST_STREAM = 30_000_000
_MOST_UNREAD = 0.2
_LEAST_LETTERS = 20
_LIMITS = Configuration(
    zlib_maximum_output_length=_MOST_STREAM,
    lzw_maximum_output_length=_MOST_STREAM,
    run_length_maximum_output_length=_MOST_STREAM,
    array_based_stream_maximum_output_length=_MOST_STREAM,
    maximum_declared_stream_length=_MOST_STREAM,
    stream_decoding_work_maximum_length=4 * _MOST_STREAM,
)
_TURNS: dict[int, Matrix] = {
    90: (0.0, -1.0, 1.0, 0.0, 0.0, 0.0),
    180: (-1.0, 0.0, 0.0, -1.0, 0.0, 0.0),
    270: (0.0, 1.0, -1.0, 0.0, 0.0, 0.0),
}
_UPRIGHT: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_LOCKED = "Tệp PDF có mật khẩu; mở bằng mật khẩu, in lại thành PDF không mật khẩu rồi tải lên."
_BROKEN = (
    "Tệp PDF bị hỏng hoặc tải về chưa hết; xuất lại PDF từ Word hoặc lấy bản .docx rồi tải lên."
)
_SCAN = (
    "Tệp PDF chỉ có ảnh quét, không có chữ để đọc; lấy bản .docx hoặc PDF xuất từ Word của nơi "
    "soạn thảo rồi tải lên."
)
_MUTE = (
    "Chữ trong tệp PDF không kèm bảng mã nên không đọc được; lấy bản .docx hoặc xuất lại PDF "
    "từ Word rồi tải lên."
)

# pypdf tells each flaw of a file on stderr; here a flaw either does no harm or ends in Unreadable.
logging.getLogger("pypdf").setLevel(logging.CRITICAL)


@dataclass(frozen=True, slots=True)
class _Drawn:
    """What one page draws."""

    spans: list[Span]
    rulings: list[Ruling]
    unread: int


def read_pdf(data: bytes, name: str) -> SourceDocument:
    """Read a .pdf; raises Unreadable when it is locked, broken, too heavy or without text."""
    try:
        with apply_configuration(_LIMITS):
            drawn = list(_drawn_pages(data))
    except Unreadable:
        raise
    except LimitReachedError as error:
        raise Unreadable(TOO_HEAVY) from error
    except Exception as error:  # a hostile file makes pypdf raise anything at all
        raise Unreadable(_BROKEN) from error
    _refuse_wordless(drawn)
    repair = Repair((span.text, span.face.name) for page in drawn for span in page.spans)
    layout = Layout(repair)
    layout.put([_laid_out(page) for page in drawn])
    return layout.draft.finish(name, "pdf", (*repair.notes, *_notes(drawn)))


def _drawn_pages(data: bytes) -> Iterator[_Drawn]:
    budget = Budget()
    if data.count(b"obj") > _MOST_OBJECTS:
        raise Unreadable(TOO_HEAVY)
    reader = PdfReader(io.BytesIO(data))
    if reader.is_encrypted and not reader.decrypt(""):
        raise Unreadable(_LOCKED)
    faces: dict[int, Face | None] = {}
    for number, page in enumerate(reader.pages):
        if number >= _MOST_PAGES:
            raise Unreadable(TOO_HEAVY)
        yield _draw(page, budget, faces)


def _draw(page: PageObject, budget: Budget, faces: dict[int, Face | None]) -> _Drawn:
    canvas = Canvas(_TURNS.get(page.rotation % 360, _UPRIGHT), budget, faces)
    contents = page.get_contents()
    resources = page.get("/Resources", DictionaryObject()).get_object()
    if contents is not None and isinstance(resources, DictionaryObject):
        data = contents.get_data()
        budget.spend(len(data) // 100)
        canvas.run(data, resources)
    if len(canvas.spans) > _MOST_SPANS:
        raise Unreadable(TOO_HEAVY)
    return _Drawn(canvas.spans, canvas.rulings, canvas.unread)


def _refuse_wordless(drawn: list[_Drawn]) -> None:
    letters = sum(len(span.text) for page in drawn for span in page.spans)
    unread = sum(page.unread for page in drawn)
    if unread > _MOST_UNREAD * max(letters, _LEAST_LETTERS):
        raise Unreadable(_MUTE)
    if letters < _LEAST_LETTERS:
        raise Unreadable(_SCAN)


def _laid_out(page: _Drawn) -> Page:
    grids, rest = grids_of(page.rulings, page.spans)
    return Page(printed_lines(rest), grids)


def _notes(drawn: list[_Drawn]) -> Iterator[str]:
    bare = [str(number) for number, page in enumerate(drawn, 1) if not page.spans]
    if bare:
        yield f"Trang {', '.join(bare)} của tệp PDF không có chữ (có thể là ảnh quét), chưa đọc."
    if any(page.unread for page in drawn):
        yield "Một số chữ trong tệp PDF không đọc được; cần soát lại theo bản gốc."

"""Advice that needs no database: what an answer still lacks."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from doithoai.vietnamese.dates import DateMention, find_dates
from doithoai.vietnamese.documents import Citation, find_citations
from doithoai.vietnamese.letters import fold, fold_in_place, nfc


@dataclass(frozen=True, slots=True)
class AnswerPart:
    """One of the four parts a whole answer has: whether it stands there, and where or what not."""

    key: str
    name: str
    found: bool
    words: str


def four_parts(body: str, *, since: date, units: Iterable[str] = ()) -> list[AnswerPart]:
    """Legal basis, concrete action, unit, deadline: found or not, as advice to a reader.

    `since` is the day before which no deadline lies, `units` the names of agencies of the place.
    """
    text = nfc(body)
    citations = find_citations(text)
    sentences = [_Sentence.read(span, text, citations, since, units) for span in _spans(text)]
    promise = max(filter(_is_work, sentences), key=_weight, default=_NOTHING)
    basis = next((_cited(c) for c in citations if c.number or c.name), "")
    unit = promise.unit or next((s.unit for s in sentences if s.unit), "")
    deadline = promise.deadline or next((s.deadline for s in sentences if s.deadline), "")
    return [
        _part("basis", "Căn cứ", basis, "Không thấy văn bản làm căn cứ"),
        _part("action", "Việc làm cụ thể", promise.shown, "Mới nói chung, chưa thấy việc sẽ làm"),
        _part("unit", "Đơn vị làm", unit, "Không thấy tên đơn vị làm"),
        _part("deadline", "Thời hạn", deadline, "Không thấy ngày, tháng hoàn thành"),
    ]


_VAGUE = re.compile(
    r"\b(?:thoi gian toi|tiep tuc quan tam|quan tam|phoi hop(?: chat che)?|tham muu|nghien cuu"
    r"|xem xet|tao dieu kien|khi (?:co|bo tri duoc|can doi duoc) (?:nguon )?(?:von|kinh phi)"
    r"|theo quy dinh|se som|ghi nhan|day manh|tang cuong)\b"
)
_PROMISE = re.compile(r"\b(?:se|giao|cham nhat|hoan thanh)\b")
_WORK = re.compile(
    r"\b(?:trinh|bo tri|xay dung|lap dat|lap (?:du an|ke hoach|ho so|doan|danh sach)|sua(?: chua)?"
    r"|thay|mo (?:\w+ )?(?:lop|diem|them|tuyen)|to chuc|kiem tra|thanh tra|ra soat|cap|chi tra"
    r"|giai ngan|huong dan|khao sat|phe duyet|ban hanh|khoi cong|thi cong|nghiem thu|ban giao"
    r"|lam viec voi|cho vay|danh|dao tao|tuyen dung|thu gom|xu ly|nao vet|dau noi|khoan|cam bien"
    r"|cong bo|dang danh sach|bo sung|dieu chinh|tra (?:no|tien|luong|so|loi)|truy dong"
    r"|hoan thanh|gui|dua)\b"
)
_UNIT = re.compile(
    r"\b(?:(?:Phòng|Trung tâm)(?: \w+){1,4}|(?:Sở|Chi cục|Cục|Ủy ban nhân dân|UBND|Công an"
    r"|Bảo hiểm xã hội|BHXH|Ngân hàng|[Cc]hi nhánh|Liên đoàn|Văn phòng|Bệnh viện|Công ty|Điện lực"
    r"|Ban Quản lý)\b"
    r"(?: (?:tỉnh|huyện|xã|phường|thị trấn|thị xã|thành phố))?(?: [A-ZĐ]\w*)*)"
)
_TERM = re.compile(
    r"\b(?:quy [ivx1-4]+(?:[/ ]+(?:nam )?20\d\d)?|trong(?: vong)? \d+ ngay(?: lam viec)?"
    r"|(?:truoc|het|cuoi|trong|dau) nam 20\d\d)\b"
)
_SHOWN = 200
"""Letters of a promise that a reader takes in at a glance: some three lines of a tablet."""


@dataclass(frozen=True, slots=True)
class _Sentence:
    text: str
    is_cited: bool = False
    unit: str = ""
    deadline: str = ""

    @classmethod
    def read(
        cls,
        span: tuple[int, int],
        text: str,
        citations: Iterable[Citation],
        since: date,
        units: Iterable[str],
    ) -> "_Sentence":
        start, end = span
        inside = [c for c in citations if start <= c.start < end]
        own = text[start:end]
        for citation in inside:
            cited = text[citation.start : min(citation.end, end)]
            own = own.replace(cited, " " * len(cited), 1)
        deadline = next(_deadlines(own, since), "")
        return cls(text[start:end].strip(), bool(inside), _unit(own, units), deadline)

    @property
    def shown(self) -> str:
        """The sentence; of a long one as many whole clauses as fit, the work always among them."""
        whole = self.text.rstrip(".;")
        ends = [comma.start() for comma in re.finditer(r",\s", whole)]
        told = [end for end in ends if _WORK.search(fold(whole[:end]))]
        if len(whole) <= _SHOWN or not told:
            return whole
        return whole[: max((end for end in told if end <= _SHOWN), default=told[0])]


_NOTHING = _Sentence("")


def _spans(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for gap in re.finditer(r"(?<=[.;])\s+|\n+|$", text):
        if text[start : gap.start()].strip():
            yield start, gap.start()
        start = gap.end()


def _is_work(sentence: _Sentence) -> bool:
    plain = _VAGUE.sub(" ", fold(sentence.text))
    bound = sentence.unit or sentence.deadline or _PROMISE.search(plain)
    return bool(bound and _WORK.search(plain)) and not (
        sentence.is_cited and not (sentence.unit and sentence.deadline)
    )


def _weight(sentence: _Sentence) -> tuple[int, int]:
    return (bool(sentence.unit) + bool(sentence.deadline), -sentence.is_cited)


def _unit(text: str, units: Iterable[str]) -> str:
    named = [unit for unit in units if unit and unit in text]
    if named:
        return min(named, key=lambda unit: (text.index(unit), -len(unit)))
    match = _UNIT.search(text)
    return match[0] if match else ""


def _deadlines(text: str, since: date) -> Iterator[str]:
    for mention in find_dates(text, year=since.year):
        if _is_ahead(mention, since):
            yield mention.text
    for term in _TERM.finditer(fold_in_place(text)):
        yield text[term.start() : term.end()]


def _is_ahead(mention: DateMention, since: date) -> bool:
    if mention.date:
        return mention.date >= since
    return mention.month is not None and mention.month >= f"{since:%Y-%m}"


def _cited(citation: Citation) -> str:
    if citation.number:
        return f"{citation.kind} {citation.number}"
    return citation.name or citation.kind


def _part(key: str, name: str, found: str, absent: str) -> AnswerPart:
    return AnswerPart(key, name, bool(found), found or absent)

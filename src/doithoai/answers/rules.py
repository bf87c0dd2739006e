"""Advice that needs no database: which agency may answer a question, what an answer still lacks."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from doithoai.vietnamese.dates import DateMention, find_dates
from doithoai.vietnamese.documents import Citation, find_citations
from doithoai.vietnamese.letters import fold, fold_in_place, has_diacritics, nfc, words

SIZE_WEIGHS = 0.1
"""How much a long list of phrases counts against its agency: 39 of 54 samples come first by it."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What tells one agency's matters: its key, and phrases as {"text", "weight"}."""

    agency: int
    phrases: tuple[Mapping[str, Any], ...]


@dataclass(frozen=True, slots=True)
class Proposal:
    """An agency that may answer, and the phrases of the question that say so, strongest first."""

    agency: int
    score: float
    phrases: tuple[str, ...]


def propose_agencies(question: str, lexicons: Iterable[Lexicon]) -> list[Proposal]:
    """Agencies whose phrases stand in the question, the likeliest first; none when nothing does.

    Diacritics count where both the question and the phrase have them; a phrase inside a longer
    one of the same agency counts once; lists of 20 and of 175 phrases are made comparable.
    """
    text = _Words.of(question)
    found = []
    for lexicon in lexicons:
        matches = _longest(text.matches(lexicon.phrases))
        if matches:
            total = sum(weight for weight, _ in matches)
            names = tuple(name for _, name in sorted(matches, key=lambda m: (-m[0], m[1])))
            score = total / len(lexicon.phrases) ** SIZE_WEIGHS
            found.append(Proposal(lexicon.agency, score, names))
    return sorted(found, key=lambda proposal: (-proposal.score, proposal.agency))


@dataclass(frozen=True, slots=True)
class _Match:
    start: int
    end: int
    weight: float
    text: str


@dataclass(frozen=True, slots=True)
class _Words:
    marked: list[str]
    folded: list[str]
    has_marks: bool

    @classmethod
    def of(cls, text: str) -> "_Words":
        marked = words(text)
        return cls(marked, [fold(word) for word in marked], has_diacritics(text))

    def matches(self, phrases: Iterable[Mapping[str, Any]]) -> Iterator[_Match]:
        known = set(self.folded)
        for phrase in phrases:
            sought = _Words.of(phrase["text"])
            if not sought.folded or not known.issuperset(sought.folded):
                continue
            size, exact = len(sought.folded), self.has_marks and sought.has_marks
            mine, theirs = (self.marked, sought.marked) if exact else (self.folded, sought.folded)
            for start in range(len(mine) - size + 1):
                if mine[start : start + size] == theirs:
                    yield _Match(start, start + size, float(phrase["weight"]), phrase["text"])


def _longest(matches: Iterable[_Match]) -> set[tuple[float, str]]:
    kept: list[_Match] = []
    for match in sorted(matches, key=lambda m: (m.start - m.end, -m.weight)):
        if not any(k.start <= match.start and match.end <= k.end for k in kept):
            kept.append(match)
    strongest: dict[str, _Match] = {}
    for match in kept:
        strongest.setdefault(fold(match.text), match)
    return {(match.weight, match.text) for match in strongest.values()}


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

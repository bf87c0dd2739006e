"""Citations of legal bases: what kind of document, its number, its date and who issued it."""

import datetime
import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace

from doithoai.vietnamese.date_mentions import find_dates
from doithoai.vietnamese.document_numbers import DocumentNumber, find_document_numbers
from doithoai.vietnamese.letters import fold, fold_in_place


@dataclass(frozen=True, slots=True)
class Citation:
    """One document that a text cites, between `start` and `end` (its title not included).

    `kind` is as written (Quyết định, Luật), `name` is a law's full name (Luật Thanh niên),
    `number` is None for a law cited by name and date alone and for a number left blank, and
    `nested` says that it stands inside the title of a citation before it.
    """

    kind: str
    number: str | None
    date: datetime.date | None
    issuer: str | None
    name: str | None
    nested: bool
    start: int
    end: int


def find_citations(text: str) -> list[Citation]:
    """Every citation of a text in composed form (letters.nfc), in order."""
    source = _Source(text)
    found: list[Citation] = []
    for head in source.heads():
        following: _Head | None = head if not found or head.start >= found[-1].end else None
        while following:
            found.append(source.citation(following, found[-1] if found else None))
            following = source.same_kind_after(found[-1])
    return source.with_shared_dates(found)


_LAWS = ("Hiến pháp", "Bộ luật", "Luật", "Pháp lệnh")
_OTHERS = (
    *("Thông tư liên tịch", "Nghị quyết liên tịch", "Hướng dẫn liên tịch", "Hướng dẫn liên ngành"),
    *("Kế hoạch liên tịch", "Kế hoạch liên ngành", "Kế hoạch phối hợp", "Quy chế phối hợp"),
    *("Chương trình phối hợp", "Chương trình hành động", "Thông báo kết luận", "Chương trình"),
    *("Nghị định", "Nghị quyết", "Quyết định", "Thông tư", "Chỉ thị", "Kết luận", "Kế hoạch"),
    *("Công văn", "Hướng dẫn", "Quy chế", "Quy định", "Thông báo", "Tờ trình", "Báo cáo"),
    *("Công điện", "Phương án", "Đề án", "Dự án", "Văn bản", "Điều lệ", "Sắc lệnh", "Lệnh"),
)
_KIND = re.compile(rf"\b(?:{'|'.join(fold(kind) for kind in (*_LAWS, *_OTHERS))})\b")
_FOLDED_LAWS = {fold(kind) for kind in _LAWS}

_REACH = 120
_LONGEST_NAME = 300
_TO_NUMBER = re.compile(r"\s*(?:(?P<extra>[^;:.()]*?)\s*\bso)?[\s:.…_]*")
_BARE_NUMBER = re.compile(r"\s*so:? ?(?P<number>\d{1,6})(?![\d/.-])")
_JOINED = re.compile(r"[\s,]*(?:va|cung|cung voi)?\s*(?:so)?\s*")
_TO_NEXT_NUMBER = re.compile(r"\s*(?:,|va|,\s*va)\s*(?:so\s*)?")
_TO_DATE = re.compile(
    r"[\s,]*(?:\(khoa[^()]{1,12}\)\s*)?(?:duoc\s+)?(?:quoc hoi[^;,.()]{0,40}\s)?"
    r"(?:(?:ky|ban hanh|thong qua)\s+)?(?:ngay[\s….]*)?(?:thang[\s….]*)?"
)
_TO_LAW_NUMBER = re.compile(r"\s*,?\s*(?:so)?[\s:.…_]*")
_TO_ISSUER = re.compile(r"[\s,]*\b(?:cua|giua|do)\s+")
_AMENDING = re.compile(r"(?:\s+so\s+\S+)?\s+sua doi,?(?:\s+va)?\s+bo sung")
_LAW_END = re.compile(
    r"\s*,?\s+(?:ngay\s|so\s+\d|nam\s+\d)|\s*(?:[;:\"“”]|\((?!sua doi\))|(?<!\(sua doi)\))"
    r"|\.(?=\s|$)|,\s|\s+va\s|\s+(?:duoc|da|ve viec|cua quoc hoi)\b|$"
)
_NO_LAW = re.compile(r"\s+(?:gia|su)\b")
_ISSUER_END = re.compile(
    r"\s+(?:ve|ban hanh|quy dinh|huong dan|sua doi|phe duyet|trien khai|thuc hien|thong qua|to chuc"
    r"|da|v/v|ngay|so|tai|nham|de|giao|cong bo|chi dao|yeu cau|doi voi|trong|nam \d|phat dong"
    r"|tang cuong|chi tiet|theo|kem theo|giai doan|xay dung|va)\b|\s*[;:\"“”(),]|\.(?=\s|$)|$"
)
_SHORT_FORM = re.compile(r"\([A-ZĐƯ&-]{2,15}\)")
_NAME_GOES_ON = re.compile(r"\s(?:the thao|gia dinh) ")
_NEW_BASIS = re.compile(r"\.\s|\n\s*(?:can cu|thuc hien|theo|xet)\b")
_JOINED_BASIS = re.compile(r"(?:,|\bva|\bcung)\s*(?:(?:can cu|thuc hien|theo)\s+)?$")


@dataclass(frozen=True, slots=True)
class _Head:
    """Where a citation begins, and what its first words say."""

    kind: str
    start: int
    end: int
    number: str | None = None
    name: str | None = None
    issuer: str | None = None


class _Source:
    """A text with its dates and document numbers found, from which citations are read."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.folded = fold_in_place(text)
        self._numbers = find_document_numbers(text)
        self._number_starts = [number.start for number in self._numbers]
        self._dates = find_dates(text)
        self._date_starts = [mention.start for mention in self._dates]

    def heads(self) -> Iterator[_Head]:
        """Every place where a citation may begin, in order."""
        for match in _KIND.finditer(self.folded):
            read = self._law_head if match[0] in _FOLDED_LAWS else self._document_head
            head = read(match)
            if head:
                yield head

    def citation(self, head: _Head, before: Citation | None) -> Citation:
        """The citation that begins with a head; its date may stand before or after its issuer."""
        number, end = self._number_after(head.end) if head.name else (head.number, head.end)
        day, end = self._date_after(end)
        issuer, end = self._issuer_after(end)
        if day is None:
            day, end = self._date_after(end)
        return Citation(
            kind=head.kind,
            number=number,
            date=day,
            issuer=issuer or head.issuer,
            name=None if head.name == head.kind else head.name,
            nested=before is not None and self._is_nested(before, head, dated=day is not None),
            start=head.start,
            end=end,
        )

    def same_kind_after(self, before: Citation) -> _Head | None:
        """The next number when it takes its kind from the one before: số 1-QĐ/TW, số 2-QĐ/TW."""
        number = self._next_number(before.end)
        if not number or before.name or number.blank:
            return None
        if not _TO_NEXT_NUMBER.fullmatch(self.folded, before.end, number.start):
            return None
        return _Head(before.kind, number.start, number.end, number.text)

    def with_shared_dates(self, found: list[Citation]) -> list[Citation]:
        """The citations, undated ones taking date and issuer of the joined one of their kind."""
        shared = list(found)
        for place in range(len(shared) - 1, 0, -1):
            left, right = shared[place - 1], shared[place]
            joined = _JOINED.fullmatch(self.folded, left.end, right.start)
            if joined and left.kind == right.kind and not (left.date or left.issuer or left.name):
                shared[place - 1] = replace(left, date=right.date, issuer=right.issuer)
        return shared

    def _document_head(self, match: re.Match[str]) -> _Head | None:
        start, end = match.span()
        kind = self.text[start:end]
        number = self._next_number(end)
        if number and (way := _TO_NUMBER.fullmatch(self.folded, end, number.start)):
            if way["extra"] and not self._is_own_number(start, way):
                return None
            written = None if number.blank else number.text
            return _Head(kind, start, number.end, written, issuer=self._issuer_within(way))
        if kind[0].islower():
            return None
        bare = _BARE_NUMBER.match(self.folded, end)
        if bare:
            return _Head(kind, start, bare.end(), bare["number"])
        return _Head(kind, start, end) if self._date_after(end)[0] else None

    def _next_number(self, start: int) -> DocumentNumber | None:
        place = bisect_left(self._number_starts, start)
        near = self._numbers[place : place + 1]
        return near[0] if near and near[0].start - start <= _REACH else None

    def _is_own_number(self, start: int, way: re.Match[str]) -> bool:
        """Whether a number some words after a kind belongs to it, not to a kind between them."""
        between = _KIND.finditer(self.folded, way.start("extra"), way.end("extra"))
        return self.text[start].isupper() and not any(
            self.text[kind.start()].isupper() or kind.end() == way.end("extra") for kind in between
        )

    def _issuer_within(self, way: re.Match[str]) -> str | None:
        issuer = _TO_ISSUER.search(self.folded, way.start("extra"), way.end("extra"))
        return self.text[issuer.end() : way.end("extra")].strip() if issuer else None

    def _law_head(self, match: re.Match[str]) -> _Head | None:
        start, end = match.span()
        if self.text[start].islower() or _NO_LAW.match(self.folded, end):
            return None
        name_end = self._law_name_end(end)
        name = " ".join(self.text[start:name_end].split())
        return _Head(self.text[start:end], start, name_end, name=name)

    def _law_name_end(self, start: int) -> int:
        amending = _AMENDING.match(self.folded, start)
        begin = amending.end() if amending else start
        for match in _LAW_END.finditer(self.folded, begin, begin + _LONGEST_NAME):
            sign, after = match[0].strip(), match.end()
            if sign == "va" and (amending or not self._is_kind(after)):
                continue
            if sign == "," and (amending or not self.text[after : after + 1].isupper()):
                continue
            return match.start()
        return start

    def _is_kind(self, place: int) -> bool:
        return bool(_KIND.match(self.folded, place)) and self.text[place].isupper()

    def _number_after(self, end: int) -> tuple[str | None, int]:
        number = self._next_number(end)
        if number and _TO_LAW_NUMBER.fullmatch(self.folded, end, number.start):
            return None if number.blank else number.text, number.end
        return None, end

    def _date_after(self, end: int) -> tuple[datetime.date | None, int]:
        place = bisect_left(self._date_starts, end)
        for mention in self._dates[place : place + 1]:
            if mention.start - end <= _REACH and _TO_DATE.fullmatch(
                self.folded, end, mention.start
            ):
                return mention.date, mention.end
        return None, end

    def _issuer_after(self, end: int) -> tuple[str | None, int]:
        opening = _TO_ISSUER.match(self.folded, end)
        if not opening:
            return None, end
        several = opening[0].strip().endswith("giua")
        limit = opening.end() + _LONGEST_NAME
        for match in _ISSUER_END.finditer(self.folded, opening.end(), limit):
            if not self._issuer_goes_on(match, several):
                issuer = self.text[opening.end() : match.start()].strip()
                return (issuer, match.start()) if issuer else (None, end)
        return None, end

    def _issuer_goes_on(self, match: re.Match[str], several: bool) -> bool:
        """Whether what could end an issuer's name stands inside it: (LĐLĐ), Thể thao, và."""
        sign = match[0].strip()
        if sign in ("(", ")"):
            place = self.text.rfind("(", max(0, match.end() - 17), match.end())
            return place >= 0 and bool(_SHORT_FORM.match(self.text, place))
        if sign == ",":
            return bool(_NAME_GOES_ON.match(self.folded, match.end())) or (
                several and not self._is_kind(match.end() + 1)
            )
        if sign == "va":
            return not self._is_kind(match.end() + 1)
        word = self.text[match.start() : match.end()].strip()
        return word[:1].isupper()

    def _is_nested(self, before: Citation, head: _Head, *, dated: bool) -> bool:
        """Whether a citation belongs to the title that follows the citation before it."""
        between = self.folded[before.end : head.start]
        if ";" in between or _NEW_BASIS.search(between):
            return False
        if between.count("(") > between.count(")"):
            return True
        if _JOINED.fullmatch(between):
            return before.nested
        if _JOINED_BASIS.search(between):
            return before.nested and not dated
        return True

"""Doubts about words: abbreviations written two ways, agencies named twice, short listings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from doithoai.reading.blocks import Block, Item
from doithoai.reading.passages import Passage
from doithoai.reading.plan import Place, PlanWarning, QuotaRow, QuotaSection
from doithoai.vietnamese.letters import fold_in_place

_ABBREVIATION = re.compile(r"(?<![\w/-])[A-ZĐƯ]{5,12}(?![\w/-])")
_LISTED = re.compile(r"(?:lanh dao )?(?:cac )?(?:so|phong|ban)(?:, (?:ban|nganh))*[^:]{0,20}:\s*")
_AGENCY = re.compile(
    r"(?:van phong|ban|so|hoi|lien doan|cong an|bao|dai|uy ban|thuong truc)\b[^,;:.()]{4,60}"
)
_SEPARATOR = re.compile(r"\s*[;,:]\s*|\s+va\s+")


def mixed_abbreviations(items: Iterable[Item]) -> Iterator[PlanWarning]:
    """One abbreviation in several spellings: CNVCLĐ, CNVCNLĐ, CNVCNLD."""
    first: dict[str, Place] = {}
    for item in items:
        for text in _texts(item):
            for match in _ABBREVIATION.finditer(text.text):
                if match[0] not in first:
                    first[match[0]] = text.cut(match.start(), match.end()).place()
    for family in _families(list(first)):
        yield PlanWarning(
            "mixed_abbreviation",
            f"Một cụm từ được viết tắt nhiều cách: {', '.join(family)}; thống nhất một cách viết.",
            tuple(first[spelling] for spelling in family),
        )


def repeated_agencies(quotas: Iterable[QuotaSection]) -> Iterator[PlanWarning]:
    """An agency that stands in two rows of one section may be counted twice."""
    for section in quotas:
        seen: dict[str, QuotaRow] = {}
        told: set[str] = set()
        for row in section.rows:
            for name in sorted(set(_agencies(row.name))):
                before = seen.setdefault(name, row)
                if before is not row and name not in told:
                    told.add(name)
                    yield _repeated(before, row, name)


def short_listings(quotas: Iterable[QuotaSection]) -> Iterator[PlanWarning]:
    """A row that lists agencies one by one with another number of seats."""
    for section in quotas:
        for row in section.rows:
            match = _LISTED.match(fold_in_place(row.name))
            if not match or row.seats is None or ";" not in row.name:
                continue
            named = _listed_items(row.name[match.end() :])
            if len(named) >= 3 and len(named) != row.seats:
                yield PlanWarning(
                    "listing_differs",
                    f"Dòng {row.no}: liệt kê {len(named)} đơn vị nhưng ghi {row.seats} đại biểu; "
                    "đối chiếu lại.",
                    (row.place,),
                )


def _texts(item: Item) -> Iterator[Passage]:
    if isinstance(item, Block):
        if not item.body.text.isupper():
            yield item.body
    else:
        for row in item.rows:
            yield from (cell for cell in row.cells if not cell.text.isupper())


def _families(spellings: list[str]) -> Iterator[list[str]]:
    left = list(spellings)
    while left:
        head = left.pop(0)
        family = [head, *(other for other in left if _akin(head, other))]
        left = [other for other in left if other not in family]
        if len(family) > 1:
            yield family


def _akin(one: str, other: str) -> bool:
    """The same letters but for one left out, added or without its mark."""
    short, long = sorted((fold_in_place(one), fold_in_place(other)), key=len)
    if short == long:
        return True
    if len(long) - len(short) != 1 or short[:3] != long[:3]:
        return False
    return any(long[:index] + long[index + 1 :] == short for index in range(len(long)))


def _agencies(name: str) -> Iterator[str]:
    """The agencies a row names, without their leaders' offices."""
    for piece in _SEPARATOR.split(fold_in_place(name)):
        match = _AGENCY.search(piece)
        if match and match.start() <= 30:
            yield " ".join(match[0].split())


def _listed_items(names: str) -> list[str]:
    pieces = [piece for piece in names.split(";") if piece.strip()]
    last = pieces[-1].split(", ") if pieces else []
    return [*pieces[:-1], *last]


def _repeated(before: QuotaRow, row: QuotaRow, name: str) -> PlanWarning:
    stated = _as_written(row.name, name)
    return PlanWarning(
        "agency_twice",
        f"{stated} có ở cả dòng {before.no} và dòng {row.no}; kiểm tra có tính trùng đại biểu "
        f"không.",
        (before.place, row.place),
    )


def _as_written(text: str, folded: str) -> str:
    start = fold_in_place(text).find(folded)
    return text[start : start + len(folded)] if start >= 0 else folded

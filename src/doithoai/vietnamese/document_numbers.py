"""Numbers and symbols of official documents: 272/KH-UBND, 94-KH/TU, 57/2020/QH14."""

import re
from dataclasses import dataclass

from doithoai.vietnamese.letters import fold

KINDS = {
    "BB": "Biên bản",
    "BC": "Báo cáo",
    "CĐ": "Công điện",
    "CT": "Chỉ thị",
    "CTHĐ": "Chương trình hành động",
    "CTr": "Chương trình",
    "CTrHĐ": "Chương trình hành động",
    "CTrPH": "Chương trình phối hợp",
    "CV": "Công văn",
    "DA": "Dự án",
    "ĐA": "Đề án",
    "GM": "Giấy mời",
    "HD": "Hướng dẫn",
    "HDLT": "Hướng dẫn liên tịch",
    "HDLN": "Hướng dẫn liên ngành",
    "HĐ": "Hợp đồng",
    "KH": "Kế hoạch",
    "KHLN": "Kế hoạch liên ngành",
    "KHLT": "Kế hoạch liên tịch",
    "KHPH": "Kế hoạch phối hợp",
    "KL": "Kết luận",
    "L": "Lệnh",
    "NĐ": "Nghị định",
    "NQ": "Nghị quyết",
    "NQLT": "Nghị quyết liên tịch",
    "PA": "Phương án",
    "PC": "Phiếu chuyển",
    "PL": "Pháp lệnh",
    "QC": "Quy chế",
    "QCPH": "Quy chế phối hợp",
    "QĐ": "Quyết định",
    "QĐi": "Quy định",
    "QyĐ": "Quy định",
    "TB": "Thông báo",
    "TBKL": "Thông báo kết luận",
    "TC": "Thông cáo",
    "TT": "Thông tư",
    "TTLT": "Thông tư liên tịch",
    "TTr": "Tờ trình",
}
"""Codes of document kinds (NĐ 30/2020 Phụ lục III, the Party's, joint issues) and their names."""


@dataclass(frozen=True, slots=True)
class DocumentNumber:
    """The number and symbol of one official document, found between `start` and `end`.

    `text` has no spaces; `serial` is None when the number is still `blank`; `kind_code` is None
    for a dispatch (12/UBND-VX, which has no type) and for a law (57/2020/QH14); `party` says that
    it is numbered the Party's way (94-KH/TU) or by a Party body (02/NQ-TW).
    """

    text: str
    start: int
    end: int
    serial: str | None
    year: int | None
    symbol: str
    kind_code: str | None
    issuers: tuple[str, ...]
    unit: str | None = None
    party: bool = False

    @property
    def blank(self) -> bool:
        """Whether the place of the number is left open, as in Số:      /KH-UBND."""
        return self.serial is None

    @property
    def kind(self) -> str | None:
        """The name of the kind (Kế hoạch), where the symbol has a code for it."""
        return KINDS[self.kind_code] if self.kind_code else None


_CODE = r"[A-ZĐƯÂÔÊ](?:[A-ZĐƯÂÔÊ&rigyh]*[A-ZĐƯÂÔÊrigyh])?\d{0,2}(?![^\W_])"
_SERIAL = (
    r"(?:(?<![\d./-])(?P<serial>\d{1,6}[a-zA-ZĐđ]?)|(?i:(?<=số)|(?<=so))(?P<blank>[\s:.…_]{1,60}?))"
)
_STATE = re.compile(
    rf"{_SERIAL}\s{{0,4}}/\s?(?:(?P<year>(?:19|20)\d\d)\s?/\s?)?"
    rf"(?P<symbol>{_CODE}(?:\s?[-–]\s?{_CODE})?(?:[-–/]{_CODE}){{0,3}})"
)
_PARTY = re.compile(
    rf"{_SERIAL}(?P<hyphen>\s?[-–]\s?|\s)(?P<kind>{_CODE})\s?/\s?"
    rf"(?P<issuers>{_CODE}(?:[-–]{_CODE}){{0,3}})"
)
_PARTY_BODY = re.compile(r"(?:TW|TƯ|TU|HU|ThU|TXU|QU|ĐU|ĐUK)$")
_CODES_BY_FOLD = {fold(code): code for code in reversed(KINDS)}


def find_document_numbers(text: str) -> list[DocumentNumber]:
    """Every document number of a text in composed form (letters.nfc), in order."""
    found = [_state_number(match) for match in _STATE.finditer(text)]
    found += [number for match in _PARTY.finditer(text) if (number := _party_number(match))]
    return sorted(found, key=lambda number: number.start)


def parse_document_number(text: str) -> DocumentNumber | None:
    """The number that a whole text writes, with or without the word Số, or None."""
    for number in find_document_numbers(text):
        before = fold(text[: number.start]).strip(" :.…_")
        if before in ("", "so") and not text[number.end :].strip(" .;"):
            return number
    return None


def kind_code(code: str) -> str | None:
    """The code of a kind as KINDS spells it (QD and QĐ are QĐ), or None if it is no such code."""
    return code if code in KINDS else _CODES_BY_FOLD.get(fold(code))


def _state_number(match: re.Match[str]) -> DocumentNumber:
    symbol = _tight(match["symbol"])
    first, *others = re.split("[-/]", symbol)
    kind = kind_code(first)
    if kind:
        issuers, unit = tuple(others), None
    else:
        issuers, unit = (first,), "-".join(others) or None
    return DocumentNumber(
        text=_tight(match[0][_blank_length(match) :]),
        start=match.start() + _blank_length(match),
        end=match.end(),
        serial=match["serial"],
        year=int(match["year"]) if match["year"] else None,
        symbol=symbol,
        kind_code=kind,
        issuers=issuers,
        unit=unit,
        party=_is_party_body(issuers),
    )


def _party_number(match: re.Match[str]) -> DocumentNumber | None:
    kind = kind_code(match["kind"])
    issuers = tuple(_tight(match["issuers"]).split("-"))
    hyphen = match["hyphen"].strip()
    if not kind and not (hyphen and _is_party_body(issuers)):
        return None
    return DocumentNumber(
        text=_tight(match[0][_blank_length(match) :]) if hyphen else match[0].strip(),
        start=match.start() + _blank_length(match),
        end=match.end(),
        serial=match["serial"],
        year=None,
        symbol=f"{match['kind']}/{'-'.join(issuers)}",
        kind_code=kind,
        issuers=issuers,
        party=True,
    )


def _is_party_body(issuers: tuple[str, ...]) -> bool:
    return any(_PARTY_BODY.search(issuer) for issuer in issuers)


def _blank_length(match: re.Match[str]) -> int:
    return len(match["blank"] or "")


def _tight(text: str) -> str:
    return re.sub(r"\s", "", text).replace("–", "-")

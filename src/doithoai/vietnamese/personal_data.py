"""Personal data in running text: found, and masked before anyone else reads it."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from doithoai.vietnamese.letters import fold_in_place


class PersonalDataKind(StrEnum):
    """What a piece of text tells about a person."""

    EMAIL = "email"
    BANK_ACCOUNT = "bank_account"
    IDENTITY = "identity"
    PHONE = "phone"
    PLATE = "plate"


@dataclass(frozen=True, slots=True)
class PersonalData:
    """One piece of personal data, between `start` and `end` of the text it was found in."""

    kind: PersonalDataKind
    text: str
    start: int
    end: int


_Kind = PersonalDataKind
_FREE = r"(?<![\w.,/+-])"
_ENDS = r"(?![\w/])(?![.,-]\d)"
_NOT_MONEY = r"(?!\s*(?:d|dong|vnd|trieu|ty|ti)\b)"
_PATTERNS = (
    (_Kind.EMAIL, re.compile(r"(?<![\w.+-])(?P<data>[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+)")),
    (
        _Kind.BANK_ACCOUNT,
        re.compile(
            r"\b(?:stk|so tai khoan|tai khoan(?: so| ngan hang)?|so tk)\b[^\d\n;]{0,25}"
            rf"(?P<data>\d(?:[ .-]?\d){{5,18}}){_ENDS}"
        ),
    ),
    (
        _Kind.IDENTITY,
        re.compile(
            r"\b(?:cmnd|cccd|cmtnd|can cuoc(?: cong dan)?|chung minh(?: nhan dan| thu)?"
            r"|dinh danh(?: ca nhan)?|ho chieu)\b[^\d\n;]{0,12}?"
            rf"(?P<data>[a-z]?\d(?:[ .-]?\d){{6,11}}){_ENDS}"
        ),
    ),
    (
        _Kind.IDENTITY,
        re.compile(rf"{_FREE}(?P<data>0\d{{2}}[ .]?\d{{3}}[ .]?\d{{3}}[ .]?\d{{3}}){_ENDS}"),
    ),
    (
        _Kind.PHONE,
        re.compile(
            r"(?:(?<![\w/+-])(?<!\d[.,])|(?<=\d{8}[/-]))"
            r"(?P<data>(?:(?:\+84|\b84|\(0\d{2,3}\)|0)[ .-]?)(?:\(0\)[ .-]?)?\d(?:[ .-]?\d){5,9})"
            rf"(?!\w)(?![.,]\d)(?![/-](?!0\d{{8}})\w){_NOT_MONEY}"
        ),
    ),
    (
        _Kind.PLATE,
        re.compile(rf"{_FREE}(?P<data>\d{{2}}[ -]?[a-z]{{1,2}}\d?[ .-]?\d{{3}}\.?\d{{2}}){_ENDS}"),
    ),
    (
        _Kind.PLATE,
        re.compile(
            r"\b(?:bien so|bien kiem soat|bks)\b[^\d\n;]{0,8}"
            rf"(?P<data>\d{{2}}[ -]?[a-z]{{1,2}}\d?[ .-]?\d{{4,5}}){_ENDS}"
        ),
    ),
)
_HIDDEN = "•"


def find_personal_data(text: str) -> list[PersonalData]:
    """E-mail addresses, phones, identity and account numbers, plates of a text, in order.

    Expects composed form (letters.nfc). Amounts of money, dates and document numbers are not
    personal data; hotlines (1800, 1900) are not either.
    """
    found: list[PersonalData] = []
    taken = bytearray(len(text))
    for candidate in _candidates(text):
        if not any(taken[candidate.start : candidate.end]):
            found.append(candidate)
            taken[candidate.start : candidate.end] = b"\1" * len(candidate.text)
    return sorted(found, key=lambda data: data.start)


def mask(text: str) -> str:
    """Text with its personal data hidden but for the few characters their owner knows them by."""
    pieces, done = list[str](), 0
    for found in find_personal_data(text):
        pieces += [text[done : found.start], _MASKS[found.kind](found.text)]
        done = found.end
    return "".join([*pieces, text[done:]])


def mask_phone(phone: str) -> str:
    """A phone number hidden but for two figures at each end: 09•• ••• •78."""
    figures = _national(phone)
    if len(figures) < 7:
        return _HIDDEN * len(figures)
    shown = figures[:2] + _HIDDEN * (len(figures) - 4) + figures[-2:]
    return f"{shown[:4]} {shown[4:7]} {shown[7:]}".strip()


def _candidates(text: str) -> Iterator[PersonalData]:
    folded = fold_in_place(text)
    for kind, pattern in _PATTERNS:
        for match in pattern.finditer(folded):
            start, end = match.span("data")
            if kind is not _Kind.PHONE or _is_phone(text[start:end]):
                yield PersonalData(kind, text[start:end], start, end)


def _is_phone(written: str) -> bool:
    return bool(re.fullmatch(r"0[35789]\d{8}|02\d{8,9}", _national(written)))


def _national(phone: str) -> str:
    figures = re.sub(r"\D", "", phone.replace("(0)", ""))
    is_international = figures.startswith("84") and len(figures) >= 11
    return f"0{figures[2:]}" if is_international else figures


def _mask_email(address: str) -> str:
    name, _, domain = address.partition("@")
    return f"{name[0]}{_HIDDEN * 3}@{domain}"


def _mask_all_but_three(number: str) -> str:
    return re.sub(r"\w(?=(?:\W?\w){3})", _HIDDEN, number)


def _mask_plate(plate: str) -> str:
    return re.sub(r"\d(?=[\d.]{0,5}$)", _HIDDEN, plate)


_MASKS: dict[PersonalDataKind, Callable[[str], str]] = {
    _Kind.EMAIL: _mask_email,
    _Kind.BANK_ACCOUNT: _mask_all_but_three,
    _Kind.IDENTITY: _mask_all_but_three,
    _Kind.PHONE: mask_phone,
    _Kind.PLATE: _mask_plate,
}

"""Personal data hidden but for what its owner, or an official who knows the case, knows it by."""

import re
from collections.abc import Callable

from doithoai.vietnamese.personal_data.figures import national
from doithoai.vietnamese.personal_data.finding import find_personal_data
from doithoai.vietnamese.personal_data.kinds import PersonalData, PersonalDataKind

_Kind = PersonalDataKind
_HIDDEN = "•"


def mask(text: str) -> str:
    """Text with its personal data hidden but for the few characters their owner knows them by.

    A name keeps the initial of its given name (`ông A•••`), a birth date its century.
    """
    return _hide(text, find_personal_data(text))


def mask_contacts(text: str) -> str:
    """Like `mask`, names left: for words of the house, and for those who agreed to be named."""
    return _hide(text, [data for data in find_personal_data(text) if data.kind is not _Kind.NAME])


def unmasked(text: str, before: str) -> str:
    """What somebody made of `mask(before)`, with what was hidden in it put back, in its order."""
    done = 0
    for found in find_personal_data(before):
        hidden = _MASKS[found.kind](found.text)
        place = text.find(hidden, done)
        if place >= 0:
            text = text[:place] + found.text + text[place + len(hidden) :]
            done = place + len(found.text)
    return text


def mask_phone(phone: str) -> str:
    """A phone number hidden but for two figures at each end: 09•• ••• •78."""
    figures = national(phone)
    if len(figures) < 7:
        return _HIDDEN * len(figures)
    shown = figures[:2] + _HIDDEN * (len(figures) - 4) + figures[-2:]
    return f"{shown[:4]} {shown[4:7]} {shown[7:]}".strip()


def _hide(text: str, data: list[PersonalData]) -> str:
    pieces, done = list[str](), 0
    for found in data:
        pieces += [text[done : found.start], _MASKS[found.kind](found.text)]
        done = found.end
    return "".join([*pieces, text[done:]])


def _mask_email(address: str) -> str:
    name, _, domain = address.partition("@")
    return f"{name[0]}{_HIDDEN * 3}@{domain}"


def _mask_all_but_three(number: str) -> str:
    return re.sub(r"\w(?=(?:\W?\w){3})", _HIDDEN, number)


def _mask_plate(plate: str) -> str:
    return re.sub(r"\d(?=[\d.]{0,5}$)", _HIDDEN, plate)


def _mask_birth(day: str) -> str:
    return re.sub(r"\d", _HIDDEN, day[:-4]) + day[-4:-2] + _HIDDEN * 2


def _mask_name(name: str) -> str:
    return name.split()[-1][0].upper() + _HIDDEN * 3


def _mask_whole(_written: str) -> str:
    return _HIDDEN * 3


_MASKS: dict[PersonalDataKind, Callable[[str], str]] = {
    _Kind.EMAIL: _mask_email,
    _Kind.LINK: _mask_whole,
    _Kind.BANK_ACCOUNT: _mask_all_but_three,
    _Kind.IDENTITY: _mask_all_but_three,
    _Kind.INSURANCE: _mask_all_but_three,
    _Kind.TAX_CODE: _mask_all_but_three,
    _Kind.PHONE: mask_phone,
    _Kind.PLATE: _mask_plate,
    _Kind.HOUSE_NUMBER: _mask_whole,
    _Kind.BIRTH: _mask_birth,
    _Kind.NAME: _mask_name,
}

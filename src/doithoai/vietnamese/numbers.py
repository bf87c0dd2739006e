"""Whole numbers and money, in figures and in words."""

import re

from doithoai.vietnamese.letters import fold, nfc

_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_DIGIT_VALUES = {fold(word): value for value, word in enumerate(_DIGITS)}
_DIGIT_VALUES |= {"tu": 4, "lam": 5, "nham": 5}
_SCALES = (("triệu", 10**6), ("nghìn", 10**3))
_SCALE_VALUES = {"trieu": 10**6, "nghin": 10**3, "ngan": 10**3}
_BILLION = 10**9
_FIGURES = re.compile(r"\d{1,3}(?:\.\d{3}){1,9}|\d{1,30}")


def to_words(number: int) -> str:
    """A whole number in words: 1884 is một nghìn tám trăm tám mươi bốn."""
    if number < 0:
        return f"âm {to_words(-number)}"
    if number == 0:
        return _DIGITS[0]
    return " ".join(_spoken(number, full=False))


def from_words(text: str) -> int | None:
    """The number that words say (mốt, lăm, tư, linh, lẻ, ngàn, tỉ accepted), or None.

    Diacritics may be missing.
    """
    tokens = fold(text).split()
    if tokens[:1] == ["am"]:
        value = _value(tokens[1:])
        return None if value is None else -value
    return _value(tokens)


def parse_number(text: str) -> int | None:
    """The number that a whole text writes: 01, 1.500, 10 (mười), mười lăm; else None.

    Figures beyond thirty are no number that an office writes.
    """
    written = re.sub(r"\s*\([^()\d]*\)\s*$", "", nfc(text)).strip()
    if _FIGURES.fullmatch(written):
        return int(written.replace(".", ""))
    return from_words(written)


def format_number(number: int) -> str:
    """A whole number as offices write it: 1.884."""
    return f"{number:,}".replace(",", ".")


def format_money(dong: int) -> str:
    """An amount in đồng as offices write it: 7.500.000 đ."""
    return f"{format_number(dong)} đ"


def money_in_words(dong: int) -> str:
    """An amount in đồng as a voucher spells it: Bảy triệu năm trăm nghìn đồng chẵn."""
    words = to_words(dong)
    even = " chẵn" if dong and dong % 1000 == 0 else ""
    return f"{words[0].upper()}{words[1:]} đồng{even}"


def _spoken(number: int, *, full: bool) -> list[str]:
    """Words of a positive number; `full` speaks the hundreds even when they are zero."""
    said: list[str] = []
    billions, rest = divmod(number, _BILLION)
    if billions:
        said += [*_spoken(billions, full=full), "tỷ"]
        full = True
    for name, scale in _SCALES:
        count, rest = divmod(rest, scale)
        if count:
            said += [*_below_thousand(count, full=full), name]
            full = True
    return said + (_below_thousand(rest, full=full) if rest else [])


def _below_thousand(number: int, *, full: bool) -> list[str]:
    hundreds, rest = divmod(number, 100)
    said = [_DIGITS[hundreds], "trăm"] if hundreds or full else []
    tens, unit = divmod(rest, 10)
    if tens == 0:
        said += (["linh"] if said else []) + [_DIGITS[unit]] if unit else []
        return said
    said += ["mười"] if tens == 1 else [_DIGITS[tens], "mươi"]
    return said + ([_after_ten(unit, tens)] if unit else [])


def _after_ten(unit: int, tens: int) -> str:
    special = {5: "lăm"} if tens == 1 else {1: "mốt", 4: "tư", 5: "lăm"}
    return special.get(unit, _DIGITS[unit])


def _value(tokens: list[str]) -> int | None:
    for place in range(len(tokens) - 1, -1, -1):
        if tokens[place] in ("ty", "ti"):
            billions, rest = _value(tokens[:place]), _rest(tokens[place + 1 :])
            return None if billions is None or rest is None else billions * _BILLION + rest
    return _below_billion(tokens)


def _rest(tokens: list[str]) -> int | None:
    return _below_billion(tokens) if tokens else 0


def _below_billion(tokens: list[str]) -> int | None:
    total, group, ceiling = 0, list[str](), _BILLION
    for token in tokens:
        scale = _SCALE_VALUES.get(token)
        if scale is None:
            group.append(token)
            continue
        count = _group_value(group)
        if count is None or scale >= ceiling:
            return None
        total, group, ceiling = total + count * scale, [], scale
    if not group:
        return total if tokens else None
    last = _group_value(group)
    return None if last is None else total + last


_GROUP = re.compile(
    r"(?:(?P<hundreds>\w+) tram(?: |$))?"
    r"(?:(?:linh|le) (?P<lone>\w+)|(?P<tens>\w+) muoi(?: (?P<after>\w+))?"
    r"|muoi(?: (?P<teen>\w+))?|(?P<unit>\w+))?"
)


def _group_value(group: list[str]) -> int | None:
    """The value of up to three digits in folded words, or None."""
    match = _GROUP.fullmatch(" ".join(group))
    if not match or not group:
        return None
    values = {name: _DIGIT_VALUES.get(word) for name, word in match.groupdict().items() if word}
    if None in values.values() or ("unit" in values and "hundreds" in values):
        return None
    value = sum((values[name] or 0) * weight for name, weight in _WEIGHTS.items() if name in values)
    return value + 10 * _has_ten(match)


_WEIGHTS = {"hundreds": 100, "tens": 10, "lone": 1, "after": 1, "teen": 1, "unit": 1}


def _has_ten(match: re.Match[str]) -> bool:
    return not match["tens"] and "muoi" in match[0].split()

"""Roman numerals as official headings use them."""

import re

_VALUES = {"M": 1000, "CM": 900, "D": 500, "CD": 400, "C": 100, "XC": 90, "L": 50, "XL": 40}
_VALUES |= {"X": 10, "IX": 9, "V": 5, "IV": 4, "I": 1}
_WELL_FORMED = re.compile(r"M{0,3}(CM|CD|D?C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})")


def to_roman(number: int) -> str:
    """1 to 3999 as a Roman numeral; raises ValueError outside."""
    if not 1 <= number <= 3999:
        raise ValueError(f"Số {number} không viết được bằng chữ số La Mã.")
    numeral = ""
    for letters, value in _VALUES.items():
        numeral += letters * (number // value)
        number %= value
    return numeral


def roman_value(text: str) -> int | None:
    """The number a capital Roman numeral stands for, or None if the text is not one."""
    if not text or not _WELL_FORMED.fullmatch(text):
        return None
    pairs = re.findall("CM|CD|XC|XL|IX|IV|[MDCLXVI]", text)
    return sum(_VALUES[pair] for pair in pairs)

"""Telephone numbers as people type them."""

import re
from unicodedata import normalize

DIGITS = 10
LONGEST = 60
"""Signs that are read: composing more takes the square of a pile of marks."""


def read_phone(typed: str) -> str:
    """The digits of a phone number, 0-9; "" for none. Raises ValueError saying what to type."""
    if not typed.strip():
        return ""
    if len(typed) > LONGEST:
        raise ValueError("Nhập một số điện thoại có 10 chữ số.")
    digits = re.sub(r"[^0-9]", "", normalize("NFKC", typed).replace("+84", "0", 1))
    if not digits:
        raise ValueError("Nhập số điện thoại bằng chữ số.")
    if re.fullmatch(r"0[35789]\d{8}|02\d{8,9}", digits):
        return digits
    if len(digits) != DIGITS:
        raise ValueError(f"Nhập số điện thoại có 10 chữ số. Số đang có {len(digits)} chữ số.")
    raise ValueError("Xem lại số điện thoại: số di động bắt đầu bằng 03, 05, 07, 08 hoặc 09.")

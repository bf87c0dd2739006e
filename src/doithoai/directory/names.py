"""An agency's name in full, and how it is compared: no marks, no abbreviations, no place."""

import re

from doithoai.vietnamese.abbreviations import expand
from doithoai.vietnamese.letters import fold

_LEADS = re.compile(
    r"^(de nghi|giao|dai dien|lanh dao|dong chi|cac dong chi|thuong truc|ban thuong vu)\s+"
)
_WORDS = re.compile(r"[a-z0-9]+")
_PLACE_WORDS = ("tinh", "thanh pho", "tp")


def match_key(name: str, place_name: str = "") -> str:
    """The key under which spellings of one agency meet.

    `Sở LĐTBXH tỉnh Cao Bằng`, `Sở Lao động - Thương binh và Xã hội` give one key for Cao Bằng.
    """
    words = " ".join(_WORDS.findall(fold(expand(name))))
    words = _LEADS.sub("", words)
    place = " ".join(_WORDS.findall(fold(place_name)))
    for tail in (f" {place}", *(f" {word}" for word in _PLACE_WORDS)):
        if tail.strip() and words.endswith(tail) and words != tail.strip():
            words = words[: -len(tail)]
    return " ".join(word for word in words.split() if word not in {"va"})


def full_name(name: str, level: str, place: str) -> str:
    """`Ủy ban nhân dân tỉnh` in the `tỉnh` of `Tiền Giang`: with the name of the place."""
    if place in name:
        return name
    return f"{name.removesuffix(f' {level}')} {level} {place}"

"""How an agency's name is compared: without marks, abbreviations spelled out, place left off."""

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

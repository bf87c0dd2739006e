"""Where a sender is from, as far as the words of where they live or work say."""

import re

from doithoai.vietnamese.letters import fold, nfc

_NAME = r"(?:[A-ZĐÀ-Ỹ][\w’'-]*|\d{1,2})(?:\s+(?:[A-ZĐÀ-Ỹ][\w’'-]*|\d{1,2})){0,3}"
_DISTRICT = re.compile(
    rf"\b(?P<level>[Hh]uyện|[Tt]hị xã|[Tt]hành phố|TP\.?|TX\.?|[Qq]uận)\s*(?P<name>{_NAME})"
)
_COMMUNE = re.compile(
    rf"\b(?P<level>[Xx]ã|[Pp]hường|[Tt]hị trấn|TT\.?|[Đđ]ặc khu)\s+(?P<name>{_NAME})"
)
_LEVELS = {
    "tp": "thành phố",
    "tx": "thị xã",
    "tt": "thị trấn",
}
ELSEWHERE = "Không ghi nơi ở"


def place_of(unit: str) -> str:
    """The district a sender names, else the commune, as `huyện Cái Bè`; ELSEWHERE without one.

    Districts stand in plans before 1/7/2025, communes alone after. The last one named counts:
    addresses go from small to large.
    """
    words = nfc(unit)
    for pattern in (_DISTRICT, _COMMUNE):
        found = list(pattern.finditer(words))
        if found:
            last = found[-1]
            level = fold(last["level"]).rstrip(".")
            return f"{_LEVELS.get(level, nfc(last['level']).lower())} {last['name']}"
    return ELSEWHERE


def is_commune(place: str) -> bool:
    """Whether a place as `place_of` says it is a commune: `xã Hòa Tịnh`."""
    return place.startswith(("xã ", "phường ", "thị trấn ", "đặc khu "))


def says_where(unit: str) -> bool:
    """Whether the words name some place or workplace at all: `ấp Bình Long` does."""
    return bool(unit.strip()) and not fold(unit).startswith(("khong neu", "khong ghi", "khong ro"))

"""The provinces and cities of Viet Nam, before and after 1/7/2025, by name."""

from __future__ import annotations

import re

from doithoai.vietnamese.letters import fold

_LISTED = (
    "An Giang|Bà Rịa - Vũng Tàu|Bắc Giang|Bắc Kạn|Bạc Liêu|Bắc Ninh|Bến Tre|Bình Định|Bình Dương"
    "|Bình Phước|Bình Thuận|Cà Mau|Cần Thơ|Cao Bằng|Đà Nẵng|Đắk Lắk|Đắk Nông|Điện Biên|Đồng Nai"
    "|Đồng Tháp|Gia Lai|Hà Giang|Hà Nam|Hà Nội|Hà Tĩnh|Hải Dương|Hải Phòng|Hậu Giang|Hòa Bình"
    "|Hồ Chí Minh|Huế|Hưng Yên|Khánh Hòa|Kiên Giang|Kon Tum|Lai Châu|Lâm Đồng|Lạng Sơn|Lào Cai"
    "|Long An|Nam Định|Nghệ An|Ninh Bình|Ninh Thuận|Phú Thọ|Phú Yên|Quảng Bình|Quảng Nam|Quảng Ngãi"
    "|Quảng Ninh|Quảng Trị|Sóc Trăng|Sơn La|Tây Ninh|Thái Bình|Thái Nguyên|Thanh Hóa|Thừa Thiên Huế"
    "|Tiền Giang|Trà Vinh|Tuyên Quang|Vĩnh Long|Vĩnh Phúc|Yên Bái"
)
PROVINCES = tuple(_LISTED.split("|"))
_BY_FOLD = {fold(name): name for name in PROVINCES}
_NAMES = "|".join(sorted((re.escape(name) for name in _BY_FOLD), key=len, reverse=True))
_STATED = re.compile(rf"\b(?:tinh|thanh pho|tp\.?|thu do)\s+(?P<name>{_NAMES})\b")
_PARTY = re.compile(rf"\b(?:tinh|thanh) uy\s+(?P<name>{_NAMES})\b")
_BARE = re.compile(rf"(?P<name>{_NAMES})\b")


def find_province(folded: str) -> re.Match[str] | None:
    """The first "tỉnh …" or "thành phố …" of a folded text that names a province."""
    return _STATED.search(folded)


def find_party_province(folded: str) -> re.Match[str] | None:
    """The first "Tỉnh ủy …" or "Thành ủy …" of a folded text that names a province."""
    return _PARTY.search(folded)


def leading_province(folded: str) -> re.Match[str] | None:
    """A province's bare name at the start of a folded text."""
    return _BARE.match(folded)


def province_name(folded: str) -> str | None:
    """A province's name as it is written today, from its folded letters."""
    return _BY_FOLD.get(folded)

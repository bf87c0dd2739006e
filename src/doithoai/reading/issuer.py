"""Who issues the plan, with its province or commune, and the province it belongs to."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import takewhile

from doithoai.reading.bases import is_basis
from doithoai.reading.heading import pieces
from doithoai.reading.passages import EMPTY, Passage, join_passages
from doithoai.reading.plan import Fact
from doithoai.reading.provinces import (
    find_party_province,
    find_province,
    leading_province,
    province_name,
)
from doithoai.reading.zones import Zones
from doithoai.vietnamese.letters import has_diacritics

_FURNITURE = re.compile(
    r"/|cong hoa|doc lap|so\s*:|so \d|du thao|hoa toc|khan\b|thuong khan|can cu|v/v|quyet dinh"
    r"|dieu \d"
    r"|\(|theo |xet |thuc hien"
)
_DATE_LINE = re.compile(r"[^,;:\d]{2,45},\s*(?:ngay|thang)\b")
_LEVEL = r"(?:tinh|thanh pho|tp\.?|huyen|thi xa|thi tran|quan|phuong|dac khu|xa)"
_COUNCIL = re.compile(
    rf"(?:uy ban nhan dan"
    rf"|ubnd)(?: \(ubnd\))?(?:\s+(?P<level>{_LEVEL})(?:\s+(?P<name>[^,;()–-]+?))?)?"
    r"(?=\s*(?:$|[,;()–-]|\s(?:hoi|so|ban|lien doan|tinh doan|doan|mat tran|uy ban|va)\b))"
)
_ISSUES = re.compile(
    rf"(?:uy ban nhan dan|ubnd)(?: \([^)]*\))?\s+(?P<level>{_LEVEL})\b"
    r"(?P<name>(?:\s+[^\s,;:()]+){0,5}?)\s*,?\s+(?:ban hanh|xay dung|to chuc|lap|trien khai"
    r"|thong nhat"
    r"|phoi hop|de ra|quyet dinh|yeu cau|giao)\b"
)
_PLACED = re.compile(rf"\b(?P<level>{_LEVEL})\s+(?P<name>[^,;:()]+)")
_ABOVE = re.compile(r"\s+(?:tỉnh|huyện|thành phố|tp\.?|thị xã|quận)(?=\s)")
_MASS = re.compile(
    r"(?:hoi|lien doan|tinh doan|doan|uy ban mat tran|lien minh|lien hiep|so|ban|hiep hoi"
    r"|thanh doan)\b"
)
_STOPS = re.compile(
    r"\s+(?:nam|tren|ve|lan|giai doan|quy|va|voi|giua|trong|to chuc|doi thoai|gap|lan thu)\b.*"
)


def read_issuer(
    zones: Zones, province: Fact[str] | None, openings: Iterable[Passage]
) -> Fact[str] | None:
    """The People's Committee, with its province or commune."""
    head = _letterhead(zones)
    councils = list(_COUNCIL.finditer(head.folded))
    if councils:
        return _from_letterhead(head, councils[-1], province)
    for text in openings:
        match = _issuing(text)
        if match:
            named = _named(text, match) or _place_in_title(zones.title, match["level"], province)
            stated = text.cut(match.start(), match.end("level"))
            return Fact(
                f"{_council(stated, marked=has_diacritics(text.text))} {named}".strip(),
                stated.place(),
            )
    return head.fact() if head and _MASS.match(head.folded) else None


def _issuing(text: Passage) -> re.Match[str] | None:
    """Where the committee issues this plan; the issuer of a basis issues another paper."""
    within_basis = is_basis(text)
    for match in _ISSUES.finditer(text.folded):
        if not within_basis or text.folded[: match.start()].endswith((", ", "; ", ". ")):
            return match
    return None


def read_province(zones: Zones, texts: Iterable[Passage]) -> Fact[str] | None:
    """The province, as the paper states it anywhere; never inferred from a commune."""
    head = _letterhead(zones)
    for text in (head, zones.title):
        match = find_province(text.folded)
        if match:
            return _province(text, match)
    for piece in pieces(zones.letterhead):
        match = leading_province(piece.folded)
        if match and _DATE_LINE.match(piece.folded):
            name = province_name(match["name"]) or match["name"]
            return Fact(name, piece.cut(match.start(), match.end()).place())
    stated = tuple(texts)
    for find in (find_province, find_party_province):
        for text in stated:
            if match := find(text.folded):
                return _province(text, match)
    return None


def _province(text: Passage, match: re.Match[str]) -> Fact[str]:
    name = province_name(match["name"]) or match["name"]
    return Fact(name, text.cut(match.start("name"), match.end("name")).place())


def _letterhead(zones: Zones) -> Passage:
    """The issuer's side of the letterhead as one line."""
    kept: list[Passage] = []
    for piece in pieces(zones.letterhead):
        if (
            kept
            and _FURNITURE.match(piece.folded)
            and not piece.folded.startswith(
                ("cong hoa", "doc lap", "so", "du thao", "khan", "hoa toc")
            )
        ):
            break
        if not _FURNITURE.match(piece.folded) and not _DATE_LINE.match(piece.folded):
            kept.append(piece)
        if sum(len(part.text) for part in kept) > 300:
            break
    return join_passages(kept)


def _from_letterhead(head: Passage, match: re.Match[str], province: Fact[str] | None) -> Fact[str]:
    stated = head.cut(match.start(), match.end())
    level = match["level"]
    council = _council(stated, marked=has_diacritics(head.text))
    name = head.cut(match.start("name"), match.end("name")) if match["name"] else EMPTY
    named = _proper(_own_name(name))
    if level in ("tinh", "thanh pho") and not named and province:
        named = province.value
    return Fact(f"{council} {named}".strip(), stated.place())


def read_partners(zones: Zones, province: Fact[str] | None) -> tuple[Fact[str], ...]:
    """Who issues a joint plan together with the committee: "Hội nông dân tỉnh Cao Bằng"."""
    head = _letterhead(zones)
    councils = list(_COUNCIL.finditer(head.folded))
    if not councils:
        return ()
    before = head.cut(0, councils[-1].start()).without_end(" -–,;")
    after = head.cut(councils[-1].end())
    after = after.cut(len(after.text) - len(after.text.lstrip(" -–,;")))
    named = (text for text in (before, after) if text and _MASS.match(text.folded))
    return tuple(Fact(_partner(text, province), text.place()) for text in named)


def _own_name(name: Passage) -> Passage:
    """A place's name without the district or province named after it."""
    above = _ABOVE.search(name.text.lower())
    return name.cut(0, above.start()) if above else name


def _partner(named: Passage, province: Fact[str] | None) -> str:
    text = named.text.capitalize() if named.text.isupper() else named.text
    for place in _PLACED.finditer(named.folded):
        start = place.start("name")
        text = text[:start] + _proper(named.cut(start))
    return f"{text} {province.value}" if province and text.lower().endswith(" tỉnh") else text


def _council(stated: Passage, *, marked: bool) -> str:
    """ "ỦY BAN NHÂN DÂN TỈNH …" as "Ủy ban nhân dân tỉnh", its letters (Uỷ, Ủy) as written."""
    match = re.search(_LEVEL, stated.folded)
    level = stated.text[match.start() : match.end()].lower() if match else ""
    full = "Ủy ban nhân dân" if marked else "Uy ban nhan dan"
    if stated.folded.startswith("uy ban nhan dan"):
        full = stated.text[: len(full)].capitalize()
    return f"{full} {level.replace('tp.', 'thành phố')}".strip()


def _named(text: Passage, match: re.Match[str]) -> str:
    name = text.cut(match.start("name"), match.end("name"))
    words = takewhile(lambda word: not word[0].islower(), name.text.split())
    return " ".join(words) if name and name.text[0].isupper() else ""


def _place_in_title(title: Passage, level: str, province: Fact[str] | None) -> str:
    for match in _PLACED.finditer(title.folded):
        if match["level"] == level:
            name = title.cut(match.start("name"), match.end("name"))
            stop = _STOPS.search(name.folded)
            named = name.cut(0, stop.start()) if stop else name
            if named and named.text[0].isupper():
                return _proper(named)
    return province.value if province and level in ("tinh", "thanh pho") else ""


def _proper(name: Passage) -> str:
    """A place's name in capitals as it is written in running text."""
    known = province_name(name.folded)
    if known and has_diacritics(name.text):
        return known
    return name.text.title() if name.text.isupper() else name.text

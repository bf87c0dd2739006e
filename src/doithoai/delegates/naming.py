"""Which units a line of the seats table names, and where a person stands in protocol (pure)."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from doithoai.delegates.seating.protocol import Protocol
from doithoai.vietnamese.letters import fold, fold_in_place, nfc, same_name, words

Unit = TypeVar("Unit")

_LEAD = re.compile(
    r"(cac |dong chi |lanh dao |dai dien |thuong truc |ban thuong vu |ban chap hanh "
    r"|truong (?=ban |phong )|giam doc |chu tich |bi thu |phong vien )+"
)
_LONGEST_NAME = 4
"""So many pieces between commas may make one name: Văn hóa, Thể thao và Du lịch."""
_CITY_OF_A_PROVINCE = r"thanh pho (?!(ha noi|ho chi minh|hai phong|da nang|can tho|hue)\b)\w"
_STANDINGS: tuple[tuple[Protocol, str], ...] = (
    (Protocol.SUPERIOR, r"trung uong|tong lien doan|bo truong|thu truong|quoc hoi"),
    (Protocol.PARTY_BOARD, r"(ban|van phong|uy ban kiem tra) .*(tinh uy|thanh uy)"),
    (Protocol.PARTY, r"tinh uy|thanh uy"),
    (Protocol.LOCALITY, rf"\b(huyen|xa(?! hoi)|phuong|thi xa|thi tran)\b|{_CITY_OF_A_PROVINCE}"),
    (Protocol.COUNCIL, r"(hoi dong nhan dan|hdnd) (tinh|thanh pho)"),
    (Protocol.COMMITTEE, r"(?<!van phong )(uy ban nhan dan|ubnd) (tinh|thanh pho)"),
    (
        Protocol.FRONT,
        r"mat tran|lien doan|\bhoi (nong dan|cuu chien binh|lien hiep|lhpn)|doan thanh nien|tncs"
        r"|tinh doan",
    ),
    (
        Protocol.DEPARTMENT,
        r"\bso\b|\bcuc\b|van phong (uy ban|ubnd)|cong an|quan su|bien phong|ngan hang"
        r"|bao hiem xa hoi|kho bac|thanh tra|ban dan toc|ban quan ly khu",
    ),
)
"""The first that fits: what a post and an organisation, folded, say of a person's standing."""
_HEAD = re.compile(r"(chu tich|giam doc|truong|bi thu|chanh van phong|cuc truong|vien truong)\b")
_DEPUTY = re.compile(r"pho (chu tich|giam doc|truong|bi thu|chanh|cuc truong|vien truong)")
_DIVISION = re.compile(r"(pho )?(truong (phong|ban)|chanh van phong)\b")
_OF_A_BOARD = re.compile(r"$|(ban|phong|van phong) ")
_SPECIALIST = re.compile(r"(chuyen vien|nhan vien|ky thuat vien|van thu|le tan|lai xe)\b")
_OF_KIND = {"press": Protocol.PRESS, "staff": Protocol.STAFF}


@dataclass(frozen=True, slots=True)
class NamedUnits(Generic[Unit]):
    """The units a line names, once each, and the names nothing is known by."""

    units: tuple[Unit, ...]
    unknown: tuple[str, ...]


def units_named(text: str, find: Callable[[str], Unit | None]) -> NamedUnits[Unit]:
    """Read "Lãnh đạo các sở, ngành: Nội vụ; Tài chính; Công an tỉnh"; `find` knows one name.

    After a head that says "sở" the names may leave that word out.
    """
    head, _, rest = re.sub(r"\([^)]*\)", "", nfc(text)).strip(" .").partition(":")
    of_departments = bool(rest) and "sở" in words(head)
    body = rest or head
    found: dict[Unit, None] = {}
    unknown: list[str] = []
    for piece in body.split(";"):
        for name, unit in _read(piece, find, of_departments):
            if unit is None:
                unknown.append(name)
            else:
                found[unit] = None
    return NamedUnits(tuple(found), tuple(unknown))


def rank_of(kind: str, *, post: str = "", organisation: str = "") -> int:
    """The place in protocol proposed by a person's post and organisation; the lower, the sooner."""
    if kind in _OF_KIND:
        return _OF_KIND[kind]
    within = _within(fold(post), fold(organisation))
    if _SPECIALIST.match(fold(post)):
        return Protocol.PARTICIPANT + within
    said = fold(f"{post} {organisation}")
    found = (standing for standing, cue in _STANDINGS if re.search(cue, said))
    return next(found, Protocol.PARTICIPANT) + within


def same_person(one: tuple[str, str, str], other: tuple[str, str, str]) -> bool:
    """Whether two (name, organisation, phone) are one person: phones tell namesakes apart."""
    if not one[0].strip() or not (same_name(one[0], other[0]) and same_name(one[1], other[1])):
        return False
    return not (one[2] and other[2] and one[2] != other[2])


def _within(post: str, organisation: str) -> int:
    """Heads before deputies before others; heads of an agency's own divisions come last."""
    if _DIVISION.match(post) and not _OF_A_BOARD.match(organisation):
        return 4
    if _DEPUTY.search(post):
        return 2
    return 0 if _HEAD.match(post) else 3


def _lead_length(text: str) -> int:
    lead = _LEAD.match(fold_in_place(text))
    return lead.end() if lead else 0


def _read(
    piece: str, find: Callable[[str], Unit | None], of_departments: bool
) -> list[tuple[str, Unit | None]]:
    parts = [part.strip() for part in piece.split(",") if part.strip()]
    read: list[tuple[str, Unit | None]] = []
    while parts:
        size, unit = _longest(parts, find, of_departments)
        halves = parts[0].split(" và ")
        if unit is None and any(_longest([half], find, of_departments)[1] for half in halves):
            parts = [*halves, *parts[1:]] if len(halves) > 1 else parts
            size, unit = _longest(parts, find, of_departments)
        read.append((", ".join(parts[:size]), unit))
        parts = parts[size:]
    return read


def _longest(
    parts: list[str], find: Callable[[str], Unit | None], of_departments: bool
) -> tuple[int, Unit | None]:
    """How many parts make the longest known name, and whose it is."""
    for size in range(min(len(parts), _LONGEST_NAME), 0, -1):
        name = ", ".join(parts[:size])
        bare = name[_lead_length(name) :]
        tried = [bare, f"Sở {bare}"] if of_departments else [bare]
        unit = next((unit for unit in map(find, tried) if unit is not None), None)
        if unit is not None:
            return size, unit
    return 1, None

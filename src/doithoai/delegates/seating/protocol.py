"""Who goes before whom at an official conference, as ranks a person may correct."""

import re
from enum import IntEnum

from doithoai.vietnamese.abbreviations import expand
from doithoai.vietnamese.letters import fold

UNRANKED = 80


class Protocol(IntEnum):
    """The order of introduction and of seats; a delegate's rank lies in one of these tens."""

    SUPERIOR = 10
    PARTY = 20
    COUNCIL = 30
    COMMITTEE = 40
    FRONT = 50
    PARTY_BOARD = 55
    DEPARTMENT = 60
    LOCALITY = 70
    PARTICIPANT = 80
    PRESS = 90
    STAFF = 95


PROTOCOL_NAMES = {
    Protocol.SUPERIOR: "khách cấp trên",
    Protocol.PARTY: "Thường trực cấp ủy",
    Protocol.COUNCIL: "Hội đồng nhân dân",
    Protocol.COMMITTEE: "lãnh đạo Ủy ban nhân dân",
    Protocol.FRONT: "Mặt trận, đoàn thể",
    Protocol.PARTY_BOARD: "cơ quan Đảng",
    Protocol.DEPARTMENT: "sở, ngành",
    Protocol.LOCALITY: "địa phương",
    Protocol.PARTICIPANT: "đại biểu",
    Protocol.PRESS: "báo chí",
    Protocol.STAFF: "phục vụ hội nghị",
}

_KINDS = {"press": Protocol.PRESS, "staff": Protocol.STAFF}
_AGENCIES = {
    "committee": Protocol.COMMITTEE,
    "council": Protocol.COUNCIL,
    "front": Protocol.FRONT,
    "mass_organisation": Protocol.FRONT,
    "party": Protocol.PARTY_BOARD,
    "office": Protocol.DEPARTMENT,
    "department": Protocol.DEPARTMENT,
    "vertical": Protocol.DEPARTMENT,
    "armed_force": Protocol.DEPARTMENT,
    "court_procuracy": Protocol.DEPARTMENT,
    "association": Protocol.FRONT,
    "district_committee": Protocol.LOCALITY,
    "commune_committee": Protocol.LOCALITY,
}
# Read from the first that is found: a party board is no standing committee, a district no province.
_WORDS = (
    (Protocol.SUPERIOR, r"trung uong|chinh phu|quoc hoi|\bbo truong|thu truong|tong lien doan"),
    (Protocol.LOCALITY, r"\b(huyen|thi xa|xa|phuong|thi tran|cap huyen|cap xa)\b"),
    (Protocol.PARTY_BOARD, r"\b(ban|van phong|uy ban kiem tra)\b.*\b(tinh uy|thanh uy)\b"),
    (Protocol.PARTY, r"\b(tinh uy|thanh uy)\b"),
    (Protocol.COUNCIL, r"\bhoi dong nhan dan\b"),
    (Protocol.DEPARTMENT, r"\b(so|van phong uy ban nhan dan|chi cuc|cuc)\b"),
    (Protocol.FRONT, r"\b(mat tran|lien doan lao dong|tinh doan|hoi nong dan|cuu chien binh)\b"),
    (Protocol.COMMITTEE, r"\b(pho )?chu tich uy ban nhan dan (tinh|thanh pho)\b"),
)
_LEADING = re.compile(
    r"\b(lanh dao|chu tich|pho chu tich|bi thu|pho bi thu|giam doc|pho giam doc|truong|pho truong"
    r"|chanh|pho chanh|thuong truc)\b"
)


def protocol_of(
    rank: int, *, kind: str = "delegate", agency_kind: str = "", level: str = "", words: str = ""
) -> Protocol:
    """Where a delegate stands: the rank a person set, else a proposal from agency, post, words.

    `kind` and `agency_kind` are stored values; `words` are post and organisation as written.
    """
    if kind in _KINDS:
        return _KINDS[kind]
    if rank != UNRANKED:
        return max((one for one in Protocol if one <= rank), default=Protocol.SUPERIOR)
    said = fold(expand(words))
    if not _LEADING.search(said):
        return Protocol.PARTICIPANT
    if level == "central":
        return Protocol.SUPERIOR
    found = (one for one, pattern in _WORDS if re.search(pattern, said))
    return next(found, _AGENCIES.get(agency_kind, Protocol.PARTICIPANT))

"""Who goes before whom at an official conference: a delegate's rank lies in one of these tens."""

import re
from enum import IntEnum

from doithoai.vietnamese.letters import fold


class Protocol(IntEnum):
    """The order of introduction and of seats."""

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
    Protocol.PARTY: "cấp ủy",
    Protocol.COUNCIL: "Hội đồng nhân dân",
    Protocol.COMMITTEE: "lãnh đạo Ủy ban nhân dân",
    Protocol.FRONT: "Mặt trận, đoàn thể",
    Protocol.PARTY_BOARD: "ban, văn phòng cấp ủy",
    Protocol.DEPARTMENT: "sở, ngành",
    Protocol.LOCALITY: "địa phương",
    Protocol.PARTICIPANT: "đại biểu",
    Protocol.PRESS: "báo chí",
    Protocol.STAFF: "phục vụ hội nghị",
}

_KINDS = {"press": Protocol.PRESS, "staff": Protocol.STAFF}
_HEAD = re.compile(r"(chu tich|giam doc|truong ban$|bi thu)\b")
_LEADER = re.compile(r"(pho )?chu tich\b")


def protocol_of(rank: int, kind: str = "delegate") -> Protocol:
    """The standing in whose ten a rank lies; press and staff by the stored `kind` alone."""
    if kind in _KINDS:
        return _KINDS[kind]
    return max((one for one in Protocol if one <= rank), default=Protocol.SUPERIOR)


def sits_at_table(protocol: Protocol, *, is_chair: bool, is_host: bool, post: str) -> bool:
    """Whether a person sits with the chair: its own people, the committee's leaders, the host's
    head."""
    said = fold(post)
    return (
        is_chair
        or (protocol == Protocol.COMMITTEE and _LEADER.match(said) is not None)
        or (is_host and _HEAD.match(said) is not None)
    )

"""What in a seating plan goes against protocol, in words, with the exchange that mends it."""

from collections.abc import Iterable
from dataclasses import dataclass

from doithoai.delegates.seating.hall import AUDIENCE, Block, Spot
from doithoai.delegates.seating.protocol import PROTOCOL_NAMES, Protocol

MOST = 6
WATCHED = Protocol.FRONT


@dataclass(frozen=True, slots=True)
class Seated:
    """A person in a seat, as far as protocol asks."""

    name: str
    protocol: Protocol
    spot: Spot
    section: int | None = None


@dataclass(frozen=True, slots=True)
class Fault:
    """Somebody of higher standing behind somebody of lower: what to say, which seats to swap."""

    words: str
    behind: Spot
    before: Spot


def protocol_faults(blocks: Iterable[Block], seated: Iterable[Seated]) -> list[Fault]:
    """Leaders who sit behind people of lower standing, each once, the highest first.

    Blocks are given from the front; who sits in the block kept for his own section is compared
    only inside it. At most six are told.
    """
    blocks = list(blocks)
    front = {block.letter: place for place, block in enumerate(blocks) if block.kind == AUDIENCE}
    kept = {block.letter: block.section for block in blocks}
    people = [one for one in seated if one.spot.letter in front]
    leaders = sorted(
        (one for one in people if one.protocol <= WATCHED), key=lambda one: (one.protocol, one.spot)
    )
    faults: list[Fault] = []
    spared: set[Spot] = set()
    for leader in leaders:
        at_home = leader.section is not None and kept[leader.spot.letter] == leader.section
        ahead = [
            one
            for one in people
            if one.spot not in spared
            and one.protocol > leader.protocol
            and _row(one.spot, front) < _row(leader.spot, front)
            and (one.spot.letter == leader.spot.letter or not at_home)
        ]
        if ahead:
            before = min(ahead, key=lambda one: (_row(one.spot, front), -one.protocol, one.spot))
            spared.add(before.spot)
            faults.append(_told(leader, before))
    return faults[:MOST]


def _row(spot: Spot, front: dict[str, int]) -> tuple[int, int]:
    return front[spot.letter], spot.row


def _told(leader: Seated, before: Seated) -> Fault:
    words = (
        f"{leader.name} ({PROTOCOL_NAMES[leader.protocol]}) ở ghế {leader.spot.name}, sau "
        f"{before.name} ({PROTOCOL_NAMES[before.protocol]}) ở ghế {before.spot.name}."
    )
    return Fault(words, leader.spot, before.spot)

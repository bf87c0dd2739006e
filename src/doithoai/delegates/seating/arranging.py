"""Proposing a seat for everyone: protocol first, groups together, speakers by the aisle."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from doithoai.delegates.seating.hall import AUDIENCE, PRESS, STAFF, STAGE, Block, Spot, near_aisle
from doithoai.delegates.seating.protocol import PROTOCOL_NAMES, Protocol

NEAR = 1
KIND_BLOCKS = {Protocol.PRESS: PRESS, Protocol.STAFF: STAFF}
HEADS = Protocol.FRONT
"""Down to these, people sit from the middle of a row outwards; the others row after row."""


@dataclass(frozen=True, slots=True)
class Person:
    """Who needs a seat. `key` is unique, `rank` orders people of one protocol standing.

    `group` (with its name) sits together; `section` is the part of the seats table; `at_table`
    sits at the table of the chair; `speaks` wants the microphone within reach.
    """

    key: int
    protocol: Protocol = Protocol.PARTICIPANT
    rank: int = 0
    group: str = ""
    section: int | None = None
    at_table: bool = False
    speaks: bool = False


@dataclass(frozen=True, slots=True)
class Proposal:
    """A seat for a person and why, in words."""

    key: int
    spot: Spot
    reason: str


def arrange(blocks: Sequence[Block], people: Iterable[Person]) -> list[Proposal]:
    """A seat for each person while open seats last; the same input gives the same seats.

    Blocks are given from the front. Nobody is put in a closed seat, nor two people in one.
    """
    hall = [_Open(block) for block in blocks]
    waiting = _parties(people)
    found: list[Proposal] = []
    for wave in (_own_blocks, _free_blocks, _any_blocks):
        left: list[list[Person]] = []
        for party in waiting:
            found += _seat_party(party, wave(hall, party[0]), left)
        waiting = left
    return found


class _Open:
    """The open seats of one block, taken in two orders."""

    def __init__(self, block: Block) -> None:
        self.block = block
        numbers = range(1, block.per_row + 1)
        self._rows = {
            row: [n for n in numbers if (row, n) not in block.closed]
            for row in range(1, block.rows + 1)
        }

    def __len__(self) -> int:
        return sum(map(len, self._rows.values()))

    def take(self, count: int, *, from_middle: bool) -> list[Spot]:
        """Up to `count` seats, the front row first."""
        order = list(self._middle_out() if from_middle else self._along())[:count]
        for spot in order:
            self._rows[spot.row].remove(spot.number)
        return order

    def _along(self) -> Iterator[Spot]:
        """Row after row, turning at each end, so that neighbours in order are neighbours."""
        for row, numbers in self._rows.items():
            for number in numbers if row % 2 else reversed(numbers):
                yield Spot(self.block.letter, row, number)

    def _middle_out(self) -> Iterator[Spot]:
        """Each row from its middle, the right-hand seat of two before the left."""
        middle = (self.block.per_row + 1) / 2
        for row, numbers in self._rows.items():
            for number in sorted(numbers, key=lambda n: (abs(n - middle), -n)):
                yield Spot(self.block.letter, row, number)


def _parties(people: Iterable[Person]) -> list[list[Person]]:
    """People of one standing, section and group; higher standing first."""
    people = list(people)
    firsts: dict[tuple[bool, Protocol, str], int] = {}
    for person in people:
        place = (not person.at_table, person.protocol, person.group)
        firsts[place] = min(firsts.get(place, person.rank), person.rank)

    def order(one: Person) -> tuple[object, ...]:
        place = (not one.at_table, one.protocol, one.group)
        section = -1 if one.section is None else one.section
        return *place[:2], firsts[place], one.group, section, one.rank, one.key

    def together(one: Person) -> tuple[object, ...]:
        return not one.at_table, one.protocol, one.group, one.section

    return [list(party) for _, party in groupby(sorted(people, key=order), key=together)]


def _seat_party(
    party: list[Person], rooms: Iterable[_Open], left: list[list[Person]]
) -> Iterator[Proposal]:
    """Seats of a party in the first blocks that have any; who finds none waits in `left`."""
    rest = party
    for room in rooms:
        if not rest:
            return
        spots = room.take(len(rest), from_middle=rest[0].protocol <= HEADS or rest[0].at_table)
        seated, rest = rest[: len(spots)], rest[len(spots) :]
        for person, spot in _speakers_by_aisle(seated, spots, room.block):
            yield Proposal(person.key, spot, _reason(person, spot, room.block, len(party)))
    if rest:
        left.append(rest)


def _speakers_by_aisle(
    people: list[Person], spots: list[Spot], block: Block
) -> list[tuple[Person, Spot]]:
    """Within a party, those who want to speak get its seats nearest to an aisle."""
    if people and (people[0].protocol <= HEADS or people[0].at_table):
        return list(zip(people, spots, strict=True))
    speakers = sum(person.speaks for person in people)
    near = sorted(spots, key=lambda s: near_aisle(s.number, block.per_row, block.aisles))[:speakers]
    by_aisle, others = iter(near), iter([spot for spot in spots if spot not in near])
    return [(person, next(by_aisle if person.speaks else others)) for person in people]


def _own_blocks(hall: list[_Open], person: Person) -> list[_Open]:
    if person.at_table:
        return [room for room in hall if room.block.kind == STAGE]
    kind = KIND_BLOCKS.get(person.protocol, AUDIENCE)
    if kind != AUDIENCE:
        return [room for room in hall if room.block.kind == kind]
    return [room for room in _audience(hall) if _kept_for(room.block, person)]


def _free_blocks(hall: list[_Open], person: Person) -> list[_Open]:
    return [room for room in _audience(hall) if room.block.section is None]


def _any_blocks(hall: list[_Open], person: Person) -> list[_Open]:
    return _audience(hall)


def _audience(hall: list[_Open]) -> list[_Open]:
    return [room for room in hall if room.block.kind == AUDIENCE]


def _kept_for(block: Block, person: Person) -> bool:
    return block.section is not None and block.section == person.section


def _reason(person: Person, spot: Spot, block: Block, together: int) -> str:
    said = [f"Theo thứ bậc: {PROTOCOL_NAMES[person.protocol]}"]
    if person.at_table and block.kind == STAGE:
        said = ["Ngồi bàn chủ trì"]
    elif _kept_for(block, person):
        said.append(f"khối {block.letter} dành cho {block.name}")
    elif person.section is not None and block.section is not None:
        said.append("khối của mục mình đã kín")
    if together > 1 and person.group:
        said.append(f"ngồi cùng {person.group}")
    close = near_aisle(spot.number, block.per_row, block.aisles) <= NEAR
    if close and block.kind == AUDIENCE and (person.speaks or _answers(person)):
        said.append("gần lối đi, tiện lấy micro")
    return "; ".join(said) + "."


def _answers(person: Person) -> bool:
    return person.protocol == Protocol.DEPARTMENT


def kept_apart(blocks: Sequence[Block], taken: Iterable[Spot]) -> list[Block]:
    """The blocks with their spare seats and the taken ones closed."""
    by_letter: dict[str, set[tuple[int, int]]] = {}
    for spot in taken:
        by_letter.setdefault(spot.letter, set()).add((spot.row, spot.number))
    return [
        replace(block, closed=block.closed | frozenset(by_letter.get(block.letter, ())))
        for block in blocks
    ]

"""The hall as drawn: every seat with its look, its words and its address; the same as rows."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from doithoai.delegates.models import Delegate, Seat
from doithoai.delegates.queries import SeatMap, person_of, pure_block
from doithoai.delegates.queries.seating import ShownBlock
from doithoai.delegates.seating import Proposal, arrange, kept_apart
from doithoai.delegates.states import LIVING
from doithoai.vietnamese.letters import fold
from doithoai.vietnamese.order import person_key
from doithoai.web.delegates.hall_tones import breadth, tones

SEATS_HEAD = (
    "Khối",
    "Hàng",
    "Số ghế",
    "Ghế",
    "Họ và tên",
    "Chức vụ",
    "Nơi công tác",
    "Mã đại biểu",
    "Tình trạng ghế",
    "Vì sao ngồi đây",
)


@dataclass(frozen=True, slots=True)
class ShownSeat:
    """A seat of the map: `look` is taken, free, spare or gone."""

    seat: Seat
    name: str
    look: str
    words: str
    is_chosen: bool

    @property
    def letter(self) -> str:
        """What stands in the little square."""
        return "" if self.look == "spare" else self.seat.block.letter


@dataclass(frozen=True, slots=True)
class DrawnRow:
    """A row of the map between its aisles."""

    number: int
    parts: list[list[ShownSeat]]

    @property
    def seats(self) -> list[ShownSeat]:
        """The row without its aisles."""
        return [seat for part in self.parts for seat in part]


@dataclass(frozen=True, slots=True)
class DrawnBlock:
    """A block of the map with the style classes of its tone."""

    shown: ShownBlock
    tone: str
    rows: list[DrawnRow]


@dataclass(frozen=True, slots=True)
class Waiting:
    """Someone without a seat and the seat proposed, if any is left."""

    delegate: Delegate
    proposal: Proposal | None


@dataclass(frozen=True, slots=True)
class ShownFault:
    """What goes against protocol, who sits behind, and the two seats to exchange."""

    words: str
    who: int
    behind: str
    before: str


def shown_faults(hall: SeatMap) -> list[ShownFault]:
    """The faults of the hall with the person each exchange begins with."""
    sitting = {seat.spot: seat.delegate_id or 0 for seat in hall.taken}
    return [
        ShownFault(one.words, sitting[one.behind], one.behind.name, one.before.name)
        for one in hall.faults
    ]


def drawn(hall: SeatMap, chosen: Seat | None = None) -> list[DrawnBlock]:
    """Every block of the hall from the stage backwards."""
    shown = zip(hall.blocks, tones(one.block.kind for one in hall.blocks), strict=True)
    return [
        DrawnBlock(
            one,
            tone,
            [
                DrawnRow(row.number, [[_seat(s, chosen) for s in part] for part in row.parts])
                for row in one.rows
            ],
        )
        for one, tone in shown
    ]


def breadth_of(hall: SeatMap) -> str:
    """How close the seats of this hall are drawn."""
    return breadth(one.block.seats_per_row for one in hall.blocks)


def waiting_people(hall: SeatMap) -> list[Waiting]:
    """Everyone without a seat, in protocol order, each with the seat the rules propose."""
    closed = [seat.spot for seat in hall.seats if seat.delegate_id or seat.is_spare]
    blocks = kept_apart([pure_block(one.block) for one in hall.blocks], closed)
    people = [person_of(hall.conference, one) for one in hall.unseated]
    found = {one.key: one for one in arrange(blocks, people)}
    return [Waiting(one, found.get(one.pk)) for one in hall.unseated]


def words_of(delegate: Delegate) -> str:
    """A person as the map says him: name and where from, once."""
    if not delegate.full_name:
        return delegate.shown_name
    return ", ".join(filter(None, [delegate.full_name, delegate.unit]))


def seats_wanted(hall: SeatMap, query: Mapping[str, str]) -> list[Seat]:
    """The seats of the table a person asked for: a block, words without marks, an order."""
    seats = [s for s in hall.seats if query.get("khoi", "") in {"", s.block.letter}]
    wanted = fold(query.get("tim", "")).split()
    if wanted:
        seats = [seat for seat in seats if all(word in _said(seat) for word in wanted)]
    if query.get("ghe-trong") != "1":
        seats = [seat for seat in seats if seat.delegate_id]
    if query.get("xep") == "ten":
        seats.sort(key=lambda s: (s.delegate is None, person_key(str(s.delegate or ""))))
    return seats


def seat_rows(seats: list[Seat]) -> Iterator[tuple[Any, ...]]:
    """Seats for Excel, under SEATS_HEAD."""
    for seat in seats:
        one = seat.delegate
        person = (one.shown_name, one.post, one.organisation, one.badge) if one else ("",) * 4
        state = _look(seat)[1]
        yield seat.block.letter, seat.row, seat.number, seat.name, *person, state, seat.reason


def _seat(seat: Seat, chosen: Seat | None) -> ShownSeat:
    look, state = _look(seat)
    who = words_of(seat.delegate) if seat.delegate else ""
    words = ", ".join(filter(None, [f"Ghế {seat.name}", who, "" if look == "taken" else state]))
    return ShownSeat(seat, seat.name, look, words, chosen is not None and seat.pk == chosen.pk)


def _look(seat: Seat) -> tuple[str, str]:
    if seat.delegate is None:
        return ("spare", "dự phòng") if seat.is_spare else ("free", "còn trống")
    if seat.delegate.state not in LIVING:
        return "gone", "người ngồi đã rút"
    return "taken", "đã có người"


def _said(seat: Seat) -> str:
    one = seat.delegate
    who = f"{words_of(one)} {one.post} {one.organisation}" if one else ""
    return fold(f"{seat.name} {who}")

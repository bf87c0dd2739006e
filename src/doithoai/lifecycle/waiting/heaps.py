"""A heap of work of one kind that waits for a person, and the role that person has."""

from dataclasses import dataclass
from datetime import date

from doithoai.directory.models import User
from doithoai.lifecycle.standing import Standing
from doithoai.lifecycle.works import works_in
from doithoai.planning.models import Conference, Work


@dataclass(frozen=True, slots=True)
class Waiting:
    """A heap of work of one kind; `key` names the page that does it."""

    key: str
    count: int
    title: str
    why: str
    due: date | None = None
    late: int = 0

    @property
    def works(self) -> int:
        """How many pieces of work it is."""
        return works_in(self.key, self.count)

    @property
    def late_works(self) -> int:
        """How many of them are late."""
        return works_in(self.key, self.late)

    @property
    def late_words(self) -> str:
        """`2 trễ hạn`; of what is one work only that it is."""
        return "Trễ hạn" if self.works == 1 else f"{self.late} trễ hạn"


@dataclass(frozen=True, slots=True)
class Desk:
    """One person before one conference on one day: whose desk it is and how all stands."""

    user: User
    conference: Conference
    standing: Standing
    today: date

    @property
    def agency(self) -> int:
        """The key of the person's agency."""
        return self.user.agency_id or 0

    @property
    def is_host(self) -> bool:
        """Writes for the agency that organises."""
        return self.agency == self.conference.host_id

    @property
    def is_office(self) -> bool:
        """Writes for the office."""
        return self.agency == self.conference.office_id

    @property
    def leads(self) -> bool:
        """Writes for the host or the office."""
        return self.is_host or self.is_office

    @property
    def decides(self) -> bool:
        """Decides for the chair."""
        return self.user.approves and self.agency == self.conference.chair_id

    def clock(self, kind: str) -> tuple[date | None, int]:
        """The first day of what was handed in to the person's agency, and how many are late."""
        heaps = [
            heap
            for heap in self.standing.handed_in
            if (heap.kind, heap.agency_id) == (kind, self.agency)
        ]
        late = sum(heap.count for heap in heaps if heap.due < self.today)
        return min((heap.due for heap in heaps), default=None), late

    def works_on(self, work: Work) -> bool:
        """Whether the plan, or whoever leads, gave the work to the person's agency.

        When no other agency has it, it lies with the host.
        """
        if work in self.standing.own.works:
            return True
        return self.is_host and work not in self.standing.own.holders

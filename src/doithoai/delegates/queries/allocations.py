"""The table of seats with who was given them, and which agencies a line names."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Count, Q, QuerySet

from doithoai.audit import clock
from doithoai.delegates.models import Allocation, Delegate, QuotaLine
from doithoai.delegates.naming import units_named
from doithoai.delegates.states import LIVING, DelegateState
from doithoai.directory.models import Agency, AgencyKind, User
from doithoai.directory.queries import Resolver, agencies_on
from doithoai.planning.models import Conference, Mandate, Work
from doithoai.planning.queries import conferences_for
from doithoai.vietnamese.letters import fold

COLLECTIVE_KINDS = (
    (("cap huyen", "cac huyen"), AgencyKind.DISTRICT_COMMITTEE),
    (("cap xa", "cac xa", "cac phuong"), AgencyKind.COMMUNE_COMMITTEE),
)


@dataclass(slots=True)
class Tally:
    """How many were named and not withdrawn, and how many of these accepted."""

    nominated: int = 0
    accepted: int = 0


@dataclass(frozen=True, slots=True)
class ShareRow:
    """An agency's seats of a line and how far it has filled them."""

    allocation: Allocation
    tally: Tally

    @property
    def lacking(self) -> int:
        """Seats nobody is named for yet."""
        return max(self.allocation.seats - self.tally.nominated, 0)

    def is_late(self, today: date) -> bool:
        """Whether its day has passed with seats unfilled."""
        due = self.allocation.due
        return due is not None and due < today and self.lacking > 0


@dataclass(frozen=True, slots=True)
class LineRow:
    """A line with its shares; of a section, `tally` and `allocated` are of all its rows."""

    line: QuotaLine
    shares: list[ShareRow] = field(default_factory=list)
    allocated: int = 0
    tally: Tally = field(default_factory=Tally)

    @property
    def is_over(self) -> bool:
        """Whether more was allocated than the line has."""
        return self.line.seats is not None and self.allocated > self.line.seats

    @property
    def left(self) -> int:
        """Seats not yet allocated."""
        return max((self.line.seats or 0) - self.allocated, 0)


@dataclass(frozen=True, slots=True)
class AllocationTable:
    """Every section with its rows, and what people there are outside any line."""

    sections: list[tuple[LineRow, list[LineRow]]]
    outside: Tally

    @property
    def allocated(self) -> int:
        """Seats in the hands of agencies."""
        return sum(head.allocated for head, _ in self.sections)

    @property
    def tally(self) -> Tally:
        """Everybody, with those outside the table."""
        return _sum([*(head.tally for head, _ in self.sections), self.outside])

    @property
    def over(self) -> list[LineRow]:
        """Lines that were allocated more than they have."""
        return [row for head, rows in self.sections for row in [head, *rows] if row.is_over]


def allocation_table(conference: Conference) -> AllocationTable:
    """The whole table in the plan's order. Three queries."""
    tallies = _tallies(conference)
    by_line: dict[int, list[ShareRow]] = defaultdict(list)
    for share in allocations_of(conference):
        tally = tallies.get((share.quota_line_id, share.agency_id), Tally())
        by_line[share.quota_line_id].append(ShareRow(share, tally))
    lines = list(QuotaLine.objects.filter(conference=conference))
    sections = []
    for head in lines:
        if head.parent_id is None:
            rows = [_row(one, by_line, tallies) for one in lines if one.parent_id == head.pk]
            own = _row(head, by_line, tallies)
            parts = [own, *rows]
            total = _sum([part.tally for part in parts])
            allocated = sum(part.allocated for part in parts)
            sections.append((LineRow(head, own.shares, allocated, total), rows))
    outside = _sum([tally for (line, _), tally in tallies.items() if line is None])
    return AllocationTable(sections, outside)


def line_row(line: QuotaLine) -> LineRow:
    """One line with its shares and how far they are filled."""
    tallies = _tallies(line.conference)
    shares = [
        ShareRow(share, tallies.get((line.pk, share.agency_id), Tally()))
        for share in allocations_of(line.conference).filter(quota_line=line)
    ]
    return _row(line, {line.pk: shares}, tallies)


def share_row(allocation: Allocation) -> ShareRow:
    """One allocation with how far it is filled."""
    found = _tallies(allocation.quota_line.conference)
    key = (allocation.quota_line_id, allocation.agency_id)
    return ShareRow(allocation, found.get(key, Tally()))


def living_of(allocation: Allocation) -> int:
    """How many people the agency has named for these seats and not withdrawn."""
    return Delegate.objects.filter(
        quota_line_id=allocation.quota_line_id,
        agency_id=allocation.agency_id,
        state__in=sorted(LIVING),
    ).count()


def allocations_of(conference: Conference) -> "QuerySet[Allocation]":
    """Every agency's seats of a conference, in the plan's order."""
    return Allocation.objects.filter(quota_line__conference=conference).select_related(
        "quota_line", "agency"
    )


def allocations_for(user: User) -> "QuerySet[Allocation]":
    """The seats the user's agency names people for; all, for host, office and who keeps the list.

    Rows of conferences the user has no part in are never among them.
    """
    agency = user.agency_id or 0
    of = "quota_line__conference"
    keeping = Mandate.objects.filter(agency_id=agency, work=Work.DELEGATES).order_by()
    return Allocation.objects.filter(
        Q(agency_id=agency)
        | Q(**{f"{of}__host_id": agency})
        | Q(**{f"{of}__office_id": agency})
        | Q(**{f"{of}__in": keeping.values("conference")}),
        **{f"{of}__in": conferences_for(user).order_by().values("pk")},
    )


@dataclass(frozen=True, slots=True)
class Proposal:
    """Which agencies a line's words name, each with seats, and names nothing is known by."""

    shares: tuple[tuple[Agency, int], ...]
    unknown: tuple[str, ...]


def proposed_shares(line: QuotaLine) -> Proposal:
    """One seat for each agency the line names; all its seats evenly when they divide so.

    An official confirms. Agencies that have seats of the line already are left out.
    """
    conference = line.conference
    day = conference.issued_on or conference.held_on or clock.today()
    resolver = Resolver.of(conference.place, day)
    named = units_named(line.name, lambda name: resolver.resolve(name).agency)
    units = named.units or _collective(conference, line, day)
    unknown = () if units and not named.units else named.unknown
    taken = set(line.allocations.values_list("agency_id", flat=True))
    each = _evenly(line.seats or 0, len(units) + len(unknown))
    shares = [(agency, each) for agency in units if agency.pk not in taken]
    return Proposal(tuple(shares), unknown)


def _evenly(seats: int, names: int) -> int:
    return seats // names if names and seats and seats % names == 0 else 1


def _collective(conference: Conference, line: QuotaLine, day: date) -> tuple[Agency, ...]:
    """The committees "cấp huyện" or "cấp xã" when the line speaks of them as one."""
    said = fold(line.name)
    if "uy ban nhan dan" not in said and "ubnd" not in said:
        return ()
    for cues, kind in COLLECTIVE_KINDS:
        if any(cue in said for cue in cues):
            return tuple(agencies_on(conference.place, day).filter(kind=kind))
    return ()


def _tallies(conference: Conference) -> dict[tuple[int | None, int | None], Tally]:
    """By line and agency."""
    counted = (
        Delegate.objects.filter(conference=conference, state__in=sorted(LIVING))
        .order_by()
        .values_list("quota_line_id", "agency_id")
        .annotate(
            nominated=Count("pk"), accepted=Count("pk", filter=Q(state=DelegateState.ACCEPTED))
        )
    )
    return {(line, agency): Tally(named, taken) for line, agency, named, taken in counted}


def _row(
    line: QuotaLine,
    shares: dict[int, list[ShareRow]],
    tallies: dict[tuple[int | None, int | None], Tally],
) -> LineRow:
    own = shares.get(line.pk, [])
    tally = _sum([tally for (key, _), tally in tallies.items() if key == line.pk])
    return LineRow(line, own, sum(share.allocation.seats for share in own), tally)


def _sum(tallies: list[Tally]) -> Tally:
    return Tally(sum(t.nominated for t in tallies), sum(t.accepted for t in tallies))

"""How the seats, the list and the invitations of conferences stand: for the rail and the desk."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.db.models import Count, F, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from doithoai.delegates.models import Allocation, Delegate, DelegateKind, Invitation, QuotaLine
from doithoai.delegates.states import LIVING, DelegateState, InvitationState
from doithoai.planning.models import Conference


@dataclass(frozen=True, slots=True)
class OpenShare:
    """An agency that still owes names: how many, since which day, whether late."""

    agency_id: int
    lacking: int
    due: date | None
    is_late: bool


@dataclass(frozen=True, slots=True)
class DelegateStanding:
    """The figures of one conference.

    `named_seats` and `accepted_seats` are those of the table's `seats` that have somebody: people
    beyond a line's seats, and people of no line, fill none.
    """

    lines: int = 0
    seats: int = 0
    named_seats: int = 0
    accepted_seats: int = 0
    allocated: int = 0
    nominated: int = 0
    accepted: int = 0
    unnamed: int = 0
    to_invite: int = 0
    prepared: int = 0
    sent: int = 0
    coming: int = 0
    declined: int = 0
    out_of_date: int = 0
    open_shares: tuple[OpenShare, ...] = ()

    @property
    def to_accept(self) -> int:
        """Nominations nobody has decided on."""
        return self.nominated - self.accepted

    @property
    def late(self) -> int:
        """Agencies whose day has passed with seats unfilled."""
        return len({share.agency_id for share in self.open_shares if share.is_late})

    @property
    def next_due(self) -> date | None:
        """The earliest day of a share that is not yet filled."""
        return min((share.due for share in self.open_shares if share.due), default=None)

    def owed_by(self, agency_id: int) -> int:
        """How many names an agency still owes."""
        return sum(one.lacking for one in self.open_shares if one.agency_id == agency_id)


def delegates_standing_by(
    conferences: Iterable[Conference], *, today: date
) -> dict[int, DelegateStanding]:
    """The standing of every conference, by its key. Four queries, however many they are."""
    keys = [conference.pk for conference in conferences]
    allocated, shares = _shares(keys, today)
    found = {
        key: DelegateStanding(allocated=allocated[key], open_shares=tuple(shares[key]))
        for key in keys
    }
    people = list(_people_by_line(keys))
    for rows in (_lines(keys, people), _people(people), _invitations(keys)):
        for row in rows:
            figures = dict(row)
            key = figures.pop("conference")
            found[key] = replace(found[key], **figures)
    return found


def _shares(keys: list[int], today: date) -> tuple[dict[int, int], dict[int, list[OpenShare]]]:
    """Seats allocated, and shares that still lack names, by conference; none after its day."""
    named = (
        Delegate.objects.filter(
            quota_line=OuterRef("quota_line"), agency=OuterRef("agency"), state__in=sorted(LIVING)
        )
        .order_by()
        .values("agency")
        .annotate(found=Count("pk"))
    )
    rows = (
        Allocation.objects.filter(quota_line__conference__in=keys)
        .annotate(named=Coalesce(Subquery(named.values("found")), 0))
        .order_by()
        .annotate(held_on=F("quota_line__conference__held_on"))
        .values_list("quota_line__conference", "agency_id", "seats", "named", "due", "held_on")
    )
    allocated: dict[int, int] = defaultdict(int)
    found: dict[int, list[OpenShare]] = defaultdict(list)
    for key, agency, seats, filled, due, held_on in rows:
        allocated[key] += seats
        if seats > filled and (held_on is None or held_on >= today):
            late = due is not None and due < today
            found[key].append(OpenShare(agency, seats - filled, due, late))
    return allocated, found


@dataclass(frozen=True, slots=True)
class _Section:
    """A section of the table: its key, its seats if stated, its rows with theirs."""

    key: int
    seats: int | None
    rows: list[tuple[int, int | None]]

    @property
    def stated(self) -> int:
        """What the section states, else the sum of its rows."""
        if self.seats is not None:
            return self.seats
        return sum(seats or 0 for _, seats in self.rows)

    def held(self, people: dict[int, int]) -> int:
        """Seats that have somebody, given people by line: none beyond a row's, or the section's."""
        found = people.get(self.key, 0)
        for key, seats in self.rows:
            there = people.get(key, 0)
            found += there if seats is None else min(there, seats)
        return min(found, self.stated)


def _lines(keys: list[int], people: list[dict[str, Any]]) -> Iterable[dict[str, Any]]:
    """Lines, their seats, and how many of those have somebody."""
    named = {row["quota_line"]: row["nominated"] for row in people}
    accepted = {row["quota_line"]: row["accepted"] for row in people}
    stated: dict[int, dict[int | None, list[tuple[int, int | None]]]] = {}
    lines = QuotaLine.objects.filter(conference__in=keys).order_by()
    for key, pk, parent, seats in lines.values_list("conference", "pk", "parent", "seats"):
        stated.setdefault(key, {}).setdefault(parent, []).append((pk, seats))
    for key, by_parent in stated.items():
        sections = [
            _Section(pk, seats, by_parent.get(pk, [])) for pk, seats in by_parent.get(None, [])
        ]
        yield {
            "conference": key,
            "lines": sum(map(len, by_parent.values())),
            "seats": sum(section.stated for section in sections),
            "named_seats": sum(section.held(named) for section in sections),
            "accepted_seats": sum(section.held(accepted) for section in sections),
        }


def _people_by_line(keys: list[int]) -> Iterable[Any]:
    accepted = Q(state=DelegateState.ACCEPTED)
    uninvited = accepted & Q(invitation=None) & ~Q(kind=DelegateKind.STAFF)
    return (
        Delegate.objects.filter(conference__in=keys, state__in=sorted(LIVING))
        .order_by()
        .values("conference", "quota_line")
        .annotate(
            nominated=Count("pk"),
            accepted=Count("pk", filter=accepted),
            unnamed=Count("pk", filter=Q(full_name="")),
            to_invite=Count("pk", filter=uninvited),
        )
    )


def _people(by_line: list[dict[str, Any]]) -> Iterable[dict[str, Any]]:
    sums: dict[int, Counter[str]] = defaultdict(Counter)
    for row in by_line:
        counted = ("nominated", "accepted", "unnamed", "to_invite")
        sums[row["conference"]].update({name: row[name] for name in counted})
    for key, figures in sums.items():
        yield {"conference": key, **figures}


def _invitations(keys: list[int]) -> Iterable[Any]:
    of = "delegate__conference"
    same = Q(
        told_on=F(f"{of}__held_on"),
        told_time=F(f"{of}__start_time"),
        told_venue=F(f"{of}__venue"),
    )
    old = Q(delegate__state=DelegateState.ACCEPTED) & (~same | Q(**{f"{of}__tentative": True}))
    state = InvitationState
    return (
        Invitation.objects.filter(delegate__conference__in=keys)
        .exclude(delegate__state=DelegateState.WITHDRAWN)
        .order_by()
        .values(conference=F(of))
        .annotate(
            prepared=Count("pk", filter=Q(state=state.PREPARED)),
            sent=Count("pk", filter=Q(state=state.SENT)),
            coming=Count("pk", filter=Q(state=state.ACCEPTED)),
            declined=Count("pk", filter=Q(state=state.DECLINED)),
            out_of_date=Count("pk", filter=old),
        )
    )

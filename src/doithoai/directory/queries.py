"""Finding places and agencies by the names officials write, at a day."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from django.conf import settings
from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX
from django.db.models import Q, QuerySet

from doithoai.directory.models import (
    Agency,
    AgencyAlias,
    AgencyKind,
    Holiday,
    HolidayKind,
    Place,
    User,
)
from doithoai.directory.names import match_key
from doithoai.vietnamese.dates import short_date
from doithoai.vietnamese.letters import fold
from doithoai.vietnamese.working_days import working_days_between


def valid_on(day: date) -> Q:
    """The condition that a place or an agency exists on `day`."""
    begun = Q(valid_from=None) | Q(valid_from__lte=day)
    return begun & (Q(valid_to=None) | Q(valid_to__gte=day))


def place_named(name: str, day: date) -> Place | None:
    """The province or city of this name on `day`, whatever the marks."""
    wanted = fold(name)
    for place in Place.objects.filter(valid_on(day)):
        if fold(place.name) == wanted or fold(str(place)) == wanted:
            return place
    return None


@dataclass(frozen=True, slots=True)
class Resolution:
    """What a written name means: an agency, or why there is none and who took over."""

    name: str
    agency: Agency | None
    problem: str = ""
    successors: tuple[Agency, ...] = ()
    is_collective: bool = False


@dataclass(slots=True)
class Resolver:
    """Finds the agencies of one place at one day by their written names."""

    place: Place
    day: date
    by_key: dict[str, list[Agency]] = field(default_factory=dict)

    @classmethod
    def of(cls, place: Place, day: date) -> "Resolver":
        """Load every spelling of the place's agencies. One query."""
        resolver = cls(place, day)
        for alias in AgencyAlias.objects.filter(agency__place=place).select_related("agency"):
            resolver.by_key.setdefault(alias.key, []).append(alias.agency)
        return resolver

    def resolve(self, name: str) -> Resolution:
        """The agency of this name on the day, or the reason there is none."""
        found = self.by_key.get(match_key(name, self.place.name), [])
        living = [agency for agency in found if agency.exists_on(self.day)]
        collective = next((a for a in found if a.kind == AgencyKind.COLLECTIVE), None)
        if collective or fold(name).startswith("cac "):
            return Resolution(name, None, is_collective=True)
        if living:
            return Resolution(name, living[0])
        if found:
            return self._gone(name, found[0])
        return Resolution(name, None, f"Chưa có “{name}” trong danh mục cơ quan của {self.place}.")

    def named(self, name: str) -> Agency | None:
        """The agency of this name: living on the day when there is one, else of any day."""
        found = self.by_key.get(match_key(name, self.place.name), [])
        return next((a for a in found if a.exists_on(self.day)), found[0] if found else None)

    def _gone(self, name: str, agency: Agency) -> Resolution:
        successors = tuple(self._heirs(agency, set()))
        names = ", ".join(successor.name for successor in successors)
        if agency.valid_to and agency.valid_to < self.day:
            problem = f"{agency.name} không còn từ sau ngày {short_date(agency.valid_to)}."
        else:
            problem = f"{agency.name} chưa có vào ngày {short_date(self.day)}."
        hint = f" Nhiệm vụ đã chuyển sang: {names}." if names else ""
        return Resolution(name, None, problem + hint, successors)

    def _heirs(self, agency: Agency, seen: set[int]) -> Iterator[Agency]:
        """Who holds the tasks on the day, through however many reorganisations."""
        seen.add(agency.pk)
        for succession in agency.successions.select_related("successor").order_by("pk"):
            heir = succession.successor
            if heir.pk in seen:
                continue
            if heir.exists_on(self.day):
                seen.add(heir.pk)
                yield heir
            else:
                yield from self._heirs(heir, seen)


def agencies_on(place: Place, day: date) -> "QuerySet[Agency]":
    """The agencies of a place that exist on `day`, without collective names."""
    return Agency.objects.filter(valid_on(day), place=place).exclude(kind=AgencyKind.COLLECTIVE)


@dataclass(frozen=True, slots=True)
class WorkCalendar:
    """Days off and make-up days, for counting working days."""

    holidays: frozenset[date]
    make_up: frozenset[date]

    def left(self, today: date, due: date) -> int:
        """Working days from `today` to `due`; negative when late, 0 only on the day itself."""
        days = working_days_between(today, due, holidays=self.holidays, make_up=self.make_up)
        return min(days, -1) if due < today else max(days, int(due > today))


def work_calendar() -> WorkCalendar:
    """The whole table of holidays and make-up days. One query."""
    days = Holiday.objects.values_list("date", "kind")
    return WorkCalendar(
        frozenset(day for day, kind in days if kind == HolidayKind.OFF),
        frozenset(day for day, kind in days if kind == HolidayKind.WORKING),
    )


def demo_accounts() -> Iterable[User]:
    """Accounts shown on the sign-in page of a demonstration; none elsewhere."""
    if not settings.DEMO:
        return []
    return (
        User.objects.filter(is_active=True)
        .exclude(password__startswith=UNUSABLE_PASSWORD_PREFIX)
        .select_related("agency__place")
        .order_by("-agency__place__name", "pk")
    )


def find_agencies(place: Place | None, words: str, *, living_on: date | None) -> "QuerySet[Agency]":
    """Agencies of a place (or of all) whose names hold the words, with or without marks."""
    found = Agency.objects.select_related("place").order_by("place__name", "name")
    if place:
        found = found.filter(place=place)
    if living_on:
        found = found.filter(valid_on(living_on))
    key = match_key(words, place.name if place else "")
    return found.filter(aliases__key__contains=key).distinct() if key else found


def find_users(words: str) -> "QuerySet[User]":
    """Accounts whose name, username or agency holds the words."""
    found = User.objects.select_related("agency__place").order_by("username")
    return found.filter(
        Q(username__icontains=words)
        | Q(full_name__icontains=words)
        | Q(agency__name__icontains=words)
    )

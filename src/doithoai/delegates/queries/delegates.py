"""Reading the list of delegates."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import Case, Q, QuerySet, When

from doithoai.delegates.models import Allocation, Delegate
from doithoai.delegates.naming import same_person
from doithoai.delegates.people import Person
from doithoai.delegates.permissions import may_see_everyone
from doithoai.delegates.rules import read_code
from doithoai.delegates.states import LIVING
from doithoai.directory.models import Agency, User
from doithoai.planning.models import Conference
from doithoai.vietnamese.letters import fold, words
from doithoai.vietnamese.order import person_key


def delegates_for(user: User, conference: Conference) -> "QuerySet[Delegate]":
    """Whom the user may see: everybody, or those their own agency named."""
    found = Delegate.objects.filter(conference=conference).select_related(
        "quota_line__parent", "agency", "replaces", "conference"
    )
    if may_see_everyone(user, conference):
        return found
    return found.filter(agency_id=user.agency_id or 0)


def named_for(allocation: Allocation) -> "QuerySet[Delegate]":
    """Everybody the agency named for these seats, the living first."""
    gone = Case(When(state__in=sorted(LIVING), then=0), default=1)
    return Delegate.objects.filter(
        quota_line_id=allocation.quota_line_id, agency_id=allocation.agency_id
    ).order_by(gone, "rank", "pk")


def untold_posts(delegates: "QuerySet[Delegate]") -> "QuerySet[Delegate]":
    """Those invited by post whose name nobody has told yet."""
    return delegates.filter(full_name="", state__in=sorted(LIVING)).order_by("rank", "pk")


@dataclass(frozen=True, slots=True)
class DelegateFilter:
    """Which delegates are wanted, in protocol order unless `by_name`."""

    state: str = ""
    line: int | None = None
    agency: int | None = None
    kind: str = ""
    words: str = ""
    by_name: bool = False


def delegates_wanted(delegates: "QuerySet[Delegate]", wanted: DelegateFilter) -> list[Delegate]:
    """The delegates asked for; a section means all its lines, words need no marks."""
    if wanted.state:
        delegates = delegates.filter(state=wanted.state)
    if wanted.line:
        delegates = delegates.filter(Q(quota_line=wanted.line) | Q(quota_line__parent=wanted.line))
    if wanted.agency:
        delegates = delegates.filter(agency=wanted.agency)
    if wanted.kind:
        delegates = delegates.filter(kind=wanted.kind)
    found = [one for one in delegates.order_by("rank", "pk") if is_meant(one, wanted.words)]
    if wanted.by_name:
        found.sort(key=lambda one: (not one.is_named, person_key(one.shown_name)))
    return found


def is_meant(delegate: Delegate, typed: str) -> bool:
    """Whether the typed words, or the code, are of this delegate; contacts are never searched."""
    words = fold(typed).split()
    if not words:
        return True
    if read_code(typed) == delegate.code:
        return True
    said = fold(f"{delegate.full_name} {delegate.post} {delegate.organisation}")
    return all(word in said for word in words)


def agencies_of(delegates: "QuerySet[Delegate]") -> "QuerySet[Agency]":
    """The agencies that named any of these delegates."""
    keys = delegates.order_by().values("agency_id")
    return Agency.objects.filter(pk__in=keys).order_by("name")


def twin_finder(conference: Conference) -> Callable[[Person], Delegate | None]:
    """Finds who is already on the list as this person. One query."""
    living: dict[str, list[Delegate]] = {}
    for one in Delegate.objects.filter(conference=conference, state__in=sorted(LIVING)):
        living.setdefault(_called(one), []).append(one)

    def find(person: Person) -> Delegate | None:
        namesakes = living.get(_called(person), [])
        return next((one for one in namesakes if same_person(_told(one), _told(person))), None)

    return find


def _called(one: Delegate | Person) -> str:
    """The name without its diacritics: whoever is the same person is called the same."""
    return " ".join(words(fold(one.full_name)))


def _told(one: Any) -> tuple[str, str, str]:
    return one.full_name, one.organisation, one.phone

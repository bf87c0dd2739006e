"""Which agencies take part in a conference: their roles, their works, their tasks."""

from collections import Counter, defaultdict
from dataclasses import dataclass

from doithoai.directory.models import Agency
from doithoai.planning.models import AssignmentUnit, Conference, Mandate, Participation

LEADING = (
    ("host", "Chủ trì tổ chức"),
    ("office", "Văn phòng thẩm định"),
    ("chair", "Người chủ trì"),
    ("finance", "Thẩm định kinh phí"),
)


@dataclass(frozen=True, slots=True)
class Part:
    """One agency's part: roles in words, works in its hands, how many tasks name it."""

    agency: Agency
    roles: list[str]
    mandates: list[Mandate]
    tasks: int


def parts_of(conference: Conference) -> list[Part]:
    """Who leads first, then who has works, then who has tasks, then the others. Four queries."""
    roles: dict[int, list[str]] = defaultdict(list)
    for side, role in LEADING:
        if key := getattr(conference, f"{side}_id"):
            roles[key].append(role)
    leading = list(roles)
    for one in Participation.objects.filter(conference=conference).order_by("role"):
        roles[one.agency_id].append(one.get_role_display())
    mandates: dict[int, list[Mandate]] = defaultdict(list)
    for mandate in Mandate.objects.filter(conference=conference).select_related("assignment"):
        mandates[mandate.agency_id].append(mandate)
    units = AssignmentUnit.objects.filter(assignment__conference=conference, agency__isnull=False)
    tasks = Counter(units.order_by().values_list("agency_id", flat=True))
    agencies = Agency.objects.in_bulk({*roles, *mandates, *tasks})
    parts = [
        Part(agency, roles.get(key, []), mandates.get(key, []), tasks.get(key, 0))
        for key, agency in agencies.items()
    ]
    return sorted(parts, key=lambda part: (_rank(part, leading), part.agency.name))


def _rank(part: Part, leading: list[int]) -> int:
    if part.agency.pk in leading:
        return leading.index(part.agency.pk)
    return len(leading) + (not part.mandates) + (not (part.mandates or part.tasks))

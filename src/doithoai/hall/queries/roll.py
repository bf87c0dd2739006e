"""Reading who came to the hall, and who chaired it."""

from collections import defaultdict

from doithoai.delegates.models import Delegate
from doithoai.delegates.queries.attendance import section_of
from doithoai.delegates.states import LIVING, AttendanceState
from doithoai.hall.roll import Group, Person, chair_words, roll_lines
from doithoai.planning.models import Conference

NO_ROLL = "(chưa điểm danh: ghi số có mặt trên số được mời, số vắng có lý do, không lý do)"
CAME = frozenset({AttendanceState.PRESENT, AttendanceState.ONLINE})
TOLD = (
    AttendanceState.PRESENT,
    AttendanceState.ONLINE,
    AttendanceState.EXCUSED,
    AttendanceState.ABSENT,
)


def attendance_of(conference: Conference) -> tuple[str, ...]:
    """The roll in lines; before one is kept, those whom the plan asks to attend. Two queries."""
    people = list(
        Delegate.objects.filter(conference=conference, state__in=LIVING)
        .select_related("agency", "quota_line__parent")
        .order_by("rank", "pk")
    )
    sections: dict[tuple[int, str], list[str]] = defaultdict(list)
    for one in people:
        sections[section_of(one)].append(one.attendance)
    groups = [
        Group(name, len(states), *(states.count(state) for state in TOLD))
        for (_, name), states in sorted(sections.items())
    ]
    came = (one for one in people if one.attendance in CAME)
    units = [one.agency.name if one.agency else one.organisation for one in came]
    planned = tuple(conference.attendance.values_list("text", flat=True))
    kept = roll_lines(groups, [unit for unit in dict.fromkeys(units) if unit])
    return kept or (*planned, NO_ROLL)


def chair_of(conference: Conference) -> str:
    """Who chaired: of the chair's agency who came with that title, else who signed the plan."""
    people = Delegate.objects.filter(
        conference=conference, agency_id=conference.chair_id, state__in=LIVING
    )
    known = [
        Person(one.full_name, one.post)
        for one in people.order_by("rank", "pk")
        if one.attendance not in {AttendanceState.EXCUSED, AttendanceState.ABSENT}
    ]
    signer = Person(conference.signer_name, conference.signer_title)
    return chair_words(conference.chair_title, [*known, signer])

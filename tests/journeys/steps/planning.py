"""Steps of the plan itself: opened, issued, told, its day fixed, its tasks reported on."""

from datetime import date, time

from doithoai.directory.models import Agency, Right
from doithoai.lifecycle.day import fix_day
from doithoai.lifecycle.opening import open_conference, start_by_hand
from doithoai.planning.actions import (
    assign_roles,
    attach,
    change_window,
    confirm_section,
    correct_facts,
    issue,
    publish_announcement,
    record_coverage,
    report_difficulty,
    report_progress,
    settle_difficulty,
    write_announcement,
)
from doithoai.planning.models import Assignment, Conference
from doithoai.planning.permissions import may_see
from doithoai.planning.queries import task_counts
from doithoai.planning.rules import SECTIONS
from doithoai.planning.states import AssignmentState, ConferenceState
from tests.journeys.road import agency, on, opened, person


def opens_the_conference(code: str, start: str, *, day: date, tasks: int) -> Conference:
    """The real plan becomes a conference; everyone it names finds it."""
    with on(day):
        conference = opened(code, start)
    assert conference.assignments.count() == tasks
    named = Agency.objects.filter(assignment_units__assignment__conference=conference).distinct()
    assert all(may_see(person(one), conference) for one in named)
    return conference


def issues_the_plan(conference: Conference, number: str, issued_on: date) -> Conference:
    """The plan without a number gets it, by who decides in the office."""
    with on(issued_on, 15):
        conference = issue(
            conference,
            number=number,
            issued_on=issued_on,
            signer_name=conference.signer_name,
            by=person(conference.office, Right.APPROVER),
        )
    assert conference.state == ConferenceState.ISSUED
    return conference


def opens_the_window(conference: Conference, first: date, last: date, *, day: date) -> Conference:
    """From when to when questions are taken."""
    with on(day, 16):
        return change_window(
            conference,
            questions_from=first,
            questions_until=last,
            answer_days=10,
            version=conference.version,
            by=person(conference.host),
        )


def spreads_the_word(conference: Conference, client, title: str, *, day: date, press: str) -> None:
    """The plan and the host's news stand on the portal; the paper says what it printed."""
    host, reporter = person(conference.host), person(agency(conference.place, press))
    with on(day, 10):
        news = write_announcement(conference, title=title, body="Đọc kỹ rồi gửi câu hỏi.", by=host)
        hidden = client.get(f"/cong/{conference.slug}/tin/").content.decode()
        publish_announcement(news, by=host)
        told = client.get(f"/cong/{conference.slug}/tin/").content.decode()
        coverage = record_coverage(
            conference, title=f"Bài: {title}", url="", published_on=day, by=reporter
        )
    assert title not in hidden
    assert title in told
    assert client.get(f"/cong/{conference.slug}/ke-hoach/").status_code == 200
    assert coverage.agency == reporter.agency


def reports_difficulties(conference: Conference, name: str, text: str, *, day: date) -> None:
    """An agency tells the host what hinders it, the host answers."""
    with on(day, 9):
        told = report_difficulty(conference, text=text, by=person(agency(conference.place, name)))
    with on(day, 15):
        told = settle_difficulty(told, reply="Thống nhất.", by=person(conference.host))
    assert told.agency.name == name


def fixes_the_day(conference: Conference, held_on: date, *, day: date) -> Conference:
    """The office tells day, hours and place once the chair has agreed."""
    with on(day):
        conference = fix_day(
            Conference.objects.get(pk=conference.pk),
            held_on=held_on,
            start_time=time(8, 0),
            end_time=time(11, 30),
            venue=conference.venue,
            tentative=False,
            version=Conference.objects.get(pk=conference.pk).version,
            by=person(conference.office),
        )
    assert (conference.held_on, conference.tentative) == (held_on, False)
    assert conference.milestones.filter(due=held_on).exists()
    return conference


def reports_on_tasks(conference: Conference, *, day: date) -> None:
    """Every sentence of the plan is reported done by someone it is given to."""
    for task in conference.assignments.order_by("position"):
        with on(day, 14):
            by = person(doer_of(task))
            report_progress(task, state=AssignmentState.DOING, note="Đang làm.", by=by)
            report_progress(task, state=AssignmentState.DONE, note="Đã xong.", by=by)
    counts = task_counts(conference, today=day)
    assert (counts.done, counts.late) == (counts.total, 0)


def doer_of(task: Assignment) -> Agency:
    """The agency under whose heading the task stands; of a collective name, one department."""
    unit = task.units.filter(is_named=True, agency__isnull=False).first()
    if unit:
        return unit.agency
    assert task.units.filter(is_named=True).first().name.startswith("Các ")
    leading = {task.conference.host_id, task.conference.office_id, task.conference.chair_id}
    departments = task.conference.participations.filter(role="department")
    return departments.exclude(agency__in=leading).order_by("agency__name").first().agency


def holds_one_below(conference: Conference, *, day: date) -> Conference:
    """A district holds its own under the province's plan, by its own people."""
    district = agency(conference.place, "Ủy ban nhân dân cấp huyện")
    with on(day):
        by = person(district)
        title = "Tổ chức đối thoại với phụ nữ huyện năm 2024"
        reading = start_by_hand(title=title, audience="phụ nữ huyện", year=2024, by=by)
        below = open_by_hand(reading, dict.fromkeys(("host", "office", "chair"), district), by=by)
        below = attach(below, parent=conference, by=by)
    assert list(conference.children.all()) == [below]
    return below


def open_by_hand(reading, roles: dict[str, Agency], *, by) -> Conference:
    """Confirm what was written by hand, say who does what, open."""
    facts = {"title": reading.facts["title"], "audience": reading.facts["audience"]}
    reading = correct_facts(reading, "identity", facts, version=reading.version, by=by)
    for section in SECTIONS:
        if section not in {"identity", "roles"}:
            reading = confirm_section(reading, section, version=reading.version, by=by)
    chosen = {role: {"agency": one.pk, "reason": "Chọn"} for role, one in roles.items()}
    reading = assign_roles(reading, {**reading.roles, **chosen}, version=reading.version, by=by)
    return open_conference(reading, by=by)

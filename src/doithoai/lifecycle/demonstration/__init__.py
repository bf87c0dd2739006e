"""The two sample conferences of a demonstration, built by the same actions officials use."""

from collections.abc import Callable
from contextlib import suppress
from datetime import date, timedelta

from django.db import transaction

from doithoai.audit import clock
from doithoai.directory.actions import load_agencies
from doithoai.directory.models import Place, Right, User
from doithoai.directory.queries import Resolver
from doithoai.lifecycle.day import fix_day
from doithoai.lifecycle.demonstration.life import live
from doithoai.lifecycle.demonstration.people import DEMO_PASSWORD, People, open_accounts
from doithoai.lifecycle.demonstration.questions import walk
from doithoai.lifecycle.demonstration.samples import (
    SAMPLES,
    NotYet,
    Sample,
    on,
    sample_data,
    sample_file,
    until,
)
from doithoai.lifecycle.numbering import issue_plan
from doithoai.lifecycle.opening import open_conference, receive_plan
from doithoai.lifecycle.reminding import remind
from doithoai.planning.actions import (
    assign_roles,
    change_window,
    confirm_section,
    report_progress,
    settle_warning,
)
from doithoai.planning.models import Conference, PlanReading
from doithoai.planning.rules import SECTIONS
from doithoai.planning.states import AssignmentState, ConferenceState
from doithoai.questions.actions import name_keepers

__all__ = ["DEMO_PASSWORD", "load_demonstration"]


@transaction.atomic
def load_demonstration() -> list[Conference]:
    """Agencies, accounts and both conferences; a second call changes nothing."""
    if User.objects.filter(
        username__in=[a["username"] for a in sample_data("accounts.json")]
    ).exists():
        return []
    for code in dict.fromkeys(account["place"] for account in sample_data("accounts.json")):
        load_agencies(Place.objects.get(code=code), by=None)
    open_accounts()
    today = clock.today()
    with until(today):
        loaded = [_load(sample) for sample in SAMPLES if sample.opened_on <= today]
    for conference in loaded:
        if conference.state == ConferenceState.ISSUED:
            remind(conference, today=today, by=None)
    return loaded


def _load(sample: Sample) -> Conference:
    """Lay the sample down as far as the house's day has come."""
    place = Place.objects.get(code=sample.place)
    people = People(place, Resolver.of(place, sample.issued_on))
    with on(sample.opened_on, 9):
        reading = receive_plan(
            sample_file(f"{sample.name}.txt"), f"{sample.name}.txt", by=people.office()
        )
        conference = open_conference(_confirmed(reading, people.office()), by=people.office())
    for deeds in LIFE:
        with suppress(NotYet):
            deeds(Conference.objects.get(pk=conference.pk), sample, people)
    return Conference.objects.get(pk=conference.pk)


def _confirmed(reading: PlanReading, by: User) -> PlanReading:
    for index in range(len(reading.facts["warnings"])):
        decision = "Giữ nguyên như kế hoạch"
        reading = settle_warning(reading, index, decision, version=reading.version, by=by)
    for section in SECTIONS:
        if section != "roles":
            reading = confirm_section(reading, section, version=reading.version, by=by)
    return assign_roles(reading, reading.roles, version=reading.version, by=by)


def _issue(conference: Conference, sample: Sample, people: People) -> None:
    first, last = sample.window
    with on(sample.issued_on, 15):
        if conference.state == ConferenceState.DRAFT:
            conference = issue_plan(
                conference,
                number=sample.number,
                issued_on=sample.issued_on,
                signer_name=conference.signer_name,
                by=people.office(Right.APPROVER),
            )
        change_window(
            conference,
            questions_from=first,
            questions_until=last,
            answer_days=10,
            version=conference.version,
            by=people.office(),
        )


def _name_keepers(conference: Conference, sample: Sample, people: People) -> None:
    with on(sample.window[0], 8):
        keepers = [people.of(conference.host), people.office()]
        name_keepers(conference, users=keepers, by=people.office(Right.APPROVER))


def _ask_and_answer(conference: Conference, sample: Sample, people: People) -> None:
    for entry in sample_data(f"{sample.name}.questions.json"):
        walk(conference, entry, people)


def _fix_day(conference: Conference, sample: Sample, people: People) -> None:
    if sample.held_on is None:
        return
    with on(sample.held_on - timedelta(days=14), 10):
        fix_day(
            conference,
            held_on=sample.held_on,
            start_time=sample.start_time,
            end_time=sample.end_time,
            venue=conference.venue,
            tentative=False,
            version=conference.version,
            by=people.office(),
        )


def _report_tasks(conference: Conference, sample: Sample, people: People) -> None:
    for position, day, state, note in sample_data(f"{sample.name}.life.json")["progress"]:
        task = conference.assignments.get(position=position)
        unit = task.units.filter(is_named=True, agency__isnull=False).first()
        doer = people.of(unit.agency) if unit and unit.agency else people.of(conference.host)
        with on(date.fromisoformat(day), 16):
            report_progress(task, state=AssignmentState(state), note=note, by=doer)


def _live(conference: Conference, sample: Sample, people: People) -> None:
    live(sample.name, conference, people)


LIFE: tuple[Callable[[Conference, Sample, People], None], ...] = (
    _issue,
    _name_keepers,
    _ask_and_answer,
    _fix_day,
    _report_tasks,
    _live,
)
"""What happens to a sample, each as far as the house's day has come."""

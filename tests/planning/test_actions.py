"""From a reading to a conference, its day, its window, its tasks."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from doithoai.audit.models import Entry
from doithoai.directory.models import Right
from doithoai.lifecycle.opening import open_conference, start_by_hand
from doithoai.planning.actions import (
    assign_roles,
    change_window,
    confirm_section,
    correct_facts,
    discard_reading,
    fix_day,
    issue,
    report_progress,
    set_milestone,
    settle_warning,
)
from doithoai.planning.models import Conference, PlanReading
from doithoai.planning.rules import SECTIONS
from doithoai.planning.states import AssignmentState, ConferenceState, ReadingState
from doithoai.workflow import Forbidden, Refused
from tests.builders import a_conference, a_task, an_agency, an_approver, an_official

pytestmark = pytest.mark.django_db


@pytest.fixture
def office():
    committee = an_agency("Ủy ban nhân dân tỉnh", kind="committee")
    return an_official(an_agency("Văn phòng UBND tỉnh", kind="office", place=committee.place))


@pytest.fixture
def reading(office):
    return start_by_hand(
        title="Đối thoại với thanh niên", audience="thanh niên", year=2024, by=office
    )


def confirmed(reading, by):
    for section in SECTIONS:
        if section != "roles":
            reading = confirm_section(reading, section, version=reading.version, by=by)
    host = an_agency("Tỉnh đoàn", kind="mass_organisation")
    roles = {**reading.roles, "host": {"agency": host.pk, "reason": "Người dùng chọn"}}
    return assign_roles(reading, roles, version=reading.version, by=by)


def test_a_conference_started_by_hand_stands_once_confirmed(reading, office):
    conference = open_conference(confirmed(reading, office), by=office)

    reading.refresh_from_db()
    assert (reading.state, reading.conference) == (ReadingState.OPENED, conference)
    assert (conference.state, conference.office) == (ConferenceState.DRAFT, office.agency)
    assert conference.slug == "tien-giang-thanh-nien-2024".replace("tien-giang", reading.place.code)


def test_nothing_opens_while_a_section_waits(reading, office):
    with pytest.raises(Refused, match="Xác nhận phần “Kế hoạch”"):
        open_conference(reading, by=office)

    assert not Conference.objects.exists()


def test_a_warning_must_be_settled_first(reading, office):
    warned = {
        **reading.facts,
        "warnings": [{"code": "x", "message": "Cộng được 149", "places": []}],
    }
    PlanReading.objects.filter(pk=reading.pk).update(facts=warned)
    reading.refresh_from_db()
    reading = confirmed(reading, office)
    with pytest.raises(Refused, match="Xem lại 1 cảnh báo"):
        open_conference(reading, by=office)

    reading = settle_warning(reading, 0, "Giữ nguyên", version=reading.version, by=office)

    assert open_conference(reading, by=office).pk
    assert (
        Entry.objects.filter(verb="planning.settle_warning").get().after["decision"] == "Giữ nguyên"
    )


def test_opening_fails_whole_or_not_at_all(reading, office, monkeypatch):
    reading = confirmed(reading, office)
    monkeypatch.setattr("doithoai.lifecycle.opening.draft_programme", lambda *a, **k: 1 / 0)

    with pytest.raises(ZeroDivisionError):
        open_conference(reading, by=office)

    assert not Conference.objects.exists()


def test_a_correction_keeps_what_was_read_before(reading, office):
    reading = correct_facts(
        reading, "identity", {"title": "Đối thoại với thanh niên tỉnh"}, version=0, by=office
    )

    entry = Entry.objects.get(verb="planning.correct_facts")
    assert entry.before == {"title": "Đối thoại với thanh niên"}
    assert "identity" in reading.confirmed


def test_of_two_who_correct_at_once_the_second_is_told(reading, office):
    colleague = an_official(office.agency)
    correct_facts(reading, "identity", {"year": 2025}, version=0, by=office)

    with pytest.raises(Refused, match="vừa sửa bản đọc"):
        correct_facts(reading, "identity", {"year": 2026}, version=0, by=colleague)


def test_another_agency_does_not_touch_a_reading(reading):
    with pytest.raises(Forbidden):
        confirm_section(reading, "identity", version=0, by=an_official())
    with pytest.raises(Forbidden):
        discard_reading(reading, by=an_official())


def test_a_discarded_reading_stays_discarded(reading, office):
    discard_reading(reading, by=office)

    with pytest.raises(Refused, match="đã bỏ"):
        confirm_section(reading, "identity", version=1, by=office)


def test_the_office_issues_a_draft_once():
    conference = a_conference(state=ConferenceState.DRAFT, number="", issued_on=None)
    values = {"number": "1086/KH-UBND", "issued_on": date(2024, 7, 1), "signer_name": "Lê Văn Tư"}
    with pytest.raises(Forbidden):
        issue(conference, by=an_official(conference.office, Right.DRAFTER), **values)

    approver = an_approver(conference.office)
    assert issue(conference, by=approver, **values).state == ConferenceState.ISSUED
    with pytest.raises(Refused, match="Đã ban hành"):
        issue(conference, by=approver, **values)


def test_the_day_is_fixed_and_the_trail_says_so():
    conference = a_conference()
    fixed = fix_day(
        conference,
        held_on=date(2024, 10, 24),
        venue="Phòng họp số 2",
        tentative=False,
        version=0,
        by=an_official(conference.office),
    )

    assert fixed.held_words == "24/10/2024"
    assert Entry.objects.get(verb="planning.fix_day").after["held_on"] == "2024-10-24"


def test_a_window_runs_forward():
    conference = a_conference()

    with pytest.raises(Refused, match="trở đi"):
        change_window(
            conference,
            questions_from=date(2024, 9, 2),
            questions_until=date(2024, 9, 1),
            answer_days=10,
            version=0,
            by=an_official(conference.host),
        )
    with pytest.raises(IntegrityError), transaction.atomic():
        Conference.objects.filter(pk=conference.pk).update(questions_until=date(2024, 7, 1))


def test_a_milestone_of_the_same_name_moves():
    conference = a_conference()
    host = an_official(conference.host)
    set_milestone(conference, name="Gửi câu hỏi", due=date(2024, 10, 9), by=host)
    set_milestone(conference, name="Gửi câu hỏi", due=date(2024, 10, 11), by=host)

    assert conference.milestones.get().due == date(2024, 10, 11)
    assert Entry.objects.first().before == {"due": "2024-10-09"}


def test_a_unit_reports_on_its_task_and_others_do_not():
    conference = a_conference()
    unit = conference.participations.first().agency
    task = a_task(conference, unit)

    report_progress(task, state="done", note="Xong ngày 5/10", by=an_official(unit))
    task.refresh_from_db()

    assert (task.state, task.progress.get().note) == (AssignmentState.DONE, "Xong ngày 5/10")
    with pytest.raises(Forbidden):
        report_progress(task, state="doing", note="", by=an_official())
    with pytest.raises(Refused, match="Đã xong"):
        report_progress(task, state="todo", note="", by=an_official(unit))


def test_a_task_of_all_departments_is_reported_on_by_each_of_them():
    conference = a_conference()
    department = conference.participations.first().agency
    task = a_task(conference)
    task.units.create(name="Các Sở, Ban ngành tỉnh", role="lead")

    report_progress(task, state="doing", note="Sở đã chuẩn bị.", by=an_official(department))

    assert task.progress.get().note == "Sở đã chuẩn bị."
    with pytest.raises(Forbidden):
        report_progress(task, state="doing", note="", by=an_official())

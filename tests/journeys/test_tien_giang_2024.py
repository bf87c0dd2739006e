"""Tiền Giang 2024, women: from the plan's own file to an answer its sender can read."""

from datetime import date

import pytest

from doithoai.delegates.queries import quota_table
from doithoai.planning.actions import change_window
from doithoai.planning.models import Assignment, Conference
from doithoai.questions.actions import receive
from doithoai.questions.states import QuestionState
from tests.journeys import tien_giang
from tests.journeys.road import agency, answered, needs_seeds, opened, person

pytestmark = [pytest.mark.django_db, needs_seeds]


@pytest.fixture
def conference():
    return opened("tien-giang", "000")


def test_the_plan_becomes_a_conference_with_everything_it_fixes(conference):
    assert (conference.number, conference.issued_on) == ("272/KH-UBND", date(2024, 7, 12))
    assert conference.held_words == "Dự kiến tháng 10/2024"
    assert conference.venue == "Phòng họp số 2 - Trung tâm Hội nghị tỉnh"
    assert conference.legal_bases.count() == 2
    assert conference.topics.count() == 5
    assert conference.assignments.count() == 20
    assert conference.recipients.count() == 10
    assert conference.attendance.count() == 10


def test_the_seats_add_up_as_the_annex_states(conference):
    table = quota_table(conference)

    assert [section.seats for section, _ in table.sections] == [63, 25, 62]
    assert (table.total, table.faults) == (150, [])
    assert sum(len(rows) for _, rows in table.sections) == 17


def test_roles_are_those_the_plan_gives(conference):
    assert conference.host.name == "Hội Liên hiệp Phụ nữ tỉnh"
    assert conference.office.name == "Văn phòng Ủy ban nhân dân tỉnh"
    assert conference.chair.name == "Ủy ban nhân dân tỉnh"
    assert conference.finance.name == "Sở Tài chính"
    participants = {p.agency.name for p in conference.participations.select_related("agency")}
    assert "Sở Lao động - Thương binh và Xã hội" in participants
    assert "Báo Ấp Bắc" in participants


def test_every_task_of_a_named_unit_knows_its_agency(conference):
    lost = [
        unit.name
        for task in Assignment.objects.filter(conference=conference).prefetch_related("units")
        for unit in task.units.all()
        if unit.agency_id is None and not unit.name.lower().startswith(("các ", "ủy ban nhân dân"))
    ]
    assert lost == []


def test_a_womans_question_is_answered_and_she_reads_it(conference, client):
    host = person(conference.host)
    conference = change_window(
        conference,
        questions_from=date(2024, 8, 1),
        questions_until=date(2024, 10, 9),
        answer_days=10,
        version=conference.version,
        by=host,
    )
    sent = receive(conference, text="Trên 35 tuổi muốn học nghề lại thì đăng ký ở đâu", by=None)
    lead = agency(conference.place, "Sở Lao động - Thương binh và Xã hội")

    answer = answered(
        sent.parts.get().question,
        "Hội viên học nghề lại sau 35 tuổi ở đâu?",
        lead,
        date(2024, 10, 7),
    )

    assert answer.referral.due == date(2024, 10, 21)
    assert answer.referral.question.__class__.objects.get().state == QuestionState.ANSWERED
    page = client.get(f"/tra-cuu/{sent.code}/").content.decode()
    assert "Bộ luật Lao động năm 2019" in page
    public = client.get(f"/cong/{conference.slug}/tra-loi/").content.decode()
    assert "Hội viên học nghề lại sau 35 tuổi ở đâu?" in public


def test_the_plan_is_walked_from_its_first_sentence_to_the_last_promise(client):
    conference = tien_giang.opened(client)
    for chapter in tien_giang.CHAPTERS:
        chapter(Conference.objects.get(pk=conference.pk), client)

    assert set(conference.commitments.values_list("state", flat=True)) == {"kept", "carried"}

"""Tiền Giang 2024, women: from the plan's own file to an answer its sender can read."""

from datetime import date

import pytest

from doithoai.delegates.queries import quota_table
from doithoai.planning.actions import change_window
from doithoai.planning.models import Assignment
from doithoai.questions.actions import receive
from doithoai.questions.states import QuestionState
from tests.journeys.road import agency, answered, needs_seeds, opened, person
from tests.journeys.steps import after, asking, floor, money, people, planning, preparing
from tests.journeys.steps.asking import Asked

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


ASKED = [
    Asked(
        "Hội viên trên 35 tuổi muốn học nghề lại thì đăng ký ở đâu",
        "Sở Lao động - Thương binh và Xã hội",
        "Sở sẽ mở hai lớp dạy nghề cho hội viên, hoàn thành trước ngày 30/11/2024.",
    ),
    Asked(
        "Vốn vay cho phụ nữ khởi nghiệp còn ít",
        "Ngân hàng Chính sách xã hội chi nhánh tỉnh Tiền Giang",
        "Ngân hàng sẽ bổ sung 5 tỷ đồng vốn vay trước ngày 15/12/2024.",
    ),
    Asked(
        "Trạm y tế xã thiếu bác sĩ khám phụ khoa",
        "Sở Y tế",
        "Sở Y tế sẽ bố trí bác sĩ về trạm y tế xã trước ngày 31/12/2024.",
    ),
    Asked(
        "Chợ huyện chưa có chỗ bán cho tiểu thương nữ",
        "Ủy ban nhân dân cấp huyện",
        "Ủy ban nhân dân huyện đã có quy định về việc này.",
    ),
    Asked(
        "Công tác phối hợp với các ngành còn chậm",
        "Văn phòng Ủy ban nhân dân tỉnh",
        "Các ngành đã có quy chế phối hợp.",
    ),
]
MINUTES = [10, 10, 150, 20, 10]


def test_the_plan_is_walked_from_its_first_sentence_to_the_last_promise(client):
    conference = from_the_plan_to_the_questions(client)
    from_the_questions_to_the_day(conference)
    prepared(conference)
    held(conference, client)
    followed_up(conference, client)


def from_the_plan_to_the_questions(client):
    conference = planning.opens_the_conference("tien-giang", "000", day=date(2024, 7, 15), tasks=20)
    window = date(2024, 8, 1), date(2024, 10, 9)
    conference = planning.opens_the_window(conference, *window, day=date(2024, 7, 16))
    planning.spreads_the_word(
        conference, client, "Nhận câu hỏi của phụ nữ", day=date(2024, 8, 1), press="Báo Ấp Bắc"
    )
    planning.holds_one_below(conference, day=date(2024, 8, 5))
    asking.collects_questions(conference, ASKED, day=date(2024, 8, 6))
    return conference


def from_the_questions_to_the_day(conference):
    days = {
        "shared": date(2024, 8, 20),
        "named": date(2024, 9, 5),
        "accepted": date(2024, 9, 10),
    }
    people.fills_the_quotas(conference, **days, office={2, 3, 4, 5, 6, 9})
    finance = conference.finance
    money.estimates_the_cost(conference, "budget", finance, day=date(2024, 9, 3), upward=True)
    asking.chooses_questions(conference, day=date(2024, 9, 16), hall=[2, 1, 3])
    asking.answers_the_questions(conference, ASKED, day=date(2024, 9, 18))
    told = "Thiếu số liệu của các trạm y tế xã."
    planning.reports_difficulties(conference, "Sở Y tế", told, day=date(2024, 9, 20))
    planning.fixes_the_day(conference, date(2024, 10, 18), day=date(2024, 10, 1))
    people.invites_by_question(conference, day=date(2024, 10, 2))
    conference.refresh_from_db()
    people.invites_the_delegates(conference, sent=date(2024, 10, 3), replied=date(2024, 10, 8))


def prepared(conference):
    women, labour = conference.host, labour_of(conference)
    preparing.writes_the_programme(conference, MINUTES, day=date(2024, 10, 8))
    works = dict.fromkeys(["decoration", "hall", "presenter", "reception"], women.name)
    days = {"taken": date(2024, 9, 25), "ready": date(2024, 10, 14)}
    preparing.prepares_the_hall(conference, works, **days)
    speeches = ("Bài phát biểu khai mạc", "Bài phát biểu kết luận", "Bài phát biểu bế mạc")
    drafters = dict.fromkeys(speeches, labour.name)
    preparing.writes_the_speeches(conference, drafters, day=date(2024, 10, 7))
    preparing.writes_the_script(conference, women, day=date(2024, 10, 14))
    people.seats_the_delegates(conference, labour, day=date(2024, 10, 15))
    after.nothing_is_missing(conference, "tổ chức hội nghị", day=date(2024, 10, 17))


def held(conference, client):
    labour = labour_of(conference)
    people.opens_the_door(conference)
    floor.runs_the_hall(conference, "Sở Xây dựng")
    floor.writes_the_minutes(conference)
    day, number = date(2024, 10, 21), "390/TB-UBND"
    after.drafts_the_conclusion(conference, client, labour, day=day, number=number)
    asking.answers_the_rest(conference, labour.name, "Đã có quy định.", day=date(2024, 10, 25))


def followed_up(conference, client):
    money.settles_the_cost(conference, conference.finance, day=date(2024, 11, 12))
    planning.reports_on_tasks(conference, day=date(2024, 11, 20))
    late = after.keeps_the_promises(conference, client, day=date(2024, 11, 28))
    after.carries_on_next_year(conference, late, day=date(2025, 2, 12))
    after.tells_the_results(conference, day=date(2025, 2, 13))
    after.nothing_is_missing(conference, "khép lại hội nghị", day=date(2025, 2, 13))
    after.prints_the_papers(conference, day=date(2025, 2, 14))
    asking.every_sender_sees_an_outcome(conference, client)


def labour_of(conference):
    return agency(conference.place, "Sở Lao động - Thương binh và Xã hội")

"""Cao Bằng 2022, workers: from the plan's own file to an answer its sender can read."""

from datetime import UTC, date, datetime

import pytest

from doithoai.audit import clock
from doithoai.directory.models import Right
from doithoai.planning.actions import change_window, issue
from doithoai.planning.states import ConferenceState
from doithoai.programme.models import AgendaItem
from doithoai.questions.actions import receive
from doithoai.workflow import Refused
from tests.journeys.road import agency, answered, needs_seeds, opened, person
from tests.journeys.steps import after, asking, floor, money, people, planning, preparing
from tests.journeys.steps.asking import Asked

pytestmark = [pytest.mark.django_db, needs_seeds]
MAY_DAY = datetime(2022, 5, 4, 2, 0, tzinfo=UTC)


@pytest.fixture
def conference():
    with clock.at(MAY_DAY):
        yield opened("cao-bang", "003")


def test_the_plan_becomes_a_conference_with_everything_it_fixes(conference):
    assert (conference.state, conference.number) == (ConferenceState.DRAFT, "")
    assert (conference.held_on, conference.tentative) == (date(2022, 5, 24), True)
    assert conference.expected_delegates == 450
    assert conference.legal_bases.count() == 3
    assert conference.assignments.count() == 11
    assert conference.assignments.filter(due=date(2022, 5, 19)).count() == 1
    assert conference.funding.startswith(
        "Kinh phí tổ chức hội nghị chi từ nguồn tài chính Công đoàn"
    )
    assert conference.signer_name == "Hoàng Xuân Ánh"


def test_the_programme_keeps_its_two_parts_and_performers(conference):
    items = list(AgendaItem.objects.filter(conference=conference))

    assert len(items) == 10
    assert items[0].part == "I. GẶP GỠ, ĐỐI THOẠI"
    assert items[-1].performer == "Văn phòng UBND tỉnh"


def test_roles_are_those_the_plan_gives(conference):
    assert conference.host.name == "Liên đoàn Lao động tỉnh"
    assert conference.office.name == "Văn phòng Ủy ban nhân dân tỉnh"
    names = {p.agency.name for p in conference.participations.select_related("agency")}
    assert {"Công an tỉnh", "Sở Y tế", "Báo Cao Bằng"} <= names


def test_milestones_come_from_the_plan_and_are_counted_from_the_day(conference):
    days = set(conference.milestones.values_list("due", flat=True))

    assert {date(2022, 5, 19), date(2022, 5, 24), date(2022, 6, 3)} <= days


def test_before_it_is_issued_nobody_sees_it_and_nobody_asks(conference, client):
    assert client.get(f"/cong/{conference.slug}/").status_code == 404
    with pytest.raises(Refused):
        receive(conference, text="Hỏi sớm", by=None)


def test_a_workers_question_is_answered_and_he_reads_it(conference, client):
    approver = person(conference.office, Right.APPROVER)
    conference = issue(
        conference,
        number="1086/KH-UBND",
        issued_on=date(2022, 4, 22),
        signer_name=conference.signer_name,
        by=approver,
    )
    conference = change_window(
        conference,
        questions_from=date(2022, 4, 25),
        questions_until=date(2022, 5, 18),
        answer_days=7,
        version=conference.version,
        by=person(conference.host),
    )
    with clock.at(MAY_DAY):
        sent = receive(conference, text="Công ty chậm đóng bảo hiểm xã hội thì hỏi ai?", by=None)
        lead = agency(conference.place, "Bảo hiểm xã hội tỉnh")
        answer = answered(
            sent.parts.get().question,
            "Doanh nghiệp chậm đóng bảo hiểm xã hội thì xử lý ra sao?",
            lead,
            date(2022, 5, 4),
        )

    assert answer.referral.due == date(2022, 5, 13)
    page = client.get(f"/tra-cuu/{sent.code}/").content.decode()
    assert "Bộ luật Lao động năm 2019" in page


ASKED = [
    Asked(
        "Công ty chậm đóng bảo hiểm xã hội thì hỏi ai",
        "Bảo hiểm xã hội tỉnh",
        "Bảo hiểm xã hội tỉnh sẽ kiểm tra, thu đủ số chậm đóng trước ngày 30/6/2022.",
    ),
    Asked(
        "Giáo viên mầm non vùng cao chưa được trả tiền làm thêm giờ",
        "Sở Giáo dục và Đào tạo",
        "Sở Giáo dục và Đào tạo sẽ hướng dẫn chi trả trước ngày 15/7/2022.",
    ),
    Asked(
        "Nhân viên y tế chống dịch chưa nhận phụ cấp",
        "Sở Y tế",
        "Sở Y tế sẽ chi trả phụ cấp cho nhân viên y tế trước ngày 31/7/2022.",
    ),
    Asked(
        "Thiết chế công đoàn đặt ở đâu",
        "Liên đoàn Lao động tỉnh",
        "Đã có chủ trương của Tổng Liên đoàn.",
    ),
    Asked(
        "Nhà ở cho công nhân có được vay ưu đãi không",
        "Ngân hàng Chính sách xã hội chi nhánh tỉnh Cao Bằng",
        "Người lao động được vay theo Nghị định số 100/2015/NĐ-CP.",
    ),
]
TABLE = (
    (
        "Đại biểu mời",
        (
            ("Lãnh đạo các ban của Tỉnh ủy, đoàn thể tỉnh", 4),
            ("Lãnh đạo Văn phòng UBND tỉnh, phòng KGVX", 2),
            ("Lãnh đạo, chuyên viên Liên đoàn Lao động tỉnh", 4),
        ),
    ),
    ("Công đoàn", (("Lãnh đạo LĐLĐ cấp huyện, công đoàn ngành, cơ sở", 20),)),
    ("Người lao động", (("Doanh nghiệp, chủ tịch công đoàn cơ sở, người lao động", 60),)),
)
GUESTS = (
    ("Lãnh đạo", "Tổng Liên đoàn Lao động Việt Nam"),
    ("Thường trực", "Tỉnh ủy"),
    ("Thường trực", "Hội đồng nhân dân tỉnh"),
    ("Lãnh đạo", "Ủy ban nhân dân tỉnh"),
)
PRESS = ("Báo Cao Bằng", "Đài Phát thanh - Truyền hình tỉnh", "Phân xã Thông tấn xã Việt Nam")
MINUTES = [10, 10, 10, 10, 90, 15, 10, 15, 15, 5]
WORKS = {
    "hall": "Liên đoàn Lao động tỉnh",
    "materials": "Liên đoàn Lao động tỉnh",
    "documentary": "Đài Phát thanh và Truyền hình Cao Bằng",
    "security": "Công an tỉnh",
    "health": "Sở Y tế",
    "performance": "Liên đoàn Lao động tỉnh",
    "signing": "Liên đoàn Lao động tỉnh",
}
SPEECHES = (
    "Bài phát biểu khai mạc",
    "Báo cáo tóm tắt kết quả thực hiện Quy chế phối hợp công tác giữa UBND tỉnh và LĐLĐ tỉnh",
    "Bài phát biểu của Thường trực Tỉnh ủy",
    "Bài phát biểu của Lãnh đạo Tổng liên đoàn Lao động Việt Nam",
    "Bài phát biểu kết luận",
    "Bài phát biểu bế mạc",
)


def test_the_plan_is_walked_from_its_first_sentence_to_the_last_promise(client):
    conference = from_the_plan_to_the_questions(client)
    from_the_questions_to_the_day(conference)
    prepared(conference)
    held(conference, client)
    followed_up(conference, client)


def from_the_plan_to_the_questions(client):
    conference = planning.opens_the_conference("cao-bang", "003", day=date(2022, 4, 20), tasks=11)
    conference = planning.issues_the_plan(conference, "1086/KH-UBND", date(2022, 4, 22))
    window = date(2022, 4, 25), date(2022, 5, 18)
    conference = planning.opens_the_window(conference, *window, day=date(2022, 4, 22))
    title, day = "Nhận ý kiến người lao động", date(2022, 4, 25)
    planning.spreads_the_word(conference, client, title, day=day, press="Báo Cao Bằng")
    asking.collects_questions(conference, ASKED, day=date(2022, 4, 26))
    return conference


def from_the_questions_to_the_day(conference):
    people.lays_the_table(conference, TABLE, day=date(2022, 4, 27))
    days = {
        "shared": date(2022, 4, 28),
        "named": date(2022, 5, 5),
        "accepted": date(2022, 5, 6),
    }
    people.fills_the_quotas(conference, **days, office={2, 3})
    money.estimates_the_cost(conference, "union", conference.office, day=date(2022, 4, 28))
    asking.chooses_questions(conference, day=date(2022, 5, 5), hall=[3, 1, 4])
    asking.answers_the_questions(conference, ASKED, day=date(2022, 5, 6))
    planning.fixes_the_day(conference, date(2022, 5, 24), day=date(2022, 5, 9))
    asked = people.invites_by_question(conference, day=date(2022, 5, 10))
    assert {"Sở Y tế", "Bảo hiểm xã hội tỉnh"} <= {one.name for one in asked}
    people.invites_guests(conference, GUESTS, PRESS, day=date(2022, 5, 10))
    conference.refresh_from_db()
    people.invites_the_delegates(conference, sent=date(2022, 5, 12), replied=date(2022, 5, 16))


def prepared(conference):
    union = conference.host
    preparing.writes_the_programme(conference, MINUTES, day=date(2022, 5, 16))
    days = {"taken": date(2022, 4, 29), "ready": date(2022, 5, 20)}
    preparing.prepares_the_hall(conference, WORKS, **days)
    told = "Thiếu bộ xét nghiệm nhanh."
    planning.reports_difficulties(conference, "Sở Y tế", told, day=date(2022, 5, 10))
    preparing.lists_the_awards(conference, day=date(2022, 5, 5))
    drafters = dict.fromkeys(SPEECHES, union.name)
    preparing.writes_the_speeches(conference, drafters, day=date(2022, 5, 12))
    preparing.writes_the_script(conference, union, day=date(2022, 5, 20))
    people.seats_the_delegates(conference, union, day=date(2022, 5, 21))
    after.nothing_is_missing(conference, "tổ chức hội nghị", day=date(2022, 5, 23))


def held(conference, client):
    people.opens_the_door(conference)
    floor.runs_the_hall(conference, "Sở Xây dựng")
    floor.writes_the_minutes(conference)
    day, number = date(2022, 5, 26), "1500/TB-UBND"
    after.drafts_the_conclusion(conference, client, conference.host, day=day, number=number)
    title, day = "Kết luận đối thoại", date(2022, 5, 31)
    planning.spreads_the_word(conference, client, title, day=day, press="Báo Cao Bằng")
    asking.answers_the_rest(conference, "Sở Y tế", "Đã có quy định.", day=date(2022, 5, 27))


def followed_up(conference, client):
    money.settles_the_cost(conference, conference.office, day=date(2022, 6, 10))
    planning.reports_on_tasks(conference, day=date(2022, 6, 17))
    late = after.keeps_the_promises(conference, client, day=date(2022, 6, 20))
    after.carries_on_next_year(conference, late, day=date(2023, 2, 13))
    after.tells_the_results(conference, day=date(2023, 2, 14))
    after.nothing_is_missing(conference, "khép lại hội nghị", day=date(2023, 2, 14))
    after.prints_the_papers(conference, day=date(2023, 2, 14))
    asking.every_sender_sees_an_outcome(conference, client)

"""Cao Bằng 2022, workers: what is asked, and the chapters of the conference's life."""

from datetime import date

from doithoai.planning.models import Conference
from tests.journeys.road import Chapter
from tests.journeys.steps import after, asking, floor, money, people, planning, preparing
from tests.journeys.steps.asking import Asked

PROVINCE, PLAN = "cao-bang", "003"
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


def opened(client) -> Conference:
    """The plan's own file is read, confirmed, opened; it has no number yet."""
    return planning.opens_the_conference(PROVINCE, PLAN, day=date(2022, 4, 20), tasks=11)


def told(conference, client):
    """The plan is issued; from when questions are taken, and who is told; people ask."""
    conference = planning.issues_the_plan(conference, "1086/KH-UBND", date(2022, 4, 22))
    window = date(2022, 4, 25), date(2022, 5, 18)
    planning.opens_the_window(conference, *window, day=date(2022, 4, 22))
    title, day = "Nhận ý kiến người lao động", date(2022, 4, 25)
    planning.spreads_the_word(conference, client, title, day=day, press="Báo Cao Bằng")
    asking.collects_questions(conference, ASKED, day=date(2022, 4, 26))


def shared(conference, client):
    """The host writes the table of seats; each agency knows its own."""
    people.lays_the_table(conference, TABLE, day=date(2022, 4, 27))
    people.shares_the_seats(conference, day=date(2022, 4, 28), office={2, 3})


def named(conference, client):
    """Each agency names its people; the cost is estimated."""
    people.fills_the_quotas(conference, named=date(2022, 5, 5), accepted=date(2022, 5, 6))
    money.estimates_the_cost(conference, "union", conference.office, day=date(2022, 4, 28))


def approved(conference, client):
    """The money is there."""
    money.approves_the_cost(conference, day=date(2022, 5, 7))


def answered(conference, client):
    """Questions are chosen and answered, the day is fixed, everyone is invited."""
    asking.chooses_questions(conference, day=date(2022, 5, 5), hall=[3, 1, 4])
    asking.answers_the_questions(conference, ASKED, day=date(2022, 5, 6))
    planning.fixes_the_day(conference, date(2022, 5, 24), day=date(2022, 5, 9))
    asked = people.invites_by_question(conference, day=date(2022, 5, 10))
    assert {"Sở Y tế", "Bảo hiểm xã hội tỉnh"} <= {one.name for one in asked}
    people.invites_guests(conference, GUESTS, PRESS, day=date(2022, 5, 10))
    conference.refresh_from_db()
    people.invites_the_delegates(conference, sent=date(2022, 5, 12), replied=date(2022, 5, 16))


def prepared(conference, client):
    """Programme, hall, honours, speeches and script."""
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


def seated(conference, client):
    """Everyone has a seat."""
    people.seats_the_delegates(conference, conference.host, day=date(2022, 5, 21))


def ready(conference, client):
    """On the eve."""
    after.nothing_is_missing(conference, "tổ chức hội nghị", day=date(2022, 5, 23))


def held(conference, client):
    """The day itself, and its notice as far as the chair's table."""
    people.opens_the_door(conference)
    floor.runs_the_hall(conference, "Sở Xây dựng")
    floor.writes_the_minutes(conference)
    after.drafts_the_conclusion(conference, conference.host, day=date(2022, 5, 26))


def concluded(conference, client):
    """The chair's word is signed and public."""
    day, number = date(2022, 5, 29), "1500/TB-UBND"
    after.signs_the_conclusion(conference, client, day=day, number=number)


def settled(conference, client):
    """What was left open is answered and told; money and tasks are accounted for."""
    title, day = "Kết luận đối thoại", date(2022, 5, 31)
    planning.spreads_the_word(conference, client, title, day=day, press="Báo Cao Bằng")
    asking.answers_the_rest(conference, "Sở Y tế", "Đã có quy định.", day=date(2022, 5, 27))
    money.settles_the_cost(conference, conference.office, day=date(2022, 6, 10))
    planning.reports_on_tasks(conference, day=date(2022, 6, 17))


def followed(conference, client):
    """Promises are kept, or carried into next year."""
    late = after.keeps_the_promises(conference, client, day=date(2022, 6, 20))
    after.carries_on_next_year(conference, late, day=date(2023, 2, 13))
    after.tells_the_results(conference, day=date(2023, 2, 14))
    after.nothing_is_missing(conference, "khép lại hội nghị", day=date(2023, 2, 14))
    after.prints_the_papers(conference, day=date(2023, 2, 14))
    asking.every_sender_sees_an_outcome(conference, client)


CHAPTERS: tuple[Chapter, ...] = (
    *(told, shared, named, approved, answered, prepared, seated, ready),
    *(held, concluded, settled, followed),
)

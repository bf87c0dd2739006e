"""Tiền Giang 2024, women: what is asked, and the chapters of the conference's life."""

from datetime import date

from doithoai.planning.models import Conference
from tests.journeys.road import Chapter, agency
from tests.journeys.steps import after, asking, floor, money, people, planning, preparing
from tests.journeys.steps.asking import Asked

PROVINCE, PLAN = "tien-giang", "000"
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


def opened(client) -> Conference:
    """The plan's own file is read, confirmed, opened."""
    return planning.opens_the_conference(PROVINCE, PLAN, day=date(2024, 7, 15), tasks=20)


def told(conference, client):
    """From when questions are taken, and who is told; people ask."""
    window = date(2024, 8, 1), date(2024, 10, 9)
    planning.opens_the_window(conference, *window, day=date(2024, 7, 16))
    planning.spreads_the_word(
        conference, client, "Nhận câu hỏi của phụ nữ", day=date(2024, 8, 1), press="Báo Ấp Bắc"
    )
    planning.holds_one_below(conference, day=date(2024, 8, 5))
    asking.collects_questions(conference, ASKED, day=date(2024, 8, 6))


def shared(conference, client):
    """Each agency knows its seats."""
    people.shares_the_seats(conference, day=date(2024, 8, 20), office={2, 3, 4, 5, 6, 9})


def named(conference, client):
    """Each agency names its people; the cost is estimated."""
    people.fills_the_quotas(conference, named=date(2024, 9, 5), accepted=date(2024, 9, 10))
    finance = conference.finance
    money.estimates_the_cost(conference, "budget", finance, day=date(2024, 9, 3), upward=True)


def approved(conference, client):
    """The money is there."""
    money.approves_the_cost(conference, day=date(2024, 9, 12))


def answered(conference, client):
    """Questions are chosen and answered, the day is fixed, everyone is invited."""
    asking.chooses_questions(conference, day=date(2024, 9, 16), hall=[2, 1, 3])
    asking.answers_the_questions(conference, ASKED, day=date(2024, 9, 18))
    told = "Thiếu số liệu của các trạm y tế xã."
    planning.reports_difficulties(conference, "Sở Y tế", told, day=date(2024, 9, 20))
    planning.fixes_the_day(conference, date(2024, 10, 18), day=date(2024, 10, 1))
    people.invites_by_question(conference, day=date(2024, 10, 2))
    conference.refresh_from_db()
    people.invites_the_delegates(conference, sent=date(2024, 10, 3), replied=date(2024, 10, 8))


def prepared(conference, client):
    """Programme, hall, speeches and script."""
    women = conference.host
    preparing.writes_the_programme(conference, MINUTES, day=date(2024, 10, 8))
    works = dict.fromkeys(["decoration", "hall", "presenter", "reception"], women.name)
    days = {"taken": date(2024, 9, 25), "ready": date(2024, 10, 14)}
    preparing.prepares_the_hall(conference, works, **days)
    speeches = ("Bài phát biểu khai mạc", "Bài phát biểu kết luận", "Bài phát biểu bế mạc")
    drafters = dict.fromkeys(speeches, labour_of(conference).name)
    preparing.writes_the_speeches(conference, drafters, day=date(2024, 10, 7))
    preparing.writes_the_script(conference, women, day=date(2024, 10, 14))


def seated(conference, client):
    """Everyone has a seat."""
    people.seats_the_delegates(conference, labour_of(conference), day=date(2024, 10, 15))


def ready(conference, client):
    """On the eve."""
    after.nothing_is_missing(conference, "tổ chức hội nghị", day=date(2024, 10, 17))


def held(conference, client):
    """The day itself, and its notice as far as the chair's table."""
    labour = labour_of(conference)
    people.opens_the_door(conference)
    floor.runs_the_hall(conference, "Sở Xây dựng")
    floor.writes_the_minutes(conference)
    after.drafts_the_conclusion(conference, labour, day=date(2024, 10, 21))


def concluded(conference, client):
    """The chair's word is signed and public."""
    day, number = date(2024, 10, 24), "390/TB-UBND"
    after.signs_the_conclusion(conference, client, day=day, number=number)


def settled(conference, client):
    """What was left open is answered; money and tasks are accounted for."""
    labour = labour_of(conference)
    asking.answers_the_rest(conference, labour.name, "Đã có quy định.", day=date(2024, 10, 25))
    money.settles_the_cost(conference, conference.finance, day=date(2024, 11, 12))
    planning.reports_on_tasks(conference, day=date(2024, 11, 20))


def followed(conference, client):
    """Promises are kept, or carried into next year."""
    late = after.keeps_the_promises(conference, client, day=date(2024, 11, 28))
    after.carries_on_next_year(conference, late, day=date(2025, 2, 12))
    after.tells_the_results(conference, day=date(2025, 2, 13))
    after.nothing_is_missing(conference, "khép lại hội nghị", day=date(2025, 2, 13))
    after.prints_the_papers(conference, day=date(2025, 2, 14))
    asking.every_sender_sees_an_outcome(conference, client)


CHAPTERS: tuple[Chapter, ...] = (
    *(told, shared, named, approved, answered, prepared, seated, ready),
    *(held, concluded, settled, followed),
)


def labour_of(conference):
    """The department of labour, which writes the speeches and seats the guests."""
    return agency(conference.place, "Sở Lao động - Thương binh và Xã hội")

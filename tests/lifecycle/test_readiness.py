"""What is missing before the next stage, and who owes it."""

from datetime import date, time

import pytest

from doithoai.delegates.models import QuotaLine
from doithoai.hall.actions import close_session
from doithoai.hall.models import Minutes
from doithoai.lifecycle.readiness import readiness
from doithoai.lifecycle.standing import standing_of
from doithoai.planning.states import ConferenceState
from doithoai.web.waiting import PAGES
from tests.builders import a_conference, a_question, a_referral, an_answer
from tests.builders_hall import MORNING, a_driver, a_hall_conference, a_session

pytestmark = pytest.mark.django_db
TODAY = date(2024, 10, 7)


def missing(conference):
    found = readiness(conference, standing_of(conference, today=TODAY), today=TODAY)
    return found.ahead, [need.what for need in found.needs]


def test_a_draft_must_be_issued_before_questions_come():
    draft = a_conference(state=ConferenceState.DRAFT, questions_from=None)

    assert missing(draft) == (
        "nhận câu hỏi",
        ["Kế hoạch chưa ban hành", "Chưa đặt thời gian nhận câu hỏi"],
    )


def test_before_the_day_every_room_says_what_it_lacks():
    conference = a_conference()
    QuotaLine.objects.create(conference=conference, position=1, name="Phụ nữ", seats=18)
    a_question(conference)
    an_answer(a_referral(a_question(conference, state="referred")))

    ahead, needs = missing(conference)

    assert ahead == "tổ chức hội nghị"
    assert needs == [
        *("Chưa chốt ngày tổ chức", "Chưa có giờ bắt đầu", "Chưa có địa điểm"),
        *("18 chỗ đại biểu chưa phân bổ", "1 câu hỏi chưa phân loại"),
        *("1 câu chưa có trả lời duyệt", "Chương trình chưa phát hành"),
        *("Kịch bản chưa phát hành", "Chưa có dự toán", "Chưa chốt sơ đồ chỗ ngồi"),
    ]


def test_what_is_settled_is_missing_no_more():
    day = {"held_on": date(2024, 10, 24), "tentative": False, "start_time": time(8)}
    needs = missing(a_conference(**day, venue="Hội trường tỉnh"))[1]

    assert [need for need in needs if need.startswith("Chưa c")] == [
        "Chưa có dự toán",
        "Chưa chốt sơ đồ chỗ ngồi",
    ]


def test_after_the_day_the_notice_is_missing_with_its_day():
    conference = a_conference(held_on=date(2024, 10, 1), tentative=False)
    found = readiness(conference, standing_of(conference, today=TODAY), today=TODAY)

    assert found.ahead == "theo dõi cam kết"
    assert [(need.what, need.owner, need.due) for need in found.needs] == [
        ("Phiên hội trường chưa bế mạc", conference.office.short_name, None),
        ("Chưa soạn thông báo kết luận", conference.office.short_name, date(2024, 10, 11)),
    ]


def test_what_office_and_chair_owe_has_its_day():
    session = a_session(a_hall_conference(held_on=date(2024, 10, 1)), questions=0)
    conference = session.conference
    close_session(session, version=session.version, by=a_driver(session))
    signed = {"state": "submitted", "secretary": a_driver(session), "secretary_signed_at": MORNING}
    Minutes.objects.update_or_create(session=session, defaults={"body": "Nội dung", **signed})
    found = readiness(conference, standing_of(conference, today=TODAY), today=TODAY)

    assert [(need.key, need.owner, need.due) for need in found.needs][0] == (
        *("sign_minutes", conference.chair.short_name, date(2024, 10, 10)),
    )

    ahead = a_conference()
    a_question(ahead, state="selected", decided_at=MORNING)
    needs = readiness(ahead, standing_of(ahead, today=TODAY), today=TODAY).needs
    assert {need.key: need.due for need in needs}["refer"] == date(2024, 10, 14)


def test_every_need_leads_to_a_page():
    conference = a_conference()
    a_question(conference)
    needs = readiness(conference, standing_of(conference, today=TODAY), today=TODAY).needs

    assert [need.key for need in needs if need.key not in PAGES] == []

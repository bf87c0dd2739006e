"""Pages everyone may read: what they show, what they never show, how long they are kept."""

from datetime import date, time

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from doithoai.answers.states import AnswerState
from doithoai.audit import clock
from doithoai.delegates.models import QuotaLine
from doithoai.planning.states import ConferenceState
from doithoai.questions.rules import notice_on
from tests.builders import (
    a_conference,
    a_question,
    a_referral,
    a_topic,
    an_agency,
    an_answer,
    an_official,
)

pytestmark = pytest.mark.django_db
PHONE = "0912345678"


def published(conference, wording="Khi nào có nước sạch?", **over):
    question = a_question(conference, state="referred", wording=wording, **over)
    return an_answer(a_referral(question), state=AnswerState.PUBLISHED)


def text(client, address):
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def test_the_first_page_groups_conferences_by_what_can_be_done(client):
    a_conference(short_title="Đối thoại đang nhận")
    a_conference(short_title="Đối thoại sắp tới", questions_until=date(2024, 10, 1))
    a_conference(
        short_title="Đối thoại đã xong", held_on=date(2024, 5, 24), questions_until=date(2024, 9, 1)
    )
    page = text(client, "/")
    order = ("Đang nhận câu hỏi", "đang nhận", "Đang chuẩn bị", "sắp tới", "Đã tổ chức", "đã xong")

    assert sorted(order, key=page.index) == list(order)


def test_a_plan_not_issued_is_nobodys_to_see(client):
    conference = a_conference(state=ConferenceState.DRAFT, short_title="Chưa ban hành")

    assert "Chưa ban hành" not in text(client, "/")
    for page in ("", "gui-cau-hoi/", "tra-loi/", "ke-hoach/"):
        assert client.get(f"/cong/{conference.slug}/{page}").status_code == 404


def test_the_conference_page_offers_asking_only_while_questions_are_taken(client):
    opened = a_conference()
    late = a_conference(questions_until=date(2024, 10, 6))
    closed = a_conference(questions_until=date(2024, 10, 4), held_on=date(2024, 10, 6))

    assert "Gửi câu hỏi</a>" in text(client, f"/cong/{opened.slug}/")
    page = text(client, f"/cong/{closed.slug}/")
    assert "Gửi câu hỏi</a>" not in page
    assert "Đã thôi nhận câu hỏi từ sau ngày 4/10/2024." in page
    page = text(client, f"/cong/{late.slug}/")
    assert "Gửi câu hỏi sau hạn</a>" in page
    assert "Đã qua hạn nhận câu hỏi, ngày 6/10/2024." in page


def test_promises_are_looked_for_once_the_day_is_past(client):
    before, after = a_conference(), a_conference(held_on=date(2024, 5, 24))
    pages = [text(client, f"/cong/{one.slug}/") for one in (before, after)]

    assert ["Các cam kết làm đến đâu" in page for page in pages] == [False, True]


def test_the_hour_is_told_once_the_day_is_fixed(client):
    conference = a_conference(held_on=date(2024, 10, 24), start_time=time(8), tentative=False)

    assert "8 giờ 00, 24/10/2024" in text(client, f"/cong/{conference.slug}/")


def test_the_day_stays_tentative_until_it_is_fixed(client):
    assert "Dự kiến tháng 10/2024, chưa chốt ngày" in text(client, f"/cong/{a_conference().slug}/")


def test_personal_data_in_a_question_is_masked_wherever_everyone_reads(client):
    conference = a_conference()
    answer = published(conference, wording=f"Gọi tôi số {PHONE} về nước sạch")
    number = answer.referral.question.number

    for page in ("", "tra-loi/", f"tra-loi/{number}/"):
        shown = text(client, f"/cong/{conference.slug}/{page}")
        assert "Gọi tôi số 09•• ••• •78" in shown
        assert PHONE not in shown


def test_a_name_is_shown_only_with_consent(client):
    conference = a_conference()
    agreed = {"sender_name": "Lê Thị Tám", "consents_name": True}
    named = published(conference, sender=agreed).referral.question.number
    silent = published(conference, sender={"sender_name": "Võ Văn Chín"}).referral.question.number

    assert "Lê Thị Tám" in text(client, f"/cong/{conference.slug}/tra-loi/{named}/")
    assert "Võ Văn Chín" not in text(client, f"/cong/{conference.slug}/tra-loi/{silent}/")


@pytest.mark.parametrize("state", [s for s in AnswerState if s != AnswerState.PUBLISHED])
def test_an_answer_not_published_is_not_there(client, state):
    answer = an_answer(state=state)
    conference = answer.referral.question.conference

    assert client.get(f"/cong/{conference.slug}/tra-loi/1/").status_code == 404
    assert "Sở trả lời như sau." not in text(client, f"/cong/{conference.slug}/tra-loi/")


@pytest.fixture
def shelf():
    """A conference with three answers on two topics by two agencies."""
    conference = a_conference()
    a_topic(conference), a_topic(conference)
    first, second = conference.topics.order_by("position")
    other = an_agency("Sở Công Thương")
    published(conference, "Chợ Vĩnh Kim khi nào sửa?", topic=first)
    published(conference, "Vay vốn nuôi tôm ở đâu?", topic=second)
    question = a_question(conference, state="referred", wording="Giá điện nhà trọ?", topic=second)
    an_answer(a_referral(question, other), state=AnswerState.PUBLISHED)
    return conference, other


def listed(client, conference, query):
    page = client.get(f"/cong/{conference.slug}/tra-loi/", query)
    return [card.answer.referral.question.number for card in page.context["cards"]]


def test_answers_are_found_by_topic_agency_and_words_without_marks(client, shelf):
    conference, other = shelf

    assert sorted(listed(client, conference, {"noi-dung": "2"})) == [2, 3]
    assert listed(client, conference, {"co-quan": other.pk}) == [3]
    assert listed(client, conference, {"tim": "cho vinh kim"}) == [1]
    assert listed(client, conference, {"tim": "vay", "noi-dung": "1"}) == []


@pytest.mark.parametrize("odd", ["x", "-1", "9" * 40, "²", "'; --"])
def test_a_broken_filter_shows_all(client, shelf, odd):
    assert len(listed(client, shelf[0], {"noi-dung": odd, "co-quan": odd, "trang": odd})) == 3


def test_nobody_finds_a_question_by_a_number_they_may_not_read(client):
    conference = a_conference()
    published(conference, wording=f"Gọi {PHONE} giúp tôi")

    assert listed(client, conference, {"tim": PHONE}) == []
    assert listed(client, conference, {"tim": "giup toi"}) == [1]


def test_twenty_answers_stand_on_a_page(client):
    conference = a_conference()
    for _ in range(21):
        published(conference)

    assert len(listed(client, conference, {})) == 20
    assert len(listed(client, conference, {"trang": "2"})) == 1


def queries(client, address):
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address).status_code == 200
    return len(asked)


@pytest.mark.parametrize("page", ["", "tra-loi/"])
def test_more_answers_need_no_more_queries(client, page):
    conference = a_conference()
    published(conference)
    address = f"/cong/{conference.slug}/{page}"
    few = queries(client, address)
    published(conference), published(conference)

    assert queries(client, address) == few


def test_the_plan_shows_seats_by_section_and_no_row(client):
    conference = a_conference(expected_delegates=150)
    section = QuotaLine.objects.create(conference=conference, position=1, name="Cấp tỉnh", seats=63)
    QuotaLine.objects.create(
        conference=conference, position=2, name="Thường trực Tỉnh ủy", seats=2, parent=section
    )
    page = text(client, f"/cong/{conference.slug}/ke-hoach/")

    assert "150 đại biểu" in page
    assert "Cấp tỉnh: 63" in page
    assert "Thường trực Tỉnh ủy" not in page


def test_an_open_page_is_kept_a_minute_and_sent_again_only_when_changed(client):
    conference = a_conference()
    address = f"/cong/{conference.slug}/"
    first = client.get(address)

    assert first.headers["Cache-Control"] == "public, max-age=60"
    again = client.get(address, headers={"If-None-Match": first.headers["ETag"]})
    assert again.status_code == 304
    a_question(conference)
    changed = client.get(address, headers={"If-None-Match": first.headers["ETag"]})
    assert changed.status_code == 200


def test_open_pages_take_nothing_in(client):
    assert client.post("/").status_code == 405
    assert client.head("/").status_code == 200


def test_the_notice_tells_its_version_and_keeps_the_old_ones(client):
    assert f"Thông báo bản {notice_on(clock.today())}." in text(client, "/du-lieu-ca-nhan/")
    old = text(client, "/du-lieu-ca-nhan/2026-1/")
    assert "Thông báo bản 2026-1." in old
    assert "Bản này không còn dùng cho người gửi mới." in old
    assert client.get("/du-lieu-ca-nhan/2020-1/").status_code == 404


def test_an_official_reads_the_same_page_as_everyone(client):
    conference = a_conference()
    signed = Client()
    signed.force_login(an_official(conference.office))

    assert text(signed, f"/cong/{conference.slug}/") == text(client, f"/cong/{conference.slug}/")


def test_asking_stands_first_at_home_and_officials_find_their_door(client):
    conference = a_conference()
    page = client.get("/").content.decode()

    first = page.index('<a class="button button-primary"')
    assert f'href="/cong/{conference.slug}/gui-cau-hoi/">Gửi câu hỏi' in page[first : first + 120]
    assert first < page.index("Xem câu hỏi của tôi đến đâu</a>")
    assert 'href="/dang-nhap/">Cán bộ đăng nhập</a>' in page

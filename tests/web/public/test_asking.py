"""Asking in three steps: nothing is lost, nothing is sent twice, a flood stops only itself."""

import unicodedata
from datetime import UTC, date, datetime
from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client

from doithoai.audit import clock
from doithoai.questions.models import Submission
from doithoai.questions.rules import notice_on
from doithoai.web.portal import limits
from tests.builders import a_conference, a_submission
from tests.web.visits import draft_token

pytestmark = pytest.mark.django_db
WORDS = "Khi nào xã Phú Tân có nước sạch ổn định?"
NOBODY: dict[str, str] = {}
SENDER = {
    "sender_name": "Nguyễn Thị Mười",
    "sender_unit": "Xã Phú Tân",
    "phone": "+84 912 345 678",
    "email": "",
    "consents_contact": "on",
}


@pytest.fixture
def conference():
    return a_conference()


def address(conference):
    return f"/cong/{conference.slug}/gui-cau-hoi/"


def step_one(client, conference, text=WORDS, **over):
    """Send the first step; gives the address of the second."""
    page = client.get(address(conference))
    data = {"text": text, "phieu": draft_token(page), **over}
    response = client.post(f"{address(conference)}?buoc=1", data)
    assert response.status_code == 302, response.context["form"].errors
    return response.url


def to_check(client, conference, sender=NOBODY, text=WORDS):
    """Fill in two steps; gives the address of the third."""
    second = step_one(client, conference, text)
    response = client.post(second, {"phieu": token(second), **sender})
    assert response.status_code == 302, response.context["form"].errors
    return response.url


def token(url):
    return parse_qs(urlsplit(url).query)["phieu"][0]


def test_a_question_goes_in_with_all_that_was_said(client, conference):
    third = to_check(client, conference, SENDER)
    response = client.post(third, {"phieu": token(third)})

    sent = Submission.objects.get()
    assert response.url == f"/cong/{conference.slug}/da-gui/{sent.code}/"
    assert (sent.text, sent.phone, sent.sender_name) == (WORDS, "0912345678", "Nguyễn Thị Mười")
    assert (sent.consents_contact, sent.consents_name) == (True, False)
    assert (sent.channel, sent.notice_version) == ("web", notice_on(clock.today()))


def test_nobody_need_say_who_asks(client, conference):
    third = to_check(client, conference)
    client.post(third, {"phieu": token(third)})

    assert Submission.objects.get().sender_name == ""


def test_going_back_finds_every_word(client, conference):
    third = to_check(client, conference, SENDER)

    assert WORDS in client.get(third.replace("buoc=3", "buoc=1")).content.decode()
    second = client.get(third.replace("buoc=3", "buoc=2")).content.decode()
    assert "Nguyễn Thị Mười" in second
    assert "0912345678" in second
    assert "checked" in second
    assert WORDS in client.get(third).content.decode()


def test_two_questions_written_side_by_side_stay_apart(client, conference):
    one = to_check(client, conference, text="Câu hỏi thứ nhất về điện.")
    two = to_check(client, conference, text="Câu hỏi thứ hai về nước.")
    client.post(one, {"phieu": token(one)})
    client.post(two, {"phieu": token(two)})

    texts = Submission.objects.order_by("pk").values_list("text", flat=True)
    assert list(texts) == ["Câu hỏi thứ nhất về điện.", "Câu hỏi thứ hai về nước."]


def test_sent_again_it_is_the_same_receipt(client, conference):
    third = to_check(client, conference)
    first = client.post(third, {"phieu": token(third)})
    again = client.post(third, {"phieu": token(third)})
    back = client.get(third)

    assert first.url == again.url == back.url
    assert Submission.objects.count() == 1


@pytest.mark.parametrize(
    "text, message",
    [
        ("", "Viết điều cần hỏi hoặc kiến nghị."),
        ("   ", "Viết điều cần hỏi hoặc kiến nghị."),
        ("Điện?", "Viết rõ hơn: việc gì, ở đâu."),
        ("a" * 2001, "Viết ngắn lại còn 2.000 chữ cái và dấu cách"),
    ],
)
def test_a_wrong_question_is_told_how_to_mend_it(client, conference, text, message):
    page = client.post(f"{address(conference)}?buoc=1", {"text": text}).content.decode()

    assert "<title>Lỗi: " in page
    assert "Cần sửa 1 chỗ" in page
    assert message in page


@pytest.mark.parametrize(
    "sender, message",
    [
        ({"phone": "0912 345 67", "consents_contact": "on"}, "Số đang có 9 chữ số."),
        ({"phone": "0412345678", "consents_contact": "on"}, "số di động bắt đầu bằng 03"),
        ({"phone": "không có", "consents_contact": "on"}, "Nhập số điện thoại bằng chữ số."),
        ({"phone": "0912345678"}, "Đánh dấu đồng ý để được báo lại kết quả"),
        ({"email": "muoi@"}, "Viết địa chỉ thư theo mẫu ten@vidu.vn"),
        ({"consents_contact": "on"}, "Nhập số điện thoại hoặc thư điện tử để báo kết quả."),
        ({"consents_name": "on"}, "Nhập họ và tên, hoặc bỏ dấu đồng ý nêu tên."),
    ],
)
def test_a_wrong_sender_is_told_how_to_mend_it(client, conference, sender, message):
    second = step_one(client, conference)
    page = client.post(second, sender)

    assert message in page.content.decode()
    assert sender.get("phone", "") in page.content.decode()


def test_consents_are_never_ticked_beforehand(client, conference):
    page = client.get(step_one(client, conference)).content.decode()

    assert page.count('type="checkbox"') == 2
    assert "checked" not in page


def test_before_sending_stand_the_notices(client, conference):
    page = client.get(to_check(client, conference)).content.decode()

    assert "Tố cáo, khiếu nại" in page
    assert f"Thông báo bản {notice_on(clock.today())}." in page
    folded = page.index('<details class="portal-notice')
    assert folded < page.index("Ai giữ:") < page.index("</details>", folded)


def test_closed_while_writing_keeps_the_words(client):
    conference = a_conference(held_on=date(2024, 10, 9))
    third = to_check(client, conference)
    with clock.at(datetime(2024, 10, 9, 17, 1, tzinfo=UTC)):
        response = client.post(third, {"phieu": token(third)})

    assert response.status_code == 409
    assert "không nhận câu hỏi" in response.content.decode()
    assert WORDS in response.content.decode()
    assert not Submission.objects.exists()


@pytest.mark.parametrize(
    "days",
    [
        {"questions_from": date(2024, 10, 8)},
        {"questions_until": date(2024, 10, 5), "held_on": date(2024, 10, 6)},
    ],
)
def test_before_its_days_and_after_the_conference_the_form_is_not_offered(client, days):
    page = client.get(address(a_conference(**days))).content.decode()

    assert "Hôm nay không nhận câu hỏi" in page
    assert "<form" not in page


def test_after_its_days_a_question_comes_in_late_and_is_told_so(client):
    conference = a_conference(questions_until=date(2024, 10, 6))
    third = to_check(client, conference)
    assert "Câu gửi bây giờ vẫn được nhận" in client.get(third).content.decode()
    receipt = client.get(client.post(third, {"phieu": token(third)}).url).content.decode()

    assert Submission.objects.get().is_late
    assert "trả lời bằng văn bản, không nêu tại hội nghị" in receipt


def test_a_draft_that_is_gone_begins_anew(client, conference):
    lost = f"{address(conference)}?buoc=3&phieu=5f0c5a52-3f57-4a53-9f0a-000000000009"
    page = client.get(lost).content.decode()

    assert "Phiếu đang viết để quá lâu nên không còn." in page
    assert "Bước 1 trên 3" in page


def test_a_draft_belongs_to_one_conference_and_one_browser(client, conference):
    second = step_one(client, conference)
    other = second.replace(conference.slug, a_conference().slug)

    assert "Bước 1 trên 3" in client.get(other).content.decode()
    assert "Bước 1 trên 3" in Client().get(second).content.decode()


@pytest.mark.parametrize("odd", ["", "x", "1" * 40])
def test_a_broken_token_or_step_begins_anew(client, conference, odd):
    for step in ("2", "3", "9", odd):
        page = client.get(address(conference), {"buoc": step, "phieu": odd})
        assert "Bước 1 trên 3" in page.content.decode()


def test_what_a_machine_fills_in_is_not_sent(client, conference):
    data = {"text": WORDS, "website": "http://vidu.vn"}
    page = client.post(f"{address(conference)}?buoc=1", data)

    assert "Xóa chữ trong ô phải để trống" in page.content.decode()
    assert WORDS in page.content.decode()


def test_a_flood_from_one_address_stops_no_other(client, conference, monkeypatch):
    monkeypatch.setattr(limits, "SENDS", 2)
    second = step_one(client, conference)
    client.post(second, {"phieu": token(second)})
    page = client.post(f"{address(conference)}?buoc=1", {"text": WORDS})

    assert page.status_code == 429
    assert "Chờ 10 phút rồi bấm gửi lại" in page.content.decode()
    assert WORDS in page.content.decode()
    step_one(Client(REMOTE_ADDR="203.0.113.9"), conference)


def test_all_addresses_of_one_home_count_as_one(client, conference, monkeypatch):
    monkeypatch.setattr(limits, "SENDS", 1)
    step_one(Client(REMOTE_ADDR="2001:db8:0:7::1"), conference)
    same = Client(REMOTE_ADDR="2001:db8:0:7:ffff::2")

    page = same.post(f"{address(conference)}?buoc=1", {"text": WORDS})
    assert page.status_code == 429
    step_one(Client(REMOTE_ADDR="2001:db8:0:8::1"), conference)


def test_after_ten_minutes_the_address_may_send_again(client, conference, monkeypatch):
    monkeypatch.setattr(limits, "SENDS", 1)
    step_one(client, conference)
    with clock.at(datetime(2024, 10, 7, 1, 11, tzinfo=UTC)):
        step_one(client, conference)


def test_letters_written_apart_are_kept_as_one(client, conference):
    third = to_check(
        client, conference, text=unicodedata.normalize("NFD", "Khi nào có nước?\r\nXin hỏi.")
    )
    client.post(third, {"phieu": token(third)})

    assert Submission.objects.get().text == "Khi nào có nước?\nXin hỏi."


def test_asking_is_never_kept_and_never_searched(client, conference):
    response = client.get(address(conference))

    assert response.headers["Cache-Control"] == "no-store"
    assert response.headers["X-Robots-Tag"] == "noindex"


def test_a_token_of_another_conference_gives_no_receipt(client, conference):
    other = a_conference()
    known = "5f0c5a52-3f57-4a53-9f0a-000000000009"
    a_submission(other, token=known)
    page = client.get(f"{address(conference)}?buoc=3&phieu={known}")

    assert page.status_code == 200
    assert "Bước 1 trên 3" in page.content.decode()

"""The receipt and the tracking page: the state in plain words, nobody else's data."""

from datetime import UTC, date, datetime

import pytest
from django.test import Client

from doithoai.answers.states import AnswerState
from doithoai.questions.actions import select, settle_hall
from doithoai.questions.models import Part
from doithoai.web.portal import limits
from tests.builders import (
    a_conference,
    a_question,
    a_referral,
    an_agency,
    an_answer,
    an_official,
)

pytestmark = pytest.mark.django_db
SENDER = {"sender_name": "Nguyễn Thị Mười", "phone": "0912345678", "consents_contact": True}


@pytest.fixture
def conference():
    return a_conference()


def code_of(question):
    return question.parts.get().submission.code


def tracked(client, question):
    response = client.get(f"/tra-cuu/{code_of(question)}/")
    assert response.status_code == 200
    return response.content.decode()


def answered(conference, state, **over):
    question = a_question(conference, state="referred")
    return an_answer(a_referral(question, **over), state=state).referral.question


def steps(client, question):
    (journey,) = client.get(f"/tra-cuu/{code_of(question)}/").context["journeys"]
    return [step["text"] for step in journey.steps if step["state"] == "now"]


@pytest.mark.parametrize(
    "state, heading, now",
    [
        ("received", "Đã nhận, đang chờ phân loại", ["Phân loại"]),
        ("selected", "Đã chọn, chờ giao cơ quan trả lời", ["Giao cơ quan trả lời"]),
        ("set_aside", "Không đưa vào hội nghị này", []),
    ],
)
def test_the_state_of_a_question_is_the_heading(client, conference, state, heading, now):
    question = a_question(conference, state=state)

    assert f"<h1>{heading}</h1>" in tracked(client, question)
    assert steps(client, question) == now


@pytest.mark.parametrize(
    "state, heading, now",
    [
        ("draft", "Đang được trả lời", ["Cơ quan đang soạn trả lời"]),
        ("returned", "Đang được trả lời", ["Cơ quan đang sửa câu trả lời"]),
        ("submitted", "Đang thẩm định câu trả lời", ["Đang thẩm định, duyệt"]),
        ("appraised", "Đang thẩm định câu trả lời", ["Đang thẩm định, duyệt"]),
        ("approved", "Câu trả lời đã duyệt, chờ công bố", ["Công bố"]),
        ("published", "Đã có trả lời", []),
    ],
)
def test_the_state_of_an_answer_is_the_heading(client, conference, state, heading, now):
    question = answered(conference, state)
    if state == "returned":
        question.referral.answer.note = "Thiếu hạn"
        question.referral.answer.save()

    assert f"<h1>{heading}</h1>" in tracked(client, question)
    assert steps(client, question) == now


def test_who_must_answer_and_by_when_is_said_in_full(client, conference):
    agency = an_agency("Sở Lao động - Thương binh và Xã hội", short_name="Sở LĐ-TB&XH")
    page = tracked(client, answered(conference, "draft", agency=agency))

    name = "Sở Lao động - Thương binh và Xã hội tỉnh Tiền Giang"
    assert f"{name} phải trả lời chậm nhất ngày 15/10/2024." in page
    assert "LĐ-TB&amp;XH" not in page


def test_a_late_answer_is_called_late(client, conference):
    page = tracked(client, answered(conference, "draft", due=date(2024, 10, 4)))

    assert "<h1>Trả lời quá hạn</h1>" in page
    assert "chậm nhất ngày 4/10/2024, nay đã quá hạn" in page


def test_what_was_set_aside_tells_why(client, conference):
    question = a_question(conference, state="set_aside", reason="Gửi Ban Tiếp công dân")

    assert "Gửi Ban Tiếp công dân" in tracked(client, question)


def test_only_a_published_answer_is_read_here(client, conference):
    for state in AnswerState:
        page = tracked(client, answered(conference, state))
        assert ("Sở trả lời như sau." in page) == (state == AnswerState.PUBLISHED)


def test_the_page_says_nothing_of_who_sent(client, conference):
    question = a_question(conference, sender={**SENDER, "text": "Gọi số 0912345678 giúp tôi"})
    receipt = client.get(f"/cong/{conference.slug}/da-gui/{code_of(question)}/").content.decode()

    for page in (tracked(client, question), receipt):
        assert "Mười" not in page
        assert "0912345678" not in page
        assert "Gọi số 09•• ••• •78 giúp tôi" in page


def test_the_meeting_stands_ahead_only_until_it_is_held(client, conference):
    assert "Hội nghị đối thoại</span>" in tracked(client, a_question(conference))
    held = a_conference(held_on=date(2024, 5, 24))
    assert "Hội nghị đối thoại</span>" not in tracked(client, a_question(held))


def test_a_slip_of_two_matters_follows_both(client, conference):
    first, second = a_question(conference), a_question(conference, state="selected")
    Part.objects.create(
        submission=first.parts.get().submission,
        question=second,
        text="Việc hai",
        start=500,
        end=508,
    )
    page = tracked(client, first)

    assert "Đã nhận, đang chờ phân loại" in page
    assert "Đã chọn, chờ giao cơ quan trả lời" in page


@pytest.mark.parametrize("dress", [str, str.lower, lambda c: c.replace("-", ""), " {} ".format])
def test_a_code_is_read_however_it_is_typed(client, conference, dress):
    code = code_of(a_question(conference))
    response = client.post("/tra-cuu/", {"code": dress(code)})

    assert response.url == f"/tra-cuu/{code}/"
    assert client.get(f"/tra-cuu/{code.lower().replace('-', '')}/").status_code == 200


@pytest.mark.parametrize(
    "typed, message",
    [
        ("", "Nhập mã biên nhận."),
        ("TG24-7K3M-9QRO", "Xem lại từng chữ của mã"),
        ("xin chào", "Xem lại từng chữ của mã"),
        ("TG24-7K3M-9QRA", "Không có phiếu nào mang mã này."),
    ],
)
def test_a_wrong_code_is_told_what_to_check(client, typed, message):
    page = client.post("/tra-cuu/", {"code": typed}).content.decode()

    assert message in page
    assert "<title>Lỗi: " in page
    assert f'value="{typed}"' in page or not typed


def test_a_code_nobody_was_given_is_not_found(client, conference):
    question = a_question(conference)
    code = code_of(question)
    question.parts.all().delete()
    conference.submissions.all().delete()

    assert "Không có phiếu nào mang mã này." in (
        client.post("/tra-cuu/", {"code": code}).content.decode()
    )
    missing = client.get(f"/tra-cuu/{code}/")
    assert missing.status_code == 404
    assert "So lại từng chữ với mã trên phiếu biên nhận" in missing.content.decode()
    assert client.get(f"/cong/{conference.slug}/da-gui/{code}/").status_code == 404


@pytest.mark.parametrize("odd", ["x", "..", "TG24-7K3M-9QRO", "a" * 300])
def test_a_broken_address_is_not_found(client, conference, odd):
    assert client.get(f"/tra-cuu/{odd}/").status_code == 404
    assert client.get(f"/cong/{conference.slug}/da-gui/{odd}/").status_code == 404


def test_guessing_is_stopped_for_one_address_only(client, conference, monkeypatch):
    monkeypatch.setattr(limits, "GUESSES", 2)
    code = code_of(a_question(conference))
    client.post("/tra-cuu/", {"code": "TG24-7K3M-9QRO"})
    client.get("/tra-cuu/TG24-7K3M-9QRO/")

    for response in (client.post("/tra-cuu/", {"code": code}), client.get(f"/tra-cuu/{code}/")):
        assert response.status_code == 429
        assert "Chờ 10 phút rồi xem lại" in response.content.decode()
    assert Client(REMOTE_ADDR="203.0.113.9").get(f"/tra-cuu/{code}/").status_code == 200


def test_looking_at_a_right_code_is_never_a_guess(client, conference, monkeypatch):
    monkeypatch.setattr(limits, "GUESSES", 1)
    question = a_question(conference)
    for _ in range(3):
        assert client.post("/tra-cuu/", {"code": code_of(question)}).status_code == 302
        tracked(client, question)


def test_these_pages_are_never_kept_and_never_searched(client, conference):
    code = code_of(a_question(conference))
    for address in ("/tra-cuu/", f"/tra-cuu/{code}/", f"/cong/{conference.slug}/da-gui/{code}/"):
        response = client.get(address)
        assert response.headers["Cache-Control"] == "no-store"
        assert response.headers["X-Robots-Tag"] == "noindex"


def test_the_receipt_says_what_happens_next(client):
    conference = a_conference(answer_days=7)
    question = a_question(conference, sender={"received_at": datetime(2024, 10, 4, tzinfo=UTC)})
    page = client.get(f"/cong/{conference.slug}/da-gui/{code_of(question)}/").content.decode()

    assert "có hạn trong 7 ngày làm việc" in page
    assert "Câu hỏi đã gửi ngày 4/10/2024" in page


def test_the_sender_reads_whether_it_is_asked_at_the_conference_or_answered_in_writing(conference):
    asked, written = (a_question(conference, state="selected") for _ in range(2))
    client = Client()
    assert "bằng văn bản" not in tracked(client, written)
    settle_hall(conference, numbers=[asked.number], by=an_official(conference.host))

    assert "Câu hỏi được nêu tại hội nghị." in tracked(client, asked)
    assert "Câu hỏi được trả lời bằng văn bản" in tracked(client, written)


def test_a_late_question_that_is_chosen_is_answered_in_writing_as_promised(conference):
    late = a_question(conference, sender={"is_late": True})
    words = {"wording": "Câu hỏi", "kind": "question", "topic": None}
    select(late, **words, version=0, by=an_official(conference.host))

    assert "Câu hỏi được trả lời bằng văn bản" in tracked(Client(), late)


def test_a_late_question_put_in_the_hall_is_not_promised_an_answer_in_writing(client, conference):
    late = {"is_late": True}
    written = a_question(conference, "selected", sender=late)
    raised = a_question(conference, "selected", sender=late, hall_position=1)
    receipt = client.get(f"/cong/{conference.slug}/da-gui/{code_of(raised)}/").content.decode()

    assert "Gửi sau hạn, trả lời bằng văn bản" in tracked(client, written)
    assert "Gửi sau hạn, trả lời bằng văn bản" not in tracked(client, raised)
    assert "không nêu tại hội nghị" not in receipt

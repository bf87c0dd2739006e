"""One question: the words as sent, a sender shown on the record, the host's decision."""

import pytest
from django.test import Client

from doithoai.audit.models import Entry
from doithoai.directory.models import Right
from doithoai.questions.actions.comparing.working import compare_waiting
from doithoai.questions.rules import SET_ASIDE_REASONS
from doithoai.questions.states import QuestionState
from doithoai.web.questions.forms import OWN_WORDS, ReasonForm, SelectForm
from tests.builders import a_conference, a_question, a_topic, an_official

pytestmark = pytest.mark.django_db
PHONE = "0912345678"
SENDER = {
    "text": f"Ấp tôi chưa có nước. Gọi {PHONE}",
    "sender_name": "Nguyễn Thị Mười",
    "phone": PHONE,
    "consents_contact": True,
}


@pytest.fixture
def conference():
    return a_conference()


@pytest.fixture
def question(conference):
    return a_question(conference, sender=SENDER, wording=SENDER["text"])


def signed(agency, right=Right.DRAFTER):
    client = Client()
    client.force_login(an_official(agency, right))
    return client


def address(question):
    return f"/hoi-nghi/{question.conference.slug}/cau-hoi/{question.number}/"


def chosen(question, **over):
    data = {"viec": "chon", "version": 0, "wording": "Khi nào có nước sạch?", "kind": "petition"}
    return signed(question.conference.host).post(address(question), data | over)


def test_the_words_are_masked_until_the_sender_is_asked_for(question):
    page = signed(question.conference.host).get(address(question)).content.decode()

    assert "Ấp tôi chưa có nước. Gọi 09•• ••• •78" in page
    assert PHONE not in page
    assert "Mười" not in page
    assert "Xem người gửi (có ghi nhật ký)" in page


def test_seeing_the_sender_shows_all_and_is_kept(question):
    code = question.parts.get().submission.code
    office = signed(question.conference.office)
    page = office.post(f"{address(question)}nguoi-gui/", {"phieu": code}).content.decode()

    assert "Nguyễn Thị Mười" in page
    assert SENDER["text"] in page
    assert Entry.objects.get().verb == "questions.show_sender"
    assert "Mười" not in office.get(address(question)).content.decode()


@pytest.mark.parametrize("role, right", [("chair", Right.APPROVER), ("host", Right.READER)])
def test_others_see_no_sender(question, role, right):
    compare_waiting(question.conference)
    client = signed(getattr(question.conference, role), right)
    code = question.parts.get().submission.code

    assert "Xem người gửi" not in client.get(address(question)).content.decode()
    response = client.post(f"{address(question)}nguoi-gui/", {"phieu": code})
    assert response.status_code == 403
    assert not Entry.objects.exists()


def test_a_slip_of_another_question_shows_no_sender(question, conference):
    other = a_question(conference).parts.get().submission.code
    client = signed(conference.host)

    for code in (other, "", "x"):
        response = client.post(f"{address(question)}nguoi-gui/", {"phieu": code})
        assert response.status_code == 404


def test_the_host_chooses_in_official_words(question):
    topic = a_topic(question.conference)
    response = chosen(question, topic=topic.pk)

    question.refresh_from_db()
    assert response.url == address(question)
    assert (question.state, question.wording, question.kind, question.topic) == (
        QuestionState.SELECTED,
        "Khi nào có nước sạch?",
        "petition",
        topic,
    )


def test_the_offered_wording_carries_no_number(question):
    page = signed(question.conference.host).get(address(question))

    assert page.context["forms"]["chon"]["wording"].value().endswith("Gọi 09•• ••• •78")


def test_a_topic_of_another_conference_is_refused(question):
    response = chosen(question, topic=a_topic(a_conference()).pk)

    question.refresh_from_db()
    assert response.status_code == 200
    assert question.state == QuestionState.RECEIVED


@pytest.mark.parametrize(
    "sent, reason",
    [
        ({"ground": SET_ASIDE_REASONS[0]}, SET_ASIDE_REASONS[0]),
        (
            {"ground": SET_ASIDE_REASONS[-1], "words": "Địa chỉ: số 1 Lê Lợi."},
            f"{SET_ASIDE_REASONS[-1]}. Địa chỉ: số 1 Lê Lợi.",
        ),
        ({"ground": "khac", "words": "Đã trả lời năm 2023."}, "Đã trả lời năm 2023."),
    ],
)
def test_the_host_sets_aside_with_a_reason(question, sent, reason):
    client = signed(question.conference.host)
    client.post(address(question), {"viec": "de-ngoai", "version": 0, **sent})

    question.refresh_from_db()
    assert (question.state, question.reason) == (QuestionState.SET_ASIDE, reason)


@pytest.mark.parametrize(
    "sent, message",
    [
        ({}, "Chọn lý do để người gửi biết vì sao."),
        ({"ground": "khac", "words": "  "}, "Viết lý do, hoặc chọn một lý do có sẵn."),
    ],
)
def test_without_a_reason_nothing_is_set_aside(question, sent, message):
    client = signed(question.conference.host)
    page = client.post(address(question), {"viec": "de-ngoai", "version": 0, **sent})

    question.refresh_from_db()
    assert message in page.content.decode()
    assert '<details class="aside-form" open' in page.content.decode()
    assert question.state == QuestionState.RECEIVED


def test_a_wording_longer_than_any_slip_is_sent_back(question):
    form = SelectForm(question, {"version": 0, "kind": "question", "wording": "x" * 20_001})

    assert list(form.errors) == ["wording"]
    assert list(ReasonForm({"ground": OWN_WORDS, "words": "x" * 2_001}).errors) == ["words"]


def test_a_decision_may_be_taken_back(conference):
    question = a_question(conference, state=QuestionState.SET_ASIDE)
    signed(conference.host).post(address(question), {"viec": "tra-ve", "version": 0})

    question.refresh_from_db()
    assert (question.state, question.reason) == (QuestionState.RECEIVED, "")


def test_a_stale_decision_keeps_what_was_typed(question):
    type(question).objects.update(version=3)
    page = chosen(question, wording="Câu chữ tôi vừa gõ rất dài")

    assert page.status_code == 409
    assert "Có người vừa sửa câu này." in page.content.decode()
    assert "Câu chữ tôi vừa gõ rất dài" in page.content.decode()


def test_a_question_already_chosen_is_not_chosen_again(conference):
    question = a_question(conference, state=QuestionState.REFERRED)
    page = chosen(question, wording="Câu chữ tôi vừa gõ")

    assert page.status_code == 409
    assert "đang ở trạng thái “Đã chuyển”" in page.content.decode()
    assert "Câu chữ tôi vừa gõ" in page.content.decode()


@pytest.mark.parametrize("role", ["office", "chair"])
def test_only_the_host_decides(question, role):
    compare_waiting(question.conference)
    client = signed(getattr(question.conference, role), Right.APPROVER)
    page = client.get(address(question))

    assert page.context["forms"] == {}
    data = {"viec": "chon", "version": 0, "wording": "Nước?", "kind": "question"}
    assert client.post(address(question), data).status_code == 403


def test_an_unknown_deed_is_not_found(question):
    client = signed(question.conference.host)

    assert client.post(address(question), {"viec": "xoa", "version": 0}).status_code == 404


def test_the_office_is_led_on_to_refer_what_is_chosen(conference):
    new, chosen_one = a_question(conference), a_question(conference, state="selected")
    office = signed(conference.office)

    assert "Chuyển cơ quan trả lời" not in office.get(address(new)).content.decode()
    assert "Chuyển cơ quan trả lời" in office.get(address(chosen_one)).content.decode()
    host = signed(conference.host).get(address(chosen_one)).content.decode()
    assert "Chuyển cơ quan trả lời" not in host


def test_neighbours_and_the_next_undecided_are_at_hand(conference):
    for state in ("received", "selected", "set_aside", "received"):
        a_question(conference, state=state)
    page = signed(conference.host).get(address(conference.questions.get(number=3)))

    assert page.context["neighbours"] == (2, 4)
    assert page.context["following"] == 4


def test_a_question_of_another_conference_is_not_there(question):
    stranger = signed(a_conference().host)

    assert stranger.get(address(question)).status_code == 404
    assert signed(question.conference.host).get(address(question)[:-2] + "99/").status_code == 404

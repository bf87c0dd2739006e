"""One answer: each hand finds the one thing it may do, and loses nothing typed."""

import pytest
from django.test import Client

from doithoai.answers.models import Answer
from doithoai.answers.states import AnswerState
from doithoai.directory.models import Right
from doithoai.questions.states import QuestionState
from tests.builders import (
    a_conference,
    a_question,
    a_referral,
    an_agency,
    an_answer,
    an_official,
)

pytestmark = pytest.mark.django_db
ROLES = {
    "department": Right.DRAFTER,
    "supporting": Right.DRAFTER,
    "office": Right.DRAFTER,
    "host": Right.DRAFTER,
    "chair": Right.APPROVER,
}
TYPED = "Nội dung vừa gõ rất dài, không được mất."


@pytest.fixture
def referral():
    referral = a_referral(a_question(a_conference(), state="referred"))
    referral.supporting.add(referral.question.conference.participations.last().agency)
    return referral


def agency_of(referral, role):
    if role == "department":
        return referral.agency
    if role == "supporting":
        return referral.supporting.get()
    return getattr(referral.question.conference, role)


def signed(referral, role, right=None):
    client = Client()
    client.force_login(an_official(agency_of(referral, role), right or ROLES[role]))
    return client


def address(referral):
    question = referral.question
    return f"/hoi-nghi/{question.conference.slug}/tra-loi/{question.number}/"


def body(client, referral, **query):
    return client.get(address(referral), query).content.decode()


@pytest.mark.parametrize(
    "state, role, deed",
    [
        ("draft", "department", "luu"),
        ("returned", "department", "luu"),
        ("submitted", "office", "tham-dinh"),
        ("appraised", "chair", "duyet"),
        ("approved", "office", "cong-bo"),
        ("published", "nobody", ""),
    ],
)
def test_in_each_state_one_role_has_one_thing_to_do(referral, state, role, deed):
    an_answer(referral, state=state)
    found = {r: signed(referral, r).get(address(referral)).context["deed"] for r in ROLES}

    assert found == {r: deed if r == role else "" for r in ROLES}


def test_a_reader_has_nothing_to_do(referral):
    an_answer(referral, state=AnswerState.SUBMITTED)
    reader = signed(referral, "office", Right.READER)

    assert reader.get(address(referral)).context["form"] is None


def test_a_draft_is_kept_and_the_page_stays(referral):
    an_answer(referral)
    data = {"viec": "luu", "version": 0, "body": TYPED}
    page = signed(referral, "department").post(address(referral), data, follow=True)

    assert Answer.objects.get().body == TYPED
    assert TYPED in page.content.decode()
    assert "Đã lưu dự thảo C-001." in page.content.decode()


def test_handing_in_goes_to_appraisal(referral):
    an_answer(referral)
    data = {"viec": "nop", "version": 0, "body": TYPED}
    page = signed(referral, "department").post(address(referral), data, follow=True)

    assert Answer.objects.get().state == AnswerState.SUBMITTED
    assert "Chờ thẩm định" in page.content.decode()


def test_an_empty_answer_is_not_handed_in(referral):
    an_answer(referral)
    data = {"viec": "nop", "version": 0, "body": "  "}
    page = signed(referral, "department").post(address(referral), data)

    assert "Soạn nội dung trả lời rồi nộp." in page.content.decode()
    assert Answer.objects.get().state == AnswerState.DRAFT


@pytest.mark.parametrize("deed", ["luu", "nop"])
def test_a_stale_text_is_refused_and_kept(referral, deed):
    an_answer(referral, version=4)
    data = {"viec": deed, "version": 3, "body": TYPED}
    page = signed(referral, "department").post(address(referral), data)

    assert page.status_code == 409
    assert "Có người vừa lưu câu trả lời này." in page.content.decode()
    assert TYPED in page.content.decode()
    assert Answer.objects.get().body == ""


def test_a_text_sent_after_handing_in_is_refused_and_kept(referral):
    an_answer(referral, state=AnswerState.SUBMITTED)
    data = {"viec": "luu", "version": 0, "body": TYPED}
    page = signed(referral, "department").post(address(referral), data)

    assert page.status_code == 409
    assert "không sửa được" in page.content.decode()
    assert TYPED in page.content.decode()


def test_no_verdict_is_chosen_beforehand(referral):
    an_answer(referral, state=AnswerState.SUBMITTED)

    assert "checked" not in body(signed(referral, "office"), referral)


@pytest.mark.parametrize(
    "role, deed, state, verdict",
    [
        ("office", "tham-dinh", "submitted", "appraised"),
        ("office", "tham-dinh", "submitted", "returned"),
        ("chair", "duyet", "appraised", "approved"),
        ("chair", "duyet", "appraised", "returned"),
    ],
)
def test_a_verdict_moves_the_answer(referral, role, deed, state, verdict):
    an_answer(referral, state=state)
    data = {"viec": deed, "version": 0, "verdict": verdict, "note": "Thiếu thời hạn."}
    response = signed(referral, role).post(address(referral), data)

    assert response.status_code == 302
    assert Answer.objects.get().state == verdict


@pytest.mark.parametrize(
    "data, message",
    [
        ({}, "Chọn một ý kiến."),
        ({"verdict": "returned", "note": " "}, "Nêu rõ lý do để cơ quan sửa lại."),
        ({"verdict": "approved"}, "verdict"),
    ],
)
def test_a_verdict_wants_a_choice_and_a_return_a_reason(referral, data, message):
    an_answer(referral, state=AnswerState.SUBMITTED)
    sent = {"viec": "tham-dinh", "version": 0, **data}
    page = signed(referral, "office").post(address(referral), sent)

    assert message in page.content.decode()
    assert Answer.objects.get().state == AnswerState.SUBMITTED


def test_a_reason_typed_on_a_stale_page_is_kept(referral):
    an_answer(referral, state=AnswerState.SUBMITTED, version=2)
    data = {"viec": "tham-dinh", "version": 1, "verdict": "returned", "note": TYPED}
    page = signed(referral, "office").post(address(referral), data)

    assert page.status_code == 409
    assert TYPED in page.content.decode()


def test_the_reason_of_a_return_stands_before_the_draft(referral):
    an_answer(referral, state=AnswerState.RETURNED, note="Thiếu thời hạn.")
    page = body(signed(referral, "department"), referral)

    assert page.index("Thiếu thời hạn.") < page.index("<textarea")


def test_publishing_tells_who_reads_it(referral):
    an_answer(referral, state=AnswerState.APPROVED)
    page = signed(referral, "office").post(
        address(referral), {"viec": "cong-bo", "version": 0}, follow=True
    )
    referral.question.refresh_from_db()

    assert "Đã công bố C-001." in page.content.decode()
    assert referral.question.state == QuestionState.ANSWERED


@pytest.mark.parametrize("deed", ["luu", "nop", "tham-dinh", "duyet", "cong-bo"])
def test_the_host_may_do_nothing_and_nothing_happens(referral, deed):
    an_answer(referral, state=AnswerState.SUBMITTED)
    data = {"viec": deed, "version": 0, "body": TYPED, "verdict": "appraised"}
    response = signed(referral, "host").post(address(referral), data)

    assert response.status_code in {200, 403}
    assert Answer.objects.get().state == AnswerState.SUBMITTED


def test_an_unknown_deed_is_not_found(referral):
    an_answer(referral)

    assert signed(referral, "department").post(address(referral), {"viec": "x"}).status_code == 404


def test_a_stranger_finds_no_answer(referral):
    an_answer(referral)
    other = an_agency("Sở Xây dựng")
    referral.question.conference.participations.create(agency=other, role="department")
    stranger = Client()
    stranger.force_login(an_official(other))

    assert stranger.get(address(referral)).status_code == 404

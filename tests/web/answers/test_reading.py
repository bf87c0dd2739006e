"""What the page of one answer shows: versions, steps, the four parts, and to whom."""

import pytest
from django.test import Client

from doithoai.answers.actions import appraise, submit
from doithoai.answers.states import AnswerState
from doithoai.directory.models import Right
from tests.builders import a_conference, a_question, a_referral, an_answer, an_official

pytestmark = pytest.mark.django_db


@pytest.fixture
def referral():
    return a_referral(a_question(a_conference(), state="referred"))


def signed(agency, right=Right.DRAFTER):
    client = Client()
    client.force_login(an_official(agency, right))
    return client


def office_of(referral):
    return signed(referral.question.conference.office)


def host_of(referral):
    return signed(referral.question.conference.host)


def address(referral):
    question = referral.question
    return f"/hoi-nghi/{question.conference.slug}/tra-loi/{question.number}/"


def body(client, referral, **query):
    return client.get(address(referral), query).content.decode()


def twice_handed_in(referral):
    drafter = an_official(referral.agency)
    answer = submit(an_answer(referral), body="Sở sẽ xem xét.", version=0, by=drafter)
    office = an_official(referral.question.conference.office)
    answer = appraise(answer, verdict="returned", note="Thiếu hạn", version=1, by=office)
    return submit(answer, body="Sở kiểm tra trước ngày 30/11/2024.", version=2, by=drafter)


def test_a_judge_first_sees_what_changed_between_two_versions(referral):
    twice_handed_in(referral)
    office = office_of(referral)

    assert "<ins>kiểm tra trước ngày 30/11/2024.</ins>" in body(office, referral)
    assert "<del>sẽ xem xét.</del>" in body(office, referral)
    assert "<ins>" not in body(office, referral, ban="1")
    assert "Sở sẽ xem xét." in body(office, referral, ban="1")
    assert "<ins>" in body(host_of(referral), referral, ban="so")
    assert "<ins>" not in body(host_of(referral), referral)


@pytest.mark.parametrize("odd", ["99", "x", "-1", ""])
def test_a_version_that_is_not_there_breaks_nothing(referral, odd):
    twice_handed_in(referral)

    assert office_of(referral).get(address(referral), {"ban": odd}).status_code == 200


def test_steps_and_hands_are_told(referral):
    twice_handed_in(referral)
    page = office_of(referral).get(address(referral))

    assert [(s["text"], s["state"]) for s in page.context["steps"]] == [
        ("Sở Nội vụ nộp bản 2", "past"),
        ("Trả lại để sửa", "returned"),
        ("Sở Nội vụ nộp bản 1", "past"),
    ]
    assert [role for role, *_ in page.context["hands"]] == ["Người soạn"]


def test_the_four_parts_are_told_as_advice(referral):
    twice_handed_in(referral)
    parts = office_of(referral).get(address(referral)).context["parts"]

    assert {part.key: part.found for part in parts} == {
        "basis": False,
        "action": True,
        "unit": True,
        "deadline": True,
    }


def test_what_an_agency_still_writes_only_it_and_its_partners_read(referral):
    an_answer(referral, body="Dự thảo còn dang dở.")
    partner = referral.question.conference.participations.last().agency
    referral.supporting.add(partner)

    for client in (signed(referral.agency), signed(partner)):
        assert "Dự thảo còn dang dở." in body(client, referral)
    for client in (office_of(referral), host_of(referral)):
        assert "Dự thảo còn dang dở." not in body(client, referral)


def test_a_number_in_the_answer_is_pointed_out_before_it_is_published(referral):
    an_answer(referral, state=AnswerState.APPROVED, body="Gọi bà Tám số 0912345678.")

    assert "Có dữ liệu cá nhân trong câu trả lời:" in body(office_of(referral), referral)


def test_a_question_is_masked_for_who_answers_it():
    question = a_question(state="referred", wording="Gọi 0912345678 về nước")
    referral = a_referral(question)
    an_answer(referral)

    assert "Gọi 09•• ••• •78 về nước" in body(signed(referral.agency), referral)
    assert "0912345678" not in body(signed(referral.agency), referral)


def test_done_with_one_the_next_is_at_hand(referral):
    an_answer(referral, state=AnswerState.APPRAISED)
    other = a_question(referral.question.conference, state="referred")
    an_answer(a_referral(other, referral.agency), state=AnswerState.SUBMITTED)

    assert "Câu tiếp theo đang chờ: C-002" in body(office_of(referral), referral)
    assert "Câu tiếp theo" not in body(host_of(referral), referral)

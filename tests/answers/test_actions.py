"""The answers road: refer, draft, submit, appraise, approve, publish; and every wrong turn."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from doithoai.answers.actions import appraise, approve, publish, refer, save_draft, submit
from doithoai.answers.models import Answer
from doithoai.answers.states import AnswerState
from doithoai.audit.models import Entry
from doithoai.questions.states import QuestionState
from doithoai.workflow import Forbidden, Refused
from tests.builders import (
    a_conference,
    a_question,
    a_referral,
    an_answer,
    an_approver,
    an_official,
)

pytestmark = pytest.mark.django_db
BODY = "Căn cứ Nghị định 20/2021/NĐ-CP, Sở sẽ chi trả trước ngày 30/11/2024."


def test_a_chosen_question_walks_to_the_public_page():
    conference = a_conference()
    question = a_question(conference, state=QuestionState.SELECTED)
    agency = conference.participations.first().agency
    office = an_official(conference.office)

    referral = refer(question, agency=agency, due=date(2024, 10, 21), by=office)
    answer = submit(referral.answer, body=BODY, version=0, by=an_official(agency))
    answer = appraise(answer, verdict="appraised", version=answer.version, by=office)
    chair = an_approver(conference.chair)
    answer = approve(answer, verdict="approved", version=answer.version, by=chair)
    answer = publish(answer, version=answer.version, by=office)

    question.refresh_from_db()
    assert (answer.state, question.state) == (AnswerState.PUBLISHED, QuestionState.ANSWERED)
    assert answer.versions.get().body == BODY
    verbs = list(Entry.objects.order_by("pk").values_list("verb", flat=True))
    assert verbs == [
        "questions.mark_referred",
        "answers.refer",
        "answers.submit",
        "answers.appraise",
        "answers.approve",
        "questions.mark_answered",
        "answers.publish",
    ]


def test_an_answer_returned_is_submitted_again_as_a_second_version():
    answer = an_answer(state=AnswerState.SUBMITTED)
    conference = answer.referral.question.conference
    returned = appraise(
        answer,
        verdict="returned",
        note="Thiếu thời hạn.",
        version=0,
        by=an_official(conference.office),
    )
    assert (returned.state, returned.note) == (AnswerState.RETURNED, "Thiếu thời hạn.")

    again = submit(returned, body=BODY, version=1, by=an_official(answer.referral.agency))

    assert (again.state, again.note, again.appraised_by) == (AnswerState.SUBMITTED, "", None)


def test_the_chair_may_return_an_appraised_answer():
    answer = an_answer(state=AnswerState.APPRAISED)
    chair = an_approver(answer.referral.question.conference.chair)

    returned = approve(answer, verdict="returned", note="Nêu rõ số vốn.", version=0, by=chair)

    assert returned.state == AnswerState.RETURNED
    assert returned.approved_by is None


def test_a_return_needs_a_reason():
    answer = an_answer(state=AnswerState.SUBMITTED)
    office = an_official(answer.referral.question.conference.office)

    with pytest.raises(Refused, match="lý do"):
        appraise(answer, verdict="returned", note=" ", version=0, by=office)

    assert Answer.objects.get().state == AnswerState.SUBMITTED
    assert not Entry.objects.exists()


def test_a_draft_cannot_skip_the_office():
    answer = an_answer(state=AnswerState.DRAFT)
    office = an_official(answer.referral.question.conference.office)

    with pytest.raises(Refused, match="Đang soạn"):
        appraise(answer, verdict="appraised", version=0, by=office)

    assert Answer.objects.get().state == AnswerState.DRAFT


def test_an_appraised_answer_is_not_appraised_again():
    answer = an_answer(state=AnswerState.APPRAISED)
    office = an_official(answer.referral.question.conference.office)

    with pytest.raises(Refused, match="đang chờ Chủ tịch"):
        appraise(answer, verdict="returned", note="Nghĩ lại", version=0, by=office)


@pytest.mark.parametrize("state", ["submitted", "appraised", "approved", "published"])
def test_what_was_handed_in_is_not_rewritten(state):
    answer = an_answer(state=AnswerState(state))
    drafter = an_official(answer.referral.agency)

    with pytest.raises(Refused, match="không sửa được"):
        save_draft(answer, body="Chữ khác", version=0, by=drafter)


def test_the_second_of_two_writers_is_told():
    answer = an_answer()
    agency = answer.referral.agency
    save_draft(answer, body="Bản của người thứ nhất", version=0, by=an_official(agency))

    with pytest.raises(Refused, match="vừa lưu"):
        save_draft(answer, body="Bản của người thứ hai", version=0, by=an_official(agency))

    assert Answer.objects.get().body == "Bản của người thứ nhất"


def test_an_empty_answer_is_not_submitted():
    answer = an_answer()

    with pytest.raises(Refused, match="Chưa có nội dung"):
        submit(answer, body="  ", version=0, by=an_official(answer.referral.agency))


def test_a_question_is_referred_only_once():
    conference = a_conference()
    question = a_question(conference, state=QuestionState.SELECTED)
    office, agency = an_official(conference.office), conference.participations.first().agency
    refer(question, agency=agency, due=date(2024, 10, 21), by=office)

    with pytest.raises(Refused, match="Đã chuyển"):
        refer(question, agency=agency, due=date(2024, 10, 21), by=office)


def test_the_day_to_answer_lies_ahead():
    conference = a_conference()
    question = a_question(conference, state=QuestionState.SELECTED)
    agency = conference.participations.first().agency

    with pytest.raises(Refused, match="sau hôm nay"):
        refer(question, agency=agency, due=date(2024, 10, 7), by=an_official(conference.office))

    question.refresh_from_db()
    assert question.state == QuestionState.SELECTED


def test_another_agency_may_not_draft():
    answer = an_answer(a_referral(a_question()))

    with pytest.raises(Forbidden):
        save_draft(answer, body=BODY, version=0, by=an_official())


@pytest.mark.parametrize(
    "values",
    [
        {"state": "appraised", "appraised_by": None},
        {"state": "approved", "approved_by": None},
        {"state": "published", "published_at": None},
    ],
)
def test_the_database_refuses_an_answer_nobody_stood_for(values):
    answer = an_answer(state=AnswerState.APPROVED)

    with pytest.raises(IntegrityError), transaction.atomic():
        Answer.objects.filter(pk=answer.pk).update(**values)


def test_the_database_refuses_one_person_in_two_seats():
    answer = an_answer(state=AnswerState.APPROVED)

    for person in ("drafted_by", "appraised_by"):
        with pytest.raises(IntegrityError), transaction.atomic():
            Answer.objects.filter(pk=answer.pk).update(approved_by=getattr(answer, person))
    with pytest.raises(IntegrityError), transaction.atomic():
        Answer.objects.filter(pk=answer.pk).update(appraised_by=answer.drafted_by)

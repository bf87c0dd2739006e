"""Referring: agencies proposed with their reasons, a day in working days."""

from datetime import date

import pytest
from django.test import Client

from doithoai.answers.models import Referral
from doithoai.directory.models import AgencyKind, Holiday, Right
from doithoai.questions.models import Question
from doithoai.questions.states import QuestionState
from tests.builders import a_conference, a_place, a_question, an_agency, an_official

pytestmark = pytest.mark.django_db


@pytest.fixture
def conference():
    return a_conference(answer_days=5)


@pytest.fixture
def question(conference):
    return a_question(
        conference, state=QuestionState.SELECTED, wording="Bệnh viện huyện thiếu thuốc đến khi nào?"
    )


@pytest.fixture
def health(conference):
    agency = conference.participations.get(agency__name="Sở Y tế").agency
    agency.phrases = [{"text": "bệnh viện", "weight": 2.0}, {"text": "thuốc", "weight": 1.0}]
    agency.save()
    return agency


@pytest.fixture
def office(conference):
    client = Client()
    client.force_login(an_official(conference.office))
    return client


def address(question):
    return f"/hoi-nghi/{question.conference.slug}/cau-hoi/{question.number}/chuyen/"


def sent(agency, **over):
    return {"agency": str(agency.pk), "due": "14/10/2024", **over}


def test_the_likeliest_agency_is_preselected_with_its_reason_and_nothing_saved(
    office, question, health
):
    page = office.get(address(question))

    assert page.context["form"]["agency"].value() == str(health.pk)
    reason = page.context["form"].choices.proposed[0][1]
    assert "bệnh viện" in reason
    assert reason in page.content.decode()
    assert not Referral.objects.exists()


def test_the_day_is_proposed_in_working_days_around_holidays(office, question):
    Holiday.objects.create(date=date(2024, 10, 14), name="Nghỉ thử")
    page = office.get(address(question))

    assert page.context["form"]["due"].value() == date(2024, 10, 15)
    assert "Đề xuất Thứ Ba, 15/10/2024: 5 ngày làm việc sau hôm nay." in page.content.decode()


def test_the_question_goes_out_with_its_day(office, question, health):
    helper = an_agency("Sở Tài chính")
    data = sent(health, supporting=[helper.pk], note="Trả lời rõ thời hạn.")
    response = office.post(address(question), data)

    referral = Referral.objects.get()
    question.refresh_from_db()
    assert response.url == f"/hoi-nghi/{question.conference.slug}/tra-loi/{question.number}/"
    assert (referral.agency, referral.due, referral.note) == (
        health,
        date(2024, 10, 14),
        "Trả lời rõ thời hạn.",
    )
    assert list(referral.supporting.all()) == [helper]
    assert question.state == QuestionState.REFERRED


def test_an_agency_of_the_list_stands_for_the_proposed_one(office, question, health):
    other = an_agency("Sở Công Thương")
    office.post(address(question), sent(health, other=other.pk))

    assert Referral.objects.get().agency == other


def test_an_agency_outside_the_plan_reaches_what_it_must_answer(office, question, health):
    other = an_agency("Sở Công Thương")
    response = office.post(address(question), sent(health, other=other.pk))
    client = Client()
    client.force_login(an_official(other))

    assert client.get(response.url).status_code == 200


def test_without_any_agency_nothing_goes_out(office, question, health):
    page = office.post(address(question), {"agency": "khac", "due": "14/10/2024", "note": "Gấp"})

    assert "Chọn cơ quan chủ trì trả lời trong danh sách." in page.content.decode()
    assert "Gấp" in page.content.decode()
    assert not Referral.objects.exists()


@pytest.mark.parametrize(
    "due, message",
    [
        ("13/10/2024", "Chủ nhật, 13/10/2024 là ngày nghỉ. Chọn một ngày làm việc."),
        ("ngày mai", "Viết ngày theo mẫu 15/10/2024."),
        ("", "Nhập hạn trả lời."),
        ("7/10/2024", "Hạn trả lời phải sau hôm nay. Chọn một ngày làm việc khác."),
    ],
)
def test_a_wrong_day_is_told_how_to_mend_it(office, question, health, due, message):
    page = office.post(address(question), sent(health, due=due, note="Trả lời sớm"))

    assert message in page.content.decode()
    assert "Trả lời sớm" in page.content.decode()
    assert not Referral.objects.exists()


def test_only_agencies_of_the_place_and_day_are_offered(office, question, health):
    gone = an_agency("Sở Du lịch cũ", valid_to=date(2024, 9, 30))
    far = an_agency("Sở Y tế Cao Bằng", place=a_place("Cao Bằng", receipt_prefix="CB"))
    crowd = an_agency("Các sở, ngành tỉnh", kind=AgencyKind.COLLECTIVE)

    for agency in (gone, far, crowd):
        office.post(address(question), sent(health, other=agency.pk))
    assert not Referral.objects.exists()


def test_a_question_already_sent_offers_no_form_and_refuses_another(office, question, health):
    office.post(address(question), sent(health))
    page = office.get(address(question)).content.decode()
    again = office.post(address(question), sent(health, note="Lần hai"))

    assert "chỉ chuyển câu hỏi đã được chọn" in page
    assert again.status_code == 409
    assert Referral.objects.count() == 1


@pytest.mark.parametrize("role", ["host", "chair", "department"])
def test_others_do_not_refer(question, health, role):
    conference = question.conference
    agency = health if role == "department" else getattr(conference, role)
    client = Client()
    client.force_login(an_official(agency, Right.APPROVER))

    assert client.get(address(question)).status_code == 404
    assert client.post(address(question), sent(health)).status_code == 404
    assert Question.objects.get().state == QuestionState.SELECTED


def test_without_proposals_the_list_alone_is_offered(office, conference):
    question = a_question(conference, state=QuestionState.SELECTED)
    page = office.get(address(question))

    assert page.context["form"]["agency"].value() == "khac"
    assert not page.context["form"].choices.proposed


def test_the_agency_chosen_at_the_desk_comes_first(office, question, health):
    question.lead = an_agency("Sở Tài chính")
    question.save(update_fields=["lead"])

    form = office.get(address(question)).context["form"]

    assert form["agency"].value() == str(question.lead.pk)
    assert form.choices.proposed[0] == (question.lead, "Đã chọn khi phân loại.")
    assert str(health.pk) in dict(form.choices.proposals())

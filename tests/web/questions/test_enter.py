"""Typing in slips and calls, one after the other."""

from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from doithoai.audit import clock
from doithoai.directory.models import Right
from doithoai.planning.models import Topic
from doithoai.planning.states import ConferenceState
from doithoai.questions.models import Question, QuestionKind, Submission
from doithoai.questions.states import QuestionState
from tests.builders import a_conference, a_question, a_submission, an_official
from tests.builders_questions import a_collection_point
from tests.files import a_jpeg

pytestmark = pytest.mark.django_db
TOKEN = "5f0c5a52-3f57-4a53-9f0a-000000000001"
SLIP = {
    "token": TOKEN,
    "channel": "phone",
    "text": "Xin hỏi lịch khám lưu động.",
    "given_on": "7/10/2024",
}


@pytest.fixture
def conference():
    return a_conference()


def signed(agency, right=Right.DRAFTER):
    client = Client()
    client.force_login(an_official(agency, right))
    return client


def address(conference):
    return f"/hoi-nghi/{conference.slug}/cau-hoi/nhap/"


@pytest.mark.parametrize("role", ["host", "office"])
def test_after_saving_stands_an_empty_form_with_the_receipt(conference, role):
    client = signed(getattr(conference, role))
    page = client.post(address(conference), SLIP, follow=True)

    sent = Submission.objects.get()
    assert (sent.channel, sent.text) == ("phone", SLIP["text"])
    assert sent.code in page.content.decode()
    assert page.context["form"]["text"].value() is None
    assert page.context["form"]["channel"].value() == "phone"
    assert str(page.context["form"]["token"].value()) != TOKEN


def test_sent_twice_it_is_one_slip(conference):
    client = signed(conference.host)
    first, again = (client.post(address(conference), SLIP) for _ in range(2))

    assert first.url == again.url
    assert Submission.objects.count() == 1


def test_after_the_days_of_asking_a_slip_is_marked_late():
    conference = a_conference(questions_until=a_conference().questions_from)
    signed(conference.host).post(address(conference), SLIP)

    assert Submission.objects.get().is_late


def test_late_is_by_the_day_the_slip_was_given_and_that_day_stays_for_the_next(conference):
    client = signed(conference.host)
    with clock.at(datetime(2024, 10, 12, 2, tzinfo=UTC)):
        assert client.get(address(conference)).context["form"]["given_on"].value() == "12/10/2024"
        client.post(address(conference), SLIP | {"channel": "paper"})
        form = client.get(address(conference)).context["form"]

    slip = Submission.objects.get()
    assert not slip.is_late
    assert slip.given_on.isoformat() == "2024-10-07"
    assert form["given_on"].value() == "7/10/2024"


def test_a_day_to_come_is_no_day_of_receiving(conference):
    page = signed(conference.host).post(address(conference), SLIP | {"given_on": "8/10/2034"})

    assert page.context["form"].has_error("given_on")


def test_a_slip_of_the_hall_is_of_the_conference_day_and_never_late():
    conference = a_conference(held_on=date(2024, 10, 24))
    client = signed(conference.host)
    assert not offers_hall(client, conference)
    with clock.at(datetime(2024, 10, 25, 2, tzinfo=UTC)):
        assert offers_hall(client, conference)
        slip = SLIP | {"channel": "hall"}
        wrong = client.post(address(conference), slip | {"given_on": "23/10/2024"})
        assert wrong.context["form"].has_error("given_on")
        client.post(address(conference), slip | {"given_on": "24/10/2024"})

    assert not Submission.objects.get().is_late


def offers_hall(client, conference):
    form = client.get(address(conference)).context["form"]
    return "hall" in dict(form.fields["channel"].choices)


def test_the_slip_itself_and_its_topic_come_along(conference):
    topic = Topic.objects.create(conference=conference, position=1, text="Việc làm")
    client = signed(conference.host)
    bad = SimpleUploadedFile("phieu.jpg", b"<script>")
    page = client.post(address(conference), SLIP | {"papers": [bad], "topic": topic.pk})
    assert page.context["form"].has_error("papers")
    good = SimpleUploadedFile("phieu.jpg", a_jpeg())
    client.post(address(conference), SLIP | {"papers": [good], "topic": topic.pk})

    slip = Submission.objects.get()
    assert slip.attachments.get().name == "phieu.jpg"
    assert slip.parts.get().question.topic == topic


def test_contact_needs_consent_and_nothing_typed_is_lost(conference):
    page = signed(conference.host).post(address(conference), {**SLIP, "phone": "0912345678"})

    assert "Đánh dấu đồng ý để được báo lại kết quả" in page.content.decode()
    assert SLIP["text"] in page.content.decode()
    assert not Submission.objects.exists()


def test_nobody_types_in_what_came_over_the_page(conference):
    page = signed(conference.host).post(address(conference), {**SLIP, "channel": "web"})

    assert page.context["form"].has_error("channel")


def test_before_the_plan_is_issued_the_words_stay():
    conference = a_conference(state=ConferenceState.DRAFT)
    page = signed(conference.host).post(address(conference), SLIP)

    assert page.status_code == 409
    assert SLIP["text"] in page.content.decode()


@pytest.mark.parametrize("role, right", [("chair", Right.APPROVER), ("host", Right.READER)])
def test_others_type_in_nothing(conference, role, right):
    client = signed(getattr(conference, role), right)

    assert client.get(address(conference)).status_code == 403
    assert client.post(address(conference), SLIP).status_code == 403
    assert not Submission.objects.exists()


def test_a_receipt_of_another_conference_is_not_shown(conference):
    other = a_submission(a_conference())
    client = signed(conference.host)

    for typed in (other.code, "x"):
        page = client.get(address(conference), {"da-nhap": typed})
        assert page.context["entered"] is None
        assert other.code not in page.content.decode()


def test_channel_unit_and_point_stay_for_the_next_slip_of_this_conference(conference):
    point = a_collection_point(conference)
    client = signed(conference.host)
    same = {"sender_unit": "Ấp 3, xã Phú Tân", "collection_point": point.pk}
    page = client.post(address(conference), {**SLIP, **same}, follow=True)
    form = page.context["form"]

    kept = [form[name].value() for name in ("channel", "sender_unit", "collection_point")]
    assert kept == ["phone", "Ấp 3, xã Phú Tân", point.pk]
    assert form["sender_name"].value() is None
    assert Submission.objects.get().collection_point == point
    other = a_conference(host=conference.host)
    assert client.get(address(other)).context["form"]["sender_unit"].value() is None


def test_words_already_stored_are_shown_before_they_are_stored_again(conference):
    stored = a_question(conference, sender={"text": "Xin hỏi  lịch khám lưu động"})
    client = signed(conference.host)
    page = client.post(address(conference), SLIP)
    assert stored.parts.get().submission.code in page.content.decode()
    assert SLIP["text"] in page.content.decode()
    assert Submission.objects.count() == 1

    meant = {**SLIP, "alike": page.context["alike_words"]}
    other = client.post(
        address(conference), {**meant, "text": "Xin hỏi lịch khám lưu động tháng 9"}
    )
    assert other.status_code == 302
    again = {**meant, "token": TOKEN[:-1] + "2"}
    assert client.post(address(conference), again).status_code == 302
    assert Submission.objects.count() == 3


def test_a_letter_passed_on_is_not_shown_as_like_another(conference):
    question = a_question(conference, sender={"text": SLIP["text"]})
    Question.objects.filter(pk=question.pk).update(
        state=QuestionState.PASSED_ON, kind=QuestionKind.DENUNCIATION
    )

    assert signed(conference.host).post(address(conference), SLIP).status_code == 302


def test_the_last_ten_of_this_person_stand_beside_the_form(conference):
    client, other = signed(conference.host), signed(conference.host)
    for number in range(12):
        said = {"text": f"Câu hỏi số {number}", "token": str(uuid4())}
        client.post(address(conference), {**SLIP, **said})
    other.post(address(conference), {**SLIP, "text": "Của người khác"})

    lately = client.get(address(conference)).context["lately"]
    assert [one.text for one in lately] == [f"Câu hỏi số {n}" for n in range(11, 1, -1)]


def test_a_slip_typed_wrongly_is_put_right_within_ten_minutes(conference):
    client = signed(conference.host)
    client.post(address(conference), SLIP)
    slip = Submission.objects.get()
    fixing = f"{address(conference)}{slip.code}/"
    assert fixing in client.get(address(conference)).content.decode()
    assert client.post(fixing, {"text": "Xin hỏi lịch khám bệnh lưu động."}).status_code == 302

    slip.refresh_from_db()
    assert slip.text == SLIP["text"]
    assert slip.said == Question.objects.get().wording == "Xin hỏi lịch khám bệnh lưu động."
    with clock.at(clock.now() + timedelta(minutes=11)):
        assert fixing not in client.get(address(conference)).content.decode()
        assert client.post(fixing, {"text": "Khác"}).status_code == 409


def test_a_decided_slip_and_one_of_somebody_else_are_not_put_right(conference):
    client = signed(conference.host)
    client.post(address(conference), SLIP)
    fixing = f"{address(conference)}{Submission.objects.get().code}/"
    assert signed(conference.host).post(fixing, {"text": "Khác"}).status_code == 404

    Question.objects.update(state=QuestionState.SELECTED)
    assert client.post(fixing, {"text": "Khác"}).status_code == 409
    assert Submission.objects.get().said == SLIP["text"]


def test_words_nobody_can_see_are_no_slip(conference):
    page = signed(conference.host).post(address(conference), SLIP | {"text": "\u200b\u2060" * 9})

    assert page.context["form"].errors["text"] == ["Gõ nội dung của phiếu hoặc cuộc gọi."]
    assert not Submission.objects.exists()


@pytest.mark.parametrize(("heard", "version"), [({}, ""), ({"has_heard": "on"}, "2023-1")])
def test_a_notice_counts_as_read_only_when_it_was_read_out(conference, heard, version):
    client = signed(conference.host)
    client.post(address(conference), SLIP | heard)

    assert Submission.objects.get().notice_version == version


def test_the_notice_stands_there_to_be_read_out(conference):
    page = signed(conference.host).get(address(conference)).text

    assert "Nghị định số 13/2023/NĐ-CP" in page
    assert "Đã đọc thông báo cho người gửi" in page

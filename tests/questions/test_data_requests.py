"""Requests about personal data: days of the law, one at a time, answered and told."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doithoai.audit import clock
from doithoai.audit.models import Entry
from doithoai.outbox.models import Message
from doithoai.questions.actions import (
    acknowledge_data_request,
    answer_data_request,
    ask_of_data,
    correct_sender,
    extend_data_request,
    give_own_data,
    set_aside,
    show_data_request,
    withdraw,
    withdraw_consents,
)
from doithoai.questions.models import DataRequest, Submission
from doithoai.questions.queries import (
    data_requests_of,
    open_data_requests,
    own_data,
    standing_consents,
)
from doithoai.questions.rules.data_requests import is_same_person
from doithoai.workflow import Forbidden, Refused
from tests.builders import a_conference, a_question, a_submission, an_official

pytestmark = pytest.mark.django_db
MAIL = "muoi@vidu.vn"
SENDER = {
    "sender_name": "Nguyễn Thị Mười",
    "phone": "0912345678",
    "email": MAIL,
    "consents_contact": True,
}


@pytest.fixture
def submission():
    return a_submission(a_conference(), **SENDER)


@pytest.mark.parametrize(
    "kind, due", [("correction", date(2024, 10, 17)), ("deletion", date(2024, 10, 27))]
)
def test_a_request_has_the_days_of_the_law(submission, kind, due):
    request = ask_of_data(submission, kind=kind, words="Sửa tên")

    assert (request.reply_due, request.due) == (date(2024, 10, 9), due)
    assert open_data_requests(submission.conference, an_official(submission.conference.host)) == 1


def test_the_same_request_stands_once_until_it_is_answered(submission):
    request = ask_of_data(submission, kind="deletion")
    with pytest.raises(Refused, match="đang được xem xét"):
        ask_of_data(submission, kind="deletion")
    host = an_official(submission.conference.host)
    answer_data_request(request, is_agreed=False, answer="Đang khiếu kiện.", by=host)

    assert ask_of_data(submission, kind="deletion").pk != request.pk


@pytest.mark.parametrize("typed", ["0912 345 678", "+84912345678", "MUOI@vidu.vn"])
def test_a_sender_is_known_by_what_they_left_however_typed(submission, typed):
    assert give_own_data(submission, typed=typed).is_agreed


@pytest.mark.parametrize("typed", ["", " ", "0912345679", "Nguyễn Thị Mười", "78", "@"])
def test_nobody_else_gets_the_data(submission, typed):
    with pytest.raises(Refused, match="không khớp"):
        give_own_data(submission, typed=typed)
    assert not DataRequest.objects.exists()


def test_a_name_is_enough_only_where_no_contact_is_kept(submission):
    Submission.objects.update(phone="", email="", consents_contact=False)
    submission.refresh_from_db()

    assert give_own_data(submission, typed="nguyen thi muoi").is_agreed


@given(st.text(max_size=30))
def test_nothing_left_is_like_nobody(typed):
    assert not is_same_person(typed, ("", "", ""))


def test_without_name_or_contact_nobody_can_be_known():
    with pytest.raises(Refused, match="không còn lưu"):
        give_own_data(a_submission(a_conference()), typed="Nguyễn Thị Mười")


def test_the_copy_holds_all_that_is_kept(submission):
    data = own_data(submission)

    assert {SENDER["sender_name"], SENDER["phone"], MAIL, submission.text} <= {
        value for value in data.values() if isinstance(value, str)
    }


def test_an_answer_goes_where_a_contact_is_kept_and_the_trail_keeps_no_words(submission):
    request = ask_of_data(submission, kind="correction", words="Tên tôi là Mười Một")
    host = an_official(submission.conference.host)
    answer_data_request(request, is_agreed=True, answer="Đã sửa họ tên.", by=host)

    letter = Message.objects.get()
    assert letter.to_email == MAIL
    assert "Đã sửa họ tên." in letter.body
    assert "Mười Một" not in str([entry.after for entry in Entry.objects.all()])


def test_an_answer_needs_words_and_comes_once(submission):
    request, host = (
        ask_of_data(submission, kind="deletion"),
        an_official(submission.conference.host),
    )
    with pytest.raises(Refused, match="Ghi trả lời"):
        answer_data_request(request, is_agreed=False, answer=" ", by=host)
    answer_data_request(request, is_agreed=False, answer="Không xóa.", by=host)
    with pytest.raises(Refused, match="đã có trả lời"):
        answer_data_request(request, is_agreed=True, answer="Xóa.", by=host)


def test_a_department_neither_reads_nor_answers(submission):
    request = ask_of_data(submission, kind="deletion")
    department = an_official(submission.conference.participations.first().agency)

    with pytest.raises(Forbidden):
        show_data_request(request, by=department)
    with pytest.raises(Forbidden):
        answer_data_request(request, is_agreed=True, answer="Xóa.", by=department)
    with pytest.raises(Forbidden):
        correct_sender(submission, values={"sender_name": "X"}, by=department)


def test_a_corrected_contact_needs_the_consent_it_was_left_with():
    submission = a_submission(a_conference())
    host = an_official(submission.conference.host)

    with pytest.raises(Refused, match="chưa đồng ý"):
        correct_sender(submission, values={"phone": "0912345678"}, by=host)
    assert correct_sender(submission, values={"sender_name": "Mười"}, by=host).sender_name == "Mười"


def test_open_requests_stand_first_the_most_urgent_at_the_top(submission):
    later, sooner = (
        ask_of_data(submission, kind="deletion"),
        ask_of_data(submission, kind="correction", words="Sửa"),
    )
    give_own_data(submission, typed=MAIL)

    found = [request.pk for request in data_requests_of(submission.conference)]
    assert found[:2] == [sooner.pk, later.pk]


def test_own_data_tells_moments_by_the_clock_here():
    with clock.at(datetime(2024, 10, 6, 21, 15, 59, tzinfo=UTC)):
        sent = withdraw(a_submission(a_conference()))

    data = own_data(sent)
    assert data["Nhận lúc"] == data["Rút lúc"] == "04:15, 7/10/2024"


def test_once_told_a_request_waits_for_its_own_day_and_is_extended_once(submission):
    host = an_official(submission.conference.host)
    request = ask_of_data(submission, kind="deletion")
    request = acknowledge_data_request(request, by=host)
    assert request.acknowledged_by == host
    with pytest.raises(Refused, match="Đã báo nhận"):
        acknowledge_data_request(request, by=host)

    day = request.due + timedelta(days=15)
    with pytest.raises(Refused, match="15 ngày"):
        extend_data_request(request, to=day + timedelta(days=1), reason="Nhiều phiếu", by=host)
    with pytest.raises(Refused, match="lý do"):
        extend_data_request(request, to=day, reason=" ", by=host)
    request = extend_data_request(request, to=day, reason="Nhiều phiếu", by=host)
    assert request.last_day == day
    assert "gia hạn đến ngày" in Message.objects.get().body
    with pytest.raises(Refused, match="một lần"):
        extend_data_request(request, to=day, reason="Nhiều phiếu", by=host)


@pytest.mark.parametrize("state, days", [("received", 15), ("referred", 20)])
def test_stopping_has_15_days_and_20_when_another_agency_holds_it_too(state, days):
    question = a_question(a_conference(), state=state)
    asked = ask_of_data(question.parts.get().submission, kind="restrict")

    assert asked.due - date(2024, 10, 7) == timedelta(days=days)


def test_one_consent_is_taken_back_and_the_others_stay(submission):
    Submission.objects.update(consents_name=True, consents_files=True)
    done = withdraw_consents(submission, consents=["phone", "consents_files"])
    kept = Submission.objects.get()

    assert (kept.phone, kept.email, kept.consents_contact) == ("", MAIL, True)
    assert (kept.consents_name, kept.consents_files) == (True, False)
    assert done.is_agreed
    assert list(standing_consents(kept)) == ["email", "consents_name"]
    withdraw_consents(kept, consents=["email"])
    assert not Submission.objects.get().consents_contact
    with pytest.raises(Refused, match="Chọn điều"):
        withdraw_consents(kept, consents=["email"])


def test_who_takes_an_address_back_gets_no_letter_that_still_waits():
    conference = a_conference()
    host = an_official(conference.host)
    mine, other = (a_question(conference, sender=SENDER) for _ in range(2))
    for question in (mine, other):
        set_aside(question, reason="Ngoài phạm vi của tỉnh.", version=question.version, by=host)
    withdraw_consents(mine.parts.get().submission, consents=["email"])

    letters = Message.objects.filter(key__startswith="told.question.").order_by("pk")
    assert list(letters.values_list("state", flat=True)) == ["cancelled", "waiting"]


def test_another_agency_takes_no_consent_back(submission):
    with pytest.raises(Forbidden):
        withdraw_consents(submission, consents=["phone"], by=an_official())

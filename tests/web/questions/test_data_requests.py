"""Officials read and answer what senders ask of their data, in time and on the record."""

from datetime import UTC, datetime

import pytest
from django.test import Client

from doithoai.audit import clock
from doithoai.audit.models import Entry
from doithoai.questions.actions import ask_of_data
from doithoai.questions.models import Submission
from tests.builders import a_conference, a_question, an_official

pytestmark = pytest.mark.django_db
SENDER = {
    "sender_name": "Nguyễn Thị Mười",
    "phone": "0912345678",
    "email": "muoi@vidu.vn",
    "consents_contact": True,
}
WORDS = "Số đúng là 0987654321"


@pytest.fixture
def conference():
    conference = a_conference()
    a_question(conference, sender=SENDER)
    return conference


def wish(kind, words=""):
    return ask_of_data(Submission.objects.get(), kind=kind, words=words)


def address(conference, request=None):
    tail = f"{request.pk}/" if request else ""
    return f"/hoi-nghi/{conference.slug}/cau-hoi/du-lieu-ca-nhan/{tail}"


@pytest.fixture
def client(conference):
    client = Client()
    client.force_login(an_official(conference.host))
    return client


def test_a_waiting_request_is_said_on_the_list_of_questions(client, conference):
    wish("deletion")
    page = client.get(f"/hoi-nghi/{conference.slug}/cau-hoi/").content.decode()

    assert "1 yêu cầu về dữ liệu cá nhân chờ trả lời" in page


def test_the_list_says_how_many_days_are_left_and_what_is_late(client, conference):
    wish("deletion")
    assert "Còn 2 ngày làm việc để báo nhận" in client.get(address(conference)).content.decode()
    with clock.at(datetime(2024, 10, 30, tzinfo=UTC)):
        assert "Quá hạn" in client.get(address(conference)).content.decode()


def test_words_and_sender_are_read_only_on_the_record(client, conference):
    request = wish("correction", WORDS)
    page = client.get(address(conference, request)).content.decode()
    assert "0987654321" not in page
    assert "Mười" not in page
    shown = client.post(address(conference, request), {"viec": "xem"}).content.decode()

    assert "0987654321" in shown
    assert Entry.objects.filter(verb="questions.show_sender").count() == 1


def test_a_form_sent_wrong_shows_no_sender_off_the_record(client, conference):
    request = wish("deletion")
    page = client.post(address(conference, request), {"viec": "dong-y", "answer": ""})

    assert "Ghi trả lời cho người gửi." in page.content.decode()
    assert Entry.objects.filter(verb="questions.show_sender").exists()


def test_agreeing_to_delete_takes_the_sender_out_everywhere(client, conference):
    request = wish("deletion", WORDS)
    client.post(address(conference, request), {"viec": "dong-y", "answer": "Đã xóa."})
    submission = Submission.objects.get()
    request.refresh_from_db()

    assert (submission.sender_name, submission.phone, submission.email) == ("", "", "")
    assert (request.is_agreed, request.answer, request.words) == (True, "Đã xóa.", "")


def test_agreeing_to_correct_writes_what_is_right(client, conference):
    request = wish("correction", WORDS)
    values = {"sender_name": "Nguyễn Thị Mười", "phone": "0987 654 321", "email": ""}
    sent = {"viec": "dong-y", "answer": "Đã sửa số.", **values}
    client.post(address(conference, request), sent)

    assert Submission.objects.get().phone == "0987654321"


def test_a_refusal_is_read_by_the_sender(client, conference):
    request = wish("deletion")
    reason = "Phiếu đang dùng để giải quyết việc của ông/bà."
    client.post(address(conference, request), {"viec": "tu-choi", "answer": reason})
    code = Submission.objects.get().code
    page = Client().get(f"/tra-cuu/{code}/du-lieu/").content.decode()

    assert f"không thực hiện được. {reason}" in page
    assert Submission.objects.get().phone == "0912345678"


def test_an_answered_request_is_not_answered_again(client, conference):
    request = wish("deletion")
    for _ in range(2):
        sent = {"viec": "tu-choi", "answer": "Không."}
        response = client.post(address(conference, request), sent)

    assert response.status_code == 409
    assert "đã có trả lời" in response.content.decode()


def test_a_request_told_in_time_is_late_only_after_its_own_day(client, conference):
    request = wish("deletion")
    client.post(address(conference, request), {"viec": "bao-nhan"})
    with clock.at(datetime(2024, 10, 12, tzinfo=UTC)):
        page = client.get(address(conference)).content.decode()

    assert "Quá hạn" not in page
    assert "Còn 15 ngày để thực hiện" in page


def test_an_extension_needs_its_reason_and_is_read_by_the_sender(client, conference):
    request = wish("deletion")
    deed = {"viec": "gia-han", "to": "5/11/2024"}
    assert "Ghi lý do gia hạn" in client.post(address(conference, request), deed).content.decode()
    client.post(address(conference, request), deed | {"reason": "Phải hỏi ba cơ quan."})

    code = Submission.objects.get().code
    page = Client().get(f"/tra-cuu/{code}/du-lieu/").content.decode()
    assert "thực hiện chậm nhất ngày 5/11/2024. Đã gia hạn: Phải hỏi ba cơ quan." in page


def test_agreeing_to_stop_ends_every_consent(client, conference):
    request = wish("restrict")
    client.post(address(conference, request), {"viec": "dong-y", "answer": "Đã ngừng dùng."})

    sent = Submission.objects.get()
    assert (sent.phone, sent.email, sent.sender_name) == ("", "", "Nguyễn Thị Mười")


def test_a_consent_taken_back_by_word_is_written_down(client, conference):
    code = Submission.objects.get().code
    wrong = client.post(address(conference), {"code": "TG24", "consents": ["phone"]})
    assert "Không có phiếu nào" in wrong.content.decode()
    client.post(address(conference), {"code": code, "consents": ["phone"]})

    assert Submission.objects.get().phone == ""
    assert Entry.objects.filter(verb="questions.withdraw_consents").exists()

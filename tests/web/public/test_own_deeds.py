"""From the tracking page: every state in plain words, correcting, withdrawing, one's own data."""

import json
from datetime import UTC, date, datetime

import pytest

from doithoai.audit import clock
from doithoai.questions.actions import merge, pass_on, split
from doithoai.questions.models import (
    Attachment,
    DataRequest,
    PassOn,
    Question,
    QuestionKind,
    Submission,
)
from doithoai.questions.states import QuestionState
from doithoai.web.portal import limits
from tests.builders import a_conference, a_question, an_official
from tests.web.roles.own_data import a_photo

pytestmark = pytest.mark.django_db
SENDER = {
    "sender_name": "Nguyễn Thị Mười",
    "phone": "0912345678",
    "consents_contact": True,
    "text": "Khi nào có nước sạch ở ấp Bình? Cán bộ đòi tiền của tôi.",
}


@pytest.fixture
def question():
    return a_question(a_conference(), sender=SENDER)


def address(question, deed=""):
    code = question.parts.order_by("pk").first().submission.code
    return f"/tra-cuu/{code}/{deed}"


def page(client, question, deed=""):
    return client.get(address(question, deed)).content.decode()


def host(question):
    return an_official(question.conference.host)


def test_a_merged_question_says_into_which_with_how_many_and_goes_on(client, question):
    target = a_question(question.conference, state=QuestionState.SELECTED, wording="Câu chung?")
    track = address(question)
    versions = {question.pk: 0, target.pk: target.version}
    merge([question], into=target, versions=versions, by=host(question))
    text = client.get(track).content.decode()

    assert f"gộp với câu {target.code} để trả lời chung một lần. 2 người cùng hỏi." in text
    assert "Câu chung?" in text
    assert "<h1>Đã chọn, chờ giao cơ quan trả lời</h1>" in text


def test_a_slip_of_two_matters_shows_each_with_its_own_words(client, question):
    part = question.parts.get()
    split(part, cuts=[part.text.index("Cán bộ")], version=0, by=host(question))
    text = page(client, question)

    assert "<h1>Phiếu này có 2 việc</h1>" in text
    assert "Việc thứ 2: Đã nhận, đang chờ phân loại" in text
    assert text.count("Cán bộ đòi tiền của tôi.") == 1


def passed(question, **over):
    values = {"kind": QuestionKind.DENUNCIATION, "paper": PassOn.Paper.TRANSFER}
    values |= {"body": "Thanh tra tỉnh", "ground": "Báo hành vi vi phạm"}
    pass_on(question, **(values | over), version=question.version, by=host(question))


def test_a_letter_says_which_body_and_not_what_it_says(client, question):
    passed(question)
    code = question.parts.get().submission.code
    receipt = f"/cong/{question.conference.slug}/da-gui/{code}/"

    assert "Thanh tra tỉnh có thẩm quyền giải quyết." in page(client, question)
    for shown in (page(client, question), client.get(receipt).content.decode()):
        assert "đòi tiền" not in shown
        assert "nước sạch" not in shown
        assert "giữ bí mật người gửi theo Luật Tố cáo" in shown


def test_beside_a_denunciation_nothing_of_the_slip_is_read(client, question):
    part = question.parts.get()
    _, letter = split(part, cuts=[part.text.index("Cán bộ")], version=0, by=host(question))
    passed(letter)

    assert "nước sạch" not in page(client, question)


def test_new_words_are_read_on_the_tracking_page(client, question):
    response = client.post(address(question, "sua/"), {"text": "Ấp Bình Hòa có nước khi nào?"})

    assert response.url == address(question)
    assert "Ấp Bình Hòa có nước khi nào?" in page(client, question)


def test_what_is_decided_says_why_it_stays_and_offers_to_send_anew(client):
    question = a_question(a_conference(), state=QuestionState.SELECTED)
    text = page(client, question, "sua/")

    assert "Không sửa được nữa" in text
    assert "Gửi câu mới" in text
    assert "<textarea" not in text
    assert client.post(address(question, "sua/"), {"text": "Một câu khác hẳn"}).status_code == 200
    assert Submission.objects.get().corrections.count() == 0


def test_withdrawing_asks_first_and_is_then_said(client, question):
    assert "Rút câu hỏi này?" in page(client, question, "rut/")
    assert not Submission.objects.get().withdrawn_at
    client.post(address(question, "rut/"))

    text = page(client, question)
    assert "<h1>Đã rút theo ý ông/bà</h1>" in text
    assert "Sửa nội dung câu hỏi" not in text
    assert client.get(address(question, "rut/")).url == address(question)


@pytest.mark.parametrize("ending", ["html", "json"])
def test_a_copy_comes_as_a_file_for_who_types_what_they_left(client, question, ending):
    sent = {"typed": "0912 345 678", "ending": ending}
    response = client.post(address(question, "du-lieu/ban-sao/"), sent)

    assert response.headers["Content-Disposition"].endswith(f'.{ending}"')
    assert response.headers["Cache-Control"] == "no-store"
    assert "Nguyễn Thị Mười" in response.content.decode()
    if ending == "json":
        assert json.loads(response.content)["Số điện thoại"] == "0912345678"


def test_who_types_wrong_gets_nothing_and_is_stopped(client, question, monkeypatch):
    monkeypatch.setattr(limits, "GUESSES", 1)
    sent = {"typed": "0900000000", "ending": "html"}
    response = client.post(address(question, "du-lieu/ban-sao/"), sent)

    assert "không khớp với phiếu" in response.content.decode()
    assert "Mười" not in response.content.decode()
    assert client.post(address(question, "du-lieu/ban-sao/"), sent).status_code == 429


def test_a_request_stands_on_the_page_with_its_days(client, question):
    client.post(address(question, "du-lieu/"), {"kind": "deletion"})
    text = page(client, question, "du-lieu/")

    assert "Báo nhận chậm nhất ngày 9/10/2024, thực hiện chậm nhất ngày 27/10/2024." in text
    again = client.post(address(question, "du-lieu/"), {"kind": "deletion"})
    assert again.status_code == 409
    assert DataRequest.objects.count() == 1


def test_a_correction_says_what_is_right(client, question):
    response = client.post(address(question, "du-lieu/"), {"kind": "correction"})

    assert "Ghi thông tin đúng cần sửa thành." in response.content.decode()


def test_the_receipt_has_a_square_code_and_a_short_address(client, question):
    code = question.parts.get().submission.code
    text = client.get(f"/cong/{question.conference.slug}/da-gui/{code}/").content.decode()

    assert "<svg" in text
    assert "testserver/tra-cuu/" in text


def test_a_late_question_is_told_so_for_good(client):
    conference = a_conference(held_on=date(2024, 10, 24))
    question = a_question(conference, sender={"is_late": True})
    with clock.at(datetime(2024, 10, 12, tzinfo=UTC)):
        assert "Gửi sau hạn, trả lời bằng văn bản" in page(client, question)


def test_just_the_telephone_is_taken_back_by_its_sender(client, question):
    assert "Xóa số điện thoại" in page(client, question, "du-lieu/")
    client.post(address(question, "du-lieu/"), {"viec": "rut-dong-y", "consents": ["phone"]})

    sent = Submission.objects.get()
    assert (sent.phone, sent.sender_name) == ("", "Nguyễn Thị Mười")
    text = page(client, question, "du-lieu/")
    assert "Đã rút ngay: Xóa số điện thoại" in text
    assert "Điều muốn rút lại" not in text


def test_correcting_hides_the_number_that_tracking_hides_and_keeps_it(client):
    text = "Khi nào có nước sạch? Gọi tôi số 0912345678."
    question = a_question(a_conference(), sender={"text": text})
    shown = client.get(address(question, "sua/"))
    assert "0912345678" not in shown.content.decode()
    assert "ghi ở bước sau" not in shown.content.decode()
    typed = shown.context["form"]["text"].value().replace("Khi nào", "Bao giờ")
    client.post(address(question, "sua/"), {"text": typed})

    assert Submission.objects.get().said == text.replace("Khi nào", "Bao giờ")


@pytest.mark.parametrize("state", ["set_aside", "selected"])
def test_only_what_can_be_done_is_offered(client, state):
    text = page(client, a_question(a_conference(), state=state))

    assert "Sửa nội dung câu hỏi" not in text
    assert "Rút câu hỏi" in text


def test_a_letter_passed_on_is_not_withdrawn_here(client, question):
    Question.objects.update(state=QuestionState.PASSED_ON, kind=QuestionKind.COMPLAINT)
    assert "Rút câu hỏi" not in page(client, question)
    answer = client.post(address(question, "rut/"))

    assert "Đơn đã chuyển theo luật" in answer.content.decode()
    assert not Submission.objects.get().withdrawn_at


def test_withdrawing_speaks_of_others_only_when_there_are(client, question):
    assert "Nhiều người cùng hỏi" not in page(client, question, "rut/")


def test_tracking_tells_how_many_files_came(client, question):
    Attachment.objects.create(submission=Submission.objects.get(), position=1, **a_photo())

    assert "Đã nhận 1 tệp kèm theo." in page(client, question)

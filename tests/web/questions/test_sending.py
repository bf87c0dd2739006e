"""Gửi Văn phòng: kept as it went, opened by the office, told what is otherwise since."""

import io
from datetime import date
from hashlib import sha256

import docx
import pytest
from django.test import Client

from doithoai.audit.models import Immutable
from doithoai.planning.models import Milestone
from doithoai.questions.models import Compilation, Question, SentFile
from tests.builders import a_question, an_official

pytestmark = pytest.mark.django_db


def address(conference, tail=""):
    return f"/hoi-nghi/{conference.slug}/cau-hoi/gui-van-phong/{tail}"


def send(host, conference):
    host.post(address(conference), {"note": "Kính gửi."})
    return Compilation.objects.latest("pk")


def office_of(conference):
    client = Client()
    client.force_login(an_official(conference.office))
    return client


def test_the_office_opens_the_files_byte_for_byte_whatever_changed_since(host, conference):
    question = a_question(conference, state="selected", wording="Câu như khi gửi")
    a_question(conference)
    batch = send(host, conference)
    Question.objects.filter(pk=question.pk).update(wording="Câu đã đổi")

    for kept in batch.files.all():
        answer = office_of(conference).get(address(conference, f"1/tong-hop.{kept.ending}"))
        assert sha256(answer.content).hexdigest() == kept.sha256
    words = "\n".join(
        one.text
        for one in docx.Document(io.BytesIO(batch.files.get(ending="docx").content)).paragraphs
    )
    assert "Đợt 1" in words
    assert "Còn 01 câu chưa phân loại." in words


def test_what_was_sent_is_never_changed(host, conference):
    a_question(conference, state="selected")
    send(host, conference)

    with pytest.raises(Immutable):
        SentFile.objects.update(content=b"")
    with pytest.raises(Immutable):
        SentFile.objects.first().save()


def test_later_changes_show_beside_what_was_sent(host, conference):
    first, second = (a_question(conference, state="selected") for _ in range(2))
    send(host, conference)
    Question.objects.filter(pk=first.pk).update(state="received")
    Question.objects.filter(pk=second.pk).update(wording="Câu đã đổi")
    a_question(conference, state="selected")
    page = office_of(conference).get(address(conference)).content.decode()

    assert "Sau đợt 1 có thay đổi" in page
    assert "các đợt trước: C-003" in page
    assert "Bớt C-001: nay “Mới nhận”" in page
    assert "Đổi C-002: câu chữ" in page


def test_unsorted_questions_are_warned_of_before_sending(host, conference):
    a_question(conference, state="selected")
    a_question(conference)

    assert "Còn 1 câu chưa phân loại" in host.get(address(conference)).content.decode()


def test_the_day_of_the_plan_stands_on_the_page_and_on_the_desk_of_the_host(host, conference):
    name = "Tổng hợp ý kiến, kiến nghị, gửi về Văn phòng UBND tỉnh"
    Milestone.objects.create(conference=conference, name=name, due=date(2024, 9, 1))
    a_question(conference, state="selected")
    assert "Gửi bảng tổng hợp" in host.get("/ban-viec/").content.decode()
    assert "1/9/2024, đã quá hạn" in host.get(address(conference)).content.decode()

    assert send(host, conference).due == date(2024, 9, 1)
    assert "Gửi bảng tổng hợp" not in host.get("/ban-viec/").content.decode()

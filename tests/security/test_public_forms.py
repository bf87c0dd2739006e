"""Whatever a stranger sends to the citizens' forms is answered in words, and breaks nothing."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from doithoai.questions.models import Attachment, Submission
from doithoai.questions.queries.sorting import conservation_faults
from doithoai.web.portal import limits
from doithoai.web.public import supporting
from tests.builders import a_conference, a_question
from tests.files import a_jpeg, a_paper, a_png
from tests.web.visits import draft_token

pytestmark = pytest.mark.django_db
FIELDS = {
    "gui-cau-hoi/?buoc=1": ("text", "topic", "phieu", "bo", "website", "opened", "papers"),
    "gui-cau-hoi/?buoc=2": ("phieu", "sender_name", "phone", "email", "consents_contact"),
    "gui-cau-hoi/?buoc=3": ("phieu",),
    "gui-cau-hoi/giong/": ("text",),
    "cung-hoi/1/": ("phieu", "sender_name", "phone", "email", "consents_name"),
}
OWN = {
    "": ("code",),
    "sua/": ("text",),
    "du-lieu/": ("kind", "words"),
    "du-lieu/ban-sao/": ("typed", "ending"),
}
ODD = [
    *("", " ", "on", "deletion", "html", "9" * 400, "-1", "'; DROP TABLE x; --", "%", "_" * 50),
    *("<script>alert(1)</script>", "=cmd|' /C calc'!A1", "\u202eabc", "😀" * 20),
    *("e" + "\u0301" * 2000, "\ufeff\u200b", "../../../etc/passwd", "{{ 7*7 }}", "{% debug %}"),
]
odd = st.one_of(st.sampled_from(ODD), st.text(st.characters(codec="utf-8"), max_size=60))
SLOWLY = settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@pytest.fixture
def question(monkeypatch):
    for limit in ("SENDS", "GUESSES"):
        monkeypatch.setattr(limits, limit, 10**6)
    monkeypatch.setattr(supporting, "LOOKS", 10**6)
    return a_question(a_conference(), state="selected")


def without_nul(text):
    return text.replace("\0", "")


@pytest.mark.parametrize("page", FIELDS)
@SLOWLY
@given(data=st.data())
def test_forms_of_a_conference_answer_anything(question, page, data):
    sent = {name: without_nul(data.draw(odd)) for name in FIELDS[page]}
    response = Client().post(f"/cong/{question.conference.slug}/{page}", sent)

    assert response.status_code in {200, 302, 404, 409}
    assert conservation_faults(question.conference) == []


@pytest.mark.parametrize("page", OWN)
@SLOWLY
@given(data=st.data())
def test_forms_behind_a_code_answer_anything(question, page, data):
    code = Submission.objects.order_by("pk").first().code
    sent = {name: without_nul(data.draw(odd)) for name in OWN[page]}
    address = f"/tra-cuu/{code}/{page}" if page else "/tra-cuu/"
    response = Client().post(address, sent)

    assert response.status_code in {200, 302, 409}
    assert conservation_faults(question.conference) == []


@pytest.mark.parametrize("code", ["%", "_" * 12, "'", "TG24-0000-0000", "..", "\u0301" * 400])
def test_odd_codes_are_no_codes(client, code):
    assert client.get(f"/tra-cuu/{code}/du-lieu/").status_code in {404, 400}


def test_a_megabyte_of_marks_is_too_long_and_not_kept(client, question):
    address = f"/cong/{question.conference.slug}/gui-cau-hoi/"
    marks = "a" + "\u0301" * 500_000

    page = client.post(f"{address}?buoc=1", {"text": marks})
    assert "Viết ngắn lại còn 2.000 chữ cái" in page.content.decode()
    assert client.post(f"{address}giong/", {"text": marks}).status_code == 200


@SLOWLY
@given(
    before=st.sampled_from([b"", b"GIF89a", b"\xff\xd8\xff", b"%PDF-1.7\n", b"PK\x03\x04"]),
    body=st.sampled_from([b"", a_jpeg(), a_png(), a_paper(armed=True)]),
    after=st.sampled_from([b"", b"<script>alert(1)</script>", b"PK\x05\x06" + b"\0" * 18]),
    name=st.sampled_from(["a.jpg", "a.pdf", "a.html", "../a", "a\u202efdp.exe", "", "a" * 300]),
)
def test_files_of_two_faces_come_out_with_one(question, before, body, after, name):
    address = f"/cong/{question.conference.slug}/gui-cau-hoi/"
    client = Client()
    token = draft_token(client.get(address))
    file = SimpleUploadedFile(name or "x", before + body + after)
    sent = {"text": "Khi nào có nước sạch?", "phieu": token, "papers": file}
    response = client.post(f"{address}?buoc=1", sent)

    assert response.status_code in {200, 302}
    assert not Attachment.objects.exists()


def test_what_is_kept_has_no_second_face(client, question):
    address = f"/cong/{question.conference.slug}/gui-cau-hoi/"
    token = draft_token(client.get(address))
    file = SimpleUploadedFile("a.html", a_png() + b"<script>alert(1)</script>")
    sent = {"text": "Khi nào có nước sạch?", "phieu": token, "papers": file}
    second = client.post(f"{address}?buoc=1", sent).url
    client.post(second, {"phieu": token})
    client.post(second.replace("buoc=2", "buoc=3"), {"phieu": token})

    kept = Attachment.objects.get()
    assert (kept.name, kept.content_type) == ("a.png", "image/png")
    assert b"script" not in bytes(kept.content)

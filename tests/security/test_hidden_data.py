"""Personal data stays masked on the roads beside the question's own page."""

import io
import zipfile

import pytest
from django.urls import reverse

from doithoai.questions.actions import select
from doithoai.questions.models import QuestionKind
from doithoai.questions.states import QuestionState
from tests.builders import a_conference, a_question, a_referral, an_agency, an_answer, an_official

pytestmark = pytest.mark.django_db
PHONE = "0912345678"


def test_the_trail_tells_the_deed_and_no_word_a_sender_wrote(client):
    conference = a_conference()
    host = an_official(conference.host)
    question = a_question(conference, wording=f"Đường hỏng, gọi {PHONE}")
    kind = QuestionKind.QUESTION
    select(question, wording="Sửa đường", kind=kind, topic=None, version=0, by=host)
    client.force_login(host)

    page = client.get(reverse("overview:trail", args=[conference.slug])).text

    assert "Chọn câu hỏi" in page
    assert "Đường hỏng" not in page
    assert PHONE not in page


def test_the_desk_and_its_excel_mask_the_words_a_sender_wrote(client):
    agency = an_agency()
    question = a_question(wording=f"Đường hỏng, gọi {PHONE}", state=QuestionState.REFERRED)
    an_answer(a_referral(question, agency))
    client.force_login(an_official(agency))

    page = client.get(reverse("desk:desk")).text
    sheet = client.get(reverse("desk:desk"), {"xlsx": "1"}).content
    words = zipfile.ZipFile(io.BytesIO(sheet)).read("xl/sharedStrings.xml").decode()

    assert "Đường hỏng" in page
    assert "Đường hỏng" in words
    assert PHONE not in page + words

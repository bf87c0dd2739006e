"""Speeches through three hands, and the script as written and as read."""

from datetime import date

import pytest
from django.urls import reverse

from doithoai.programme.actions import compose_script, release_script
from doithoai.programme.models import SpeechVersion
from doithoai.programme.states import SpeechState
from tests.builders import a_conference, an_approver, an_official
from tests.builders_programme import TEXT, a_speech, an_item

pytestmark = pytest.mark.django_db


@pytest.fixture
def conference(client):
    conference = a_conference(theme="Vì phụ nữ")
    client.force_login(an_official(conference.host))
    return conference


def address(name, conference, *keys):
    return reverse(f"programme:{name}", args=[conference.slug, *keys])


def html(client, where):
    return " ".join(client.get(where).content.decode().split())


def test_an_empty_speech_opens_with_a_skeleton_that_is_not_kept(client, conference):
    speech = a_speech(conference)
    page = html(client, address("speech", conference, speech.pk))

    assert "Khung bài dưới đây là đề xuất." in page
    assert "“Vì phụ nữ”" in page
    speech.refresh_from_db()
    assert speech.body == ""


def test_a_speech_longer_than_its_item_is_told(client, conference):
    item = an_item(conference, minutes=2)
    a_speech(conference, SpeechState.SUBMITTED, body="lời " * 400, agenda_item=item)
    page = html(client, address("speeches", conference))

    assert "4 phút" in page
    assert "Dài hơn mục" in page


@pytest.mark.parametrize(
    "state, role, words",
    [
        (SpeechState.DRAFT, "host", "Nộp để thẩm định"),
        (SpeechState.SUBMITTED, "office", "Ghi ý kiến thẩm định"),
        (SpeechState.SUBMITTED, "host", "Chờ thẩm định"),
        (SpeechState.APPRAISED, "chair", "Ý kiến của người chủ trì"),
    ],
)
def test_each_hand_finds_its_own_deed(client, conference, state, role, words):
    speech = a_speech(conference, state)
    client.force_login(an_approver(getattr(conference, role)))

    assert words in html(client, address("speech", conference, speech.pk))


def test_what_an_agency_is_still_writing_others_do_not_read(client, conference):
    speech = a_speech(conference, body="Nháp riêng")
    client.force_login(an_official(conference.office))

    assert "Nháp riêng" not in html(client, address("speech", conference, speech.pk))


def test_what_was_handed_in_is_shown_but_not_changed_on_the_page_that_assigns(client, conference):
    speech = a_speech(conference, SpeechState.APPROVED)
    sent = {"title": "Bài khác", "speaker": "Người khác", "due": "20/10/2024", "version": 0}
    page = html(client, address("assign_speech", conference, speech.pk))
    assert page.count(" disabled") == 3

    client.post(address("assign_speech", conference, speech.pk), sent)

    speech.refresh_from_db()
    assert (speech.title, speech.due) == ("Bài phát biểu khai mạc", date(2024, 10, 20))


def test_a_judge_first_sees_what_changed_between_versions(client, conference):
    speech = a_speech(conference, SpeechState.SUBMITTED)
    for number, body in ((1, "Câu cũ."), (2, "Câu mới.")):
        SpeechVersion.objects.create(speech=speech, number=number, body=body, by=speech.drafted_by)
    client.force_login(an_official(conference.office))
    page = html(client, address("speech", conference, speech.pk))

    assert "So 1 với 2" in page
    assert "<del" in page


def test_typed_words_stay_when_the_speech_was_saved_by_another(client, conference):
    speech = a_speech(conference, version=2)
    data = {"viec": "nop", "body": TEXT, "version": 1}

    answer = client.post(address("speech", conference, speech.pk), data)

    assert answer.status_code == 409
    assert TEXT in answer.content.decode()


def test_a_department_without_a_speech_finds_an_empty_list(client, conference):
    a_speech(conference)
    client.force_login(an_official(conference.participations.first().agency))
    page = html(client, address("speeches", conference))

    assert "Chưa có bài nào giao cho cơ quan này" in page
    assert "Kịch bản</a>" not in page


def test_a_script_is_composed_edited_and_read(client, conference):
    an_item(conference)
    client.post(address("compose", conference))
    cue = conference.script.cues.get()
    words = {"title": "Khai mạc", "text": "Lời của tôi.", "minutes": 5, "version": 0}
    client.post(address("cue", conference, cue.pk), words)

    assert "Đã sửa tay" in html(client, address("script", conference))
    assert "Bản đang soạn, chưa phát hành." in html(client, address("reading", conference))


def test_the_presenter_reads_what_was_given_out_and_is_told_of_later_changes(client, conference):
    host = an_official(conference.host)
    an_item(conference)
    script = compose_script(conference, by=host)
    release_script(conference, version=script.version, by=host)
    cue = script.cues.get()
    words = {"title": "Khai mạc", "text": "Lời mới.", "minutes": 5, "version": 0}
    client.post(address("cue", conference, cue.pk), words)
    where = address("reading", conference)

    assert "Lời mới." not in html(client, where)
    assert "Kịch bản đã sửa sau bản này." in html(client, where)
    assert "Lời mới." in html(client, where + "?ban=nhap")
    assert "Từ bản 1 đến nay" in html(client, address("script", conference))

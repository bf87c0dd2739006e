"""A speech passes three people: who drafts, who appraises, who approves."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from doithoai.planning.actions import grant
from doithoai.planning.models import Work
from doithoai.programme.actions import (
    add_speech,
    appraise_speech,
    approve_speech,
    assign_speech,
    reopen_speech,
    save_speech,
    submit_speech,
    take_up_speeches,
)
from doithoai.programme.models import Speech
from doithoai.programme.permissions import (
    may_appraise_speech,
    may_approve_speech,
    may_draft_speech,
    may_read_speech,
)
from doithoai.programme.queries import late_speeches, proposed_speeches, speech_facts, speeches_for
from doithoai.programme.rules.skeletons import skeleton
from doithoai.programme.states import SpeechState
from doithoai.workflow import Forbidden, Refused
from tests.builders import a_conference, a_task, a_topic, an_agency, an_approver, an_official
from tests.builders_programme import TEXT, a_speech

pytestmark = pytest.mark.django_db


def test_the_sentence_decides_who_drafts_and_the_speech_is_due_a_week_before():
    conference, labour = a_conference(held_on=date(2024, 10, 24)), an_agency("Sở Lao động")
    a_task(conference, labour, text="Chủ trì chuẩn bị các bài phát biểu.")
    keys = [one.key for one in proposed_speeches(conference)]

    taken = take_up_speeches(conference, keys=keys, by=an_official(conference.host))

    assert [(one.kind, one.agency, one.due) for one in taken] == [
        (kind, labour, date(2024, 10, 17)) for kind in ("opening", "conclusion", "closing")
    ]
    assert proposed_speeches(conference) == []


def test_without_a_sentence_the_host_drafts():
    conference = a_conference()
    key = proposed_speeches(conference)[0].key

    taken = take_up_speeches(conference, keys=[key], by=an_official(conference.office))

    assert [one.agency for one in taken] == [conference.host]


def test_who_plans_speeches_gives_one_to_another_agency_while_it_is_not_handed_in():
    speech = a_speech()
    conference = speech.conference
    department = conference.participations.first().agency
    values = {"title": "Khai mạc", "speaker": "Chủ tịch", "due": None, "agenda_item": None}
    host = an_official(conference.host)

    speech = assign_speech(speech, agency=department, version=0, by=host, **values)
    assert speech.agency == department

    Speech.objects.update(body=TEXT, drafted_by=host, state=SpeechState.SUBMITTED)
    with pytest.raises(Refused, match="đã nộp"):
        assign_speech(speech, agency=conference.host, version=1, by=host, **values)


def test_a_mandate_lets_an_agency_add_a_speech():
    conference, labour = a_conference(), an_agency("Sở Lao động")
    values = {"kind": "address", "title": "Phát biểu", "speaker": "Lãnh đạo", "agency": labour}
    with pytest.raises(Forbidden):
        add_speech(conference, by=an_official(labour), **values)
    grant(conference, agency=labour, work=Work.SPEECHES, by=an_official(conference.office))

    assert add_speech(conference, by=an_official(labour), **values).agency == labour


def test_three_people_bring_a_speech_to_its_end():
    speech = a_speech()
    conference = speech.conference
    host, office, chair = (
        an_official(conference.host),
        an_official(conference.office),
        an_approver(conference.chair),
    )
    save_speech(speech, body="Nháp", version=0, by=host)
    submit_speech(speech, body=TEXT, version=1, by=host)
    appraise_speech(speech, verdict="returned", note="Thêm số liệu", version=2, by=office)
    submit_speech(speech, body=f"{TEXT} Có số liệu.", version=3, by=host)
    appraise_speech(speech, verdict="appraised", version=4, by=office)
    speech = approve_speech(speech, verdict="approved", version=5, by=chair)

    assert (speech.state, speech.note) == (SpeechState.APPROVED, "")
    assert [(one.number, one.body) for one in speech.versions.all()] == [
        (1, TEXT),
        (2, f"{TEXT} Có số liệu."),
    ]


def test_an_empty_speech_is_not_handed_in():
    speech = a_speech()

    with pytest.raises(Refused, match="Chưa có nội dung"):
        submit_speech(speech, body=" ", version=0, by=an_official(speech.agency))
    speech.refresh_from_db()
    assert speech.state == SpeechState.DRAFT


def test_a_return_says_why_and_a_judge_waits_for_his_turn():
    speech = a_speech(state=SpeechState.SUBMITTED)
    office, chair = an_official(speech.conference.office), an_approver(speech.conference.chair)

    with pytest.raises(Refused, match="lý do"):
        appraise_speech(speech, verdict="returned", version=0, by=office)
    with pytest.raises(Refused, match="Chọn một trong"):
        appraise_speech(speech, verdict="approved", version=0, by=office)
    with pytest.raises(Refused, match="chưa đến bước này"):
        approve_speech(speech, verdict="approved", version=0, by=chair)


@pytest.mark.parametrize("drafter, appraiser", [("host", "office"), ("office", "host")])
def test_another_agency_appraises(drafter, appraiser):
    conference = a_conference()
    speech = a_speech(conference, SpeechState.SUBMITTED, getattr(conference, drafter))

    assert may_appraise_speech(an_official(getattr(conference, appraiser)), speech)
    assert not may_appraise_speech(an_official(getattr(conference, drafter)), speech)
    assert not may_appraise_speech(an_official(conference.chair), speech)


def test_the_chair_does_not_approve_what_he_appraised():
    conference = a_conference()
    speech = a_speech(conference, SpeechState.APPRAISED)
    chair = an_approver(conference.chair)
    assert may_approve_speech(chair, speech)

    speech.appraised_by = chair
    assert not may_approve_speech(chair, speech)
    assert not may_approve_speech(an_official(conference.chair), speech)


@pytest.mark.parametrize("state", ["submitted", "appraised", "approved"])
@pytest.mark.parametrize("changed", [{"title": "Bài khác"}, {"speaker": "Người khác"}])
def test_what_was_handed_in_keeps_title_and_speaker(state, changed):
    speech = a_speech(state=state)
    host, day = an_official(speech.conference.host), date(2024, 10, 20)
    as_it_is = {"title": speech.title, "speaker": speech.speaker, "agency": speech.agency}
    more = {"due": day, "agenda_item": None, "by": host}

    with pytest.raises(Refused, match="người phát biểu"):
        assign_speech(speech, **{**as_it_is, **changed}, **more, version=0)
    assert assign_speech(speech, **as_it_is, **more, version=0).due == day


def test_only_the_chair_takes_an_approval_back_and_says_why():
    speech = a_speech(state=SpeechState.APPROVED)
    chair = an_approver(speech.conference.chair)

    with pytest.raises(Forbidden):
        reopen_speech(speech, note="Đổi người.", version=0, by=an_official(speech.agency))
    with pytest.raises(Refused, match="lý do"):
        reopen_speech(speech, note=" ", version=0, by=chair)
    speech = reopen_speech(speech, note="Đổi người.", version=0, by=chair)

    assert (speech.state, speech.note) == (SpeechState.RETURNED, "Đổi người.")
    assert (speech.approved_by, speech.approved_at) == (None, None)
    with pytest.raises(Refused, match="chưa đến bước này"):
        reopen_speech(speech, note="Đổi người.", version=1, by=chair)


@pytest.mark.parametrize("role", ["drafted_by", "appraised_by"])
def test_the_database_keeps_three_people_apart(role):
    speech = a_speech(state=SpeechState.APPROVED)

    with pytest.raises(IntegrityError), transaction.atomic():
        Speech.objects.filter(pk=speech.pk).update(approved_by=getattr(speech, role))


def test_only_its_agency_host_office_and_chair_read_a_speech():
    conference = a_conference()
    department = conference.participations.first().agency
    speech = a_speech(conference)

    for agency in (conference.host, conference.office, conference.chair):
        assert may_read_speech(an_official(agency), speech)
    assert not may_read_speech(an_official(department), speech)
    assert list(speeches_for(an_official(department))) == []
    assert list(speeches_for(an_official(conference.chair))) == [speech]
    assert not may_draft_speech(an_official(conference.office), speech)


def test_a_speech_is_late_while_it_lies_with_its_agency():
    a_speech(due=date(2024, 10, 1))
    a_speech(state=SpeechState.SUBMITTED, due=date(2024, 10, 1))

    assert Speech.objects.filter(late_speeches(date(2024, 10, 7))).count() == 1


@pytest.mark.parametrize("kind", ["opening", "conclusion", "closing", "address", "report"])
def test_a_skeleton_greets_and_speaks_of_this_conference(kind):
    conference = a_conference(theme="Vì sự tiến bộ của phụ nữ")
    a_topic(conference, "Hỗ trợ vốn vay cho phụ nữ.")

    text = skeleton(kind, speech_facts(conference))

    assert text.startswith("Kính thưa các đồng chí lãnh đạo,")
    if kind == "opening":
        assert "“Vì sự tiến bộ của phụ nữ”" in text
        assert "– Hỗ trợ vốn vay cho phụ nữ." in text

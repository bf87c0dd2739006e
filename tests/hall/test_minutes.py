"""The minutes: grown from events, edited, signed by two people of two sides."""

import pytest

from doithoai.hall.actions import (
    call_next,
    close_session,
    draft_minutes,
    mark_answered,
    return_minutes,
    save_minutes,
    sign_minutes,
    start_answering,
    start_speaking,
    submit_minutes,
    undo,
)
from doithoai.hall.models import Minutes
from doithoai.hall.states import MinutesState
from doithoai.workflow import Forbidden, Refused
from tests.builders import an_approver, an_official
from tests.builders_hall import a_driver, a_session, turns_of

pytestmark = pytest.mark.django_db


def press(session, action, **given):
    return action(session, version=session.version, by=a_driver(session), **given)


def a_draft(session=None, by=None):
    session = session or press(a_session(), close_session)
    return draft_minutes(session, version=0, by=by or a_driver(session))


def an_approved(answer):
    """The answer as it was approved before the conference."""
    conference = answer.referral.question.conference
    answer.state, answer.body = "approved", "Sở trả lời như sau."
    answer.appraised_by = an_official(conference.office)
    answer.approved_by = an_approver(conference.chair)
    answer.save()


def handed_in(by=None):
    minutes = a_draft()
    by = by or a_driver(minutes.session)
    return submit_minutes(minutes, body="Biên bản đủ.", version=minutes.version, by=by)


def test_the_text_grows_from_what_happened():
    session = a_session()
    session = press(session, call_next)
    session = press(session, start_speaking, turn=turns_of(session)[0].pk)
    body = a_draft(session).body

    assert "8:00. Khai mạc hội nghị." in body
    assert "nêu câu C-001" in body
    assert "Mời" not in body


@pytest.mark.parametrize(
    ("state", "note", "told"),
    [
        ("draft", "Sở sửa trong tháng 11.", ": Sở sửa trong tháng 11."),
        ("draft", "", "."),
        ("approved", "", " theo nội dung đã được duyệt."),
    ],
)
def test_an_answer_is_told_once_with_what_was_said(state, note, told):
    session = a_session(questions=1)
    answer = turns_of(session)[0].question.referral.answer
    if state == "approved":
        an_approved(answer)
    for action in (start_speaking, start_answering):
        session = press(session, action, turn=turns_of(session)[0].pk)
    session = press(session, mark_answered, turn=turns_of(session)[0].pk, note=note)
    lines = [line for line in a_draft(session).body.splitlines() if "trả lời" in line]

    assert lines == [f"8:00. {answer.referral.agency} trả lời xong câu C-001{told}"]


def test_what_was_taken_back_is_not_in_the_minutes():
    session = a_session()
    session = press(session, start_speaking, turn=turns_of(session)[0].pk)
    session = press(session, undo)

    assert "C-001" not in a_draft(session).body


def test_every_text_stays_as_a_version():
    minutes = a_draft()
    by = a_driver(minutes.session)
    minutes = save_minutes(minutes, body="Bản sửa.", version=minutes.version, by=by)
    draft_minutes(minutes.session, version=minutes.version, by=by)

    assert [one.number for one in minutes.versions.all()] == [1, 2, 3]


def test_two_who_write_at_once_are_told():
    minutes = a_draft()

    with pytest.raises(Refused, match="vừa lưu biên bản"):
        save_minutes(minutes, body="Khác", version=0, by=a_driver(minutes.session))


def test_minutes_are_signed_after_the_close():
    minutes = a_draft(a_session())

    with pytest.raises(Refused, match="chưa bế mạc"):
        submit_minutes(minutes, body="Đủ", version=minutes.version, by=a_driver(minutes.session))


def test_two_sides_sign():
    minutes = handed_in()
    signer = an_approver(minutes.session.conference.chair)
    minutes = sign_minutes(minutes, version=minutes.version, by=signer)

    assert (minutes.state, minutes.signer) == (MinutesState.SIGNED, signer)
    assert minutes.secretary != minutes.signer


def test_the_chair_sends_back_with_a_reason():
    minutes = handed_in()
    signer = an_approver(minutes.session.conference.chair)
    with pytest.raises(Refused, match="Nêu rõ"):
        return_minutes(minutes, note=" ", version=minutes.version, by=signer)
    minutes = return_minutes(minutes, note="Thiếu giờ.", version=minutes.version, by=signer)

    assert (minutes.state, minutes.secretary) == (MinutesState.DRAFT, None)


def test_the_secretary_does_not_sign_for_the_chair():
    session = press(a_session(), close_session)
    conference = session.conference
    conference.host = conference.chair
    conference.save()
    both = an_approver(conference.chair)
    minutes = draft_minutes(session, version=0, by=both)
    minutes = submit_minutes(minutes, body="Đủ", version=minutes.version, by=both)

    with pytest.raises(Forbidden):
        sign_minutes(minutes, version=minutes.version, by=both)


@pytest.mark.parametrize("side", ["host", "office"])
def test_others_do_not_sign(side):
    minutes = handed_in()
    person = an_approver(getattr(minutes.session.conference, side))

    with pytest.raises(Forbidden):
        sign_minutes(minutes, version=minutes.version, by=person)


def test_signed_minutes_are_not_changed_and_no_step_is_taken_back():
    minutes = handed_in()
    signer = an_approver(minutes.session.conference.chair)
    minutes = sign_minutes(minutes, version=minutes.version, by=signer)

    with pytest.raises(Refused, match="không sửa được"):
        save_minutes(minutes, body="x", version=minutes.version, by=a_driver(minutes.session))
    with pytest.raises(Refused, match="hoàn tác"):
        press(minutes.session, undo)


def test_empty_minutes_are_not_kept():
    minutes = a_draft()

    with pytest.raises(Refused, match="đang trống"):
        save_minutes(minutes, body=" ", version=minutes.version, by=a_driver(minutes.session))


def test_a_department_does_not_write_minutes():
    session = press(a_session(), close_session)
    department = session.conference.participations.all()[0].agency

    with pytest.raises(Forbidden):
        draft_minutes(session, version=0, by=an_official(department))
    assert not Minutes.objects.exists()

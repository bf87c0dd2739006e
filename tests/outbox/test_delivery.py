"""Letters go once, are tried again with growing pauses, and never pretend."""

from datetime import timedelta
from smtplib import SMTPRecipientsRefused, SMTPServerDisconnected

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django_tasks_db.models import DBTaskResult

from doithoai.audit import clock
from doithoai.audit.models import Entry
from doithoai.outbox.actions import Attachment, cancel, deliver, deliver_due, retry
from doithoai.outbox.models import Message
from doithoai.outbox.rules import is_final, pause_after
from doithoai.outbox.states import MessageState
from doithoai.workflow import Refused
from tests.builders import an_official
from tests.builders_outbox import a_letter, a_note

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _a_mail_server(settings):
    settings.SENDS_EMAIL = True


def broken(monkeypatch, error, method="send_messages"):
    """From now on the mail server answers with `error`."""

    def fail(*args):
        raise error

    monkeypatch.setattr(EmailBackend, method, fail)


def test_a_letter_goes_with_its_files():
    files = [
        Attachment("ma.png", "image/png", b"\x89PNG"),
        Attachment("lich.ics", "text/calendar", b"BEGIN:VCALENDAR"),
    ]

    sent = deliver(a_letter(attachments=files))

    (letter,) = mail.outbox
    assert (sent.state, letter.to) == (MessageState.SENT, ["vanphong@example.vn"])
    assert [one.filename for one in letter.attachments] == ["ma.png", "lich.ics"]
    assert letter.extra_headers["Message-ID"].startswith("<")


def test_a_letter_sent_or_cancelled_does_not_go_again():
    letter = a_letter()
    deliver(letter)
    deliver(letter)
    cancelled = cancel(a_letter(), by=an_official())

    assert deliver(cancelled).state == MessageState.CANCELLED
    assert len(mail.outbox) == 1


def test_without_a_mail_server_letters_wait(settings):
    settings.SENDS_EMAIL = False
    letter = a_letter()

    with pytest.raises(Refused, match="DOITHOAI_EMAIL"):
        deliver(letter)

    assert Message.objects.get().state == MessageState.WAITING


def test_what_the_server_could_not_take_is_tried_again_after_growing_pauses(monkeypatch):
    broken(monkeypatch, ConnectionRefusedError("Từ chối kết nối"), "open")
    letter, moment, pauses = a_letter(), clock.now(), []

    for _ in range(5):
        with clock.at(moment):
            letter = deliver(letter)
        pauses.append(letter.next_try_at - moment)
        moment = letter.next_try_at

    assert pauses[:4] == [timedelta(minutes=m) for m in (5, 30, 120, 720)]
    assert (letter.state, letter.attempts) == (MessageState.FAILED, 5)
    assert "Từ chối kết nối" in letter.error


def test_a_letter_is_not_tried_before_its_pause_is_over(monkeypatch):
    broken(monkeypatch, ConnectionRefusedError(), "open")
    letter = deliver(a_letter())
    monkeypatch.undo()

    assert deliver(letter).attempts == 1
    assert mail.outbox == []


def test_an_address_refused_for_good_fails_at_once(monkeypatch):
    refused = SMTPRecipientsRefused({"vanphong@example.vn": (550, b"No such user")})
    broken(monkeypatch, refused)

    assert deliver(a_letter()).state == MessageState.FAILED
    assert "vanphong@" not in str(list(Entry.objects.values()))


def test_a_connection_lost_midway_is_told_and_not_tried_again(monkeypatch):
    broken(monkeypatch, SMTPServerDisconnected())
    letter = deliver(a_letter())
    monkeypatch.undo()

    with clock.at(clock.now() + timedelta(days=9)):
        assert deliver_due() == []
    assert letter.get_state_display() == "Không rõ đã gửi chưa"
    assert "Hỏi nơi nhận" in letter.error


def test_a_worker_that_died_midway_leaves_its_letter_to_a_person(monkeypatch):
    broken(monkeypatch, KeyboardInterrupt())
    letter = a_letter()
    with pytest.raises(KeyboardInterrupt):
        deliver(letter)
    monkeypatch.undo()

    with clock.at(clock.now() + timedelta(days=1)):
        assert deliver_due() == []
        again = retry(letter, by=an_official())
        assert deliver(again).state == MessageState.SENT


def test_all_due_letters_go_and_notes_are_no_letters():
    a_letter(), a_letter(), a_note(an_official())

    assert [letter.state for letter in deliver_due()] == [MessageState.SENT] * 2


def test_codes_of_five_hundred_are_final_and_others_are_not():
    assert is_final([550, 552])
    assert [is_final(codes) for codes in ([], [421], [550, 421])] == [False] * 3
    assert pause_after(5) is None


def test_a_letter_is_given_to_the_worker_when_its_deed_is_committed(
    django_capture_on_commit_callbacks,
):
    with django_capture_on_commit_callbacks(execute=True):
        letter = a_letter()
    (job,) = DBTaskResult.objects.all()

    job.task.call(*job.task_result.args)

    assert Message.objects.get(pk=letter.pk).state == MessageState.SENT

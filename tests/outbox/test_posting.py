"""Messages are laid down once, decided about by people, read by their reader."""

from datetime import timedelta

import pytest

from doithoai.audit import clock
from doithoai.audit.models import Entry
from doithoai.outbox.actions import cancel, post, read, retry
from doithoai.outbox.models import Message
from doithoai.outbox.queries import counts_of, inbox, unread_count
from doithoai.outbox.states import MessageState
from doithoai.workflow import Forbidden, Refused
from tests.builders import an_official
from tests.builders_outbox import a_letter, a_note

pytestmark = pytest.mark.django_db


def test_the_same_key_lays_down_nothing_new():
    first = a_letter(key="giay-moi-1")

    second = a_letter(key="giay-moi-1", subject="Khác")

    assert second == first
    assert Message.objects.get().subject == "Giấy mời dự hội nghị đối thoại"
    assert Entry.objects.filter(verb="outbox.post").count() == 1


def test_a_letter_waits_and_a_note_is_there_at_once():
    letter, note = a_letter(), a_note(an_official())

    assert letter.state == MessageState.WAITING
    assert note.state == MessageState.SENT
    assert note.sent_at == clock.now()


def test_a_subject_has_one_line():
    assert a_letter(subject="Giấy mời\r\nBcc: x@y.vn").subject == "Giấy mời Bcc: x@y.vn"


@pytest.mark.parametrize("address", ["", "khong-phai-thu", "a@b@c"])
def test_what_is_no_address_is_refused(address):
    with pytest.raises(Refused):
        a_letter(to_email=address)


def test_what_was_cancelled_may_be_sent_after_all():
    official, letter = an_official(), a_letter()

    cancelled = cancel(letter, by=official)
    assert cancelled.state == MessageState.CANCELLED

    assert retry(cancelled, by=official).state == MessageState.WAITING


def test_what_was_sent_is_neither_cancelled_nor_sent_again():
    note = a_note(an_official())

    for decide in (cancel, retry):
        with pytest.raises(Refused):
            decide(note, by=an_official())


def test_nobody_decides_about_a_letter_while_it_is_being_sent():
    letter = a_letter()
    Message.objects.update(state=MessageState.CLAIMED, claimed_at=clock.now(), attempts=1)

    with pytest.raises(Refused, match="đang được gửi"):
        retry(letter, by=an_official())
    with clock.at(clock.now() + timedelta(minutes=10)):
        assert retry(letter, by=an_official()).state == MessageState.WAITING


def test_only_its_reader_reads_a_note_and_only_once():
    reader = an_official()
    note = a_note(reader)
    assert unread_count(reader) == 1

    opened = read(note, by=reader)
    with clock.at(clock.now() + timedelta(days=1)):
        assert read(opened, by=reader).read_at == opened.read_at
    with pytest.raises(Forbidden):
        read(note, by=an_official())

    assert unread_count(reader) == 0
    assert list(inbox(reader)) == [note]


def test_the_counts_of_a_conference_name_every_state():
    a_letter(conference_id=7)
    a_letter(conference_id=8)

    assert counts_of(7) == {"waiting": 1, "claimed": 0, "sent": 0, "failed": 0, "cancelled": 0}


def test_posting_needs_someone_to_reach():
    with pytest.raises(Refused):
        post(key="k", channel="email", subject="s", body="b", by=None)


def test_the_trail_keeps_no_address_in_full():
    letter = a_letter(to_email="nguyen.an@example.vn")
    cancel(letter, by=an_official())
    retry(letter, by=an_official())

    assert "nguyen.an" not in str(list(Entry.objects.values()))

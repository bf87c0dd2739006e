"""What is forgotten of a person is forgotten in every room, the hall's happenings and trail too."""

import json

import pytest
from django.core.management import call_command
from django.core.serializers import serialize

from doithoai.audit.models import Entry
from doithoai.delegates.actions import mark_sent
from doithoai.delegates.models import Delegate
from doithoai.hall.actions import (
    add_turn,
    call_next,
    intervene,
    name_speaker,
    start_speaking,
    take,
)
from doithoai.hall.models import AudienceQuestion, HallEvent, Session, Turn
from doithoai.hall.queries import happenings_of
from doithoai.hall.rules import Speaker
from doithoai.lifecycle.forgetting import Forgotten, forget_people, forget_person
from doithoai.outbox.actions import deliver, retry
from doithoai.outbox.models import Message, MessageFile
from doithoai.questions.models import Submission
from doithoai.workflow import Forbidden, Refused
from tests.builders import an_official
from tests.builders_delegates import a_delegate, a_fixed_conference, an_invitation
from tests.builders_hall import Desk, an_audience_question

pytestmark = pytest.mark.django_db
NAME, UNIT = "Đặng Thị Mười Hai", "xã Tân Thuận Bình"
HELD = (
    *(Submission, Turn, AudienceQuestion, HallEvent, Entry, Session),
    *(Delegate, Message, MessageFile),
)


def holding(words):
    """The tables in which the words stand anywhere."""
    return {
        model.__name__
        for model in HELD
        if words
        in json.loads(json.dumps(serialize("json", model.objects.all(), ensure_ascii=False)))
    }


@pytest.fixture
def desk():
    """A hall in which one person asked from the floor, by telephone, broke in and was named."""
    desk = Desk(questions=1)
    person = Speaker(NAME, UNIT, True)
    desk.press(add_turn, text="Bao giờ có đường mới?", speaker=person)
    sent = an_audience_question(desk.session, name=NAME, unit=UNIT, shows_name=True)
    desk.press(take, question=sent.pk)
    desk.press(name_speaker, turn=desk.key(2), speaker=person)
    desk.press(call_next)
    desk.press(start_speaking, turn=desk.key(0))
    desk.press(intervene, kind="intervention", speaker=person)
    return desk


def test_happenings_and_trail_never_hold_the_name(desk):
    assert holding(NAME) == {"Submission", "Turn", "AudienceQuestion"}
    assert any(f"Đại biểu {NAME}, {UNIT} nêu câu" in h.text for h in happenings_of(desk.session))


def test_after_forgetting_no_table_holds_name_or_place(desk):
    conference = desk.session.conference

    assert forget_people(conference, by=None) == Forgotten(2, 5, 0, 0)
    assert (holding(NAME), holding(UNIT)) == (set(), set())
    assert forget_people(conference, by=None) == Forgotten(0, 0, 0, 0)


def test_what_happened_is_still_told_after_forgetting(desk):
    kinds = [h.kind for h in happenings_of(desk.session)]
    forget_people(desk.session.conference, by=None)
    after = happenings_of(desk.session)

    assert [h.kind for h in after] == kinds
    assert any(h.text.startswith("Đại biểu nêu câu") for h in after)


def test_one_who_asks_to_be_forgotten_is_forgotten_in_the_hall_too(desk):
    by = an_official(desk.session.conference.host)
    sent = list(Submission.objects.filter(sender_name=NAME))
    for submission in sent:
        forget_person(submission, by=by)

    assert not AudienceQuestion.objects.exclude(name="").exists()
    asked = Turn.objects.filter(question__parts__submission__in=sent)
    assert [turn.speaker_name for turn in asked] == ["", ""]


def test_only_who_sees_senders_may_forget_one(desk):
    with pytest.raises(Forbidden):
        forget_person(Submission.objects.first(), by=an_official(desk.session.conference.chair))


def test_the_console_forgets_conferences_long_past(desk, capsys):
    conference = desk.session.conference
    conference.held_on = "2022-05-24"
    conference.save()
    call_command("forget_senders", months=12)

    said = capsys.readouterr().out
    assert "2 phiếu, 5 lượt hỏi tại hội trường, liên hệ của 0 đại biểu, 0 thư" in said
    assert holding(NAME) == set()


EMAIL, PHONE = "lan.nguyen@example.vn", "0912345678"


@pytest.fixture
def invited():
    """One who was invited by letter, by a conference whose letters have not gone."""
    known = {"full_name": "Nguyễn Thị Lan", "email": EMAIL, "phone": PHONE}
    lan = a_delegate(a_fixed_conference(), "accepted", **known)
    office = an_official(lan.conference.office)
    keys = [an_invitation(lan).pk]
    link = "https://vi.du/khoa-rieng"
    mark_sent(lan.conference, keys, way="email", reply_url=lambda _: link, by=office)
    return lan


def test_contacts_and_letters_go_while_the_official_list_stays(invited):
    assert forget_people(invited.conference, by=None) == Forgotten(0, 0, 1, 1)

    gone = (EMAIL, PHONE, "khoa-rieng")
    assert [holding(words) for words in gone] == [set(), set(), set()]
    assert not MessageFile.objects.exists()
    assert holding("Nguyễn Thị Lan") >= {"Delegate"}
    assert Message.objects.get().subject.startswith("Giấy mời dự hội nghị")
    assert forget_people(invited.conference, by=None) == Forgotten(0, 0, 0, 0)


def test_a_letter_that_had_not_gone_never_goes(invited, settings):
    settings.SENDS_EMAIL = True
    forget_people(invited.conference, by=None)
    letter = Message.objects.get()

    assert deliver(letter).state == "cancelled"
    with pytest.raises(Refused, match="đã xóa"):
        retry(letter, by=an_official(invited.conference.office))


def test_letters_of_another_conference_stay(invited):
    forget_people(a_fixed_conference(), by=None)

    assert holding(EMAIL) == {"Delegate", "Message"}

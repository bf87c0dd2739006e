"""What a citizen says is masked in happenings and minutes; officials keep their names."""

import pytest

from doithoai.audit.models import Entry
from doithoai.documents.sources.conclusions import minutes_facts
from doithoai.documents.sources.recipe import Wanted
from doithoai.hall.actions import add_turn, draft_minutes, start_speaking
from doithoai.hall.minutes import fit_to_tell
from doithoai.hall.models import EventKind, HallEvent
from doithoai.hall.queries import happenings_of
from doithoai.hall.rules import Speaker
from doithoai.questions.models import Question
from tests.builders_hall import a_driver, a_session, turns_of

SAID = "Bà Lê Thị Hạnh ở ấp 3 chưa có nước sạch, gọi 0912 345 678."


def test_quoted_words_are_masked_whole_and_others_but_for_names():
    told = fit_to_tell(f"Ông Trần Văn Tư, 0912 345 678, nêu: “{SAID}”.")

    assert told.startswith("Ông Trần Văn Tư, 09•• ••• •78, nêu")
    assert "Bà H••• ở ấp 3" in told


def is_clean(text):
    return "Hạnh" not in text and "345" not in text


@pytest.mark.django_db
def test_no_happening_trail_or_minutes_hold_personal_data():
    session = a_session(questions=1)
    by = a_driver(session)
    Question.objects.update(wording=SAID)
    told = {"speaker": Speaker(), "by": by}
    session = start_speaking(session, turn=turns_of(session)[0].pk, version=session.version, by=by)
    session = add_turn(session, text=SAID, version=session.version, **told)

    assert all(is_clean(one.text) for one in HallEvent.objects.all())
    assert all(is_clean(str(one.after)) for one in Entry.objects.filter(verb__startswith="hall."))
    minutes = draft_minutes(session, version=0, by=by)
    assert "ấp 3 chưa có nước sạch" in minutes.body
    assert is_clean(minutes.body)


@pytest.mark.django_db
def test_what_was_written_before_is_masked_when_it_is_read():
    session = a_session(questions=1)
    by = a_driver(session)
    old = {"kind": EventKind.SPEAKING, "text": f"nêu câu C-001: “{SAID}”.", "by": by}
    HallEvent.objects.create(session=session, **old)
    minutes = draft_minutes(session, version=0, by=by)
    type(minutes).objects.update(body=f"8:00. Nêu: “{SAID}”.")

    assert is_clean(happenings_of(session)[-1].text)
    assert is_clean(next(minutes_facts(Wanted(session.conference))).text)

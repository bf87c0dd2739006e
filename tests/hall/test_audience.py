"""Questions from telephones: masked, approved before anyone sees them, supported once."""

from datetime import timedelta

import pytest

from doithoai.audit import clock
from doithoai.hall.actions import (
    ask_from_phone,
    judge,
    refuse_waiting,
    set_audience,
    support,
    take,
)
from doithoai.hall.models import AudienceQuestion, AudienceSupport
from doithoai.hall.queries.board import board_of
from doithoai.hall.states import AudienceState
from doithoai.questions.models import Channel, Question, Submission
from doithoai.questions.states import QuestionState
from doithoai.workflow import Forbidden, Refused
from tests.builders import an_official
from tests.builders_hall import (
    MORNING,
    a_driver,
    a_session,
    an_audience,
    an_audience_question,
    turns_of,
)

pytestmark = pytest.mark.django_db
TEXT = "Khi nào có xe buýt về xã Phú Tân?"


def asked(session, device="may-1", **over):
    return ask_from_phone(session, **({"text": TEXT, "device": device, "by": None} | over))


def test_a_question_waits_for_approval():
    question = asked(an_audience(a_session()))

    assert question.state == AudienceState.WAITING


def test_personal_data_is_not_even_kept():
    question = asked(an_audience(a_session()), text="Gọi tôi số 0912 345 678 về việc nước sạch")

    assert "345" not in question.text


def test_nothing_is_taken_while_the_secretary_keeps_it_shut():
    with pytest.raises(Refused, match="chưa mở"):
        asked(a_session())


def test_nothing_is_taken_on_another_day():
    session = an_audience(a_session())

    with clock.at(MORNING + timedelta(days=1)), pytest.raises(Refused, match="chưa mở"):
        asked(session)


def test_one_telephone_does_not_flood():
    session = an_audience(a_session())
    asked(session)

    with pytest.raises(Refused, match="20 giây"):
        asked(session)
    assert AudienceQuestion.objects.count() == 1


def test_three_questions_wait_for_one_telephone_and_no_more():
    session = an_audience(a_session())
    for step in range(3):
        with clock.at(MORNING + timedelta(minutes=step)):
            asked(session)

    with clock.at(MORNING + timedelta(hours=1)), pytest.raises(Refused, match="3 câu chờ duyệt"):
        asked(session)


def test_a_flood_from_many_telephones_is_held():
    session = an_audience(a_session())
    AudienceQuestion.objects.bulk_create(
        AudienceQuestion(session=session, text=TEXT, device=f"may-{n}") for n in range(90)
    )
    with pytest.raises(Refused, match="một phút"):
        asked(session, "may-khac")


def test_a_telephone_supports_a_question_once():
    session = an_audience(a_session())
    question = an_audience_question(session, state=AudienceState.SHOWN)

    assert [support(question, device="may-2", by=None) for _ in range(2)] == [1, 1]
    assert support(question, device="may-3", by=None) == 2


@pytest.mark.parametrize("state", ["waiting", "refused"])
def test_what_is_not_approved_is_not_supported(state):
    question = an_audience_question(an_audience(a_session()), state=state)

    with pytest.raises(Refused, match="không còn trong danh sách"):
        support(question, device="may-2", by=None)
    assert not AudienceSupport.objects.exists()


def test_what_is_refused_can_be_brought_back():
    session = an_audience(a_session())
    question, by = an_audience_question(session), a_driver(session)
    judge(question, to=AudienceState.REFUSED, by=by)
    back = judge(question, seen=AudienceState.REFUSED, to=AudienceState.SHOWN, by=by)

    assert back.state == AudienceState.SHOWN


def test_what_one_has_refused_another_does_not_show_from_an_old_page():
    session = an_audience(a_session())
    question, first = an_audience_question(session), a_driver(session)
    judge(question, to=AudienceState.REFUSED, by=first)

    with pytest.raises(Refused, match=f"vừa được {first.full_name}.* từ chối"):
        judge(question, to=AudienceState.SHOWN, by=a_driver(session))
    question.refresh_from_db()
    assert question.state == AudienceState.REFUSED


def test_what_went_to_a_turn_is_not_judged_any_more():
    session = an_audience(a_session())
    question, by = an_audience_question(session), a_driver(session)
    take(session, question=question.pk, version=session.version, by=by)

    with pytest.raises(Refused, match="vừa được đưa vào lượt phát biểu"):
        judge(question, to=AudienceState.REFUSED, by=by)


def test_all_that_wait_are_refused_at_once_up_to_the_last_one_seen():
    session = an_audience(a_session())
    shown = an_audience_question(session, state=AudienceState.SHOWN)
    junk = [an_audience_question(session) for _ in range(3)]
    later = an_audience_question(session)

    assert refuse_waiting(session, up_to=junk[-1].pk, by=a_driver(session)) == len(junk)
    states = {one.pk: one.state for one in AudienceQuestion.objects.all()}
    assert states == {shown.pk: "shown", later.pk: "waiting"} | dict.fromkeys(
        [one.pk for one in junk], "refused"
    )


def test_only_drivers_refuse_all_and_only_what_waits():
    session = an_audience(a_session())
    department = session.conference.participations.all()[0].agency

    with pytest.raises(Forbidden):
        refuse_waiting(session, up_to=9, by=an_official(department))
    with pytest.raises(Refused, match="Không còn câu nào"):
        refuse_waiting(session, up_to=9, by=a_driver(session))


def test_only_drivers_judge():
    session = an_audience(a_session())
    department = session.conference.participations.all()[0].agency

    with pytest.raises(Forbidden):
        judge(an_audience_question(session), to="shown", by=an_official(department))


def test_a_taken_question_gets_the_next_turn_and_its_sender_a_receipt():
    session = an_audience(a_session())
    question = an_audience_question(session, name="Lê Chín", shows_name=True)
    take(session, question=question.pk, version=session.version, by=a_driver(session))
    question.refresh_from_db()
    sent = Submission.objects.get(channel=Channel.HALL)

    assert (question.state, question.submission) == (AudienceState.TAKEN, sent)
    assert turns_of(session)[0].question == sent.parts.get().question


def test_a_question_is_taken_once():
    session = an_audience(a_session())
    question = an_audience_question(session)
    session = take(session, question=question.pk, version=session.version, by=a_driver(session))

    with pytest.raises(Refused, match="Đã đưa vào lượt"):
        take(session, question=question.pk, version=session.version, by=a_driver(session))
    assert Submission.objects.filter(channel=Channel.HALL).count() == 1


def test_a_name_is_shown_only_when_there_is_one():
    assert asked(an_audience(a_session()), shows_name=True).shows_name is False


def test_the_secretary_opens_and_shuts_the_telephones():
    session = an_audience(a_session())
    session = set_audience(session, is_open=False, version=session.version, by=a_driver(session))
    with pytest.raises(Refused, match="chưa mở"):
        asked(session)


def test_a_denunciation_asked_in_the_hall_leaves_the_board_with_its_speaker():
    session = a_session(questions=2)
    first, second = turns_of(session)
    letter = Question.objects.filter(pk=first.question_id)
    letter.update(state=QuestionState.PASSED_ON, kind="denunciation", hall_position=None)
    sent = letter.get().parts.get().submission
    an_audience_question(session, submission=sent, state=AudienceState.RECEIVED)

    board = board_of(session, clock.now())

    assert board.turns == [second]
    assert board.audience == []

"""Splitting, merging, taking apart, undoing, holding, and many at once."""

from datetime import timedelta

import pytest

from doithoai.audit import clock
from doithoai.audit.models import Entry
from doithoai.questions.actions import (
    after_withdrawal,
    choose_for_hall,
    hold,
    in_bulk,
    merge,
    preview,
    release,
    select,
    set_aside,
    set_lead,
    split,
    undo,
    unmerge,
)
from doithoai.questions.models import Likeness, Merging, Part, TriageStep
from doithoai.questions.queries import questions_of
from doithoai.questions.states import QuestionState
from doithoai.workflow import Forbidden, Refused
from tests.builders import a_question, an_agency, an_official

pytestmark = pytest.mark.django_db

TWO = "Khi nào có nước sạch? Đường ấp 3 hỏng đã lâu."


def merged(sources, into, by, **more):
    versions = {one.pk: one.version for one in (*sources, into)}
    return merge(sources, into=into, versions=versions, by=by, **more)


def state_of(question):
    question.refresh_from_db()
    return question.state


def test_two_matters_in_one_slip_become_two_questions(conference, host):
    question = a_question(conference, wording=TWO, sender={"text": TWO})
    part = question.parts.get()

    first, second = split(part, cuts=[22], version=0, by=host)

    assert (first.wording, second.wording) == ("Khi nào có nước sạch?", "Đường ấp 3 hỏng đã lâu.")
    assert second.state == QuestionState.RECEIVED
    assert second.number == first.number + 1
    pieces = [(p.start, p.end, p.text) for p in Part.objects.order_by("start")]
    assert pieces == [(0, 22, TWO[:22]), (22, len(TWO), TWO[22:])]
    assert part.submission.text == TWO


@pytest.mark.parametrize("cuts", [[], [0], [len(TWO)], [30, 20], [21, 22]])
def test_a_cut_leaves_words_on_both_sides(conference, host, cuts):
    question = a_question(conference, sender={"text": TWO})

    with pytest.raises(Refused):
        split(question.parts.get(), cuts=cuts, version=0, by=host)

    assert Part.objects.count() == 1


def test_what_was_referred_is_not_cut(conference, host):
    question = a_question(conference, state=QuestionState.REFERRED, sender={"text": TWO})

    with pytest.raises(Refused, match="không tách được nữa"):
        split(question.parts.get(), cuts=[22], version=0, by=host)


def test_merged_questions_share_a_wording_and_keep_their_senders(conference, host):
    one, other, into = [a_question(conference) for _ in range(3)]

    target = merged([one, other], into, host, wording="Bao giờ các xã có nước sạch?")

    assert target.wording == "Bao giờ các xã có nước sạch?"
    assert state_of(one) == state_of(other) == QuestionState.MERGED
    assert [(q.number, q.asked) for q in questions_of(conference)] == [(into.number, 3)]
    assert not one.parts.exists()
    assert set(Likeness.objects.values_list("decided", flat=True)) == {"same"}


def test_what_was_referred_takes_slips_and_keeps_its_wording(conference, host):
    late, into = a_question(conference), a_question(conference, state=QuestionState.REFERRED)
    with pytest.raises(Refused, match="giữ nguyên câu chữ"):
        merged([late], into, host, wording="Câu khác")

    merged([late], into, host)

    assert into.parts.count() == 2
    assert state_of(into) == QuestionState.REFERRED


def test_what_was_referred_is_not_merged_away(conference, host):
    referred, into = a_question(conference, state=QuestionState.REFERRED), a_question(conference)

    with pytest.raises(Refused, match="Đã chuyển"):
        merged([referred], into, host)


def test_a_question_taken_apart_gets_its_own_parts_back_along_the_chain(conference, host):
    a, b, c = [a_question(conference) for _ in range(3)]
    own = a.parts.get()
    merged([a], b, host)
    b.refresh_from_db()
    merged([b], c, host)

    a.refresh_from_db()
    back = unmerge(a, version=a.version, by=host)
    b.refresh_from_db()
    unmerge(b, version=b.version, by=host)

    assert back.state == QuestionState.RECEIVED
    assert back.parts.get() == own
    assert (b.parts.count(), c.parts.count()) == (1, 1)
    assert not Merging.objects.filter(undone_at=None).exists()
    assert Likeness.objects.filter(decided="different").count() == 2


def test_undoing_a_merge_puts_everything_back_as_it_stood(conference, host):
    source, into = a_question(conference), a_question(conference)
    source = select(source, wording="Câu A", kind="petition", topic=None, version=0, by=host)
    source = choose_for_hall(source, by=an_official(conference.host))
    merged([source], into, host, wording="Câu chung")

    undo(TriageStep.objects.last(), by=host)

    source.refresh_from_db()
    into.refresh_from_db()
    assert (source.state, source.hall_position) == (QuestionState.SELECTED, 1)
    assert into.wording == "Khi nào xã Phú Tân có nước sạch?"
    assert (source.parts.count(), into.parts.count()) == (1, 1)
    assert set(Likeness.objects.values_list("decided", flat=True)) == {""}
    undo(TriageStep.objects.get(verb="select"), by=host)
    assert state_of(source) == QuestionState.RECEIVED


def test_undoing_a_split_brings_the_pieces_back_together(conference, host):
    question = a_question(conference, wording=TWO, sender={"text": TWO})
    _, piece = split(question.parts.get(), cuts=[22], version=0, by=host)

    undo(TriageStep.objects.get().batch, by=host)

    question.refresh_from_db()
    assert question.wording == TWO
    assert question.parts.count() == 2
    assert state_of(piece) == QuestionState.MERGED


def test_undoing_a_separation_merges_again_with_all_in_between(conference, host):
    a, b, c = [a_question(conference) for _ in range(3)]
    merged([a], b, host)
    b.refresh_from_db()
    merged([b], c, host)
    a.refresh_from_db()
    unmerge(a, version=a.version, by=host)

    undo(TriageStep.objects.get(verb="unmerge"), by=host)
    b.refresh_from_db()
    unmerge(b, version=b.version, by=host)

    assert state_of(a) == QuestionState.MERGED
    assert (b.parts.count(), c.parts.count()) == (2, 1)


def test_only_its_doer_undoes_within_ten_minutes_what_nobody_has_changed(conference, host):
    question = a_question(conference)
    set_aside(question, reason="Ngoài phạm vi", version=0, by=host)
    step = TriageStep.objects.get()

    with pytest.raises(Forbidden, match="Chỉ người vừa làm"):
        undo(step, by=an_official(conference.host))
    with clock.at(clock.now() + timedelta(minutes=11)), pytest.raises(Refused, match="quá 10 phút"):
        undo(step, by=host)
    after_withdrawal(question.parts.get().submission)
    with pytest.raises(Refused, match="vừa sửa"):
        undo(step, by=host)


def test_a_step_is_undone_once(conference, host):
    set_aside(a_question(conference), reason="Ngoài phạm vi", version=0, by=host)
    step = TriageStep.objects.get()
    undo(step, by=host)

    with pytest.raises(Refused, match="Không có việc nào"):
        undo(step, by=host)


def test_an_agency_is_foreseen_and_that_can_be_undone(conference, host):
    question, agency = a_question(conference), an_agency("Sở Xây dựng", place=conference.place)

    assert set_lead(question, agency=agency, version=0, by=host).lead == agency
    undo(TriageStep.objects.get(), by=host)

    question.refresh_from_db()
    assert question.lead is None


def test_many_are_set_aside_at_once_and_come_back_at_once(conference, host):
    questions = [a_question(conference) for _ in range(3)]
    versions = {one.pk: 0 for one in questions}

    batch = in_bulk("set_aside", questions, versions=versions, by=host, reason="Ngoài phạm vi")
    assert {state_of(one) for one in questions} == {QuestionState.SET_ASIDE}

    undo(batch, by=host)
    assert {state_of(one) for one in questions} == {QuestionState.RECEIVED}


def test_of_many_all_or_none_and_the_preview_says_which_and_why(conference, host):
    fine, gone = a_question(conference), a_question(conference, state=QuestionState.REFERRED)
    marked = {"versions": {fine.pk: 0, gone.pk: 0}, "by": host, "reason": "Ngoài phạm vi"}

    looked = preview("set_aside", [fine, gone], **marked)
    with pytest.raises(Refused):
        in_bulk("set_aside", [fine, gone], **marked)

    assert looked.done == (fine,)
    assert [(q, "Đã chuyển" in why) for q, why in looked.left_out] == [(gone, True)]
    assert state_of(fine) == QuestionState.RECEIVED
    assert not TriageStep.objects.exists()
    assert not Entry.objects.exists()


def test_a_held_question_tells_others_who_and_since_when(conference, host):
    question, other = a_question(conference), an_official(conference.host)
    first = hold(question, by=host)
    with clock.at(clock.now() + timedelta(seconds=90)):
        assert hold(question, by=host).since == first.since
    with clock.at(clock.now() + timedelta(seconds=180)):
        assert hold(question, by=other).held_by == host
    with clock.at(clock.now() + timedelta(seconds=300)):
        assert hold(question, by=other).held_by == other
        release(question, by=host)
        assert question.hold.held_by_id

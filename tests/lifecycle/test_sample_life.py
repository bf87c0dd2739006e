"""The two samples stand at different stages: one collects, one keeps its promises."""

from datetime import date
from types import SimpleNamespace

import pytest

from doithoai.budget.models import Settlement
from doithoai.budget.queries import money_table
from doithoai.budget.states import EstimateState, SettlementState
from doithoai.conclusions.queries import figures_of
from doithoai.delegates.queries import allocation_table, attendance_counts, seat_map
from doithoai.directory.actions import load_holidays, load_places
from doithoai.directory.models import Agency
from doithoai.directory.queries import work_calendar
from doithoai.documents.models import IssuedDocument, PaperKind
from doithoai.hall.models import AudienceQuestion, Session, Turn
from doithoai.hall.states import AudienceState, SessionState, TurnState
from doithoai.lifecycle.demonstration import load_demonstration
from doithoai.lifecycle.rail import rail_of
from doithoai.lifecycle.standing import standing_of
from doithoai.outbox.models import Message, MessageChannel
from doithoai.questions.models import PassOn, Question
from doithoai.questions.queries.letters import keepers_of
from doithoai.questions.rules import calls_it_a_letter
from doithoai.questions.states import QuestionState

OCTOBER = date(2024, 10, 7)


@pytest.fixture(scope="module")
def laid_samples(laid_once):
    """Both conferences on 7/10/2024."""
    with laid_once(both) as samples:
        yield samples


@pytest.fixture
def samples(laid_samples, db):
    return laid_samples


def both():
    load_places(by=None)
    load_holidays(by=None)
    tien_giang, cao_bang = load_demonstration()
    return SimpleNamespace(tien_giang=tien_giang, cao_bang=cao_bang)


def stops(conference):
    rail = rail_of(conference, standing_of(conference, today=OCTOBER), today=OCTOBER)
    return {stop.key: stop for stop in rail.stops}


def test_agencies_with_something_due_have_been_told(samples):
    told = Message.objects.filter(to_user__agency=samples.tien_giang.office)

    assert told.filter(channel=MessageChannel.IN_APP).exists()


def test_tien_giang_collects(samples):
    found = stops(samples.tien_giang)

    assert found["delegates"].count == "118 / 150 đã cử"
    assert found["budget"].count == "14 / 17 dòng đã xét"
    assert found["hall"].state == found["conclusions"].state == "todo"
    assert samples.tien_giang.estimate.state == EstimateState.SUBMITTED


def test_every_seat_of_both_tables_is_shared_out(samples):
    shared = {
        one.place.code: allocation_table(one).allocated
        for one in (samples.tien_giang, samples.cao_bang)
    }

    assert shared == {"tien-giang": 150, "cao-bang": 450}


def test_cao_bang_has_been_held(samples):
    session = Session.objects.get(conference=samples.cao_bang)
    counts = attendance_counts(samples.cao_bang)

    assert session.state == SessionState.CLOSED
    assert session.minutes.signed_at.date() == date(2022, 5, 25)
    assert counts.present == 405
    assert seat_map(samples.cao_bang).plan.confirmed_at is not None


def test_as_many_come_as_the_plan_invites_and_each_has_a_seat(samples):
    hall = seat_map(samples.cao_bang)

    assert (hall.people, len(hall.unseated)) == (450, 0)
    assert hall.faults == []


def test_each_turn_in_the_hall_was_answered_in_its_own_words(samples):
    turns = Turn.objects.filter(session__conference=samples.cao_bang, state=TurnState.ANSWERED)
    notes = list(turns.values_list("note", flat=True))

    assert len(set(notes)) == len(notes) == 13
    assert all(notes)


def test_a_reason_stands_where_money_differs_and_nowhere_else(samples):
    settlement = Settlement.objects.get(estimate__conference=samples.cao_bang)
    table = money_table(settlement.estimate, [])

    assert [bool(row.reason) for row in table.rows] == [row.difference != 0 for row in table.rows]


def test_every_question_of_cao_bang_has_its_outcome(samples):
    states = set(Question.objects.filter(conference=samples.cao_bang).values_list("state"))

    ends = (QuestionState.ANSWERED, QuestionState.SET_ASIDE, QuestionState.PASSED_ON)
    assert states == {(state,) for state in ends}


def test_no_letter_of_a_sample_is_left_aside_and_its_keepers_are_named(samples):
    aside = Question.objects.filter(state=QuestionState.SET_ASIDE)

    assert not [one.code for one in aside if calls_it_a_letter(one.reason)]
    assert PassOn.objects.filter(sent_on__isnull=False).count() == 4
    assert len(keepers_of(samples.cao_bang)) == 2


def test_what_telephones_sent_has_its_answer_too(samples):
    sent = AudienceQuestion.objects.filter(session__conference=samples.cao_bang)
    received = sent.exclude(state=AudienceState.REFUSED)

    assert {one.state for one in received} == {AudienceState.TAKEN, AudienceState.RECEIVED}
    assert {one.submission.parts.get().question.state for one in received} == {
        QuestionState.ANSWERED
    }


def test_its_promises_have_met_different_fates(samples):
    made = samples.cao_bang.commitments.all()
    found = figures_of(made, today=OCTOBER, calendar=work_calendar())

    assert (found.total, found.in_time, found.late, found.reported, found.kept) == (9, 2, 1, 1, 5)


def test_its_money_is_settled(samples):
    settlement = Settlement.objects.get(estimate__conference=samples.cao_bang)

    assert settlement.state == SettlementState.ACCEPTED


def test_cao_bang_keeps_its_papers_with_their_numbers(samples):
    documents = IssuedDocument.objects.filter(conference=samples.cao_bang)
    letters = documents.filter(kind=PaperKind.REFERRAL).order_by("number")
    agencies = Agency.objects.filter(referrals__question__conference=samples.cao_bang).distinct()

    numbers = {one.kind: one.full_number for one in documents.exclude(kind=PaperKind.REFERRAL)}
    assert numbers == {
        PaperKind.PLAN: "1086/KH-UBND",
        PaperKind.PROGRAMME: "",
        PaperKind.MINUTES: "12/BB-LĐLĐ",
        PaperKind.NOTICE: "1390/TB-UBND",
        PaperKind.PRESS_KIT: "",
        PaperKind.REPORT: "85/BC-LĐLĐ",
    }
    assert letters[0].number == 1120
    assert letters.count() == agencies.count()
    days = [letter.issued_on for letter in letters]
    assert days == sorted(days)

"""Nothing that people sent is lost or counted twice, whatever officials do with it."""

import random
from datetime import timedelta

import pytest
from django.db import transaction
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

from doithoai.audit import clock
from doithoai.outbox.models import Message
from doithoai.questions.actions import (
    correct,
    hand_over,
    in_bulk,
    merge,
    pass_on,
    receive,
    restore,
    select,
    set_aside,
    split,
    take_back,
    undo,
    unmerge,
    withdraw,
)
from doithoai.questions.models import Part, Question, Submission, TriageStep
from doithoai.questions.queries import questions_of
from doithoai.questions.queries.sorting import conservation_faults
from doithoai.questions.states import HALL_STATES, OPEN_STATES, QuestionState
from doithoai.workflow import Refused
from tests.builders import a_conference, a_question, an_official

pytestmark = pytest.mark.django_db

SLIPS = (
    "Khi nào xã có nước sạch? Đường ấp 3 hỏng, ai sửa? Tôi khiếu nại quyết định thu hồi đất.",
    "Đề nghị hỗ trợ vay vốn. Đề nghị mở lớp nghề.",
    "Bao giờ có nước sạch?",
)
PICK = st.integers(min_value=0, max_value=50)


class Sorting(RuleBasedStateMachine):
    """Officials and senders do, in any order, whatever the actions let them do."""

    def __init__(self):
        super().__init__()
        self.savepoint = transaction.savepoint()
        self.conference = a_conference()
        self.host = an_official(self.conference.host)
        self.office = an_official(self.conference.office)
        self.sent = {}
        self.minutes = 0

    def teardown(self):
        transaction.savepoint_rollback(self.savepoint)

    def question(self, pick, *states):
        found = self.conference.questions.order_by("number")
        found = list(found.filter(state__in=states) if states else found)
        return found[pick % len(found)] if found else None

    def do(self, call):
        """A deed that is refused changes nothing; that is right as well."""
        self.minutes += 3
        moment = clock.now() + timedelta(minutes=self.minutes)
        try:
            with clock.at(moment), transaction.atomic():
                call()
        except Refused:
            pass

    @initialize()
    def some_are_there(self):
        self.a_list_is_taken_in(4)

    @rule(slip=st.sampled_from(SLIPS))
    def one_is_sent(self, slip):
        sent = receive(self.conference, text=slip, by=None)
        self.sent[sent.pk] = slip

    @rule(count=st.integers(min_value=2, max_value=4))
    def a_list_is_taken_in(self, count):
        for place in range(count):
            slip = SLIPS[place % len(SLIPS)]
            sent = receive(self.conference, text=slip, by=self.host, channel="union")
            self.sent[sent.pk] = slip

    @rule(pick=PICK, seed=st.integers(min_value=0, max_value=9))
    def split(self, pick, seed):
        question = self.question(pick)
        part = question and question.parts.first()
        if part:
            spots = range(part.start + 1, part.end)
            cuts = sorted(random.Random(seed).sample(spots, min(2, len(spots))))
            self.do(lambda: split(part, cuts=cuts, version=question.version, by=self.host))

    @rule(one=PICK, two=PICK, into=PICK, words=st.sampled_from([None, "Câu chung"]))
    def merge(self, one, two, into, words):
        target = self.question(into, "received", "selected")
        sources = (self.question(one, *OPEN_STATES), self.question(two, *OPEN_STATES))
        picked = {one.pk: one for one in sources if one}
        if target:
            picked.pop(target.pk, None)
            versions = {q.pk: q.version for q in (*picked.values(), target)}
            given = {"into": target, "wording": words, "versions": versions, "by": self.host}
            self.do(lambda: merge(list(picked.values()), **given))

    @rule(pick=PICK)
    def take_apart(self, pick):
        one = self.question(pick, QuestionState.MERGED)
        if one:
            self.do(lambda: unmerge(one, version=one.version, by=self.host))

    @rule(pick=PICK, deed=st.sampled_from(["select", "set_aside", "restore", "take_back"]))
    def decide(self, pick, deed):
        one = self.question(pick)
        if one is None:
            return
        given = {"version": one.version, "by": self.host}
        words = {"wording": "Câu chính thức", "kind": "petition", "topic": None}
        deeds = {
            "select": lambda: select(one, **words, **given),
            "set_aside": lambda: set_aside(one, reason="Ngoài phạm vi", **given),
            "restore": lambda: restore(one, **given),
            "take_back": lambda: take_back(one, **given),
        }
        self.do(deeds[deed])

    @rule(pick=PICK, kind=st.sampled_from(["complaint", "denunciation"]))
    def pass_on(self, pick, kind):
        one = self.question(pick)
        if one:
            paper = {"kind": kind, "paper": "transfer", "body": "Thanh tra tỉnh", "ground": "Đơn"}
            self.do(lambda: pass_on(one, **paper, version=one.version, by=self.host))

    @rule(pick=PICK)
    def many_at_once(self, pick):
        found = self.conference.questions.filter(state__in=["received", "selected"])
        marked = list(found.order_by("number")[pick : pick + 2])
        if marked:
            seen = {"versions": {one.pk: one.version for one in marked}, "by": self.host}
            self.do(lambda: in_bulk("set_aside", marked, reason="Ngoài phạm vi", **seen))

    @rule(pick=PICK)
    def withdraw(self, pick):
        slips = list(Submission.objects.filter(pk__in=self.sent, withdrawn_at=None).order_by("pk"))
        if slips:
            slip = slips[pick % len(slips)]
            withdraw(slip)

    @rule(pick=PICK, slip=st.sampled_from(SLIPS))
    def put_in_other_words(self, pick, slip):
        slips = list(Submission.objects.filter(pk__in=self.sent).order_by("pk"))
        if slips:
            self.do(lambda: correct(slips[pick % len(slips)], text=f"{slip} Xin cảm ơn."))

    @rule()
    def the_table_goes_to_the_office(self):
        self.do(lambda: hand_over(self.conference, note="", by=self.host))

    @rule(back=st.integers(min_value=0, max_value=2))
    def undo(self, back):
        steps = list(TriageStep.objects.filter(undone_at=None).order_by("-pk")[: back + 1])
        if steps:
            self.do(lambda: undo(steps[-1], by=self.host))

    @invariant()
    def nothing_is_lost_or_double(self):
        assert conservation_faults(self.conference) == []

    @invariant()
    def the_office_is_told_of_each_question_it_holds_that_is_chosen_no_more(self):
        handed = self.conference.questions.exclude(compilations=None)
        for question in handed.exclude(state__in=HALL_STATES):
            told = Message.objects.filter(key__startswith=f"told.office.{question.pk}.")
            assert question.get_state_display() in told.first().body

    @invariant()
    def what_was_sent_stays_as_it_was_sent(self):
        assert dict(Submission.objects.filter(pk__in=self.sent).values_list("pk", "text")) == (
            self.sent
        )

    @invariant()
    def senders_are_counted_right(self):
        for question in questions_of(self.conference):
            standing = Part.objects.filter(question=question, submission__withdrawn_at=None)
            assert question.asked == len(set(standing.values_list("submission", flat=True)))


def test_no_order_of_deeds_loses_or_doubles_anything():
    run_state_machine_as_test(
        Sorting,
        settings=settings(
            max_examples=6,
            stateful_step_count=20,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )


def long_walk(seed, deeds=50):
    """Deeds by chance, most of them moving parts: the long chains that short examples lack."""
    chance, machine = random.Random(seed), Sorting()

    def pick():
        return chance.randrange(50)

    walks = [
        *[lambda: machine.merge(pick(), pick(), pick(), None)] * 3,
        *[lambda: machine.take_apart(pick())] * 3,
        *[lambda: machine.undo(pick() % 3)] * 2,
        lambda: machine.split(pick(), pick() % 10),
        lambda: machine.decide(pick(), chance.choice(["select", "restore", "take_back"])),
        machine.the_table_goes_to_the_office,
        lambda: machine.pass_on(pick(), "complaint"),
        lambda: machine.withdraw(pick()) if pick() < 10 else None,
        lambda: machine.one_is_sent(chance.choice(SLIPS)),
        lambda: machine.put_in_other_words(pick(), chance.choice(SLIPS)),
    ]
    machine.some_are_there()
    for _ in range(deeds):
        chance.choice(walks)()
        assert conservation_faults(machine.conference) == []
        machine.the_office_is_told_of_each_question_it_holds_that_is_chosen_no_more()
    machine.what_was_sent_stays_as_it_was_sent()
    machine.senders_are_counted_right()


@pytest.mark.parametrize("seed", range(2, 6))
def test_no_long_chain_of_mergings_loses_or_doubles_anything(seed):
    long_walk(seed)


def test_a_lost_piece_is_named():
    question = a_question(sender={"text": "Một. Hai."})
    Part.objects.update(end=4, text="Một.")

    faults = conservation_faults(question.conference)

    code = question.parts.get().submission.code
    assert faults == [f"Phiếu {code}: các phần thiếu từ ký tự 4."]


def test_a_submission_without_parts_and_an_empty_question_are_named():
    question = a_question()
    code = question.parts.get().submission.code
    question.parts.all().delete()

    assert conservation_faults(question.conference) == [
        f"Phiếu {code}: các phần thiếu từ ký tự 0.",
        "Nhận 1 phiếu, có kết quả phân loại 0 phiếu.",
        "C-001: không có phiếu nào.",
    ]


def test_a_merged_question_that_keeps_parts_is_named():
    one = a_question()
    other = a_question(one.conference)
    Question.objects.filter(pk=other.pk).update(state=QuestionState.MERGED, merged_into=one)

    assert conservation_faults(one.conference) == [
        "C-002: đã gộp mà còn giữ 1 phần.",
        "C-002: nơi gộp đến không khớp với lần gộp.",
    ]


def test_a_letter_without_its_passing_on_is_named():
    question = a_question()
    Question.objects.update(state=QuestionState.PASSED_ON, kind="complaint")

    assert conservation_faults(question.conference) == [
        "C-001: trạng thái không khớp với việc chuyển đơn."
    ]

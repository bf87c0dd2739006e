"""Comparing only what a deed touches leaves the same as comparing every question again."""

from collections.abc import Callable

from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from doithoai.directory.models import User
from doithoai.questions.actions import correct, merge, unmerge, withdraw
from doithoai.questions.actions.comparing import likening
from doithoai.questions.actions.comparing.working import compare_anew, compare_waiting
from doithoai.questions.actions.decisions import restore, set_aside
from doithoai.questions.actions.parting import keep_apart
from doithoai.questions.models import Likeness, Question, Suggestion
from doithoai.questions.states import LISTED_STATES, OPEN_STATES, QuestionState
from doithoai.workflow import Refused
from tests.builders import a_conference, a_question, an_official

TEXTS = (
    "Đường ống nước sạch ở xã Phú Tân bị vỡ hai tháng nay, khi nào sửa xong?",
    "Duong ong nuoc sach o xa Phu Tan bi vo hai thang nay, khi nao sua xong",
    "Nước sạch xã Phú Tân bao giờ có lại, đường ống vỡ chưa ai sửa.",
    "Đề nghị mở thêm lớp mẫu giáo cho con công nhân khu công nghiệp Tân Hương.",
    "De nghi mo them lop mau giao cho con cong nhan khu cong nghiep Tan Huong",
    "Lớp mẫu giáo cho con công nhân Tân Hương: khi nào mở thêm lớp?",
    "Mức hỗ trợ tiền điện cho hộ nghèo năm nay là bao nhiêu?",
)


def ask(one: Question, other: Question, text: str, by: User) -> None:
    a_question(one.conference, wording=text, sender={"text": text})


def say_otherwise(one: Question, other: Question, text: str, by: User) -> None:
    correct(one.parts.first().submission, text=text, by=by)


def take_back(one: Question, other: Question, text: str, by: User) -> None:
    withdraw(one.parts.first().submission)


def put_together(one: Question, other: Question, text: str, by: User) -> None:
    if one.state in OPEN_STATES and one != other:
        versions = {one.pk: one.version, other.pk: other.version}
        merge([one], into=other, versions=versions, by=by)


def take_apart(one: Question, other: Question, text: str, by: User) -> None:
    for merged in one.conference.questions.filter(state=QuestionState.MERGED).order_by("pk")[:1]:
        unmerge(merged, version=merged.version, by=by)


def tell_apart(one: Question, other: Question, text: str, by: User) -> None:
    if one != other:
        keep_apart(one, other, by=by)


def leave_out(one: Question, other: Question, text: str, by: User) -> None:
    set_aside(one, reason="out_of_scope", version=one.version, by=by)


def take_in_again(one: Question, other: Question, text: str, by: User) -> None:
    restore(one, version=one.version, by=by)


DEEDS: tuple[Callable[[Question, Question, str, User], None], ...] = (
    ask,
    say_otherwise,
    take_back,
    put_together,
    take_apart,
    tell_apart,
    leave_out,
    take_in_again,
)
numbers = st.integers(0, 99)
deeds = st.lists(
    st.tuples(st.sampled_from(DEEDS), numbers, numbers, st.sampled_from(TEXTS)),
    min_size=3,
    max_size=6,
)


class ComparingAgain(TestCase):
    """A law of the worker."""

    @settings(max_examples=4, phases=[Phase.generate])
    @given(deeds)
    def test_leaves_what_comparing_all_anew_leaves(self, done: list) -> None:
        conference = a_conference()
        by = an_official(conference.host)
        for text in TEXTS[:5]:
            a_question(conference, wording=text, sender={"text": text})
        compare_waiting()
        for deed, first, last, text in done:
            listed = list(conference.questions.filter(state__in=LISTED_STATES).order_by("pk"))
            if listed:
                self._do(deed, listed[first % len(listed)], listed[last % len(listed)], text, by)
        one_by_one = kept()
        likening._same_matter.cache_clear()
        compare_anew()
        assert one_by_one == kept()

    def _do(self, deed: Callable, *given: object) -> None:
        try:
            deed(*given)
        except Refused:
            return
        compare_waiting()


def kept() -> tuple[list, list]:
    """What is kept of questions that are listed: how like they are, and their groups."""
    listed = {"one__state__in": LISTED_STATES, "other__state__in": LISTED_STATES}
    pairs = Likeness.objects.filter(**listed).order_by("one", "other")
    groups = Suggestion.objects.filter(question__state__in=LISTED_STATES).order_by("question")
    fields = ("one", "other", "score", "is_near_duplicate", "reasons", "decided")
    return list(pairs.values_list(*fields)), list(groups.values_list("question", "group"))

"""Open questions about one matter are proposed together, whatever order they came in."""

import random

import pytest

from doithoai.questions.actions.comparing import likening
from doithoai.questions.actions.comparing.grouping import regroup
from doithoai.questions.actions.comparing.working import compare_anew, compare_waiting
from doithoai.questions.models import Likeness, Question, Sameness, Suggestion
from doithoai.questions.queries.comparing import groups_of
from doithoai.questions.states import QuestionState
from tests.builders import a_conference, a_question

pytestmark = pytest.mark.django_db

TEXTS = [
    "Đường ống nước sạch ở xã Phú Tân bị vỡ hai tháng nay, khi nào sửa xong?",
    "Duong ong nuoc sach o xa Phu Tan bi vo hai thang nay, khi nao sua xong",
    "Đường ống nước sạch ở xã Phú Tân vỡ hai tháng nay khi nào sửa xong ạ?",
    "Đề nghị mở thêm lớp mẫu giáo cho con công nhân khu công nghiệp Tân Hương.",
    "De nghi mo them lop mau giao cho con cong nhan khu cong nghiep Tan Huong",
    "Mức hỗ trợ tiền điện cho hộ nghèo năm nay là bao nhiêu?",
]


def asked(texts, **over):
    conference = a_conference()
    for text in texts:
        a_question(conference, wording=text, sender={"text": text}, **over)
    return conference


def said(conference) -> set[frozenset[str]]:
    return {frozenset(one.wording for one in each) for each in groups_of(conference).values()}


def test_groups_are_named_by_their_smallest_number() -> None:
    conference = asked(TEXTS)
    compare_waiting()
    numbers = {key: [one.number for one in each] for key, each in groups_of(conference).items()}
    assert numbers == {1: [1, 2, 3], 4: [4, 5]}


def test_the_order_in_which_questions_come_changes_nothing() -> None:
    turned = random.Random(4).sample(TEXTS, len(TEXTS))
    at_once, one_by_one = asked(TEXTS), asked(turned[:3])
    compare_waiting()
    for text in turned[3:]:
        a_question(one_by_one, wording=text, sender={"text": text})
        compare_waiting()
    assert said(one_by_one) == said(at_once)
    compare_anew()
    assert said(one_by_one) == said(at_once)


def test_what_officials_put_apart_or_together_is_kept() -> None:
    conference = asked(TEXTS)
    compare_waiting()
    one, two, *_, four, _, six = conference.questions.order_by("number")
    for low, high, decided in ((one, two, Sameness.DIFFERENT), (four, six, Sameness.SAME)):
        Likeness.objects.update_or_create(one=low, other=high, defaults={"decided": decided})
    regroup(conference)
    groups = groups_of(conference)
    assert six in groups[4]
    assert not any({one, two} <= set(members) for members in groups.values())


def test_decisions_that_contradict_each_other_stop_nothing() -> None:
    conference = asked(TEXTS[:3])
    compare_waiting()
    one, two, three = conference.questions.order_by("number")
    said_of = ((one, two, "same"), (two, three, "same"), (one, three, "different"))
    for low, high, decided in said_of:
        Likeness.objects.update_or_create(one=low, other=high, defaults={"decided": decided})
    regroup(conference)
    assert not any({one, three} <= set(members) for members in groups_of(conference).values())


def test_one_text_sent_by_many_more_than_are_compared_is_one_group(monkeypatch) -> None:
    monkeypatch.setattr(likening, "CANDIDATES", 2)
    monkeypatch.setattr(likening, "SMALL", 0)
    conference = asked([TEXTS[0]] * 12)
    compare_waiting()
    Likeness.objects.filter(one__number__gt=3).delete()
    regroup(conference)
    assert [len(members) for members in groups_of(conference).values()] == [12]


def test_what_is_referred_or_sealed_stands_in_no_group() -> None:
    conference = asked(TEXTS)
    compare_waiting()
    Question.objects.filter(conference=conference, number=5).update(state=QuestionState.REFERRED)
    regroup(conference)
    assert list(groups_of(conference)) == [1]
    assert Suggestion.objects.get(question__number=4).group is None


def test_two_that_are_alike_tell_why() -> None:
    conference = asked(
        ["Khi nào sửa đường ống nước xã Phú Tân?", "Đường ống nước Phú Tân bao giờ sửa?"]
    )
    compare_waiting()
    assert all(row.reasons[0]["why"] for row in Likeness.objects.filter(one__conference=conference))

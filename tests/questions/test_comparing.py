"""Words, proposals and likeness are kept in the background, and of nothing that is sealed."""

from datetime import timedelta

import pytest
from django_tasks_db.models import DBTaskResult

from doithoai.audit import clock
from doithoai.matching.terms import EVERY
from doithoai.questions.actions import merge, undo
from doithoai.questions.actions.comparing import compare_later
from doithoai.questions.actions.comparing.keeping import keep_words
from doithoai.questions.actions.comparing.working import compare_anew, compare_waiting
from doithoai.questions.actions.parting import compare_again, keep_apart
from doithoai.questions.models import (
    Likeness,
    Part,
    PartWords,
    Posting,
    Question,
    Sameness,
    SearchText,
    Suggestion,
    Term,
    TriageStep,
)
from doithoai.questions.queries.comparing import like_public, like_questions, waiting_questions
from doithoai.questions.queries.grouping import proposed_groups
from doithoai.questions.states import QuestionState
from doithoai.workflow import Refused
from tests.builders import a_conference, a_place, a_question, an_agency, an_official

pytestmark = pytest.mark.django_db

WATER = "Đường ống nước sạch ở xã Phú Tân bị vỡ hai tháng nay, khi nào sửa xong?"
BARE = "Duong ong nuoc sach o xa Phu Tan bi vo hai thang nay, khi nao sua xong"
SCHOOL = "Đề nghị mở thêm lớp mẫu giáo cho con công nhân khu công nghiệp Tân Hương."


def asked(text: str, conference, **over) -> Question:
    return a_question(conference, wording=text, sender={"text": text}, **over)


def test_the_same_text_without_diacritics_is_found_with_its_reason() -> None:
    conference = a_conference()
    one, other = asked(WATER, conference), asked(BARE, conference)
    asked(SCHOOL, conference)
    assert compare_waiting() == 3
    like = Likeness.objects.get(is_near_duplicate=True)
    assert (like.one, like.other) == (one, other)
    assert like.reasons[0]["why"]
    assert [found.question for found in like_questions(one)] == [other]


def test_comparing_twice_changes_nothing() -> None:
    conference = a_conference()
    asked(WATER, conference)
    asked(BARE, conference)
    compare_waiting()
    kept = [list(table.objects.order_by("pk").values()) for table in (Term, Posting, PartWords)]
    assert compare_waiting() == 0
    compare_anew()
    assert kept == [
        list(table.objects.order_by("pk").values()) for table in (Term, Posting, PartWords)
    ]


def test_frequencies_follow_the_words_of_a_part() -> None:
    part = asked(WATER, a_conference()).parts.get()
    keep_words([part])
    assert Term.objects.get(pk=EVERY).parts == 1
    part.text = SCHOOL
    keep_words([part])
    held = set(Posting.objects.values_list("hash", flat=True))
    assert set(Term.objects.filter(parts=1).values_list("pk", flat=True)) == {*held, EVERY}


def test_a_changed_question_waits_again() -> None:
    question = asked(WATER, a_conference())
    compare_waiting()
    assert not waiting_questions().exists()
    Question.objects.filter(pk=question.pk).update(version=question.version + 1)
    assert waiting_questions().get() == question


@pytest.mark.parametrize("state", [QuestionState.PASSED_ON, QuestionState.WITHDRAWN])
def test_nothing_is_kept_of_what_is_sealed(state: str) -> None:
    conference = a_conference()
    one, other = asked(WATER, conference), asked(BARE, conference)
    compare_waiting()
    kind = {"kind": "complaint"} if state == QuestionState.PASSED_ON else {}
    Question.objects.filter(pk=other.pk).update(state=state, **kind)
    assert like_questions(one) == []
    compare_waiting()
    assert not PartWords.objects.filter(part__question=other).exists()
    assert not SearchText.objects.filter(question=other).exists()
    assert not Suggestion.objects.filter(question=other).exists()
    assert Term.objects.get(pk=EVERY).parts == 1


def test_what_an_official_decided_is_never_written_over() -> None:
    conference = a_conference()
    one, other = asked(WATER, conference), asked(BARE, conference)
    Likeness.objects.create(one=one, other=other, decided=Sameness.DIFFERENT)
    compare_waiting()
    assert Likeness.objects.get().decided == Sameness.DIFFERENT
    assert like_questions(one) == []


def test_kind_and_agencies_are_proposed_with_their_reasons() -> None:
    place = a_place()
    health = an_agency("Sở Y tế", key="so-y-te", place=place)
    conference = a_conference(place=place)
    asked(
        "Trạm y tế xã thiếu thuốc bảo hiểm, bệnh nhân phải mua ngoài, khi nào có thuốc?", conference
    )
    compare_waiting()
    kept = Suggestion.objects.get()
    assert kept.kind == "question"
    assert kept.kind_reasons
    assert kept.agencies[0]["agency"] == health.pk
    assert kept.agencies[0]["reason"]


def test_answered_questions_of_earlier_years_are_like_too() -> None:
    place = a_place()
    before = a_conference(place=place, year=2023)
    asked(WATER, before, state=QuestionState.ANSWERED)
    asked(SCHOOL, before, state=QuestionState.ANSWERED)
    now = asked(BARE, a_conference(place=place))
    compare_waiting()
    assert [like.question.conference for like in like_questions(now)] == [before]


def test_a_writer_sees_only_questions_already_chosen() -> None:
    conference = a_conference()
    asked(BARE, conference)
    chosen = asked(WATER, conference, state=QuestionState.SELECTED)
    compare_waiting()
    assert like_public(conference, WATER[:40]) == [chosen]
    assert like_public(conference, "đường nước") == []


def test_many_deeds_lay_one_task() -> None:
    for _ in range(3):
        compare_later()
    assert DBTaskResult.objects.count() == 1


def test_personal_data_is_in_no_word() -> None:
    asked("Gọi lại cho tôi số 0912345678 về việc nước sạch xã Phú Tân.", a_conference())
    compare_waiting()
    assert "0912345678" not in PartWords.objects.get().fold.replace(" ", "")
    assert Part.objects.get().text.count("0912345678") == 1


def test_questions_said_to_differ_are_proposed_together_no_more() -> None:
    conference = a_conference()
    for text in (WATER, BARE):
        asked(text, conference)
    compare_waiting(conference)
    (group,) = proposed_groups(conference)

    one, other = group.questions
    keep_apart(one, other, by=an_official(conference.host))
    compare_waiting(conference)
    assert proposed_groups(conference) == []


def a_parted_pair():
    """Two questions alike, said to differ by a host; the host."""
    conference = a_conference()
    for text in (WATER, BARE):
        asked(text, conference)
    compare_waiting(conference)
    host = an_official(conference.host)
    keep_apart(*conference.questions.all(), by=host)
    return conference, host


def test_said_to_differ_can_be_undone() -> None:
    conference, host = a_parted_pair()
    undo(TriageStep.objects.get(), by=host)
    compare_waiting(conference)

    assert len(proposed_groups(conference)) == 1


def test_said_to_differ_can_be_taken_back_long_after() -> None:
    conference, host = a_parted_pair()
    with clock.at(clock.now() + timedelta(days=3)):
        compare_again(Likeness.objects.get(decided="different"), by=host)
        compare_waiting(conference)

        assert len(proposed_groups(conference)) == 1
        with pytest.raises(Refused, match="Không có việc nào"):
            undo(TriageStep.objects.get(), by=host)


def test_said_to_differ_is_not_undone_once_merged() -> None:
    conference, host = a_parted_pair()
    one, other = conference.questions.all()
    merge([other], into=one, versions={one.pk: one.version, other.pk: other.version}, by=host)

    with pytest.raises(Refused, match="được ghi khác đi"):
        undo(TriageStep.objects.filter(verb="keep_apart").get(), by=host)

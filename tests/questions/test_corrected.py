"""What a sender corrects is compared again, and nothing is kept of the words before."""

import pytest
from django_tasks_db.models import DBTaskResult

from doithoai.questions.actions import correct
from doithoai.questions.actions.comparing.working import compare_anew, compare_waiting
from doithoai.questions.models import Likeness, PartWords, Question, SearchText, Term
from doithoai.questions.queries.comparing import waiting_questions
from doithoai.questions.queries.searching import search
from tests.builders import a_conference, a_question

pytestmark = pytest.mark.django_db

WATER = "Đường ống nước sạch ở xã Phú Tân bị vỡ hai tháng nay, khi nào sửa xong?"
BARE = "Duong ong nuoc sach o xa Phu Tan bi vo hai thang nay, khi nao sua xong"
SCHOOL = "Đề nghị mở thêm lớp mẫu giáo cho con công nhân khu công nghiệp Tân Hương."


@pytest.fixture
def corrected() -> Question:
    """One of two that were alike, compared, then corrected to something else."""
    conference = a_conference()
    one, _ = (a_question(conference, wording=t, sender={"text": t}) for t in (WATER, BARE))
    compare_waiting()
    DBTaskResult.objects.all().delete()
    correct(one.parts.get().submission, text=SCHOOL)
    one.refresh_from_db()
    return one


def found(typed: str) -> list[int]:
    return [hit.question for hit in search(typed, Question.objects.all()).hits]


def test_a_correction_makes_its_question_wait_and_wakes_the_worker(corrected) -> None:
    assert waiting_questions().get() == corrected
    assert DBTaskResult.objects.count() == 1


def test_nothing_is_kept_of_the_words_before_a_correction(corrected) -> None:
    assert compare_waiting() == 1
    assert not Likeness.objects.exists()
    assert corrected.pk not in found("nuoc sach")
    assert found("lớp mẫu giáo") == [corrected.pk]
    words = PartWords.objects.get(part__question=corrected)
    assert "nuoc" not in words.fold.split()
    assert not waiting_questions().exists()


def test_a_correction_leaves_what_comparing_all_anew_would(corrected) -> None:
    tables = (Term.objects.filter(parts__gt=0), PartWords.objects, Likeness.objects)
    compare_waiting()
    kept = [list(table.order_by("pk").values()) for table in tables]
    compare_anew()
    assert kept == [list(table.order_by("pk").values()) for table in tables]


def test_a_correction_while_the_worker_compares_waits_for_the_next_turn(
    corrected, monkeypatch
) -> None:
    read = Question.objects.get(pk=corrected.pk)
    correct(corrected.parts.get().submission, text=BARE)
    monkeypatch.setattr(
        "doithoai.questions.actions.comparing.working._heap",
        lambda _, last, size: [] if last else [read],
    )
    compare_waiting()
    assert waiting_questions().get() == corrected
    assert SearchText.objects.get(question=corrected).of_version == read.version

"""The nightly count that nothing was lost."""

import pytest
from django.core.management import CommandError, call_command

from doithoai.questions.models import Part, Question
from tests.builders import a_conference, a_question

pytestmark = pytest.mark.django_db


def test_what_adds_up_is_told_in_a_line(capsys):
    conference = a_conference()
    a_question(conference)
    a_question(conference, state="answered")
    call_command("check_questions")

    told = f"{conference}: 2 phiếu, 2 phần, 1 đã có kết quả, 1 chưa"
    assert told in capsys.readouterr().out


def test_a_part_that_is_missing_is_told_and_fails(capsys):
    question = a_question(a_conference(), sender={"text": "Khi nào có nước? Khi nào có điện?"})
    Part.objects.filter(question=question).update(end=5, text="Khi n")
    with pytest.raises(SystemExit) as ended:
        call_command("check_questions", question.conference.slug)

    assert ended.value.code == 1
    assert question.parts.get().submission.code in capsys.readouterr().err


def test_a_conference_nobody_knows_is_told():
    with pytest.raises(CommandError, match="Không có hội nghị mang mã “khong-co”"):
        call_command("check_questions", "khong-co")


def test_a_question_without_parts_is_told(capsys):
    conference = a_conference()
    Question.objects.create(conference=conference, number=7, wording="Khi nào?")
    with pytest.raises(SystemExit):
        call_command("check_questions", conference.slug)

    assert "C-007" in capsys.readouterr().err

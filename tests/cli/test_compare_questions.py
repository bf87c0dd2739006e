"""The command that compares what waits."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from tests.builders import a_conference, a_question

pytestmark = pytest.mark.django_db


def said(*arguments: str) -> str:
    out = StringIO()
    call_command("compare_questions", *arguments, stdout=out)
    return out.getvalue().strip()


def test_only_what_waits_is_compared_unless_all_is_asked_for() -> None:
    conference = a_conference()
    a_question(conference)
    a_question()
    assert said(conference.slug) == "Đã so 1 câu."
    assert said() == "Đã so 1 câu."
    assert said() == "Đã so 0 câu."
    assert said("--all") == "Đã so 2 câu."


def test_an_unknown_conference_is_told() -> None:
    with pytest.raises(CommandError, match="Không có hội nghị"):
        said("khong-co")

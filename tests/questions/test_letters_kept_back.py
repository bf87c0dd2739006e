"""A letter is no question left out: it is passed on, and what may be one the chair is not shown."""

from importlib import import_module

import pytest
from django.apps import apps

from doithoai.questions.actions import select, set_aside
from doithoai.questions.actions.comparing.working import compare_waiting
from doithoai.questions.models import PassOn, Submission
from doithoai.questions.permissions import is_secret
from doithoai.questions.queries import neighbours, questions_for
from doithoai.questions.queries.searching import search
from doithoai.questions.rules import SET_ASIDE_REASONS, calls_it_a_letter
from doithoai.questions.states import QuestionState
from doithoai.workflow import Refused
from tests.builders import a_question, an_approver

LETTER = "Tôi tố cáo ông trưởng ấp nhận hối lộ 5 triệu đồng."
LEFT_OUT = "Nội dung là tố cáo, giải quyết theo Luật Tố cáo. Hướng dẫn gặp Ban Tiếp công dân."


@pytest.fixture
def chair(conference):
    return an_approver(conference.chair)


@pytest.mark.parametrize(
    ("reason", "is_letter"),
    [
        ("Là khiếu nại, tố cáo; gửi đơn đến Ban Tiếp công dân", True),
        ("Phiếu này là đơn tố cáo.", True),
        ("Noi dung la don thu khieu nai", True),
        ("Tòa án đang giải quyết khiếu nại này", False),
        ("Ngoài các nội dung của kế hoạch đối thoại", False),
    ],
)
def test_a_reason_that_calls_it_a_letter_is_known(reason, is_letter):
    assert calls_it_a_letter(reason) is is_letter


def test_no_ground_for_leaving_out_is_a_letter():
    assert not [one for one in SET_ASIDE_REASONS if "tố cáo" in one]


@pytest.mark.django_db
def test_a_letter_is_not_set_aside_in_any_words(conference, host):
    question = a_question(conference, wording=LETTER)

    with pytest.raises(Refused, match="Chuyển đơn theo luật"):
        set_aside(question, reason=LEFT_OUT, version=0, by=host)


@pytest.mark.django_db
def test_the_chair_is_not_shown_what_may_be_a_letter_until_it_is_chosen(conference, host, chair):
    plain, letter = a_question(conference), a_question(conference, wording=LETTER)
    compare_waiting(conference)

    assert list(questions_for(host)) == [plain, letter]
    assert list(questions_for(chair)) == [plain]
    assert not search("trưởng ấp", questions_for(chair)).hits
    assert neighbours(plain, chair) == (None, None)
    chosen = {"wording": "Xử lý việc thu tiền?", "kind": "feedback", "topic": None}
    select(letter, version=0, by=host, **chosen)
    assert list(questions_for(chair)) == [plain, letter]


@pytest.mark.django_db
def test_the_chair_is_shown_nothing_that_was_not_read_yet(conference, host, chair):
    a_question(conference, wording=LETTER)

    assert not questions_for(chair).exists()
    assert questions_for(host).exists()


@pytest.mark.django_db
def test_letters_set_aside_earlier_become_letters(conference, host, chair):
    aside = {
        "state": QuestionState.SET_ASIDE,
        "decided_by": host,
        "decided_at": "2024-09-20T08:00Z",
    }
    letter = a_question(conference, wording=LETTER, reason=LEFT_OUT, **aside)
    plain = a_question(conference, **aside)

    import_module("doithoai.questions.migrations.0007_letters_set_aside").pass_on(apps, None)

    letter.refresh_from_db()
    assert (letter.state, letter.kind, letter.reason) == ("passed_on", "denunciation", "")
    assert PassOn.objects.get().question == letter
    assert is_secret(Submission.objects.get(parts__question=letter))
    assert list(questions_for(chair)) == [plain]

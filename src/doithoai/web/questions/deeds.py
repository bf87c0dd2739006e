"""What may be decided of a question on its page."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from doithoai.directory.models import User
from doithoai.questions.actions import restore, select, set_aside
from doithoai.questions.models import Question
from doithoai.questions.states import LISTED_STATES, QUESTION_TRANSITIONS, QuestionState
from doithoai.web.questions.forms import DecisionForm, RestoreForm, SelectForm, SetAsideForm


@dataclass(frozen=True, slots=True)
class Deed:
    """A decision: its form, where it leads, its action, and what to say when it is done."""

    form: type[DecisionForm]
    state: QuestionState
    call: Callable[[Question, dict[str, Any], User], Question]
    done: str


DEEDS = {
    "chon": Deed(
        SelectForm,
        QuestionState.SELECTED,
        lambda question, data, by: select(question, by=by, **data),
        "Đã chọn {code}. Văn phòng sẽ chuyển cơ quan trả lời.",
    ),
    "de-ngoai": Deed(
        SetAsideForm,
        QuestionState.SET_ASIDE,
        lambda question, data, by: set_aside(
            question, reason=data["reason"], version=data["version"], by=by
        ),
        "Đã để {code} ra ngoài. Người gửi xem được lý do bằng mã biên nhận.",
    ),
    "tra-ve": Deed(
        RestoreForm,
        QuestionState.RECEIVED,
        lambda question, data, by: restore(question, version=data["version"], by=by),
        "Đã đưa {code} về mới nhận.",
    ),
}


def open_deeds(question: Question) -> set[str]:
    """The decisions the question's state allows."""
    if question.state not in LISTED_STATES:
        return set()
    following = QUESTION_TRANSITIONS.targets(question.state)
    return {name for name, deed in DEEDS.items() if deed.state in following}

"""What a person may do with an answer now: exactly one thing, by its state and their role."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms

from doithoai.answers.actions import appraise, approve, publish, save_draft, submit
from doithoai.answers.models import Answer, Referral
from doithoai.answers.permissions import may_appraise, may_approve, may_draft, may_publish
from doithoai.answers.queries import referrals_for
from doithoai.answers.states import WITH_AGENCY, AnswerState
from doithoai.directory.models import User
from doithoai.web.answers.forms import (
    AppraiseForm,
    ApproveForm,
    DraftForm,
    PublishForm,
    SubmitForm,
)


@dataclass(frozen=True, slots=True)
class Deed:
    """A deed: its form, its action, and what to say when it is done, by the state reached."""

    form: type[forms.Form]
    call: Callable[..., Answer]
    done: dict[str, str]


SENT_BACK = "Đã trả lại {code} cho {agency} kèm lý do."
DEEDS = {
    "luu": Deed(
        DraftForm,
        save_draft,
        {
            AnswerState.DRAFT: "Đã lưu dự thảo {code}. Nộp khi soạn xong.",
            AnswerState.RETURNED: "Đã lưu bản sửa {code}. Nộp lại khi sửa xong.",
        },
    ),
    "nop": Deed(
        SubmitForm,
        submit,
        {AnswerState.SUBMITTED: "Đã nộp câu trả lời {code}. Chờ thẩm định."},
    ),
    "tham-dinh": Deed(
        AppraiseForm,
        appraise,
        {
            AnswerState.APPRAISED: "Đã thẩm định {code}. Chờ Chủ tịch duyệt.",
            AnswerState.RETURNED: SENT_BACK,
        },
    ),
    "duyet": Deed(
        ApproveForm,
        approve,
        {
            AnswerState.APPROVED: "Đã duyệt {code}. Văn phòng sẽ công bố.",
            AnswerState.RETURNED: SENT_BACK,
        },
    ),
    "cong-bo": Deed(
        PublishForm,
        publish,
        {AnswerState.PUBLISHED: "Đã công bố {code}. Người hỏi xem được bằng mã biên nhận."},
    ),
}


def deed_for(user: User, answer: Answer) -> str:
    """The name of the deed that waits for this person on this answer, or ""."""
    if answer.state in WITH_AGENCY and may_draft(user, answer.referral):
        return "luu"
    if answer.state == AnswerState.SUBMITTED and may_appraise(user, answer):
        return "tham-dinh"
    if answer.state == AnswerState.APPRAISED and may_approve(user, answer):
        return "duyet"
    if answer.state == AnswerState.APPROVED and may_publish(user, answer):
        return "cong-bo"
    return ""


def next_to_do(user: User, answer: Answer) -> Referral | None:
    """The next question of the conference on which something waits for this person."""
    conference = answer.referral.question.conference_id
    others = referrals_for(user).filter(question__conference=conference).exclude(answer=answer)
    open_ones = others.exclude(answer__state=AnswerState.PUBLISHED).prefetch_related(None)
    return next((found for found in open_ones.iterator() if deed_for(user, found.answer)), None)


def blank_form(name: str, answer: Answer) -> forms.Form:
    """The form of a deed as the page opens it."""
    return DEEDS[name].form(initial={"version": answer.version, "body": answer.body})


def done_words(name: str, answer: Answer) -> str:
    """What to say when a deed is done."""
    referral = answer.referral
    words = DEEDS[name].done[answer.state]
    return words.format(code=referral.question.code, agency=referral.agency.name)


def act(name: str, answer: Answer, data: dict[str, Any], by: User) -> Answer:
    """Do it; raises Refused or Forbidden."""
    return DEEDS[name].call(answer, by=by, **data)

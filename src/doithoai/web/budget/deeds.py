"""What a person may do with an estimate now, by its state and their role."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms

from doithoai.budget import actions
from doithoai.budget.models import Estimate
from doithoai.budget.permissions import may_appraise, may_approve, may_write
from doithoai.budget.states import BEING_WRITTEN, EstimateState
from doithoai.directory.models import User
from doithoai.vietnamese.numbers import format_number
from doithoai.web.budget.forms import (
    AnswerForm,
    AppraiseForm,
    ApproveForm,
    SourceForm,
    TakeForm,
    VersionedForm,
)

SENT_BACK = "Đã trả lại dự toán kèm lý do. Cơ quan lập dự toán sửa rồi gửi lại."
APPROVED = "Đã duyệt dự toán. Cơ quan lập dự toán ghi chứng từ khi chi."


@dataclass(frozen=True, slots=True)
class Deed:
    """A deed on the whole estimate: its form and its action, which returns what to say."""

    form: type[forms.Form]
    call: Callable[[Estimate, dict[str, Any], User], str]


def _change_source(estimate: Estimate, data: dict[str, Any], by: User) -> str:
    changed = actions.change_source(estimate, by=by, **data)
    return f"Nguồn kinh phí: {changed.get_source_display()}."


def _take(estimate: Estimate, data: dict[str, Any], by: User) -> str:
    line = actions.take_proposal(estimate, by=by, **data)
    wanted = "" if line.rate else " Mở dòng để ghi đơn giá."
    return f"Đã thêm “{line.content}” vào dự toán.{wanted}"


def _submit(estimate: Estimate, data: dict[str, Any], by: User) -> str:
    actions.submit_estimate(estimate, by=by, **data)
    return "Đã gửi thẩm định dự toán. Trong lúc chờ không sửa được."


def _agree_rest(estimate: Estimate, data: dict[str, Any], by: User) -> str:
    count = actions.agree_rest(estimate, by=by, **data)
    return f"Đã đồng ý {format_number(count)} dòng. Các dòng vượt mức chi thì xét từng dòng."


def _appraise(estimate: Estimate, data: dict[str, Any], by: User) -> str:
    verdict, to, text = data["verdict"], data.pop("to"), data.pop("text")
    if verdict == EstimateState.ESCALATED:
        del data["verdict"]
        actions.escalate(estimate, to=to, text=text, by=by, **data)
        return f"Đã ghi báo cáo {to}. Khi có trả lời, cơ quan phê duyệt ghi vào đây."
    actions.appraise_estimate(estimate, by=by, **data)
    return SENT_BACK if verdict == EstimateState.RETURNED else "Đã thẩm định. Chờ phê duyệt."


def _approve(estimate: Estimate, data: dict[str, Any], by: User) -> str:
    done = actions.approve_estimate(estimate, by=by, **data)
    return APPROVED if done.state == EstimateState.APPROVED else SENT_BACK


def _answer(estimate: Estimate, data: dict[str, Any], by: User) -> str:
    paper = (data.pop("number"), data.pop("day"))
    done = actions.record_answer(estimate, paper=paper, by=by, **data)
    return APPROVED if done.state == EstimateState.APPROVED else SENT_BACK


DEEDS = {
    "nguon": Deed(SourceForm, _change_source),
    "nhan": Deed(TakeForm, _take),
    "gui": Deed(VersionedForm, _submit),
    "dong-y": Deed(VersionedForm, _agree_rest),
    "tham-dinh": Deed(AppraiseForm, _appraise),
    "duyet": Deed(ApproveForm, _approve),
    "tra-loi": Deed(AnswerForm, _answer),
}


def deeds_for(user: User, estimate: Estimate) -> frozenset[str]:
    """The names of the deeds that wait for this person on this estimate."""
    state = estimate.state
    if state in BEING_WRITTEN and may_write(user, estimate):
        return frozenset({"nguon", "nhan", "gui"})
    if state == EstimateState.SUBMITTED and may_appraise(user, estimate):
        return frozenset({"dong-y", "tham-dinh"})
    if state == EstimateState.APPRAISED and may_approve(user, estimate):
        return frozenset({"duyet"})
    if state == EstimateState.ESCALATED and may_approve(user, estimate):
        return frozenset({"tra-loi"})
    return frozenset()


def blank_forms(estimate: Estimate, names: frozenset[str]) -> dict[str, forms.Form]:
    """The forms of these deeds as the page opens them."""
    initial = {"version": estimate.version, "source": estimate.source}
    return {name.replace("-", "_"): DEEDS[name].form(initial=initial) for name in names}

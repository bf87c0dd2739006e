"""The page of the settlement: what was spent against what was approved, explained, accepted."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from doithoai.budget.actions import judge_settlement, save_settlement, submit_settlement
from doithoai.budget.models import Estimate
from doithoai.budget.permissions import may_judge_settlement
from doithoai.budget.queries import LineRow, MoneyTable, money_table
from doithoai.budget.rules import TOLD_SHARE
from doithoai.budget.states import EstimateState, SettlementState
from doithoai.directory.models import User
from doithoai.vietnamese.numbers import money_in_words
from doithoai.web.budget.forms import DecisionForm, VersionedForm
from doithoai.web.budget.gate import estimate_or_404
from doithoai.web.budget.reading import money_context
from doithoai.web.budget.sheets import settlement_sheet
from doithoai.web.budget.spending import may_spend_now
from doithoai.web.fields import NoteField
from doithoai.web.framing import framed
from doithoai.web.refusals import try_action
from doithoai.web.requests import OfficialRequest


class ReasonsForm(VersionedForm):
    """Lý do chênh lệch of every line whose vouchers do not come to its approved amount."""

    def __init__(self, table: MoneyTable, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.rows = [row for row in table.rows if row.difference]
        for row in self.rows:
            self.fields[_name(row)] = NoteField(
                label=f"Lý do chênh lệch của “{row.line.content}”",
                required=False,
                rows=2,
                initial=row.reason,
            )

    @property
    def reasons(self) -> dict[int, str]:
        """What was written, by key of line."""
        return {row.line.pk: self.cleaned_data[_name(row)] for row in self.rows}

    def bound_to(self, row: LineRow) -> Any:
        """The box of a line; None when there is nothing to explain."""
        return self[_name(row)] if _name(row) in self.fields else None


class SettlementVerdictForm(DecisionForm):
    """Ý kiến về quyết toán."""

    choices = (
        (SettlementState.ACCEPTED, "Chấp nhận quyết toán"),
        (SettlementState.RETURNED, "Trả lại để sửa"),
    )


def _name(row: LineRow) -> str:
    return f"dong-{row.line.position}"


@require_http_methods(["GET", "HEAD", "POST"])
def settlement(request: OfficialRequest, slug: str) -> HttpResponse:
    """Quyết toán: written by the preparer, judged by the appraiser, then read."""
    estimate = estimate_or_404(request, slug)
    if estimate.state != EstimateState.APPROVED:
        raise Http404
    if request.GET.get("xlsx"):
        return settlement_sheet(estimate)
    table = money_table(estimate, [])
    name = request.POST.get("viec", "") if request.method == "POST" else ""
    form = _form(name or _waiting(request.user, estimate), estimate, table, request)
    if form is not None and form.is_bound and form.is_valid():
        done = try_action(form, lambda: _act(name, estimate, form, request.user))
        if done:
            messages.success(request, done)
            return redirect("budget:settlement", slug)
    return _page(request, estimate, table, form)


def _waiting(user: User, estimate: Estimate) -> str:
    settlement = getattr(estimate, "settlement", None)
    if may_spend_now(user, estimate):
        return "luu"
    if settlement and settlement.state == SettlementState.SUBMITTED:
        return "tham-dinh" if may_judge_settlement(user, settlement) else ""
    return ""


def _form(name: str, estimate: Estimate, table: MoneyTable, request: OfficialRequest) -> Any:
    data = request.POST if request.method == "POST" else None
    settlement = getattr(estimate, "settlement", None)
    initial = {"version": settlement.version if settlement else 0}
    if name in {"luu", "nop"}:
        return ReasonsForm(table, data, initial=initial)
    if name == "tham-dinh":
        return SettlementVerdictForm(data, initial=initial)
    if name:
        raise Http404
    return None


def _act(name: str, estimate: Estimate, form: Any, by: User) -> str:
    data = form.cleaned_data
    if name == "tham-dinh":
        settlement = getattr(estimate, "settlement", None)
        if settlement is None:
            raise Http404
        done = judge_settlement(settlement, by=by, **data)
        if done.state == SettlementState.ACCEPTED:
            return "Đã chấp nhận quyết toán. Chứng từ từ nay không sửa được."
        return "Đã trả lại quyết toán kèm lý do."
    values = {"reasons": form.reasons, "version": data["version"], "by": by}
    if name == "nop":
        submit_settlement(estimate, **values)
        return "Đã gửi quyết toán. Trong lúc chờ, chứng từ không sửa được."
    save_settlement(estimate, **values)
    return "Đã lưu lý do. Gửi khi đủ chứng từ."


def _page(
    request: OfficialRequest, estimate: Estimate, table: MoneyTable, form: forms.Form | None
) -> HttpResponse:
    reasons = form if isinstance(form, ReasonsForm) else None
    groups = [
        (group, [(row, reasons.bound_to(row) if reasons else None) for row in group.rows])
        for group in table.groups
    ]
    refused = form is not None and form.is_bound and form.non_field_errors()
    context = money_context(estimate, table)
    return framed(
        request,
        "budget/settlement.html",
        estimate.conference,
        stage="budget",
        status=409 if refused else 200,
        form=form,
        reasons=reasons,
        groups=groups,
        share=TOLD_SHARE,
        **context | {"in_words": money_in_words(table.totals.spent)},
    )

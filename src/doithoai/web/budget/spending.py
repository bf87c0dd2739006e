"""Vouchers: listed, recorded, taken back, their papers handed out; and the settlement."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.core.paginator import Paginator
from django.db.models import QuerySet, Sum
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from doithoai.budget.actions import VoucherFacts, add_voucher, drop_voucher
from doithoai.budget.models import Estimate, EstimateLine, Voucher
from doithoai.budget.permissions import may_write
from doithoai.budget.queries import money_table, vouchers_of
from doithoai.budget.rules import MOST_BYTES, paper_kind
from doithoai.budget.states import BEING_SETTLED, EstimateState, LineVerdict
from doithoai.directory.models import User
from doithoai.vietnamese.numbers import format_money
from doithoai.web.budget.fields import MoneyField
from doithoai.web.budget.gate import estimate_or_404
from doithoai.web.budget.reading import money_context
from doithoai.web.budget.sheets import voucher_sheet
from doithoai.web.fields import DayField, WordsField
from doithoai.web.framing import framed
from doithoai.web.refusals import try_action
from doithoai.web.requests import OfficialRequest, key_from
from doithoai.workflow import Refused, require

PAGE = 25
TOO_HEAVY = "Chọn tệp nhẹ hơn 5 MB, hoặc chụp lại ở cỡ nhỏ hơn."


class VoucherForm(forms.Form):
    """Ghi chứng từ: which line, which paper, how much."""

    line = forms.ModelChoiceField(
        queryset=EstimateLine.objects.none(),
        label="Khoản chi",
        empty_label="Chọn khoản chi",
        error_messages={"required": "Chọn khoản chi.", "invalid_choice": "Chọn khoản chi."},
    )
    number = WordsField(
        label="Số chứng từ",
        help_text="Số hóa đơn, phiếu chi, danh sách ký nhận.",
        max_length=60,
        widget=forms.TextInput({"size": "20"}),
        error_messages={"required": "Nhập số chứng từ."},
    )
    day = DayField(label="Ngày chứng từ")
    payee = WordsField(
        label="Người, đơn vị nhận tiền",
        max_length=200,
        error_messages={"required": "Nhập người, đơn vị nhận tiền."},
    )
    amount = MoneyField(label="Số tiền", min_value=1)
    note = WordsField(label="Ghi chú", max_length=300, required=False)
    paper = forms.FileField(
        label="Bản chụp",
        help_text="Không bắt buộc. Tệp .pdf, .jpg, .png, nặng không quá 5 MB.",
        required=False,
        widget=forms.FileInput({"accept": ".pdf,.jpg,.jpeg,.png", "class": "file-drop"}),
        error_messages={"empty": "Chọn lại tệp. Tệp vừa chọn không có nội dung."},
    )

    def __init__(self, lines: "QuerySet[EstimateLine]", *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["line"]
        field.queryset = lines

    def clean_paper(self) -> UploadedFile | None:
        """Light, and by its bytes a paper that can be shown."""
        paper: UploadedFile | None = self.cleaned_data["paper"]
        if paper is None:
            return None
        if (paper.size or 0) > MOST_BYTES:
            raise forms.ValidationError(TOO_HEAVY)
        first = paper.read(16)
        paper.seek(0)
        if paper_kind(first) is None:
            raise forms.ValidationError("Chọn bản chụp là tệp .pdf, .jpg hoặc .png.")
        return paper

    @property
    def facts(self) -> VoucherFacts:
        """What the action takes."""
        data = {name: self.cleaned_data[name] for name in ("number", "day", "payee", "amount")}
        paper = self.cleaned_data["paper"]
        content = paper.read() if paper else None
        return VoucherFacts(**data, note=self.cleaned_data["note"], content=content)


def may_spend_now(user: User, estimate: Estimate) -> bool:
    """Whether this person may still record or take back vouchers."""
    settlement = getattr(estimate, "settlement", None)
    return (
        estimate.state == EstimateState.APPROVED
        and (settlement is None or settlement.state in BEING_SETTLED)
        and may_write(user, estimate)
    )


@require_safe
def vouchers(request: OfficialRequest, slug: str) -> HttpResponse:
    """Chứng từ of all lines, or of one."""
    estimate = estimate_or_404(request, slug)
    if estimate.state != EstimateState.APPROVED:
        raise Http404
    found = vouchers_of(estimate)
    line = key_from(request.GET, "dong")
    if line is not None:
        found = found.filter(line__position=line)
    if request.GET.get("xlsx"):
        return voucher_sheet(estimate, found)
    page = Paginator(found, PAGE).get_page(request.GET.get("trang"))
    return framed(
        request,
        "budget/vouchers.html",
        estimate.conference,
        stage="budget",
        page=page,
        line=line,
        query=f"dong={line}" if line is not None else "",
        sum=found.aggregate(sum=Sum("amount"))["sum"] or 0,
        may_spend=may_spend_now(request.user, estimate),
        **money_context(estimate, money_table(estimate, [])),
    )


@require_http_methods(["GET", "POST"])
def add(request: OfficialRequest, slug: str) -> HttpResponse:
    """Ghi chứng từ: one paper of one line."""
    estimate = estimate_or_404(request, slug)
    require(may_write(request.user, estimate))
    if not may_spend_now(request.user, estimate):
        raise Refused("Chỉ ghi chứng từ khi dự toán đã duyệt và chưa gửi quyết toán.")
    lines = estimate.lines.exclude(verdict=LineVerdict.STRUCK)
    chosen = lines.filter(position=key_from(request.GET, "dong") or 0).first()
    posted = request.method == "POST"
    form = VoucherForm(
        lines,
        request.POST if posted else None,
        request.FILES if posted else None,
        initial={"line": chosen},
    )
    if form.is_valid():
        voucher = try_action(form, lambda: _add(form, request.user))
        if voucher:
            messages.success(
                request, f"Đã ghi chứng từ {voucher.number}, {format_money(voucher.amount)}."
            )
            return redirect("budget:vouchers", slug)
    refused = posted and form.non_field_errors()
    context = {"form": form, **money_context(estimate, money_table(estimate, []))}
    return framed(
        request,
        "budget/add_voucher.html",
        estimate.conference,
        stage="budget",
        status=409 if refused else 200,
        **context,
    )


def _add(form: VoucherForm, by: User) -> Voucher:
    return add_voucher(form.cleaned_data["line"], form.facts, by=by)


@require_POST
def drop(request: OfficialRequest, slug: str, pk: int) -> HttpResponse:
    """Bỏ chứng từ recorded by mistake."""
    voucher = _voucher_or_404(request, slug, pk)
    drop_voucher(voucher, by=request.user)
    messages.success(request, f"Đã bỏ chứng từ {voucher.number}.")
    return redirect("budget:vouchers", slug)


@require_safe
def paper(request: OfficialRequest, slug: str, pk: int) -> HttpResponse:
    """The scanned paper of a voucher, as a file to keep and never as a page."""
    voucher = _voucher_or_404(request, slug, pk)
    content = bytes(voucher.content or b"")
    kind = paper_kind(content)
    if kind is None:
        raise Http404
    media_type, ending = kind
    response = HttpResponse(content, content_type=media_type)
    response.headers["Content-Disposition"] = f'attachment; filename="chung-tu-{pk}.{ending}"'
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response


def _voucher_or_404(request: OfficialRequest, slug: str, pk: int) -> Voucher:
    estimate = estimate_or_404(request, slug)
    return get_object_or_404(Voucher, pk=pk, line__estimate=estimate)

"""Nhập từ Excel in two steps: the sheet is looked through, then written."""

import json
from typing import Any

from django import forms
from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from doithoai.budget.actions import LineFacts, add_lines
from doithoai.budget.permissions import may_write
from doithoai.budget.sheet_lines import MOST_ROWS, NotAnEstimate, SheetLine, read_lines
from doithoai.budget.states import BEING_WRITTEN
from doithoai.web.budget.gate import estimate_or_404
from doithoai.web.framing import framed
from doithoai.web.refusals import try_action
from doithoai.web.requests import OfficialRequest
from doithoai.web.sheets import workbook_rows
from doithoai.workflow import Refused, require

MOST_BYTES = 5_000_000
AGAIN = "Chọn lại tệp dự toán rồi xem trước một lần nữa."
HEAD = ("Nội dung chi", "Đơn vị tính", "Số lượng", "Số lần", "Đơn giá", "Căn cứ")
GROUP_HEADS = {"preparation": "Chi chuẩn bị", "holding": "Chi tổ chức", "other": "Chi khác"}


class SheetForm(forms.Form):
    """Chọn tệp dự toán."""

    sheet = forms.FileField(
        label="Tệp dự toán (.xlsx)",
        help_text="Có dòng tên cột: Nội dung chi, Đơn vị tính, Số lượng, Số lần, Đơn giá. "
        "Nặng không quá 5 MB.",
        widget=forms.FileInput(attrs={"accept": ".xlsx", "class": "file-drop"}),
        error_messages={
            "required": "Chọn tệp dự toán.",
            "empty": "Chọn lại tệp. Tệp vừa chọn không có nội dung.",
        },
    )

    def clean_sheet(self) -> list[SheetLine]:
        """The lines in it; what cannot be read is told."""
        sheet: UploadedFile = self.cleaned_data["sheet"]
        if (sheet.size or 0) > MOST_BYTES:
            raise forms.ValidationError("Chọn tệp nhẹ hơn 5 MB.")
        try:
            return read_lines(workbook_rows(sheet.read(), most_rows=MOST_ROWS * 2))
        except (Refused, NotAnEstimate) as fault:
            raise forms.ValidationError(str(fault)) from fault


class RowsForm(forms.Form):
    """Ghi các dòng đã xem: what the first step read, read again."""

    rows = forms.CharField(widget=forms.HiddenInput, error_messages={"required": AGAIN})

    def clean_rows(self) -> list[LineFacts]:
        """Every line once more through the same reader; none may have a fault now."""
        try:
            lines = read_lines(_storable(json.loads(self.cleaned_data["rows"])))
        except (ValueError, TypeError, RecursionError) as fault:
            raise forms.ValidationError(AGAIN) from fault
        if any(line.faults for line in lines):
            raise forms.ValidationError(AGAIN)
        return [_facts(line) for line in lines]


@require_http_methods(["GET", "POST"])
def import_lines(request: OfficialRequest, slug: str) -> HttpResponse:
    """Nhập dòng dự toán từ Excel."""
    estimate = estimate_or_404(request, slug)
    require(may_write(request.user, estimate))
    if estimate.state not in BEING_WRITTEN:
        raise Refused("Dự toán không ở bước soạn. Quay lại trang dự toán để xem.")
    posted = request.method == "POST"
    writing = posted and "rows" in request.POST
    form: Any = RowsForm(request.POST) if writing else _sheet_form(request)
    if writing and form.is_valid():
        lines = form.cleaned_data["rows"]
        added = try_action(form, lambda: add_lines(estimate, lines, by=request.user))
        if added:
            messages.success(request, f"Đã thêm {len(added)} dòng vào dự toán.")
            return redirect("budget:budget", slug)
    read = form.cleaned_data["sheet"] if posted and not writing and form.is_valid() else []
    context = {"estimate": estimate, "form": SheetForm() if writing else form, "failed": form}
    return framed(
        request,
        "budget/import.html",
        estimate.conference,
        stage="budget",
        **context | _preview(read),
    )


def _sheet_form(request: OfficialRequest) -> SheetForm:
    return SheetForm(request.POST, request.FILES) if request.method == "POST" else SheetForm()


def _preview(lines: list[SheetLine]) -> dict[str, Any]:
    good = [line for line in lines if not line.faults]
    rows: list[list[str]] = [list(HEAD)]
    for line in good:
        rows.append([GROUP_HEADS[line.group]])
        numbers = [str(value) for value in (line.quantity, line.times, line.rate)]
        rows.append([line.content, line.unit, *numbers, line.basis])
    return {
        "lines": lines,
        "good": len(good),
        "bad": len(lines) - len(good),
        "rows": json.dumps(rows, ensure_ascii=False) if good else "",
        "sum": sum(line.amount for line in good),
    }


def _storable(rows: Any) -> Any:
    """The same rows. Raises ValueError when a text holds what no table keeps: NUL, half a pair."""
    text = json.dumps(rows, ensure_ascii=False)
    text.encode()
    if "\\u0000" in text:
        raise ValueError("NUL")
    return rows


def _facts(line: SheetLine) -> LineFacts:
    return LineFacts(
        group=line.group,
        content=line.content,
        unit=line.unit,
        quantity=line.quantity,
        times=line.times,
        rate=line.rate,
        basis=line.basis,
    )

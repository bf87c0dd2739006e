"""Bảng mức chi: the country's rates and a province's own, with the years they hold."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from doithoai.audit import clock
from doithoai.budget.actions import add_rate, end_rate
from doithoai.budget.models import Rate, RateItem
from doithoai.budget.permissions import may_keep_rates
from doithoai.budget.queries import rates_of
from doithoai.directory.models import Place
from doithoai.vietnamese.dates import short_date
from doithoai.web.budget.fields import MoneyField
from doithoai.web.fields import DayField, WordsField
from doithoai.web.refusals import try_action
from doithoai.web.requests import OfficialRequest
from doithoai.workflow import Refused, require


class RateForm(forms.Form):
    """Một mức chi của địa phương, theo nghị quyết của Hội đồng nhân dân."""

    item = forms.ChoiceField(label="Mục chi", choices=RateItem.choices)
    content = WordsField(label="Nội dung chi", max_length=200)
    unit = WordsField(label="Đơn vị tính", max_length=60, widget=forms.TextInput({"size": "20"}))
    ceiling = MoneyField(label="Mức chi tối đa", min_value=1)
    basis = WordsField(
        label="Văn bản quy định",
        help_text="Số, ký hiệu và tên, ví dụ: Nghị quyết 13/2025/NQ-HĐND.",
        max_length=300,
        error_messages={"required": "Nhập số, ký hiệu của văn bản quy định mức chi."},
    )
    basis_on = DayField(label="Ngày ban hành văn bản")
    valid_from = DayField(label="Áp dụng từ ngày")


class EndForm(forms.Form):
    """Ngày cuối cùng mức chi được áp dụng."""

    last_day = DayField(label="Áp dụng đến hết ngày")


@require_http_methods(["GET", "HEAD", "POST"])
def rates(request: OfficialRequest) -> HttpResponse:
    """The table of rates; who keeps them adds the province's own."""
    place = _place(request)
    may_keep = place is not None and may_keep_rates(request.user, place)
    form = RateForm(request.POST if request.method == "POST" else None)
    if request.method == "POST":
        require(may_keep)
    if place is not None and form.is_valid():
        kept = try_action(form, lambda: _add(place, form.cleaned_data, request))
        if kept:
            messages.success(request, f"Đã ghi mức chi “{kept.content}” theo {kept.basis}.")
            return redirect(request.get_full_path())
    return render(
        request,
        "budget/rates.html",
        {**_listed(place), "place": place, "may_keep": may_keep, "form": form},
        status=409 if form.is_bound and form.non_field_errors() else 200,
    )


@require_POST
def end(request: OfficialRequest, pk: int) -> HttpResponse:
    """Say until when a rate of the province held."""
    rate = get_object_or_404(Rate.objects.exclude(place=None), pk=pk)
    form = EndForm(request.POST)
    if not form.is_valid():
        require(rate.place is not None and may_keep_rates(request.user, rate.place))
        raise Refused("Nhập ngày theo thứ tự ngày/tháng/năm, ví dụ 31/12/2025.")
    done = end_rate(rate, by=request.user, **form.cleaned_data)
    last = short_date(form.cleaned_data["last_day"])
    messages.success(request, f"Mức chi “{done.content}” áp dụng đến hết ngày {last}.")
    return redirect("budget:rates")


def _add(place: Place, data: dict[str, Any], request: OfficialRequest) -> Rate:
    paper = (data.pop("basis"), data.pop("basis_on"))
    return add_rate(place, paper=paper, by=request.user, **data)


def _place(request: OfficialRequest) -> Place | None:
    """The province of the person's agency; an administrator may name another by its code."""
    code = request.GET.get("noi", "")
    if code and request.user.is_administrator:
        return get_object_or_404(Place, code=code)
    return request.user.agency.place if request.user.agency else None


def _listed(place: Place | None) -> dict[str, Any]:
    today = clock.today()
    rates = rates_of(place) if place else Rate.objects.filter(place=None)
    found = [(rate, rate.norm.holds_on(today)) for rate in rates]
    found.sort(key=lambda pair: not pair[1])
    return {
        "own": [pair for pair in found if pair[0].place_id],
        "national": [pair for pair in found if not pair[0].place_id],
        "end_form": EndForm(),
        "today": today,
    }

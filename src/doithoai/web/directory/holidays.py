"""The page of holidays and make-up days."""

import re

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from doithoai.audit import clock
from doithoai.directory.actions import mark_holiday, unmark_holiday
from doithoai.directory.models import Holiday
from doithoai.vietnamese.dates import short_date
from doithoai.web.directory.forms import HolidayForm
from doithoai.web.directory.gate import for_administrators
from doithoai.web.requests import OfficialRequest


@for_administrators
@require_http_methods(["GET", "POST"])
def holidays(request: OfficialRequest) -> HttpResponse:
    """Ngày nghỉ, ngày làm bù of one year; deadlines in working days follow this table."""
    form = HolidayForm(request.POST or None)
    if form.is_valid():
        kept = mark_holiday(by=request.user, **form.cleaned_data)
        messages.success(request, f"Đã ghi {kept.name}, ngày {short_date(kept.date)}.")
        return redirect(f"{request.path}?nam={kept.date.year}")
    years = sorted({day.year for day in Holiday.objects.values_list("date", flat=True)})
    wanted = re.fullmatch(r"[12]\d{3}", request.GET.get("nam", ""))
    year = int(wanted[0]) if wanted else clock.today().year
    context = {
        "form": form,
        "year": year,
        "years": years,
        "days": Holiday.objects.filter(date__year=year),
    }
    return render(request, "directory/holidays.html", context)


@for_administrators
@require_POST
def remove(request: OfficialRequest, pk: int) -> HttpResponse:
    """Take a day out of the table."""
    holiday = get_object_or_404(Holiday, pk=pk)
    unmark_holiday(holiday, by=request.user)
    messages.success(request, f"Đã bỏ ngày {short_date(holiday.date)} khỏi bảng.")
    return redirect("directory:holidays")

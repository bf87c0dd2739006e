"""Yêu cầu về dữ liệu cá nhân: what senders ask, with the days left, and the answer."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_http_methods, require_safe

from doithoai.audit import clock
from doithoai.directory.queries import work_calendar
from doithoai.lifecycle.own_data import grant_correction, grant_deletion
from doithoai.planning.models import Conference
from doithoai.questions.actions import answer_data_request, show_data_request
from doithoai.questions.models import DataRequest, DataRequestKind
from doithoai.questions.permissions import may_see_sender, may_see_sender_of
from doithoai.questions.queries import data_requests_of
from doithoai.vietnamese.phones import read_phone
from doithoai.web.fields import NoteField
from doithoai.web.framing import conference_or_404, framed
from doithoai.web.portal.naming import hidden
from doithoai.web.refusals import try_action
from doithoai.web.requests import OfficialRequest

SHOW, AGREE, REFUSE = "xem", "dong-y", "tu-choi"


class AnswerForm(forms.Form):
    """Trả lời người gửi; nothing is agreed beforehand."""

    answer = NoteField(
        label="Trả lời người gửi",
        help_text="Người gửi đọc trên trang tra cứu. Ghi đã làm gì, hoặc vì sao không làm được.",
        rows=3,
        max_length=1000,
        error_messages={"required": "Ghi trả lời cho người gửi."},
    )


class CorrectedForm(AnswerForm):
    """Ghi lại họ tên, nơi ở, liên hệ theo yêu cầu."""

    sender_name = forms.CharField(label="Họ và tên", required=False, max_length=120)
    sender_unit = forms.CharField(label="Nơi ở hoặc nơi làm việc", required=False, max_length=200)
    phone = forms.CharField(label="Số điện thoại", required=False, max_length=20)
    email = forms.EmailField(
        label="Thư điện tử",
        required=False,
        max_length=254,
        error_messages={"invalid": "Viết địa chỉ thư theo mẫu ten@vidu.vn, hoặc xóa để trống."},
    )
    field_order = ("sender_name", "sender_unit", "phone", "email", "answer")

    def clean_phone(self) -> str:
        """Digits alone."""
        try:
            return read_phone(self.cleaned_data["phone"])
        except ValueError as fault:
            raise forms.ValidationError(str(fault)) from fault

    @property
    def values(self) -> dict[str, str]:
        """What the slip is to hold."""
        names = ("sender_name", "sender_unit", "phone", "email")
        return {name: self.cleaned_data[name] for name in names}


@require_safe
def data_requests(request: OfficialRequest, slug: str) -> HttpResponse:
    """Every request, those that wait first, with the days left."""
    conference = _receiving_or_404(request, slug)
    today, calendar = clock.today(), work_calendar()
    rows = [
        (one, calendar.left(today, one.reply_due), (one.due - today).days)
        for one in data_requests_of(conference)
        if may_see_sender_of(request.user, one.submission)
    ]
    waiting = sum(1 for one, _, _ in rows if not one.answered_at)
    return framed(
        request,
        "questions/data_requests.html",
        conference,
        stage="questions",
        rows=rows,
        waiting=waiting,
    )


@require_http_methods(["GET", "HEAD", "POST"])
def data_request(request: OfficialRequest, slug: str, pk: int) -> HttpResponse:
    """One request: read it on the record, then do it or refuse it with a reason."""
    conference = _receiving_or_404(request, slug)
    found = get_object_or_404(data_requests_of(conference), pk=pk)
    if not may_see_sender_of(request.user, found.submission):
        raise Http404
    deed = request.POST.get("viec", "")
    if request.method != "POST":
        return _page(request, found)
    if deed == SHOW:
        show_data_request(found, by=request.user)
        return _page(request, found, is_shown=True, form=_form(found))
    if deed not in {AGREE, REFUSE}:
        raise Http404
    form = _form(found, request.POST) if deed == AGREE else AnswerForm(request.POST)
    if form.is_valid():
        answered = try_action(form, lambda: _answer(found, form, deed, request))
        if answered:
            messages.success(request, "Đã trả lời người gửi.")
            return redirect("questions:data_requests", slug)
    show_data_request(found, by=request.user)
    return _page(request, found, is_shown=True, form=form)


def _answer(
    found: DataRequest, form: AnswerForm, deed: str, request: OfficialRequest
) -> DataRequest:
    answer, by = form.cleaned_data["answer"], request.user
    if deed == REFUSE:
        return answer_data_request(found, is_agreed=False, answer=answer, by=by)
    if isinstance(form, CorrectedForm):
        return grant_correction(found, values=form.values, answer=answer, by=by)
    return grant_deletion(found, answer=answer, by=by)


def _form(found: DataRequest, data: Any = None) -> AnswerForm:
    if found.kind != DataRequestKind.CORRECTION:
        return AnswerForm(data)
    sent = found.submission
    names = ("sender_name", "sender_unit", "phone", "email")
    return CorrectedForm(data, initial={name: getattr(sent, name) for name in names})


def _page(
    request: OfficialRequest,
    found: DataRequest,
    *,
    is_shown: bool = False,
    form: AnswerForm | None = None,
) -> HttpResponse:
    status = 409 if form and form.is_bound and form.non_field_errors() else 200
    return framed(
        request,
        "questions/data_request.html",
        found.submission.conference,
        stage="questions",
        status=status,
        one=found,
        words=found.words if is_shown else hidden(found.words),
        is_shown=is_shown,
        form=form if form and form.is_bound else None,
        answer_form=form or AnswerForm(),
        left=work_calendar().left(clock.today(), found.reply_due),
    )


def _receiving_or_404(request: OfficialRequest, slug: str) -> Conference:
    conference = conference_or_404(request, slug)
    if not may_see_sender(request.user, conference):
        raise Http404
    return conference

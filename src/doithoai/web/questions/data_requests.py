"""Yêu cầu về dữ liệu cá nhân: what senders ask, with the days left, and the answer."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_http_methods

from doithoai.audit import clock
from doithoai.directory.queries import work_calendar
from doithoai.lifecycle.own_data import grant_correction, grant_deletion, grant_restriction
from doithoai.planning.models import Conference
from doithoai.questions.actions import (
    acknowledge_data_request,
    answer_data_request,
    extend_data_request,
    show_data_request,
    withdraw_consents,
)
from doithoai.questions.models import DataRequest, DataRequestKind
from doithoai.questions.permissions import may_see_sender, may_see_sender_of
from doithoai.questions.queries import data_requests_of
from doithoai.questions.rules import read_code
from doithoai.questions.rules.data_requests import CONSENTS
from doithoai.vietnamese.phones import read_phone
from doithoai.web.fields import DayField, NoteField
from doithoai.web.framing import conference_or_404, framed
from doithoai.web.portal.naming import hidden
from doithoai.web.refusals import try_action
from doithoai.web.requests import OfficialRequest

SHOW, AGREE, REFUSE = "xem", "dong-y", "tu-choi"
TOLD, EXTEND = "bao-nhan", "gia-han"


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


class ExtensionForm(forms.Form):
    """Gia hạn một lần, có lý do."""

    to = DayField(label="Gia hạn đến ngày")
    reason = NoteField(
        label="Lý do gia hạn",
        help_text="Người gửi đọc trên trang tra cứu. Không quá 15 ngày sau hạn đang có, một lần.",
        rows=2,
        max_length=500,
        error_messages={"required": "Ghi lý do gia hạn để người gửi biết."},
    )


class ToldForm(forms.Form):
    """Người gửi báo trực tiếp: rút lại từng điều đã đồng ý."""

    code = forms.CharField(
        label="Mã biên nhận",
        max_length=40,
        widget=forms.TextInput(attrs={"size": "18", "autocomplete": "off"}),
        error_messages={"required": "Nhập mã biên nhận của phiếu."},
    )
    consents = forms.MultipleChoiceField(
        label="Người gửi rút lại điều nào",
        choices=list(CONSENTS.items()),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Chọn điều người gửi rút lại."},
    )


@require_http_methods(["GET", "HEAD", "POST"])
def data_requests(request: OfficialRequest, slug: str) -> HttpResponse:
    """Every request, those that wait first, with the days left; a consent taken back by word."""
    conference = _receiving_or_404(request, slug)
    told = ToldForm(request.POST if request.method == "POST" else None)
    if told.is_valid() and _withdrawn(request, conference, told):
        messages.success(request, "Đã rút. Việc rút có trong lịch sử của phiếu.")
        return redirect("questions:data_requests", slug)
    today, calendar = clock.today(), work_calendar()
    rows = [
        (one, calendar.left(today, one.reply_due), (one.last_day - today).days)
        for one in data_requests_of(conference)
        if may_see_sender_of(request.user, one.submission)
    ]
    waiting = sum(1 for one, _, _ in rows if not one.answered_at)
    return framed(
        request,
        "questions/data_requests.html",
        conference,
        stage="questions",
        status=409 if told.is_bound and told.non_field_errors() else 200,
        rows=rows,
        waiting=waiting,
        told=told,
    )


def _withdrawn(request: OfficialRequest, conference: Conference, told: ToldForm) -> bool:
    """Whether it was done; a slip this person may not see is as one that is not there."""
    code = read_code(told.cleaned_data["code"]) or ""
    slip = conference.submissions.filter(code=code).first()
    if slip is None or not may_see_sender_of(request.user, slip):
        told.add_error("code", "Không có phiếu nào của hội nghị này mang mã này. Xem lại từng chữ.")
        return False
    wanted, by = told.cleaned_data["consents"], request.user
    return try_action(told, lambda: withdraw_consents(slip, consents=wanted, by=by)) is not None


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
    if deed == TOLD:
        return _told(request, found)
    if deed == EXTEND:
        return _extended(request, found)
    if deed not in {AGREE, REFUSE}:
        raise Http404
    return _decided(request, found, deed)


def _decided(request: OfficialRequest, found: DataRequest, deed: str) -> HttpResponse:
    form = _form(found, request.POST) if deed == AGREE else AnswerForm(request.POST)
    if form.is_valid():
        answered = try_action(form, lambda: _answer(found, form, deed, request))
        if answered:
            messages.success(request, "Đã trả lời người gửi.")
            return redirect("questions:data_requests", found.submission.conference.slug)
    show_data_request(found, by=request.user)
    return _page(request, found, is_shown=True, form=form)


def _told(request: OfficialRequest, found: DataRequest) -> HttpResponse:
    acknowledge_data_request(found, by=request.user)
    messages.success(request, "Đã báo nhận. Người gửi thấy trên trang tra cứu.")
    return redirect("questions:data_request", found.submission.conference.slug, found.pk)


def _extended(request: OfficialRequest, found: DataRequest) -> HttpResponse:
    form = ExtensionForm(request.POST)
    if form.is_valid():
        said = form.cleaned_data
        done = try_action(form, lambda: extend_data_request(found, **said, by=request.user))
        if done:
            messages.success(request, "Đã gia hạn. Người gửi thấy lý do trên trang tra cứu.")
            return redirect("questions:data_request", found.submission.conference.slug, found.pk)
    return _page(request, found, extension=form)


def _answer(
    found: DataRequest, form: AnswerForm, deed: str, request: OfficialRequest
) -> DataRequest:
    answer, by = form.cleaned_data["answer"], request.user
    if deed == REFUSE:
        return answer_data_request(found, is_agreed=False, answer=answer, by=by)
    if isinstance(form, CorrectedForm):
        return grant_correction(found, values=form.values, answer=answer, by=by)
    if found.kind == DataRequestKind.RESTRICTION:
        return grant_restriction(found, answer=answer, by=by)
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
    extension: ExtensionForm | None = None,
) -> HttpResponse:
    sent = form if form and form.is_bound else extension
    status = 409 if sent and sent.non_field_errors() else 200
    return framed(
        request,
        "questions/data_request.html",
        found.submission.conference,
        stage="questions",
        status=status,
        one=found,
        words=found.words if is_shown else hidden(found.words),
        is_shown=is_shown,
        form=sent,
        extension=extension or ExtensionForm(),
        answer_form=form or AnswerForm(),
        left=work_calendar().left(clock.today(), found.reply_due),
    )


def _receiving_or_404(request: OfficialRequest, slug: str) -> Conference:
    conference = conference_or_404(request, slug)
    if not may_see_sender(request.user, conference):
        raise Http404
    return conference

"""What is kept of me: a copy at once for who left it, correction and deletion on request."""

import json
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.views.decorators.http import require_http_methods

from doithoai.audit import clock
from doithoai.directory.queries import work_calendar
from doithoai.questions.actions import ask_of_data, give_own_data, withdraw_consents
from doithoai.questions.models import DataRequestKind, Submission
from doithoai.questions.queries import own_data, standing_consents
from doithoai.web.fields import NoteField
from doithoai.web.portal import limits
from doithoai.web.portal.access import personal_page
from doithoai.web.portal.naming import frame
from doithoai.web.public.codes import with_submission
from doithoai.web.refusals import try_action

HTML, JSON = "html", "json"
WITHDRAW = "rut-dong-y"


class CopyForm(forms.Form):
    """Nhận bản dữ liệu: typed by whoever left it."""

    typed = forms.CharField(
        label="Số điện thoại hoặc thư điện tử đã để lại",
        help_text="Để chỉ ông/bà nhận được. Phiếu không có cả hai thì gõ họ tên đã ghi.",
        max_length=254,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"required": "Gõ số điện thoại hoặc thư điện tử đã để lại."},
    )
    ending = forms.ChoiceField(
        label="Dạng tệp",
        choices=[(HTML, "Đọc trên điện thoại, máy tính"), (JSON, "Để đưa vào phần mềm (JSON)")],
        widget=forms.RadioSelect,
        initial=HTML,
    )


class WishForm(forms.Form):
    """Xin sửa, xin ngừng, xin xóa."""

    kind = forms.ChoiceField(
        label="Yêu cầu",
        choices=[
            (DataRequestKind.CORRECTION, "Sửa họ tên, nơi ở, liên hệ"),
            (DataRequestKind.RESTRICTION, "Ngừng hoặc hạn chế dùng dữ liệu của tôi"),
            (DataRequestKind.DELETION, "Xóa họ tên, nơi ở, liên hệ, ảnh, giấy tờ kèm theo"),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": "Chọn điều muốn yêu cầu."},
    )
    words = NoteField(
        label="Nói rõ",
        help_text="Khi xin sửa: ghi đúng họ tên, nơi ở hoặc liên hệ mới.",
        required=False,
        max_length=500,
        rows=3,
        error_messages={"max_length": "Viết ngắn lại còn 500 chữ cái và dấu cách."},
    )

    def clean(self) -> dict[str, object]:
        """A correction needs to say what is right."""
        cleaned: dict[str, object] = super().clean() or {}
        if cleaned.get("kind") == DataRequestKind.CORRECTION and not cleaned.get("words"):
            self.add_error("words", "Ghi thông tin đúng cần sửa thành.")
        return cleaned


class ConsentsForm(forms.Form):
    """Rút lại từng điều đã đồng ý."""

    def __init__(self, submission: Submission, data: Any = None) -> None:
        super().__init__(data)
        self.fields["consents"] = forms.MultipleChoiceField(
            label="Điều muốn rút lại",
            choices=list(standing_consents(submission).items()),
            widget=forms.CheckboxSelectMultiple,
            error_messages={"required": "Chọn điều muốn rút lại."},
        )


@personal_page
@require_http_methods(["GET", "HEAD", "POST"])
@with_submission
def own(request: HttpRequest, submission: Submission) -> HttpResponse:
    """Dữ liệu cá nhân của tôi: what was asked and answered, and asking anew."""
    if request.POST.get("viec") == WITHDRAW:
        return _withdraw(request, submission)
    form = WishForm(request.POST or None)
    if form.is_valid() and _may_go_on(request, form, "gui"):
        asked = try_action(form, lambda: ask_of_data(submission, **form.cleaned_data))
        if asked:
            return redirect("public:own_data", submission.code)
    return _page(request, submission, wish=form)


@personal_page
@require_http_methods(["GET", "HEAD", "POST"])
@with_submission
def copy(request: HttpRequest, submission: Submission) -> HttpResponse:
    """The copy as a file; what is typed wrong counts as a guess."""
    if request.method != "POST":
        return redirect("public:own_data", submission.code)
    form = CopyForm(request.POST)
    if form.is_valid() and _may_go_on(request, form, "ma"):
        typed = form.cleaned_data["typed"]
        if try_action(form, lambda: give_own_data(submission, typed=typed)):
            return _file(submission, form.cleaned_data["ending"])
    return _page(request, submission, copy=form)


def _withdraw(request: HttpRequest, submission: Submission) -> HttpResponse:
    form = ConsentsForm(submission, request.POST)
    if form.is_valid() and _may_go_on(request, form, "gui"):
        wanted = form.cleaned_data["consents"]
        if try_action(form, lambda: withdraw_consents(submission, consents=wanted)):
            messages.success(request, "Đã rút lại. Việc này có hiệu lực ngay.")
            return redirect("public:own_data", submission.code)
    return _page(request, submission, consents=form)


def _may_go_on(request: HttpRequest, form: forms.Form, deed: str) -> bool:
    limit, words = {
        "gui": (limits.SENDS, limits.TOO_MANY_SENDS),
        "ma": (limits.GUESSES, limits.TOO_MANY_GUESSES),
    }[deed]
    if limits.is_over(request, deed, limit):
        form.add_error(None, words)
        return False
    limits.count(request, deed)
    return True


def _page(request: HttpRequest, submission: Submission, **sent: forms.Form) -> HttpResponse:
    form = next(iter(sent.values()))
    today, calendar = clock.today(), work_calendar()
    requests = list(submission.data_requests.all())
    context = {
        "submission": submission,
        "conference": submission.conference,
        "copy": CopyForm(),
        "wish": WishForm(),
        "consents": ConsentsForm(submission),
        "form": form if form.is_bound else None,
        "requests": [(one, calendar.left(today, one.reply_due)) for one in requests],
        **sent,
        **frame(submission.conference),
    }
    status = 409 if form.is_bound and form.non_field_errors() else 200
    return render(request, "public/own_data.html", context, status=status)


def _file(submission: Submission, ending: str) -> HttpResponse:
    data = own_data(submission)
    if ending == JSON:
        content = json.dumps(data, ensure_ascii=False, indent=2)
    else:
        content = render_to_string("public/own_data_file.html", {"data": data})
    kind = {JSON: "application/json", HTML: "text/html; charset=utf-8"}[ending]
    response = HttpResponse(content, content_type=kind)
    name = f"du-lieu-{submission.code}.{ending}"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response

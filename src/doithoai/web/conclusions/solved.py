"""The asker's answer to: Việc này đã giải quyết chưa?"""

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from doithoai.audit import clock
from doithoai.conclusions.actions import say_if_solved
from doithoai.questions.models import Submission
from doithoai.questions.queries import submission_by_code
from doithoai.questions.rules import read_code
from doithoai.web.portal import limits
from doithoai.web.portal.access import personal_page
from doithoai.web.portal.naming import frame
from doithoai.web.portal.solved import SolvedForm, asked_matters
from doithoai.web.refusals import try_action

SENDING = "giai-quyet"
THANKS = "Đã ghi ý kiến. Có thể trả lời lại khi tình hình thay đổi."


@personal_page
@require_POST
def solved(request: HttpRequest, code: str) -> HttpResponse:
    """Who holds the receipt says whether the matter is solved; wrong codes count as guesses."""
    submission = _submission_or_404(request, code)
    form = SolvedForm(request.POST, auto_id=f"viec-{request.POST.get('part', '')}-%s")
    if form.is_valid() and _passes(request, form):
        data = form.cleaned_data
        part = get_object_or_404(submission.parts, pk=data["part"])
        if try_action(
            form,
            lambda: say_if_solved(part, verdict=data["verdict"], note=data["note"], by=None),
        ):
            messages.success(request, THANKS)
            return redirect("public:tracking", submission.code)
    context = {
        "conference": submission.conference,
        "submission": submission,
        "form": form,
        "matters": asked_matters(submission, today=clock.today(), sent=form),
        **frame(submission.conference),
    }
    refused = 429 if form.has_error("__all__", "flood") else 409
    status = refused if form.non_field_errors() else 200
    return render(request, "conclusions/solved.html", context, status=status)


def _passes(request: HttpRequest, form: SolvedForm) -> bool:
    """Whether this network address may say it once more."""
    if limits.is_over(request, SENDING, limits.SENDS):
        form.add_error(None, forms.ValidationError(limits.TOO_MANY_SENDS, "flood"))
        return False
    limits.count(request, SENDING)
    return True


def _submission_or_404(request: HttpRequest, code: str) -> Submission:
    submission = None
    if not limits.is_over(request, "ma", limits.GUESSES):
        submission = submission_by_code(read_code(code) or "")
    if submission is None:
        limits.count(request, "ma")
        raise Http404
    return submission

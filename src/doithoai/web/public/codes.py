"""Pages opened by a receipt code: whoever has it is the sender; wrong ones count as guesses."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from doithoai.questions.models import Part, Submission
from doithoai.questions.permissions import is_secret
from doithoai.questions.queries import submission_by_code
from doithoai.questions.rules import read_code
from doithoai.questions.states import QuestionState
from doithoai.web.portal import limits
from doithoai.web.public.forms import UNKNOWN, CodeForm


def with_submission(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Give the view the submission of the `code` in its address, or ask for the code again."""

    @wraps(view)
    def handle(request: HttpRequest, *, code: str, **kwargs: Any) -> HttpResponse:
        if limits.is_over(request, "ma", limits.GUESSES):
            return refuse(request, CodeForm({"code": code}), limits.TOO_MANY_GUESSES, 429)
        submission = submission_by_code(read_code(code) or "")
        if submission is None:
            limits.count(request, "ma")
            return refuse(request, CodeForm({"code": code}), UNKNOWN, 404)
        return view(request, submission, **kwargs)

    return handle


def refuse(request: HttpRequest, form: CodeForm, message: str, status: int) -> HttpResponse:
    """The page that asks for a code, with what is wrong with this one."""
    if form.is_valid() or status == 429:
        form.add_error("code", message)
    return render(request, "public/track.html", {"form": form}, status=status)


def readable_parts(submission: Submission) -> list[Part]:
    """The parts whose words may stand on a page opened by a code: letters do not.

    Of what holds a denunciation nothing does, whoever has the code.
    """
    if is_secret(submission):
        return []
    parts = sorted(submission.parts.select_related("question"), key=lambda part: part.start)
    return [part for part in parts if part.question.state != QuestionState.PASSED_ON]

"""A sender's second thoughts: other words while nobody has decided, or none at all."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from doithoai.questions.actions import correct, withdraw
from doithoai.questions.models import Submission
from doithoai.questions.queries import is_asked_together, is_passed_on, why_not_corrected
from doithoai.vietnamese.letters import nfc
from doithoai.vietnamese.personal_data import unmasked
from doithoai.web.portal import limits
from doithoai.web.portal.access import personal_page
from doithoai.web.portal.naming import frame, hidden
from doithoai.web.public.codes import with_submission
from doithoai.web.public.forms import WordsForm
from doithoai.web.refusals import try_action


@personal_page
@require_http_methods(["GET", "HEAD", "POST"])
@with_submission
def correcting(request: HttpRequest, submission: Submission) -> HttpResponse:
    """Sửa câu hỏi: while it is new and only its sender's; else why not, and how to send anew."""
    reason = WITHDRAWN if submission.withdrawn_at else why_not_corrected(submission)
    said = submission.said
    form = WordsForm(request.POST or None, initial={"text": hidden(said)})
    if not reason and form.is_valid() and within_limit(request, form):
        text = unmasked(form.cleaned_data["text"], nfc(said))
        if try_action(form, lambda: correct(submission, text=text)):
            messages.success(request, "Đã lưu nội dung sửa lại. Cơ quan tiếp nhận đọc bản này.")
            return redirect("public:tracking", submission.code)
    context = {"submission": submission, "form": form, "reason": reason}
    context |= {"conference": submission.conference, **frame(submission.conference)}
    status = 409 if form.is_bound and form.non_field_errors() else 200
    return render(request, "public/correcting.html", context, status=status)


@personal_page
@require_http_methods(["GET", "HEAD", "POST"])
@with_submission
def withdrawing(request: HttpRequest, submission: Submission) -> HttpResponse:
    """Rút câu hỏi, after being told what that means."""
    is_letter = is_passed_on(submission)
    if request.method == "POST" and not is_letter:
        withdraw(submission)
        messages.success(request, "Đã rút câu hỏi.")
        return redirect("public:tracking", submission.code)
    if submission.withdrawn_at:
        return redirect("public:tracking", submission.code)
    context = {
        "submission": submission,
        "conference": submission.conference,
        "is_letter": is_letter,
        "is_shared": is_asked_together(submission),
    }
    return render(request, "public/withdrawing.html", context | frame(submission.conference))


def within_limit(request: HttpRequest, form: WordsForm) -> bool:
    """Whether the address has not sent too much; a try counts."""
    if limits.is_over(request, "gui", limits.SENDS):
        form.add_error(None, limits.TOO_MANY_SENDS)
        return False
    limits.count(request, "gui")
    return True


WITHDRAWN = "Câu hỏi đã rút nên không sửa được nữa."

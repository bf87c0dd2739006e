"""After asking: the receipt, and how far the question has come."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from doithoai.answers.queries import referrals_of_submission
from doithoai.audit import clock
from doithoai.questions.models import Submission
from doithoai.questions.queries import submission_by_code
from doithoai.questions.rules import read_code
from doithoai.web.portal import limits
from doithoai.web.portal.access import conference_or_404, personal_page
from doithoai.web.portal.naming import frame, hidden
from doithoai.web.portal.solved import asked_matters
from doithoai.web.public.forms import CodeForm
from doithoai.web.public.journeys import Journey, journey_of

UNKNOWN = (
    "Không có câu hỏi nào mang mã này. So lại mã trên phiếu biên nhận; "
    "nếu đúng mã mà vẫn không thấy, gọi cơ quan tiếp nhận."
)


@personal_page
@require_safe
def receipt(request: HttpRequest, slug: str, code: str) -> HttpResponse:
    """The receipt: a code to keep, and what happens next; wrong codes count as guesses."""
    conference = conference_or_404(slug)
    if limits.is_over(request, "ma", limits.GUESSES):
        return _refuse(request, CodeForm({"code": code}), limits.TOO_MANY_GUESSES, 429)
    submission = conference.submissions.filter(code=read_code(code) or "").first()
    if submission is None:
        limits.count(request, "ma")
        return _refuse(request, CodeForm({"code": code}), UNKNOWN, 404)
    context = {
        "conference": conference,
        "submission": submission,
        "text": hidden(submission.text),
        **frame(conference),
    }
    return render(request, "public/receipt.html", context)


@personal_page
@require_http_methods(["GET", "HEAD", "POST"])
def track(request: HttpRequest) -> HttpResponse:
    """Xem câu hỏi của tôi đến đâu: the code opens the page."""
    form = CodeForm(request.POST or None)
    if request.method != "POST":
        return render(request, "public/track.html", {"form": form})
    if limits.is_over(request, "ma", limits.GUESSES):
        return _refuse(request, form, limits.TOO_MANY_GUESSES, 429)
    if form.is_valid() and submission_by_code(form.cleaned_data["code"]):
        return redirect("public:tracking", form.cleaned_data["code"])
    limits.count(request, "ma")
    if form.is_valid():
        form.add_error("code", UNKNOWN)
    return render(request, "public/track.html", {"form": form})


@personal_page
@require_safe
def tracking(request: HttpRequest, code: str) -> HttpResponse:
    """The state of what one person sent, in plain words, with past and coming steps."""
    if limits.is_over(request, "ma", limits.GUESSES):
        return _refuse(request, CodeForm({"code": code}), limits.TOO_MANY_GUESSES, 429)
    submission = submission_by_code(read_code(code) or "")
    if submission is None:
        limits.count(request, "ma")
        return _refuse(request, CodeForm({"code": code}), UNKNOWN, 404)
    conference = submission.conference
    context = {
        "conference": conference,
        "submission": submission,
        "text": hidden(submission.text),
        "journeys": _journeys(submission),
        "matters": asked_matters(submission, today=clock.today()),
        **frame(conference),
    }
    return render(request, "public/tracking.html", context)


def _journeys(submission: Submission) -> list[Journey]:
    referrals = referrals_of_submission(submission)
    return [
        journey_of(submission, part.question, referrals.get(part.question_id), today=clock.today())
        for part in submission.parts.all()
    ]


def _refuse(request: HttpRequest, form: CodeForm, message: str, status: int) -> HttpResponse:
    if form.is_valid() or status == 429:
        form.add_error("code", message)
    return render(request, "public/track.html", {"form": form}, status=status)

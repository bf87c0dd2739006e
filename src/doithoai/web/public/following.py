"""After asking: the receipt, and how far the question has come."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_http_methods, require_safe

from doithoai.audit import clock
from doithoai.questions.models import Submission
from doithoai.questions.permissions import is_secret
from doithoai.questions.queries import is_passed_on, submission_by_code, why_not_corrected
from doithoai.vietnamese.qr import as_svg
from doithoai.web.portal import limits
from doithoai.web.portal.access import personal_page
from doithoai.web.portal.kept import kept_conference
from doithoai.web.portal.naming import frame, hidden
from doithoai.web.portal.solved import asked_matters
from doithoai.web.public.codes import readable_parts, refuse, with_submission
from doithoai.web.public.forms import UNKNOWN, CodeForm
from doithoai.web.public.journeys import journeys_of

SEALED = "Nội dung phiếu không hiện ở đây để giữ bí mật người gửi theo Luật Tố cáo."


@personal_page
@require_safe
@with_submission
def receipt(request: HttpRequest, submission: Submission, slug: str) -> HttpResponse:
    """The receipt: a code to keep, and what happens next; it prints as a slip."""
    conference = kept_conference(slug)
    if conference.pk != submission.conference_id:
        return redirect("public:receipt", submission.conference.slug, submission.code)
    parts = readable_parts(submission)
    context = {"conference": conference, "submission": submission, **frame(conference)}
    track = reverse("public:track")
    here = reverse("public:tracking", args=[submission.code])
    context |= {
        "words": [hidden(part.text) for part in parts],
        "raised": submission.is_late and any(part.question.hall_position for part in parts),
        "sealed": SEALED if not parts and is_secret(submission) else "",
        "short_address": f"{request.get_host()}{track}",
        "square": mark_safe(as_svg(request.build_absolute_uri(here))),
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
        return refuse(request, form, limits.TOO_MANY_GUESSES, 429)
    if form.is_valid() and submission_by_code(form.cleaned_data["code"]):
        return redirect("public:tracking", form.cleaned_data["code"])
    limits.count(request, "ma")
    if form.is_valid():
        form.add_error("code", UNKNOWN)
    return render(request, "public/track.html", {"form": form})


@personal_page
@require_safe
@with_submission
def tracking(request: HttpRequest, submission: Submission) -> HttpResponse:
    """The state of what one person sent, in plain words, with past and coming steps."""
    conference = submission.conference
    context = {
        "conference": conference,
        "submission": submission,
        "sealed": SEALED if is_secret(submission) else "",
        "files": submission.attachments.count(),
        "may_correct": not submission.withdrawn_at and not why_not_corrected(submission),
        "may_withdraw": not submission.withdrawn_at and not is_passed_on(submission),
        "journeys": journeys_of(submission, today=clock.today()),
        "matters": asked_matters(submission, today=clock.today()),
        **frame(conference),
    }
    return render(request, "public/tracking.html", context)

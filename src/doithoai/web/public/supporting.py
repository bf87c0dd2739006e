"""Questions like the one being written, and asking one of them too."""

from uuid import uuid4

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from doithoai.audit import clock
from doithoai.planning.models import Conference
from doithoai.questions.actions import support
from doithoai.questions.models import Question
from doithoai.questions.queries import collection_point_of, questions_of, submission_by_token
from doithoai.questions.queries.comparing import like_public
from doithoai.questions.rules import notice_on
from doithoai.questions.states import HALL_STATES, QuestionState
from doithoai.web.portal import limits
from doithoai.web.portal.access import conference_or_404, personal_page
from doithoai.web.portal.attaching import token_from
from doithoai.web.portal.naming import frame, hidden
from doithoai.web.public import shown
from doithoai.web.public.forms import LONGEST, SupportForm
from doithoai.web.public.notices import notice_shown
from doithoai.web.refusals import try_action

LOOKS = 300
"""Looks for like questions of one address in ten minutes: ten people writing at once."""
LIKE = 3
POINT = "diem"
COUNTED = "cung-hoi"
COUNTED_FOR = 365 * 86_400
MOST_COUNTED = 100
ONCE = (
    "Máy này đã cùng hỏi câu này. Mỗi người được tính một lần; xem kết quả bằng mã biên nhận đã "
    "có. Người khác dùng chung máy thì gửi bằng điện thoại của mình hoặc nộp phiếu giấy."
)


@personal_page
@require_POST
def like(request: HttpRequest, slug: str) -> HttpResponse:
    """A piece of page: public questions like the text being written; nothing is kept of it."""
    conference = conference_or_404(slug)
    if limits.is_over(request, "giong", LOOKS):
        return HttpResponse()
    limits.count(request, "giong")
    found = like_public(conference, request.POST.get("text", "")[:LONGEST], LIKE)
    rows = [
        {"question": one, "wording": hidden(one.wording), "is_answered": _is_answered(one)}
        for one in found
    ]
    point = request.GET.get(POINT, "")
    context = {"conference": conference, "rows": rows, "point": point}
    return render(request, "public/like.html", context)


@personal_page
@require_http_methods(["GET", "HEAD", "POST"])
def join(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Tôi cũng hỏi câu này: who asks too, in one page, with a receipt of their own."""
    conference = conference_or_404(slug)
    question = get_object_or_404(_public(conference), number=number)
    if closed := shown.window_words(conference, clock.today()):
        context = {"conference": conference, "closed": closed, **frame(conference)}
        return render(request, "public/closed.html", context)
    token = token_from(request.POST.get("phieu")) or uuid4()
    if request.method == "POST" and (sent := submission_by_token(conference, token)):
        return redirect("public:receipt", slug, sent.code)
    form = SupportForm(request.POST if request.method == "POST" else None)
    if form.is_valid() and _once(request, form, question) and _within_limit(request, form):
        point = collection_point_of(conference, request.GET.get(POINT, ""))
        values = {"collection_point": point, **form.sender}
        sent = try_action(form, lambda: support(question, token=token, **values))
        if sent:
            return _kept(request, redirect("public:receipt", slug, sent.code), question)
    context = {
        "is_counted": question.pk in _counted(request),
        "point": request.GET.get(POINT, ""),
        "conference": conference,
        "question": question,
        "wording": hidden(question.wording),
        "form": form,
        "token": token,
        "late": shown.late_words(conference, clock.today()),
        **frame(conference),
    }
    context["notice"] = notice_shown(notice_on(clock.today()), context["host"])
    status = 409 if form.is_bound and form.non_field_errors() else 200
    return render(request, "public/join.html", context, status=status)


def _public(conference: Conference) -> "QuerySet[Question]":
    return questions_of(conference).filter(state__in=sorted(HALL_STATES))


def _is_answered(question: Question) -> bool:
    return question.state == QuestionState.ANSWERED


def _counted(request: HttpRequest) -> list[int]:
    """The questions this browser asks too, as its own sealed note says."""
    kept = request.get_signed_cookie(COUNTED, "", salt=COUNTED) or ""
    return [int(key) for key in kept.split(".") if key.isdecimal()]


def _once(request: HttpRequest, form: SupportForm, question: Question) -> bool:
    if question.pk not in _counted(request):
        return True
    form.add_error(None, ONCE)
    return False


def _kept(request: HttpRequest, response: HttpResponse, question: Question) -> HttpResponse:
    """The answer with the note that this browser asks the question too."""
    keys = [*_counted(request), question.pk][-MOST_COUNTED:]
    response.set_signed_cookie(
        COUNTED,
        ".".join(map(str, keys)),
        salt=COUNTED,
        max_age=COUNTED_FOR,
        httponly=True,
        secure=request.is_secure(),
        samesite="Lax",
    )
    return response


def _within_limit(request: HttpRequest, form: SupportForm) -> bool:
    if limits.is_over(request, "gui", limits.SENDS):
        form.add_error(None, limits.TOO_MANY_SENDS)
        return False
    limits.count(request, "gui")
    return True

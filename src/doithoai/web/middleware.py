"""Around every request: where it came from, what a page may load, how refusals look."""

from collections.abc import Callable
from itertools import chain

from django.conf import settings
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse

from doithoai.audit.actions import ORIGIN, PUBLIC
from doithoai.web.refusals import answer_refusal
from doithoai.workflow import Forbidden, Refused

Handler = Callable[[HttpRequest], HttpResponse]
POLICY = "; ".join(
    [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    ]
)


def content_security_policy(get_response: Handler) -> Handler:
    """Only this server's own scripts, styles, fonts and pictures."""

    def handle(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response.headers.setdefault("Content-Security-Policy", POLICY)
        response.headers.setdefault("Permissions-Policy", "geolocation=(), microphone=()")
        return response

    return handle


def without_nul(get_response: Handler) -> Handler:
    """No person types a NUL, and PostgreSQL keeps none: whatever carries one is broken (400)."""

    def handle(request: HttpRequest) -> HttpResponse:
        lists = (texts for typed in (request.GET, request.POST) for _, texts in typed.lists())
        if any("\0" in text for text in [request.path, *chain.from_iterable(lists)]):
            raise BadRequest("NUL")
        return get_response(request)

    return handle


def client_address(request: HttpRequest) -> str:
    """The sender's address; behind our own proxy, the last hop it reports."""
    direct = str(request.META.get("REMOTE_ADDR", ""))
    if settings.HTTPS:
        forwarded = request.headers.get("X-Forwarded-For", "")
        return forwarded.rsplit(",", 1)[-1].strip() or direct
    return direct


def origin(get_response: Handler) -> Handler:
    """The trail says from where each deed of an official came; their pages are never cached.

    Of citizens it keeps no address: that would tie a question to a person.
    """

    def handle(request: HttpRequest) -> HttpResponse:
        official = request.user.is_authenticated
        token = ORIGIN.set(client_address(request) if official else PUBLIC)
        try:
            response = get_response(request)
        finally:
            ORIGIN.reset(token)
        if request.user.is_authenticated:
            response.headers.setdefault("Cache-Control", "no-store")
        return response

    return handle


class RefusalMiddleware:
    """Refused and Forbidden become a message or a page in plain Vietnamese."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Answer a refusal; any other error goes on to the 500 page."""
        if isinstance(error, (Refused, Forbidden)):
            return answer_refusal(request, error)
        return None

"""Around every request: where it came from, what a page may load, how refusals look."""

from collections.abc import Callable
from itertools import chain

from django.conf import settings
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse

from doithoai.audit.actions import ORIGIN, PUBLIC
from doithoai.web.refusals import answer_refusal, too_heavy
from doithoai.web.requests import MOST_DIGITS
from doithoai.workflow import Forbidden, Refused

Handler = Callable[[HttpRequest], HttpResponse]
MOST_BYTES = 30 * 1024 * 1024
"""What one form may weigh, its files together; the proxy's own limit is the same (deploy.md)."""
PIECE = 64 * 1024
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


def within_weight(get_response: Handler) -> Handler:
    """A form heavier than any of ours is turned away before a byte of it is kept (413).

    Up to twice as much is read and thrown away: a browser that is still sending shows no page.
    """

    def handle(request: HttpRequest) -> HttpResponse:
        if _weight(request) <= MOST_BYTES:
            return get_response(request)
        left = 2 * MOST_BYTES
        while left > 0 and (piece := request.read(PIECE)):
            left -= len(piece)
        return too_heavy(request)

    return handle


def _weight(request: HttpRequest) -> int:
    written = str(request.META.get("CONTENT_LENGTH") or "")
    return int(written[:MOST_DIGITS]) if written.isdecimal() else 0


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

"""Tickets to live streams: signed, so that the live process needs no session and no account."""

from dataclasses import asdict, dataclass
from typing import Any

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse

from doithoai.hall.models import Session
from doithoai.web.middleware import POLICY

SALT = "doithoai.hall.live"
HOURS = 18
PATH = "/truc-tiep/"
OWN = "connect-src 'self'"


@dataclass(frozen=True, slots=True)
class Ticket:
    """What one stream may show: a channel of a hall; `key` is the big screen's own, else ""."""

    slug: str
    channel: str
    key: str = ""

    def signed(self) -> str:
        """The ticket as it stands in an address."""
        return signing.dumps(asdict(self), salt=SALT, compress=True)


def read_ticket(text: str) -> Ticket | None:
    """The ticket, if we signed it and it is not older than a long day."""
    try:
        return Ticket(**signing.loads(text, salt=SALT, max_age=HOURS * 3600))
    except (signing.BadSignature, TypeError):
        return None


def stream_url(request: HttpRequest, session: Session, channel: str) -> str:
    """Where the page of this request listens to a channel."""
    key = session.stage_key if channel == "stage" else ""
    ticket = Ticket(session.conference.slug, channel, key).signed()
    address = f"{PATH}{session.conference.slug}/{channel}?ve={ticket}"
    return f"{live_origin(request)}{address}"


def live_origin(request: HttpRequest) -> str:
    """The live process' origin when it is not the page's own: `http://10.0.0.5:8001`."""
    place = str(settings.LIVE).rstrip("/")
    if place.startswith(":"):
        host = request.get_host().rsplit(":", 1)[0] if request.get_port() else request.get_host()
        return f"{request.scheme}://{host}{place}"
    return place


def allow_stream(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """Let this page, and no other, listen to the live process besides its own server."""
    origin = live_origin(request)
    if origin:
        policy = POLICY.replace(OWN, f"{OWN} {origin}")
        response.headers["Content-Security-Policy"] = policy
    return response


def listening(request: HttpRequest, session: Session, channel: str) -> dict[str, Any]:
    """What a live page's template needs to listen."""
    return {"stream": stream_url(request, session, channel), "session": session}

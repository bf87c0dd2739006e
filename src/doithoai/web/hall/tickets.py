"""Tickets to live streams: signed and short of life, so that the live process needs no session."""

from dataclasses import asdict, dataclass, field

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse

from doithoai.audit import clock
from doithoai.directory.models import User
from doithoai.hall.models import Session
from doithoai.web.middleware import POLICY

SALT = "doithoai.hall.live"
HOURS, HOURS_OF_OFFICIAL = 18, 1
PATH = "/truc-tiep/"
OWN = "connect-src 'self'"


def now_ms() -> int:
    """This moment in milliseconds."""
    return int(clock.now().timestamp() * 1000)


@dataclass(frozen=True, slots=True)
class Ticket:
    """What one stream may show: a channel of a hall, from `at` (milliseconds) on, not for ever.

    `key` is the big screen's own, else ""; `user` is the official it was given to, 0 when it needs
    no account.
    """

    slug: str
    channel: str
    key: str = ""
    user: int = 0
    at: int = field(default_factory=now_ms)

    @property
    def until(self) -> int:
        """When it ends, in milliseconds: an official's after an hour, others after a long day."""
        return self.at + (HOURS_OF_OFFICIAL if self.user else HOURS) * 3_600_000

    def signed(self) -> str:
        """The ticket as it stands in an address."""
        return signing.dumps(asdict(self), salt=SALT, compress=True)


def read_ticket(text: str) -> Ticket | None:
    """The ticket, if we signed it and its time has not run out."""
    try:
        ticket = Ticket(**signing.loads(text, salt=SALT))
    except (signing.BadSignature, TypeError):
        return None
    return ticket if now_ms() < ticket.until else None


def stream_url(request: HttpRequest, session: Session, channel: str) -> str:
    """Where the page of this request listens to a channel."""
    key = session.stage_key if channel == "stage" else ""
    by_link = bool(key) and request.GET.get("khoa") == key
    is_open = channel == "audience" or by_link
    user = 0 if is_open or not isinstance(request.user, User) else request.user.pk
    ticket = Ticket(session.conference.slug, channel, key, user).signed()
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

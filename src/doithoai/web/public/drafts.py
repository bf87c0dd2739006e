"""Questions being written in one browser: kept between steps until sent or left."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib.sessions.backends.base import SessionBase
from django.http import HttpRequest

from doithoai.web.portal.disk import not_waiting_for_disk

KEY = "drafts"
OWN_KEYS = {KEY, "_session_expiry"}
KEPT = 5
HOURS = 4


@dataclass(frozen=True, slots=True)
class Drafts:
    """The drafts of one browser for one conference, by token; only the newest few are kept."""

    session: SessionBase
    slug: str

    def read(self, token: UUID) -> dict[str, Any] | None:
        """What was written so far under the token, or None."""
        draft = self.session.get(KEY, {}).get(str(token))
        return draft["values"] if draft and draft["slug"] == self.slug else None

    def write(self, token: UUID, values: dict[str, Any]) -> None:
        """Keep what one step added."""
        drafts = self.session.get(KEY, {})
        earlier = drafts.pop(str(token), {"values": {}})
        drafts[str(token)] = {"slug": self.slug, "values": earlier["values"] | values}
        self.session[KEY] = dict(list(drafts.items())[-KEPT:])

    def forget(self, token: UUID) -> None:
        """The question is sent: nothing of it stays in the session, which ends if for it alone."""
        drafts = self.session.get(KEY, {})
        drafts.pop(str(token), None)
        self.session[KEY] = drafts
        if not drafts and set(self.session.keys()) <= OWN_KEYS:
            with not_waiting_for_disk():
                self.session.flush()


def drafts_of(request: HttpRequest, slug: str) -> Drafts:
    """The drafts of this browser; a visitor's session ends some hours after the last word."""
    if request.method == "POST" and not request.user.is_authenticated:
        request.session.set_expiry(HOURS * 3600)
    return Drafts(request.session, slug)

"""Where each kind of waiting work is done."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse

from doithoai.lifecycle.waiting import Waiting
from doithoai.planning.models import Conference

PAGES: dict[str, tuple[str, dict[str, str]]] = {
    "classify": ("questions:questions", {"trang-thai": "received"}),
    "refer": ("questions:questions", {"trang-thai": "selected"}),
    "appraise": ("answers:answers", {"trang-thai": "submitted"}),
    "approve": ("answers:answers", {"trang-thai": "appraised"}),
    "publish": ("answers:answers", {"trang-thai": "approved"}),
    "revise": ("answers:answers", {"trang-thai": "returned"}),
    "draft": ("answers:answers", {"trang-thai": "draft"}),
    "tasks": ("planning:tasks", {"cua-toi": "1"}),
    "issue": ("planning:plan", {}),
    "window": ("planning:plan", {}),
    "fix_day": ("planning:plan", {}),
}


@dataclass(frozen=True, slots=True)
class WaitingLink:
    """A heap of waiting work and the page that does it."""

    heap: Waiting
    url: str


def waiting_links(conference: Conference, heaps: list[Waiting]) -> list[WaitingLink]:
    """Every heap with its address."""
    return [WaitingLink(heap, _url(conference, heap.key)) for heap in heaps]


def _url(conference: Conference, key: str) -> str:
    name, query = PAGES[key]
    address = reverse(name, args=[conference.slug])
    return f"{address}?{urlencode(query)}" if query else address

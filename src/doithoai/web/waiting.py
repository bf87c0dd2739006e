"""Where each kind of waiting work is done."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse

from doithoai.lifecycle.waiting import Waiting
from doithoai.planning.models import Conference

PAGES: dict[str, tuple[str, dict[str, str]]] = {
    "questions": ("questions:questions", {}),
    "classify": ("questions:triage", {}),
    "call": ("questions:calls", {}),
    "send_office": ("questions:batches", {}),
    "refer": ("questions:questions", {"trang-thai": "selected"}),
    "appraise": ("answers:answers", {"trang-thai": "submitted"}),
    "approve": ("answers:answers", {"trang-thai": "appraised"}),
    "publish": ("answers:answers", {"trang-thai": "approved"}),
    "revise": ("answers:answers", {"trang-thai": "returned"}),
    "draft": ("answers:answers", {"trang-thai": "draft"}),
    "data_requests": ("questions:data_requests", {}),
    "letters": ("questions:letters", {}),
    "name_keepers": ("questions:keepers", {}),
    "tasks": ("planning:tasks", {"cua-toi": "1"}),
    "news": ("planning:news", {}),
    "coverage": ("planning:news", {}),
    "issue": ("planning:plan", {}),
    "window": ("planning:plan", {}),
    "fix_day": ("planning:plan", {}),
    "milestone": ("planning:plan", {}),
    "allocate": ("delegates:quotas", {}),
    "accept": ("delegates:delegates", {"trang-thai": "nominated"}),
    "nominate": ("delegates:nominate", {}),
    "invite": ("delegates:invitations", {}),
    "send_invitations": ("delegates:invitations", {}),
    "renew_invitations": ("delegates:invitations", {}),
    "seat": ("delegates:seating", {}),
    "confirm_seating": ("delegates:seating", {}),
    "draft_speeches": ("programme:speeches", {}),
    "appraise_speeches": ("programme:speeches", {}),
    "approve_speeches": ("programme:speeches", {}),
    "prepare": ("programme:preparations", {"cua-toi": "1"}),
    "release_programme": ("programme:programme", {}),
    "release_script": ("programme:script", {}),
    "budget_write": ("budget:budget", {}),
    "budget_appraise": ("budget:budget", {}),
    "budget_approve": ("budget:budget", {}),
    "budget_answer": ("budget:budget", {}),
    "budget_spend": ("budget:vouchers", {}),
    "budget_settle": ("budget:settlement", {}),
    "budget_accept": ("budget:settlement", {}),
    "run_hall": ("hall:hall", {}),
    "preside": ("hall:chair", {}),
    "audience": ("hall:hall", {}),
    "write_minutes": ("hall:minutes", {}),
    "sign_minutes": ("hall:minutes", {}),
    "draft_notice": ("conclusions:notice", {}),
    "sign_notice": ("conclusions:notice", {}),
    "publish_notice": ("conclusions:notice", {}),
    "promises": ("conclusions:commitments", {"trang-thai": "open"}),
    "judge_reports": ("conclusions:commitments", {"trang-thai": "reported"}),
    "decide_extensions": ("conclusions:commitments", {}),
    "unsolved": ("conclusions:commitments", {}),
}


@dataclass(frozen=True, slots=True)
class WaitingLink:
    """A heap of waiting work and the page that does it."""

    heap: Waiting
    url: str


def waiting_links(conference: Conference, heaps: list[Waiting]) -> list[WaitingLink]:
    """Every heap with its address."""
    return [WaitingLink(heap, page_of(conference, heap.key)) for heap in heaps]


def page_of(conference: Conference, key: str) -> str:
    """The page that does a kind of work in a conference."""
    name, query = PAGES[key]
    address = reverse(name, args=[conference.slug])
    return f"{address}?{urlencode(query)}" if query else address

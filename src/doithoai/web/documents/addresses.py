"""How kinds of papers are called in addresses, and where a lacking thing is made."""

from django.http import Http404
from django.urls import reverse

from doithoai.documents.models import PaperKind
from doithoai.documents.sources.recipe import Lack
from doithoai.hall.queries import session_of
from doithoai.planning.models import Conference

SLUGS = {
    PaperKind.PLAN: "ke-hoach",
    PaperKind.DELEGATE_LIST: "danh-sach-dai-bieu",
    PaperKind.INVITATION: "giay-moi",
    PaperKind.SEATING_PLAN: "so-do-cho-ngoi",
    PaperKind.COMPILED: "tong-hop-y-kien",
    PaperKind.GUIDANCE: "phieu-huong-dan",
    PaperKind.TRANSFER: "phieu-chuyen-don",
    PaperKind.REFERRAL: "cong-van-chuyen-cau-hoi",
    PaperKind.BOOKLET: "hoi-dap",
    PaperKind.PROGRAMME: "chuong-trinh",
    PaperKind.SCRIPT: "kich-ban",
    PaperKind.SPEECH: "bai-phat-bieu",
    PaperKind.ESTIMATE: "du-toan",
    PaperKind.ESCALATION: "bao-cao-vuot-tham-quyen",
    PaperKind.SETTLEMENT: "quyet-toan",
    PaperKind.MINUTES: "bien-ban",
    PaperKind.NOTICE: "thong-bao-ket-luan",
    PaperKind.REPORT: "bao-cao-ket-qua",
    PaperKind.PRESS_KIT: "tai-lieu-bao-chi",
}
KINDS = {slug: kind for kind, slug in SLUGS.items()}
ROOMS = {
    "planning": "planning:plan",
    "delegates": "delegates:delegates",
    "invitations": "delegates:invitations",
    "seating": "delegates:seating",
    "questions": "questions:questions",
    "answers": "answers:answers",
    "programme": "programme:programme",
    "script": "programme:script",
    "speeches": "programme:speeches",
    "budget": "budget:budget",
    "hall": "hall:minutes",
    "conclusions": "conclusions:notice",
}


def kind_or_404(slug: str) -> PaperKind:
    """The kind of an address."""
    if slug not in KINDS:
        raise Http404
    return KINDS[slug]


def room_of(lack: Lack | None, conference: Conference) -> str:
    """The page where what lacks is made; "" when nothing lacks."""
    if lack is None:
        return ""
    is_shut = lack.room == "hall" and session_of(conference) is None
    return reverse("hall:hall" if is_shut else ROOMS[lack.room], args=[conference.slug])


def paper_url(conference: Conference, kind: PaperKind) -> str:
    """The preview of a kind."""
    return reverse("documents:paper", args=[conference.slug, SLUGS[kind]])

"""What the pages of papers show."""

from collections.abc import Callable
from dataclasses import dataclass

from django.http import Http404
from django.urls import reverse
from django.utils.http import urlencode

from doithoai.audit import clock
from doithoai.delegates.models import Invitation
from doithoai.documents.actions import NUMBERED_ELSEWHERE
from doithoai.documents.catalogue import RECIPES
from doithoai.documents.kinds.outgoing import Outgoing
from doithoai.documents.models import IssuedDocument, PaperKind
from doithoai.documents.numbers import next_number
from doithoai.documents.permissions import issuer_of, may_issue
from doithoai.documents.queries import (
    PaperRow,
    RegisterLine,
    last_issued,
    proposed_out,
    subjects_for,
)
from doithoai.documents.sources.recipe import Subject, Wanted
from doithoai.planning.models import Conference
from doithoai.web.documents.addresses import SLUGS, room_of
from doithoai.web.requests import OfficialRequest


@dataclass(frozen=True, slots=True)
class Line:
    """A kind of paper in the list."""

    row: PaperRow
    slug: str
    room_url: str

    @property
    def first(self) -> Subject | None:
        """About whom the first paper is."""
        return self.row.subjects[0] if self.row.subjects else None

    @property
    def last(self) -> IssuedDocument | None:
        """The newest of the register."""
        return self.row.issued[0] if self.row.issued else None


def lines_of(conference: Conference, rows: list[PaperRow]) -> list[Line]:
    """The list with its addresses."""
    return [Line(row, SLUGS[row.kind], room_of(row.lack, conference)) for row in rows]


@dataclass(frozen=True, slots=True)
class Opened:
    """One paper a person has opened: its kind, about whom, about whom else."""

    conference: Conference
    kind: PaperKind
    subject: Subject
    subjects: list[Subject]
    reply_url: Callable[[Invitation], str]
    may_issue: bool

    @property
    def wanted(self) -> Wanted:
        """What is asked of the recipe."""
        return Wanted(self.conference, self.subject.key, self.reply_url)

    @property
    def code(self) -> str:
        """Its type in the decree; "" when it bears no number."""
        return RECIPES[self.kind].code

    @property
    def slug(self) -> str:
        """Its kind in addresses."""
        return SLUGS[self.kind]

    @property
    def query(self) -> str:
        """`?ve=12`; "" for the whole."""
        return f"?{urlencode({'ve': self.subject.key})}" if self.subject.key else ""

    @property
    def last(self) -> IssuedDocument | None:
        """The newest of the register about this subject."""
        return last_issued(self.kind, self.wanted)

    @property
    def given(self) -> Outgoing | None:
        """How it left with the number of its own room, while the register does not keep it."""
        return None if self.last else RECIPES[self.kind].given(self.conference)

    @property
    def withheld(self) -> str:
        """Why it may not be issued yet; "" when it may."""
        return RECIPES[self.kind].withheld(self.wanted)

    @property
    def is_numbered_elsewhere(self) -> bool:
        """Whether number and day are those of the kind's own page."""
        return self.kind in NUMBERED_ELSEWHERE

    @property
    def is_issued_alone(self) -> bool:
        """Invitations are issued all at once, never one by one."""
        return self.kind != PaperKind.INVITATION or not self.subject.key

    def filename(self, ending: str) -> str:
        """`giay-moi-tien-giang-2024.pdf`."""
        about = f"-{self.subject.key}" if self.subject.key else ""
        return f"{SLUGS[self.kind]}{about}-{self.conference.slug}.{ending}"


def opened_or_404(request: OfficialRequest, conference: Conference, kind: PaperKind) -> Opened:
    """The paper `?ve=` names, or the first the person may read; 404 when there is none."""
    subjects = subjects_for(conference, request.user, kind)
    asked = request.GET.get("ve")
    found = next((one for one in subjects if asked in {None, one.key}), None)
    if found is None:
        raise Http404

    def reply_url(invitation: Invitation) -> str:
        path = reverse("delegates:reply", args=[invitation.token])
        return request.build_absolute_uri(path)

    may = may_issue(request.user, conference, kind)
    return Opened(conference, kind, found, subjects, reply_url, may)


def first_terms(opened: Opened) -> dict[str, object]:
    """What the form of issuing proposes."""
    out = proposed_out(opened.kind, opened.wanted)
    code, today = RECIPES[opened.kind].code, clock.today()
    issuer = issuer_of(opened.conference, opened.kind)
    return {
        "number": (out.number if out else "") or next_number(issuer, code, today.year),
        "symbol": out.symbol if out else "",
        "issued_on": (out.day if out else None) or today,
        "capacity": "\n".join(out.capacity) if out else "",
        "signer": out.signer if out else "",
    }


def register_row(line: RegisterLine) -> tuple[object, ...]:
    """One line of the register for Excel; who issued and the hash only of what it keeps."""
    kept = line.document
    return (
        line.full_number,
        line.issued_on,
        line.kind.label,
        line.title,
        line.subject_name,
        line.agency.name,
        " ".join(line.capacity),
        line.signer,
        str(kept.issued_by) if kept else "",
        kept.pdf_sha256 if kept else "",
    )


REGISTER_HEAD = (
    "Số, ký hiệu",
    "Ngày",
    "Loại văn bản",
    "Trích yếu",
    "Về",
    "Cơ quan ban hành",
    "Quyền hạn, chức vụ",
    "Người ký",
    "Người phát hành",
    "Mã băm tệp PDF (SHA-256)",
)

"""Every write of the register: issuing a paper, noting who took one with names in it."""

from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256

from django.db import transaction

from doithoai.audit import clock
from doithoai.audit.actions import record
from doithoai.directory.models import User
from doithoai.documents.catalogue import RECIPES, papers_of
from doithoai.documents.formats.docx import write_docx
from doithoai.documents.formats.pdf import write_pdf
from doithoai.documents.kinds.outgoing import Outgoing
from doithoai.documents.models import IssuedDocument, PaperKind
from doithoai.documents.numbers import hold_numbers, number_in, refuse_taken
from doithoai.documents.paper import name_of
from doithoai.documents.permissions import issuer_of, may_issue, may_read
from doithoai.documents.queries import lacks_of, proposed_out
from doithoai.documents.sources.recipe import Subject, Wanted
from doithoai.planning.models import Conference
from doithoai.workflow import Refused, require

GONE = "Không còn văn bản này. Tải lại trang Văn bản."
NUMBERED_ELSEWHERE = {
    PaperKind.PLAN: "Kế hoạch chưa ban hành. Ghi số, ngày ở trang Kế hoạch rồi phát hành.",
    PaperKind.NOTICE: "Thông báo kết luận chưa ký. Trình Chủ tịch ký rồi phát hành.",
}
"""Kinds that get number and day in their own room, and what to say before that."""


@dataclass(frozen=True, slots=True)
class Terms:
    """How a paper is to leave: number and symbol (none for kinds without), day, who signs."""

    issued_on: date
    capacity: tuple[str, ...]
    signer: str
    number: int | None = None
    symbol: str = ""


def issue(kind: PaperKind, wanted: Wanted, *, terms: Terms, by: User) -> IssuedDocument:
    """Give the paper its number and keep it as it left; nothing of it changes afterwards.

    The files are written before the register is locked: 450 invitations take seconds.
    """
    conference = wanted.conference
    require(may_issue(by, conference, kind) and may_read(by, conference, kind, wanted.subject))
    subject = _subject(kind, wanted)
    if why := RECIPES[kind].withheld(wanted):
        raise Refused(why)
    terms = _terms(kind, conference, terms)
    _refuse_day(conference, terms.issued_on)
    document = IssuedDocument(
        conference=conference,
        kind=kind,
        subject=subject.key,
        subject_name=subject.name[:300],
        agency=issuer_of(conference, kind),
        code=RECIPES[kind].code if terms.number else "",
        number=terms.number,
        symbol=terms.symbol if terms.number else "",
        year=terms.issued_on.year,
        issued_on=terms.issued_on,
        capacity="\n".join(terms.capacity)[:300],
        signer=terms.signer,
    )
    _refuse_taken(document)
    papers = list(papers_of(kind, wanted, out=_leaving(proposed_out(kind, wanted), terms)))
    if not papers:
        raise Refused(GONE)
    document.title = name_of(papers[0])[:600]
    return _register(document, (write_docx(papers[0]), write_pdf(*papers)), by=by)


def note_download(conference: Conference, kind: PaperKind, *, subject: str, by: User) -> None:
    """Keep that someone took a paper full of people's names."""
    require(may_read(by, conference, kind, subject))
    after = {"kind": str(kind.label), "subject": subject}
    record("documents.download", conference, by=by, after=after)


def _subject(kind: PaperKind, wanted: Wanted) -> Subject:
    if lack := lacks_of(wanted.conference, [kind])[kind]:
        raise Refused(f"{lack.what} Làm xong việc này rồi phát hành.")
    subjects = {one.key: one for one in RECIPES[kind].subjects(wanted.conference)}
    if wanted.subject not in subjects:
        raise Refused(GONE)
    return subjects[wanted.subject]


def _terms(kind: PaperKind, conference: Conference, terms: Terms) -> Terms:
    """The terms given; of a kind that is numbered in its own room, that room's."""
    if not RECIPES[kind].code:
        return replace(terms, number=None, symbol="")
    if kind not in NUMBERED_ELSEWHERE:
        if not (terms.number and terms.symbol):
            raise Refused("Nhập số và ký hiệu văn bản.")
        return terms
    out = RECIPES[kind].given(conference)
    if out is None or out.day is None:
        raise Refused(NUMBERED_ELSEWHERE[kind])
    return Terms(out.day, out.capacity, out.signer, number_in(out.number), out.symbol)


def _refuse_day(conference: Conference, day: date) -> None:
    if day > clock.today():
        raise Refused("Ngày văn bản không được sau hôm nay. Xem lại ngày vừa nhập.")
    if day.year < conference.year - 1:
        raise Refused("Ngày văn bản quá xa trước hội nghị. Xem lại năm của ngày vừa nhập.")


def _leaving(out: Outgoing | None, terms: Terms) -> Outgoing | None:
    if out is None:
        return None
    return replace(
        out,
        number=str(terms.number) if terms.number else out.number,
        symbol=terms.symbol if terms.number else out.symbol,
        day=terms.issued_on,
        year=terms.issued_on.year,
        capacity=terms.capacity,
        signer=terms.signer,
    )


def _refuse_taken(document: IssuedDocument) -> None:
    if document.number:
        day, besides = document.issued_on, document.conference
        refuse_taken(document.agency, document.code, document.number, day, besides=besides)


def _refuse_same(document: IssuedDocument) -> None:
    """A form sent twice makes one paper; one that says something else is a new one."""
    same = {"conference": document.conference, "kind": document.kind, "subject": document.subject}
    last = IssuedDocument.objects.filter(**same).order_by("-pk").first()
    if last and last.pdf_sha256 == document.pdf_sha256:
        raise Refused("Bản đúng như thế này đã phát hành, có ở sổ văn bản.")


@transaction.atomic
def _register(document: IssuedDocument, files: tuple[bytes, bytes], *, by: User) -> IssuedDocument:
    hold_numbers(document.agency)
    _refuse_taken(document)
    document.docx, document.pdf = files
    document.docx_sha256, document.pdf_sha256 = (sha256(file).hexdigest() for file in files)
    _refuse_same(document)
    document.issued_by = by
    document.save()
    after = {
        "number": document.full_number,
        "issued_on": document.issued_on,
        "pdf_sha256": document.pdf_sha256,
    }
    record("documents.issue", document, by=by, after=after)
    return document

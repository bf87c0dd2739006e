"""Reading papers: what each kind waits for, what was issued, which number comes next."""

from dataclasses import dataclass, replace
from datetime import date

from django.db.models import Max, Q, QuerySet

from doithoai.directory.models import Agency, User
from doithoai.documents.catalogue import RECIPES, papers_of
from doithoai.documents.kinds.outgoing import Outgoing
from doithoai.documents.models import IssuedDocument, PaperKind
from doithoai.documents.paper import Paper
from doithoai.documents.permissions import may_issue, may_read, may_read_issued
from doithoai.documents.sources.recipe import Lack, Recipe, Subject, Wanted
from doithoai.planning.models import Conference
from doithoai.vietnamese.letters import fold


@dataclass(frozen=True, slots=True)
class PaperRow:
    """A kind of paper of one conference as one person sees it."""

    recipe: Recipe
    lack: Lack | None
    subjects: list[Subject]
    issued: list[IssuedDocument]
    may_issue: bool

    @property
    def kind(self) -> PaperKind:
        """What the paper is."""
        return self.recipe.kind


def paper_rows(conference: Conference, user: User) -> list[PaperRow]:
    """Every kind the user may read something of, in the order of the life cycle."""
    issued = list(issued_of(conference))
    rows = (_row(conference, user, kind, issued) for kind in PaperKind)
    return [row for row in rows if row.subjects or _may_read_kind(user, conference, row.kind)]


def subjects_for(conference: Conference, user: User, kind: PaperKind) -> list[Subject]:
    """About whom or what the user may read papers of a kind."""
    recipe = RECIPES[kind]
    if recipe.lack(conference):
        return []
    found = recipe.subjects(conference)
    if kind in OWN_ONLY:
        return [one for one in found if may_read(user, conference, kind, one.key)]
    return found if may_read(user, conference, kind) else []


OWN_ONLY = frozenset({PaperKind.REFERRAL, PaperKind.SPEECH})
"""Kinds of which an agency reads only what concerns it."""

UNFINISHED = Lack("Các bài phát biểu còn ở cơ quan soạn, chưa nộp.", "speeches")
"""What those who judge speeches read while every speech is still being written elsewhere."""


def papers_for(kind: PaperKind, wanted: Wanted) -> list[Paper]:
    """The papers as they would leave now: with the number of what was issued, if it was."""
    return list(papers_of(kind, wanted, out=issued_as(kind, wanted)))


def issued_as(kind: PaperKind, wanted: Wanted) -> Outgoing | None:
    """How the paper left when it was last issued; None when it never was."""
    last = last_issued(kind, wanted)
    out = proposed_out(kind, wanted) if last else None
    if last is None or out is None:
        return None
    return replace(
        out,
        number=str(last.number or ""),
        symbol=last.symbol,
        day=last.issued_on,
        year=last.issued_on.year,
        capacity=tuple(last.capacity.splitlines()),
        signer=last.signer,
    )


def last_issued(kind: PaperKind, wanted: Wanted) -> IssuedDocument | None:
    """The newest of the register about this subject; a guest's is the one issued to all."""
    about = {wanted.subject, ""}
    found = issued_of(wanted.conference).filter(kind=kind, subject__in=about)
    return found.order_by("-pk").first()


def proposed_out(kind: PaperKind, wanted: Wanted) -> Outgoing | None:
    """How a paper would leave as its source has it; None when there is nothing to write."""
    facts = next(RECIPES[kind].facts(wanted), None)
    return getattr(facts, "out", None)


def issued_of(conference: Conference) -> "QuerySet[IssuedDocument]":
    """What was issued for a conference, newest first, without the files."""
    return (
        IssuedDocument.objects.filter(conference=conference)
        .select_related("conference", "agency", "issued_by__agency")
        .defer("docx", "pdf")
    )


@dataclass(frozen=True, slots=True)
class RegisterFilter:
    """Which papers of the register are wanted."""

    kind: str = ""
    words: str = ""


def register_for(
    user: User, conference: Conference, wanted: RegisterFilter
) -> list[IssuedDocument]:
    """Issued papers the user may read; words meet number, subject or signer, marks aside."""
    found = issued_of(conference)
    if wanted.kind:
        found = found.filter(kind=wanted.kind)
    words = fold(wanted.words).split()
    return [one for one in found if _says(one, words) and may_read_issued(user, one)]


def next_number(agency: Agency, code: str, year: int) -> int:
    """The number after the last of this issuer, type and year."""
    last = IssuedDocument.objects.filter(agency=agency, code=code, year=year).aggregate(
        last=Max("number")
    )["last"]
    return (last or 0) + 1


def is_taken(agency: Agency, code: str, number: int, day: date) -> bool:
    """Whether another paper of this issuer and type has the number in the year of `day`."""
    same = Q(agency=agency, code=code, year=day.year, number=number)
    return IssuedDocument.objects.filter(same).exists()


def _row(
    conference: Conference, user: User, kind: PaperKind, issued: list[IssuedDocument]
) -> PaperRow:
    subjects = subjects_for(conference, user, kind)
    keys = {subject.key for subject in subjects}
    return PaperRow(
        recipe=RECIPES[kind],
        lack=RECIPES[kind].lack(conference) or (None if subjects else UNFINISHED),
        subjects=subjects,
        issued=[one for one in issued if one.kind == kind and one.subject in keys],
        may_issue=may_issue(user, conference, kind)
        and not (subjects and RECIPES[kind].withheld(Wanted(conference, subjects[0].key))),
    )


def _may_read_kind(user: User, conference: Conference, kind: PaperKind) -> bool:
    """Whether a kind that is not ready yet is shown: to those who will read all of it."""
    if kind in OWN_ONLY:
        return may_issue(user, conference, kind)
    return may_read(user, conference, kind)


def _says(document: IssuedDocument, words: list[str]) -> bool:
    said = fold(f"{document} {document.title} {document.subject_name} {document.signer}")
    return all(word in said for word in words)

"""Reading papers: what each kind waits for, what was issued."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.db.models import BooleanField, ExpressionWrapper, QuerySet

from doithoai.audit import clock
from doithoai.directory.models import Agency, User
from doithoai.documents.catalogue import RECIPES, papers_of
from doithoai.documents.kinds.outgoing import Outgoing
from doithoai.documents.models import IssuedDocument, PaperKind
from doithoai.documents.paper import Paper, name_of
from doithoai.documents.permissions import issuer_of, may_issue, may_read, readable
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
    given: Outgoing | None
    may_issue: bool

    @property
    def kind(self) -> PaperKind:
        """What the paper is."""
        return self.recipe.kind


def paper_rows(conference: Conference, user: User) -> list[PaperRow]:
    """Every kind the user may read something of, in the order of the life cycle."""
    issued = list(issued_of(conference))
    given, lacks = given_of(conference, issued), lacks_of(conference)
    rows = []
    for kind, lack in lacks.items():
        subjects = [] if lack else _readable(conference, user, kind)
        if subjects or _may_read_kind(user, conference, kind):
            keys = {subject.key for subject in subjects}
            row = PaperRow(
                recipe=RECIPES[kind],
                lack=lack or (None if subjects else UNFINISHED),
                subjects=subjects,
                issued=[one for one in issued if one.kind == kind and one.subject in keys],
                given=given.get(kind) if subjects else None,
                may_issue=bool(subjects) and _may_issue_now(conference, user, kind, subjects[0]),
            )
            rows.append(row)
    return rows


def lacks_of(
    conference: Conference, kinds: Sequence[PaperKind] = tuple(PaperKind)
) -> dict[PaperKind, Lack | None]:
    """What each kind still waits for; None of what can be written. One query."""
    ready = {kind.value: ExpressionWrapper(RECIPES[kind].ready(), BooleanField()) for kind in kinds}
    found = Conference.objects.annotate(**{f"has_{name}": has for name, has in ready.items()})
    has = found.values(*(f"has_{name}" for name in ready)).get(pk=conference.pk)
    return {kind: None if has[f"has_{kind.value}"] else RECIPES[kind].lack for kind in kinds}


def subjects_for(conference: Conference, user: User, kind: PaperKind) -> list[Subject]:
    """About whom or what the user may read papers of a kind."""
    return [] if lacks_of(conference, [kind])[kind] else _readable(conference, user, kind)


OCCASIONAL = frozenset({PaperKind.ESCALATION, PaperKind.GUIDANCE, PaperKind.TRANSFER})
"""Kinds that most conferences never need: listed only once there is one."""

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
class RegisterLine:
    """A paper that left: kept with its files, or numbered in its own room (no `document`)."""

    kind: PaperKind
    full_number: str
    issued_on: date
    agency: Agency
    title: str
    capacity: tuple[str, ...]
    signer: str
    subject_name: str = ""
    document: IssuedDocument | None = None

    @property
    def words(self) -> str:
        """What a search looks through."""
        said = (self.kind.label, self.full_number, self.title, self.subject_name, self.signer)
        return fold(" ".join(said))


@dataclass(frozen=True, slots=True)
class RegisterFilter:
    """Which papers of the register are wanted."""

    kind: str = ""
    words: str = ""


def register_for(user: User, conference: Conference, wanted: RegisterFilter) -> list[RegisterLine]:
    """Papers that left and the user may read, newest first; words meet them marks aside."""
    kept = list(issued_of(conference))
    found = [_kept_line(one) for one in _readable_issued(user, conference, kept)]
    for kind, out in given_of(conference, kept).items():
        if may_read(user, conference, kind):
            found.append(_given_line(conference, kind, out))
    words = fold(wanted.words).split()
    return [
        line
        for line in sorted(found, key=lambda line: line.issued_on, reverse=True)
        if wanted.kind in {"", line.kind} and all(word in line.words for word in words)
    ]


def given_of(conference: Conference, kept: Iterable[IssuedDocument]) -> dict[PaperKind, Outgoing]:
    """How papers numbered in their own rooms left, of kinds the register does not keep."""
    known = {document.kind for document in kept}
    given = {kind: recipe.given(conference) for kind, recipe in RECIPES.items()}
    return {kind: out for kind, out in given.items() if out and kind not in known}


def _readable(conference: Conference, user: User, kind: PaperKind) -> list[Subject]:
    recipe = RECIPES[kind]
    if kind in OWN_ONLY:
        found = recipe.subjects(conference)
        keys = readable(user, conference, kind, [one.key for one in found])
        return [one for one in found if one.key in keys]
    return recipe.subjects(conference) if may_read(user, conference, kind) else []


def _may_issue_now(conference: Conference, user: User, kind: PaperKind, subject: Subject) -> bool:
    wanted = Wanted(conference, subject.key)
    return may_issue(user, conference, kind) and not RECIPES[kind].withheld(wanted)


def _may_read_kind(user: User, conference: Conference, kind: PaperKind) -> bool:
    """Whether a kind that is not ready yet is shown: to those who will read all of it."""
    if kind in OWN_ONLY:
        return may_issue(user, conference, kind)
    return kind not in OCCASIONAL and may_read(user, conference, kind)


def _readable_issued(
    user: User, conference: Conference, kept: list[IssuedDocument]
) -> list[IssuedDocument]:
    """Those the user may read, asked kind by kind."""
    found: list[IssuedDocument] = []
    for kind in {PaperKind(one.kind) for one in kept}:
        issued = [one for one in kept if one.kind == kind]
        keys = readable(user, conference, kind, {one.subject for one in issued})
        found += [one for one in issued if one.subject in keys]
    return sorted(found, key=kept.index)


def _kept_line(document: IssuedDocument) -> RegisterLine:
    return RegisterLine(
        kind=PaperKind(document.kind),
        full_number=document.full_number,
        issued_on=document.issued_on,
        agency=document.agency,
        title=document.title,
        capacity=tuple(document.capacity.splitlines()),
        signer=document.signer,
        subject_name=document.subject_name,
        document=document,
    )


def _given_line(conference: Conference, kind: PaperKind, out: Outgoing) -> RegisterLine:
    paper = next(papers_of(kind, Wanted(conference)))
    return RegisterLine(
        kind=kind,
        full_number=out.full_number,
        issued_on=out.day or clock.today(),
        agency=issuer_of(conference, kind),
        title=name_of(paper),
        capacity=out.capacity,
        signer=out.signer,
    )

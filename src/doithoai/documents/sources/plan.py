"""Facts of the plan and of the programme."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from django.db.models import Exists, OuterRef

from doithoai.delegates.models import QuotaLine as QuotaRow
from doithoai.documents.kinds.issuers import signing_lines
from doithoai.documents.kinds.outgoing import Outgoing
from doithoai.documents.kinds.plan import Basis, PlanFacts
from doithoai.documents.kinds.quotas import QuotaLine, QuotaSection
from doithoai.documents.sources.heading import event_of, numbered, outgoing_of, plan_recipients
from doithoai.documents.sources.programme import agenda_of
from doithoai.documents.sources.recipe import Lack, Wanted
from doithoai.planning.models import Assignment, Conference, ObjectiveKind
from doithoai.planning.states import ConferenceState

PLAN_LACK = Lack("Kế hoạch chưa phân công nhiệm vụ cho cơ quan nào.", "planning")


def plan_ready() -> Exists:
    """A plan stands from the day the conference is opened."""
    return Exists(Assignment.objects.filter(conference=OuterRef("pk")))


def facts(wanted: Wanted) -> Iterator[PlanFacts]:
    """The plan as it was confirmed."""
    conference = wanted.conference
    yield PlanFacts(
        out=_outgoing(conference),
        event=event_of(conference),
        title=" ".join(conference.title.split()),
        bases=tuple(
            Basis(one.kind, one.number, one.date, one.issuer)
            for one in conference.legal_bases.all()
        ),
        purposes=_objectives(conference, ObjectiveKind.PURPOSE),
        requirements=_objectives(conference, ObjectiveKind.REQUIREMENT),
        theme=conference.theme,
        form=conference.form,
        expected=conference.expected_delegates or 0,
        attendance=tuple(
            (group, tuple(entry.text for entry in entries))
            for group, entries in groupby(conference.attendance.all(), lambda one: one.group)
        ),
        topics=tuple(topic.text for topic in conference.topics.all()),
        funding=conference.funding,
        tasks=_tasks(conference),
        quotas=_quotas(conference),
        agenda=agenda_of(conference),
    )


def given(conference: Conference) -> Outgoing | None:
    """With the number and day written down when the plan was issued."""
    is_issued = conference.state == ConferenceState.ISSUED
    whole = is_issued and conference.number and conference.issued_on
    return _outgoing(conference) if whole else None


def citation(conference: Conference) -> str:
    """`Kế hoạch số 272/KH-UBND ngày 12 tháng 7 năm 2024 của …`; "" while it has no number."""
    if not conference.number:
        return ""
    out = _outgoing(conference)
    return f"Kế hoạch số {out.full_number} {out.day_words} của {out.issuer_name}"


def _outgoing(conference: Conference) -> Outgoing:
    recipients = plan_recipients(conference)
    out = outgoing_of(conference, conference.chair, code=PLAN_CODE, recipients=recipients)
    return replace(
        numbered(out, conference.number),
        day=conference.issued_on,
        year=conference.issued_on.year if conference.issued_on else conference.year,
        capacity=signing_lines(conference.signer_title) or out.capacity,
    )


PLAN_CODE = "KH"


def _objectives(conference: Conference, kind: ObjectiveKind) -> tuple[str, ...]:
    return tuple(one.text for one in conference.objectives.all() if one.kind == kind)


def _tasks(conference: Conference) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Tasks under the names of the units they are given to, in the plan's order."""
    by_unit: dict[str, list[str]] = {}
    for task in conference.assignments.prefetch_related("units"):
        named = [unit.name for unit in task.units.all() if unit.is_named]
        by_unit.setdefault("; ".join(named), []).append(task.text)
    return tuple((unit, tuple(tasks)) for unit, tasks in by_unit.items())


def _quotas(conference: Conference) -> tuple[QuotaSection, ...]:
    lines = list(QuotaRow.objects.filter(conference=conference))
    return tuple(
        QuotaSection(_line(line), tuple(_line(row) for row in lines if row.parent_id == line.pk))
        for line in lines
        if line.parent_id is None
    )


def _line(line: QuotaRow) -> QuotaLine:
    return QuotaLine(line.no, line.name, line.seats)

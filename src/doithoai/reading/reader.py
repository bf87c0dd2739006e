"""From an opened file to the facts of its plan."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from doithoai.reading.aims import read_purposes, read_requirements
from doithoai.reading.annexes import Tabled, read_tabled
from doithoai.reading.attendance import read_composition, read_expected
from doithoai.reading.bases import read_bases
from doithoai.reading.blocks import Block, Item, read_blocks
from doithoai.reading.closing import read_recipients, read_signer
from doithoai.reading.content import read_form, read_theme, read_topics
from doithoai.reading.funding import read_funding, states_funding
from doithoai.reading.heading import (
    read_issue_date,
    read_number,
    read_title,
    read_year,
)
from doithoai.reading.issuer import read_issuer, read_partners, read_province
from doithoai.reading.paper_type import with_type_as_line
from doithoai.reading.parties import read_audience, read_chair
from doithoai.reading.passages import Passage
from doithoai.reading.plain_tables import with_plain_tables
from doithoai.reading.plan import Milestone, ParsedPlan, Task
from doithoai.reading.recognition import require_plan
from doithoai.reading.schedule import read_schedule, read_venue
from doithoai.reading.sections import Node, Purpose, build_tree, find_sections
from doithoai.reading.source import SourceDocument
from doithoai.reading.tasks import read_tasks
from doithoai.reading.unread import find_unread
from doithoai.reading.warnings import find_warnings
from doithoai.reading.zones import Zones, cut_zones


def read_plan(document: SourceDocument) -> ParsedPlan:
    """What an official plan says; raises NotAPlan when the text is no plan of a dialogue."""
    items = with_type_as_line(read_blocks(with_plain_tables(document)))
    zones = cut_zones(items)
    root = build_tree(zones.body)
    require_plan(zones, root)
    plan = _facts(zones, root, document.notes)
    plan = replace(plan, milestones=tuple(_milestones(plan)))
    plan = replace(plan, warnings=find_warnings(plan, items))
    return replace(plan, unread=find_unread(plan, items, zones))


def _facts(zones: Zones, root: Node, notes: tuple[str, ...]) -> ParsedPlan:
    opening = tuple(_paragraphs((*zones.letterhead, *zones.opening)))
    body = tuple(node.heading for node in root.walk() if node.heading)
    province = read_province(zones, (*opening, *body))
    issued = read_issue_date(zones)
    year = read_year(zones.title, issued, (*opening, *body))
    composition = read_composition(root)
    funding = read_funding(root)
    tabled = read_tabled(root, zones.annexes, year.value if year else None)
    return ParsedPlan(
        number=read_number(zones),
        issued_on=issued,
        issuer=read_issuer(zones, province, (*opening, zones.title, *body[-1:])),
        joint_issuers=read_partners(zones, province),
        province=province,
        year=year,
        title=read_title(zones),
        chair=read_chair(zones.title, composition),
        audience=read_audience(zones.title),
        legal_bases=read_bases(opening),
        purposes=read_purposes(root),
        requirements=read_requirements(root),
        theme=read_theme(root, iter((zones.title, *opening))),
        form=read_form(root),
        topics=read_topics(root),
        schedule=read_schedule(root, year.value if year else None),
        venue=read_venue(root),
        expected_delegates=read_expected(root) or tabled.quota_total,
        composition=composition,
        tasks=tuple(
            task
            for task in _tasks(root, tabled, year.value if year else None)
            if not states_funding(task, funding)
        ),
        quotas=tabled.quotas,
        quota_total=tabled.quota_total,
        programme=tabled.programme,
        funding=funding,
        recipients=read_recipients(zones.closing),
        signer=read_signer(zones.closing),
        milestones=(),
        warnings=(),
        unread=(),
        notes=notes,
    )


def _paragraphs(items: tuple[Item, ...]) -> Iterator[Passage]:
    for item in items:
        if isinstance(item, Block):
            yield item.body


def _tasks(root: Node, tabled: Tabled, year: int | None) -> tuple[Task, ...]:
    """The tasks of headings and tables, in the order of the source."""
    found = [
        task for section in find_sections(root, Purpose.TASKS) for task in read_tasks(section, year)
    ]
    return tuple(sorted((*found, *tabled.tasks), key=lambda task: task.place.line))


def _milestones(plan: ParsedPlan) -> list[Milestone]:
    """The days of the plan in order: the conference itself and every deadline."""
    days: list[Milestone] = []
    if plan.schedule and plan.schedule.date:
        text = plan.schedule.text
        days.append(Milestone(plan.schedule.date, "conference", text, plan.schedule.place))
    for task in plan.tasks:
        if task.due:
            days.append(Milestone(task.due.value, "due", task.text, task.due.place))
    return sorted(days, key=lambda milestone: milestone.on)

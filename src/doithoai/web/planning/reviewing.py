"""The review page of a reading put together: warnings, facts by section, the marked source."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

from doithoai.directory.models import Agency
from doithoai.planning.models import PlanReading
from doithoai.planning.rules import SECTIONS, missing_before_opening
from doithoai.web.planning.facts import (
    FactRow,
    Place,
    fact_key,
    fact_places,
    rows_of,
    section_of,
)
from doithoai.web.planning.forms.roles import GROUP_ROLES, SINGLE_ROLES, reasons_of
from doithoai.web.planning.marks import marks_of, numbers_of, overlap
from doithoai.web.planning.source import Block, source_blocks

CODE_SECTIONS = {
    "no_time": "schedule",
    "no_number": "identity",
    "no_issue_date": "identity",
    "no_signer": "closing",
    "no_venue": "schedule",
    "no_tasks": "tasks",
    "agency": "roles",
}


@dataclass(frozen=True, slots=True)
class ShownWarning:
    """Something to look at again, the facts it speaks of, and what was decided."""

    index: int
    message: str
    keys: tuple[str, ...]
    numbers: tuple[int, ...]
    section: str
    decision: str

    @property
    def section_title(self) -> str:
        """The section in which it is mended."""
        return SECTIONS[self.section].name


@dataclass(frozen=True, slots=True)
class ShownRow:
    """A fact, its number in the source, and whether an open warning speaks of it."""

    fact: FactRow
    number: int | None
    is_doubtful: bool


@dataclass(frozen=True, slots=True)
class ShownSection:
    """A part of the plan that is confirmed as one."""

    name: str
    title: str
    rows: tuple[ShownRow, ...]
    is_confirmed: bool
    is_doubtful: bool

    @property
    def stated(self) -> int:
        """How many facts it holds."""
        return sum(bool(row.fact.value) for row in self.rows)

    @property
    def is_certain(self) -> bool:
        """May be confirmed together with others: stated, read, and no open warning about it."""
        return bool(self.stated) and not self.is_doubtful and self.name != "roles"


@dataclass(frozen=True, slots=True)
class Review:
    """Everything the review page shows of one reading."""

    warnings: tuple[ShownWarning, ...]
    sections: tuple[ShownSection, ...]
    source: tuple[Block, ...]
    unread: tuple[dict[str, Any], ...]
    missing: tuple[str, ...]

    @property
    def open_warnings(self) -> list[ShownWarning]:
        """Warnings nobody has settled."""
        return [warning for warning in self.warnings if not warning.decision]

    @property
    def settled_warnings(self) -> list[ShownWarning]:
        """Warnings with a decision."""
        return [warning for warning in self.warnings if warning.decision]

    @property
    def certain(self) -> list[ShownSection]:
        """Sections that can be confirmed together."""
        return [s for s in self.sections if s.is_certain and not s.is_confirmed]

    @property
    def stated(self) -> int:
        """How many facts there are."""
        return sum(section.stated for section in self.sections)

    @property
    def confirmed(self) -> int:
        """How many of them a person has confirmed."""
        return sum(section.stated for section in self.sections if section.is_confirmed)


def review_of(reading: PlanReading, agencies: dict[int, Agency]) -> Review:
    """Put the page together; `agencies` holds those the roles name, by key."""
    facts, places = reading.facts, fact_places(reading.facts)
    warnings = tuple(_warnings(reading, places))
    doubts = {key for warning in warnings if not warning.decision for key in warning.keys}
    unread = tuple(facts.get("unread") or [])
    marks = marks_of(places, doubts)
    return Review(
        warnings,
        tuple(_sections(reading, agencies, warnings, doubts)),
        tuple(source_blocks(reading.lines, marks, {paragraph["line"] for paragraph in unread})),
        unread,
        tuple(missing_before_opening(facts, reading.roles, reading.confirmed, reading.settled)),
    )


def excerpt_of(reading: PlanReading, section: str) -> list[Block]:
    """The paragraphs of the source that hold the facts of one section."""
    places = fact_places(reading.facts)
    own = {key for key in map(fact_key, places) if section_of(key) == section}
    blocks = source_blocks(reading.lines, marks_of(places, only=own), ())
    return [block for block in blocks if block.has_facts]


def role_keys(roles: dict[str, Any]) -> list[int]:
    """The keys of all agencies the roles name."""
    single = [(roles.get(role) or {}).get("agency") for role in SINGLE_ROLES]
    groups = [pk for role in GROUP_ROLES for pk in roles.get(role, [])]
    return [pk for pk in [*single, *groups] if pk]


def _warnings(reading: PlanReading, places: dict[str, Place]) -> Iterator[ShownWarning]:
    numbers = numbers_of(places)
    for index, warning in enumerate(reading.facts.get("warnings") or []):
        wanted = warning.get("places") or []
        hit = (p for p, place in places.items() if any(overlap(place, one) for one in wanted))
        keys = tuple(dict.fromkeys(fact_key(path) for path in hit))
        known = CODE_SECTIONS.get(warning["code"])
        yield ShownWarning(
            index,
            warning["message"],
            keys,
            tuple(sorted(numbers[key] for key in keys)),
            known or next(map(section_of, keys), "identity"),
            reading.settled.get(str(index), ""),
        )


def _sections(
    reading: PlanReading,
    agencies: dict[int, Agency],
    warnings: tuple[ShownWarning, ...],
    doubts: Collection[str],
) -> Iterator[ShownSection]:
    numbers = numbers_of(fact_places(reading.facts))
    doubtful = {section_of(key) for key in doubts} | {
        warning.section for warning in warnings if not warning.decision
    }
    facts = rows_of(reading.facts) | {"roles": list(_role_rows(reading, agencies))}
    for name, section in SECTIONS.items():
        rows = (ShownRow(row, numbers.get(row.key), row.key in doubts) for row in facts[name])
        confirmed = name in reading.confirmed
        yield ShownSection(name, section.name, tuple(rows), confirmed, name in doubtful)


def _role_rows(reading: PlanReading, agencies: dict[int, Agency]) -> Iterator[FactRow]:
    roles = reading.roles
    reasons = reasons_of(roles, reading.facts)
    for role, label in SINGLE_ROLES.items():
        agency = agencies.get((roles.get(role) or {}).get("agency") or 0)
        yield FactRow(f"roles.{role}", label, agency.name if agency else "", reasons[role])
    for role, label in GROUP_ROLES.items():
        names = [agencies[pk].name for pk in roles.get(role, []) if pk in agencies]
        count = f"{len(names)} cơ quan" if names else ""
        yield FactRow(f"roles.{role}", label, ", ".join(names), count)

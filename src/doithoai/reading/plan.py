"""What an official plan says: frozen facts, each with its place in the source."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands: lines from 1, characters from 0 (end excluded), and the words."""

    line: int
    end_line: int
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Fact(Generic[T]):
    """One value read from the plan and the place that says it."""

    value: T
    place: Place


@dataclass(frozen=True, slots=True)
class LegalBasis:
    """A document the plan rests on; `number` is None when cited by name and date alone."""

    kind: str
    number: str | None
    date: dt.date | None
    issuer: str | None
    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class Schedule:
    """When the conference sits, as stated; `date` only when exactly one day is stated."""

    text: str
    date: dt.date | None
    month: str | None
    tentative: bool
    days: tuple[dt.date, ...]
    starts_at: dt.time | None
    place: Place


@dataclass(frozen=True, slots=True)
class Group:
    """One group of those who attend, e.g. Cấp tỉnh, with its entries."""

    name: str | None
    entries: tuple[Fact[str], ...]
    place: Place


Role = Literal["lead", "support"]


@dataclass(frozen=True, slots=True)
class Task:
    """One duty given to one or more units; `partners` are named after "phối hợp với"."""

    units: tuple[str, ...]
    text: str
    role: Role
    partners: tuple[str, ...]
    due: Fact[dt.date] | None
    due_text: str | None
    place: Place
    units_place: Place


@dataclass(frozen=True, slots=True)
class QuotaRow:
    """One row of the seats table, exactly as stated."""

    no: int | str | None
    name: str
    seats: int | None
    place: Place


@dataclass(frozen=True, slots=True)
class QuotaSection:
    """A section of the seats table with the seats it states for itself."""

    no: str | None
    name: str | None
    seats: int | None
    rows: tuple[QuotaRow, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class ProgrammeItem:
    """One item of the draft programme."""

    no: int | str | None
    name: str
    performer: str | None
    time: str | None
    place: Place


@dataclass(frozen=True, slots=True)
class ProgrammePart:
    """A part of the programme; `no` and `name` are None when the programme has no parts."""

    no: str | None
    name: str | None
    items: tuple[ProgrammeItem, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Signer:
    """Who signs; `title` is the line above the signature, None when absent."""

    title: str | None
    name: str
    place: Place


@dataclass(frozen=True, slots=True)
class Milestone:
    """A day of the plan: `kind` is "conference" or "due"."""

    on: dt.date
    kind: Literal["conference", "due"]
    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class PlanWarning:
    """Something the official should look at before confirming, in plain Vietnamese."""

    code: str
    message: str
    places: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class ParsedPlan:
    """An official plan read into facts; what the plan does not say is None or empty.

    `joint_issuers` are those who issue a joint plan together with `issuer`.
    """

    number: Fact[str] | None
    issued_on: Fact[dt.date] | None
    issuer: Fact[str] | None
    joint_issuers: tuple[Fact[str], ...]
    province: Fact[str] | None
    year: Fact[int] | None
    title: Fact[str] | None
    chair: Fact[str] | None
    audience: Fact[str] | None
    legal_bases: tuple[LegalBasis, ...]
    purposes: tuple[Fact[str], ...]
    requirements: tuple[Fact[str], ...]
    theme: Fact[str] | None
    form: Fact[str] | None
    topics: tuple[Fact[str], ...]
    schedule: Schedule | None
    venue: Fact[str] | None
    expected_delegates: Fact[int] | None
    composition: tuple[Group, ...]
    tasks: tuple[Task, ...]
    quotas: tuple[QuotaSection, ...]
    quota_total: Fact[int] | None
    programme: tuple[ProgrammePart, ...]
    funding: Fact[str] | None
    recipients: tuple[Fact[str], ...]
    signer: Signer | None
    milestones: tuple[Milestone, ...]
    warnings: tuple[PlanWarning, ...]
    unread: tuple[Fact[str], ...]
    notes: tuple[str, ...]

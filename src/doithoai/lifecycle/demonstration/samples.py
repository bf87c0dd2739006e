"""The two samples: their files, what differs between them, and how far their days have come."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import date, datetime, time
from importlib import resources
from typing import Any
from zoneinfo import ZoneInfo

from doithoai.audit import clock
from doithoai.audit.actions import ORIGIN, PUBLIC

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")


@dataclass(frozen=True, slots=True)
class Sample:
    """What differs between the two samples besides their files."""

    name: str
    place: str
    opened_on: date
    window: tuple[date, date]
    number: str
    issued_on: date
    held_on: date | None
    start_time: time | None
    end_time: time | None


SAMPLES = (
    Sample(
        name="tien-giang-2024",
        place="tien-giang",
        opened_on=date(2024, 7, 15),
        window=(date(2024, 8, 1), date(2024, 10, 9)),
        number="272/KH-UBND",
        issued_on=date(2024, 7, 12),
        held_on=None,
        start_time=None,
        end_time=None,
    ),
    Sample(
        name="cao-bang-2022",
        place="cao-bang",
        opened_on=date(2022, 4, 20),
        window=(date(2022, 4, 25), date(2022, 5, 18)),
        number="1086/KH-UBND",
        issued_on=date(2022, 4, 22),
        held_on=date(2022, 5, 24),
        start_time=time(8, 0),
        end_time=time(11, 30),
    ),
)


LAST_DAY: ContextVar[date] = ContextVar("last_day", default=date.max)
"""The house's own day while samples are laid: nothing of a later day happens."""


class NotYet(Exception):
    """The deed belongs to a day that has not come."""


@contextmanager
def until(day: date) -> Iterator[None]:
    """Inside, deeds of days after `day` raise NotYet."""
    token = LAST_DAY.set(day)
    try:
        yield
    finally:
        LAST_DAY.reset(token)


@contextmanager
def on(day: date, hour: int, minute: int = 0) -> Iterator[None]:
    """Inside, it is that moment in Viet Nam. Raises NotYet when that day has not come."""
    with at(datetime.combine(day, time(hour, minute), tzinfo=HANOI)):
        yield


@contextmanager
def at(moment: datetime) -> Iterator[None]:
    """Inside, it is that moment. Raises NotYet when its day has not come."""
    reach(moment.astimezone(HANOI).date())
    with clock.at(moment):
        yield


def reach(day: date) -> None:
    """Raise NotYet when that day has not come."""
    if day > LAST_DAY.get():
        raise NotYet


@contextmanager
def from_citizens() -> Iterator[None]:
    """Inside, deeds come from the public page."""
    token = ORIGIN.set(PUBLIC)
    try:
        yield
    finally:
        ORIGIN.reset(token)


def sample_data(name: str) -> Any:
    """A JSON file of the samples."""
    return json.loads(sample_file(name))


def sample_file(name: str) -> bytes:
    """A file of the samples."""
    return resources.files("doithoai.lifecycle").joinpath("samples", name).read_bytes()

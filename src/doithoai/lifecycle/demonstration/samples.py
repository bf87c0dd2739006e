"""The two samples: their files and what differs between them."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
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
    tasks_done: int


SAMPLES = (
    Sample(
        name="tien-giang-2024",
        place="tien-giang",
        opened_on=date(2024, 7, 15),
        window=(date(2024, 8, 1), date(2024, 10, 9)),
        number="272/KH-UBND",
        issued_on=date(2024, 7, 12),
        held_on=None,
        tasks_done=5,
    ),
    Sample(
        name="cao-bang-2022",
        place="cao-bang",
        opened_on=date(2022, 4, 20),
        window=(date(2022, 4, 25), date(2022, 5, 18)),
        number="1086/KH-UBND",
        issued_on=date(2022, 4, 22),
        held_on=date(2022, 5, 24),
        tasks_done=11,
    ),
)


@contextmanager
def on(day: date, hour: int) -> Iterator[None]:
    """Inside, it is that hour of that day in Viet Nam."""
    with clock.at(datetime.combine(day, time(hour), tzinfo=HANOI)):
        yield


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

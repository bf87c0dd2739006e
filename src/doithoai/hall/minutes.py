"""The minutes grow from what happened: events in, paragraphs out. Pure."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from doithoai.vietnamese.dates import official_date
from doithoai.vietnamese.letters import nfc
from doithoai.vietnamese.personal_data import mask, mask_contacts

TOLD = frozenset(
    {
        "started",
        "paused",
        "continued",
        "closed",
        "item_started",
        "speaking",
        "answered",
        "put_off",
        "withdrawn",
        "intervened",
        "resumed",
    }
)
"""Kinds of happenings that minutes tell; the rest is how the hall was driven.

That an agency begins to answer is not told: what it said is, once it has said it.
"""


_QUOTED = re.compile(r"“[^”]*”")


def fit_to_tell(text: str) -> str:
    """Words of a happening as they may be read: what a citizen said masked, of the rest contacts.

    Officials who act in the hall keep their names.
    """
    return mask_contacts(_QUOTED.sub(lambda said: mask(said[0]), nfc(text)))


@dataclass(frozen=True, slots=True)
class Happening:
    """One event: its key, kind and words, on the clock of Viet Nam; what it took back."""

    key: int
    kind: str
    text: str
    at: datetime
    undoes: int | None = None


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around the course of events (Nghị định 30/2020/NĐ-CP, mẫu 1.9)."""

    conference: str
    venue: str
    attendance: tuple[str, ...]
    chair: str
    secretary: str
    started: datetime | None
    closed: datetime | None


def course(events: Iterable[Happening]) -> list[str]:
    """`8:05. …` a line, without what was taken back and what only drove the screens."""
    listed = list(events)
    undone = {event.undoes for event in listed if event.undoes}
    told = (event for event in listed if event.kind in TOLD and event.key not in undone)
    return [f"{event.at.hour}:{event.at.minute:02d}. {event.text}" for event in told]


def draft(frame: Frame, events: Iterable[Happening]) -> str:
    """The whole text in the order of the model form: start, who, chair, secretary, course, end."""
    lines = [
        f"BIÊN BẢN\n{frame.conference}",
        f"Thời gian bắt đầu: {_moment(frame.started)}",
        f"Địa điểm: {frame.venue or '(ghi địa điểm)'}",
        "\n".join(["Thành phần tham dự:", *(f"- {one}" for one in frame.attendance)]),
        f"Chủ trì: {frame.chair}",
        f"Thư ký: {frame.secretary}",
        "\n".join(["Nội dung (theo diễn biến hội nghị):", *course(events)]),
        f"Hội nghị kết thúc vào hồi {_moment(frame.closed)}.",
    ]
    return "\n\n".join(lines)


def _moment(at: datetime | None) -> str:
    if at is None:
        return "(ghi giờ, ngày)"
    return f"{at.hour} giờ {at.minute:02d}, {official_date(at.date())}"

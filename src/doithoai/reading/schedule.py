"""When and where the conference sits."""

from __future__ import annotations

import datetime as dt
import re

from doithoai.reading.content import statement
from doithoai.reading.entries import entries_below
from doithoai.reading.passages import Passage, join_passages
from doithoai.reading.plan import Fact, Schedule
from doithoai.reading.sections import Node, Purpose, find_sections
from doithoai.vietnamese.dates import find_dates

_TENTATIVE = re.compile(
    r"\bdu kien\b|\bse (?:co )?(?:thong bao|giay moi|thu moi)\b|(?:thong bao|giay moi|thu moi)"
    r"(?: cu the| chinh thuc)? sau\b|\bthong bao sau\b|\bse duoc thong bao\b|\bse thong bao\b"
)
_CLOCK = re.compile(r"\b(\d{1,2})\s*(?:gio|[hg](?![a-z])|:(?=\d))\s*(\d{2})?(?!\d)")
_AT = re.compile(r"[,;]?\s*\b(?:to chuc |dien ra )?tai(?: dia diem)?:?\s+")


def read_schedule(root: Node, year: int | None) -> Schedule | None:
    """The time as stated, with the one day or month it names."""
    stated = _time_text(root)
    if stated is None or not stated:
        return None
    text = stated.without_end(" ;")
    mentions = find_dates(text.text, year=year)
    days = tuple(dict.fromkeys(mention.date for mention in mentions if mention.date))
    months = {mention.month for mention in mentions if mention.month}
    return Schedule(
        text=text.text,
        date=days[0] if len(days) == 1 else None,
        month=months.pop() if len(months) == 1 else None,
        tentative=bool(_TENTATIVE.search(text.folded)),
        days=days,
        starts_at=_starts_at(text),
        place=text.place(),
    )


def read_venue(root: Node) -> Fact[str] | None:
    """The place without its label."""
    for section in find_sections(root, Purpose.VENUE):
        if section.purposes() == {Purpose.VENUE}:
            stated = statement(section)
        else:
            joined = _joint(section)
            at = _AT.search(joined.folded) if joined else None
            stated = joined.cut(at.end()) if joined and at else None
        if stated:
            return stated.without_end(" .;,").fact()
    return None


def _time_text(root: Node) -> Passage | None:
    for section in find_sections(root, Purpose.TIME):
        if section.purposes() == {Purpose.TIME}:
            stated = statement(section)
            if stated:
                return stated
            continue
        joined = _joint(section)
        if not joined:
            continue
        at = _AT.search(joined.folded)
        return joined.cut(0, at.start()) if at else joined
    return None


def _joint(section: Node) -> Passage | None:
    """What "Thời gian, địa điểm: …" says without naming its parts."""
    if section.rest():
        return section.rest()
    loose = [text for text in entries_below(section) if find_dates(text.text)]
    return join_passages(loose[:1]) if loose else None


def _starts_at(text: Passage) -> dt.time | None:
    match = _CLOCK.search(text.folded)
    if not match:
        return None
    hour, minute = int(match[1]), int(match[2] or 0)
    return dt.time(hour, minute) if hour < 24 and minute < 60 else None

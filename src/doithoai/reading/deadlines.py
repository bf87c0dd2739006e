"""Deadlines: "trước ngày D", "chậm nhất D" are D; "trong tháng M" is its last day."""

from __future__ import annotations

import datetime as dt
import re

from doithoai.reading.passages import Passage
from doithoai.reading.plan import Fact
from doithoai.vietnamese.dates import DateMention, find_dates, last_day_of_month

_HOUR = r"\d{1,2}\s*(?:gio|h|g|:)\s*\d{0,2}\s*(?:phut|')?"
_STEP = rf"(?:la|vao|den|het|truoc|trong|cung|luc|cuoi|ngay|xong|thu \w+|chu nhat|{_HOUR}|[:,(])"
_BEFORE_DAY = re.compile(
    rf"\b(?:truoc|cham nhat|muon nhat|tre nhat|han cuoi|han chot|thoi han|hoan thanh|xong|den het|"
    rf"truoc va den)(?:\s*{_STEP})*\s*$"
)
_BEFORE_MONTH = re.compile(
    r"\b(?:trong|hoan thanh|xong|het|cham nhat|muon nhat)(?:\s+(?:trong|vao|la|den|het|ca))*\s*$"
)
_RELATIVE = re.compile(
    r"\b(?:truoc|sau|cham nhat|trong vong|trong thoi han)(?: (?:hoi nghi|khi|la|sau|truoc|ngay))*"
    r" \d{1,3} ngay(?: lam viec)?[^.;,]{0,60}"
)
_WINDOW = 60


def find_deadline(text: Passage, year: int | None) -> Fact[dt.date] | None:
    """The first deadline a sentence states; other dates in it are none."""
    for mention in find_dates(text.text, year=year):
        before = text.folded[max(0, mention.start - _WINDOW) : mention.start]
        if mention.date and _BEFORE_DAY.search(before):
            return _fact(text, mention, mention.date)
        if _is_month(mention) and _BEFORE_MONTH.search(before):
            return _fact(text, mention, _month_end(mention))
    return None


def cell_deadline(cell: Passage, year: int | None) -> Fact[dt.date] | None:
    """The deadline a table's cell holds: its last day, or the last day of its month."""
    days = [
        mention
        for mention in find_dates(cell.text, year=year)
        if mention.date or _is_month(mention)
    ]
    if not days:
        return None
    last = days[-1]
    return _fact(cell, last, last.date or _month_end(last))


def relative_deadline(text: Passage) -> str | None:
    """A deadline that names no day: "trước Hội nghị 05 ngày"."""
    match = _RELATIVE.search(text.folded)
    return text.text[match.start() : match.end()].strip() if match else None


def _is_month(mention: DateMention) -> bool:
    return mention.date is None and mention.month is not None and mention.text[:1] in "tT"


def _month_end(mention: DateMention) -> dt.date:
    year, month = (mention.month or "").split("-")
    return last_day_of_month(int(year), int(month))


def _fact(text: Passage, mention: DateMention, day: dt.date) -> Fact[dt.date]:
    return Fact(day, text.cut(mention.start, mention.end).place())

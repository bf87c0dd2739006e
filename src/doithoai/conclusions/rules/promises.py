"""Promises an answer makes: the sentence, who keeps it, by which day."""

import re
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass
from datetime import date, timedelta

from doithoai.answers.rules import four_parts
from doithoai.vietnamese.dates import DateMention, find_dates, last_day_of_month
from doithoai.vietnamese.letters import fold, nfc
from doithoai.vietnamese.working_days import add_working_days

_NONE: frozenset[date] = frozenset()


@dataclass(frozen=True, slots=True)
class Promise:
    """A sentence that says what will be done; `unit` and `due` as far as it states them."""

    sentence: str
    unit: str
    due: date | None


def promises_in(
    body: str,
    *,
    since: date,
    units: Iterable[str] = (),
    holidays: Set[date] = _NONE,
    make_up: Set[date] = _NONE,
) -> list[Promise]:
    """Every sentence of an answer that names concrete work, in order.

    `since` is the day the answer was given, from which periods count; `units` are names of
    agencies of the place.
    """
    names = list(units)
    found = []
    for sentence in _sentences(nfc(body)):
        parts = {part.key: part for part in four_parts(sentence, since=since, units=names)}
        if not parts["action"].found:
            continue
        words = parts["deadline"].words if parts["deadline"].found else ""
        due = _last_stated(sentence, since) or deadline_day(
            words, since=since, holidays=holidays, make_up=make_up
        )
        unit = parts["unit"].words if parts["unit"].found else ""
        found.append(Promise(sentence, unit, due))
    return found


def deadline_day(
    words: str, *, since: date, holidays: Set[date] = _NONE, make_up: Set[date] = _NONE
) -> date | None:
    """The last day that `words` allow (`30/11/2024`, `tháng 11/2024`, `quý IV`, `trong 30 ngày`).

    None when they name no day, or one that no calendar has.
    """
    stated = (_stated_day(mention) for mention in find_dates(nfc(words), year=since.year))
    day = next((found for found in stated if found), None)
    if day:
        return day
    text = fold(words)
    if match := _PERIOD.search(text):
        days = int(match["days"])
        if match["working"]:
            return add_working_days(since, days, holidays=holidays, make_up=make_up)
        return since + timedelta(days=days)
    if match := _QUARTER.search(text):
        return _end_of_quarter(match, since)
    if match := _YEAR.search(text):
        return date(int(match["year"]) - (match["when"] == "truoc"), 12, 31)
    return None


_PERIOD = re.compile(r"\btrong(?: vong)? (?P<days>\d{1,4}) ngay(?P<working> lam viec)?")
_QUARTER = re.compile(r"\bquy (?P<quarter>iv|i{1,3}|[1-4])\b(?:[/ ]+(?:nam )?(?P<year>20\d\d))?")
_YEAR = re.compile(r"\b(?P<when>truoc|het|cuoi|trong) nam (?P<year>20\d\d)")
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


def _last_stated(sentence: str, since: date) -> date | None:
    """Of `từ ngày 15/10, hoàn thành trước ngày 15/12/2024` the end; days past are of papers."""
    days = (_stated_day(mention) for mention in find_dates(sentence, year=since.year))
    return max((day for day in days if day and day >= since), default=None)


def _stated_day(mention: DateMention) -> date | None:
    if mention.date or mention.month is None:
        return mention.date
    year, month = map(int, mention.month.split("-"))
    return last_day_of_month(year, month)


def _end_of_quarter(match: re.Match[str], since: date) -> date:
    written = match["quarter"]
    month = 3 * (_QUARTERS.get(written) or int(written))
    if match["year"]:
        return last_day_of_month(int(match["year"]), month)
    end = last_day_of_month(since.year, month)
    return end if end >= since else last_day_of_month(since.year + 1, month)


def _sentences(text: str) -> Iterator[str]:
    for sentence in re.split(r"(?<=[.;])\s+|\n+", text):
        if sentence.strip():
            yield sentence.strip().rstrip(";")

"""Dates found in running text: in figures, in words, in ranges, with or without the year."""

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from doithoai.vietnamese.letters import fold_in_place
from doithoai.vietnamese.numbers import from_words


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date as a text states it, between `start` and `end`.

    `date` is set when one existing day is stated, `month` ("2024-10") when month and year are
    known, `year` when the year is; a range is two mentions, one for each of its ends.
    """

    text: str
    start: int
    end: int
    date: datetime.date | None = None
    month: str | None = None
    year: int | None = None


def find_dates(text: str, *, year: int | None = None) -> list[DateMention]:
    """Every date of a text in composed form (letters.nfc), in order.

    A date without a year takes the year of the date it is joined to (15/9 - 25/9/2023), else
    `year`. A day the calendar does not have (31/2) has no `date`. Diacritics may be missing, and
    figures may stand between Markdown's asterisks.
    """
    folded = fold_in_place(text)
    stated = sorted(_stated(folded), key=lambda found: found.start)
    stated = _with_joined_days(folded, stated)
    stated = _with_shared_years(folded, stated)
    return [_mention(text, found, year) for found in stated]


@dataclass(frozen=True, slots=True)
class _Stated:
    start: int
    end: int
    day: int | None = None
    month: int | None = None
    year: int | None = None


_GAP = r"[\s*]{0,9}"
_FIRST_DIGIT = r"(?<!\d)(?<!\d[./])"
_DIGIT_WORD = r"(?:khong|mot|hai|ba|bon|tu|nam|lam|sau|bay|tam|chin|muoi)\b"
_MONTHS = {"gieng": 1, "chap": 12, "tu": 4}
_MONTH_WORD = (
    r"(?:gieng|chap|muoi mot|muoi hai|muoi|mot|hai|ba|tu|bon|nam(?! \d)|sau|bay|tam|chin)\b"
)
_MONTH = rf"(?P<month>\d{{1,2}}(?!\d)|{_MONTH_WORD})"
_YEAR = r"(?P<year>(?:19|20)\d{2})(?!\d)"
_YEAR_AFTER_MONTH = (
    rf"(?:{_GAP},?{_GAP}nam{_GAP}{_YEAR}|{_GAP}[/.-]{_GAP}(?P<year2>20\d{{2}})(?!\d))"
)

_IN_WORDS = re.compile(
    rf"\bngay (?:mung |mong )?(?P<day>{_DIGIT_WORD}(?: {_DIGIT_WORD}){{0,2}}) thang "
    rf"(?P<month>{_MONTH_WORD})"
    rf"(?:,? nam (?P<year>(?:mot|hai) (?:nghin|ngan)(?: (?:{_DIGIT_WORD}|tram|linh|le))*))?"
)
_DAY_AND_MONTH = re.compile(
    rf"(?P<ngay>\bngay{_GAP})?(?:m[uo]ng )?{_FIRST_DIGIT}(?P<day>\d{{1,2}}){_GAP}"
    rf"\bthang{_GAP}{_MONTH}{_YEAR_AFTER_MONTH}?"
)
_FIGURES = re.compile(
    rf"{_FIRST_DIGIT}(?P<day>\d{{1,2}}) ?(?P<sign>[/.-]) ?(?P<month>\d{{1,2}}) ?(?P=sign) ?"
    r"(?P<year>(?:19|20)\d{2}|(?<=[/.])\d{2})(?![\d/])(?!\.\d)"
)
_MONTH_OF_YEAR = re.compile(rf"\bthang{_GAP}{_MONTH}{_YEAR_AFTER_MONTH}")
_BLANK_DAY = re.compile(
    rf"\bngay[\s*….]{{0,20}}/[\s….]{{0,9}}(?:(?P<month>\d{{1,2}})[\s….]{{0,9}})?/\s?{_YEAR}"
)
_LATER_MONTH = re.compile(rf"(?<![\d/.])(?P<month>\d{{1,2}}){_YEAR_AFTER_MONTH}")
_MONTH_ALONE = re.compile(r"(?<!\d )\bthang (?P<month>\d{1,2})(?![\d/.])(?!-\d{3})")
_QUARTER = re.compile(rf"\bquy{_GAP}(?:i{{1,3}}|iv|[1-4]){_GAP}(?:/|-|,? ?nam){_GAP}{_YEAR}")
_YEAR_ALONE = re.compile(rf"\bnam{_GAP}{_YEAR}(?!\s?[-–]\s?\d)")
_DAY_IN_FIGURES = re.compile(
    rf"{_FIRST_DIGIT}(?P<day>\d{{1,2}})(?P<sign>[/.-])(?P<month>\d{{1,2}})(?![\d%])(?![/.]\w)"
)

_JOINT = (
    r"\s*[,;]?\s*(?:-|–|—|,|;|va|hoac|den|toi|den het)\s*"
    r"(?:(?:ngay|thang|dau|giua|cuoi|sang|chieu)\s*)?"
)
_JOINED = re.compile(_JOINT)
_MOMENT = (
    r"(?:ngay|truoc|sau|den|tu|het|sang|chieu|toi|trua|hom|vao|luc|cham nhat|chu nhat|gio|phut"
    r"|thu (?:hai|ba|tu|nam|sau|bay|[2-7])|\d ?[hg]\d{0,2}'?)"
)
_AFTER_MOMENT = re.compile(rf"\b{_MOMENT}[\s,:(*']*$")
_AFTER_DAY_WORD = re.compile(r"\b(?:ngay|truoc|cham nhat|muon nhat)[\s:*]*$")
_AMOUNT = re.compile(r"\s*(?:so|tong|trieu|ty|ti|tr)\b")
_EARLIER_DAY = re.compile(
    r"(?P<before>(?:\b(?:tu|ngay|trong|vao|sang|chieu|toi|mung|mong)|\d)[\s,;]*)?"
    r"(?<![\d/.])(?<!\bso )(?P<day>\d{1,2})\s*(?P<joint>-|–|—|va|hoac|,|;|den|toi)\s*"
    r"(?:het )?(?:ngay )?(?:m[uo]ng )?$"
)
_LOOK_BACK = 40


def _stated(folded: str) -> Iterator[_Stated]:
    """Dates that stand by themselves, longest forms first; none overlaps another."""
    taken = bytearray(len(folded))
    for pattern in _PATTERNS:
        for match in pattern.finditer(folded):
            if any(taken[match.start() : match.end()]) or not _is_meant(folded, match):
                continue
            taken[match.start() : match.end()] = b"\1" * (match.end() - match.start())
            yield _read(match)


_PATTERNS = (
    _IN_WORDS,
    _FIGURES,
    _BLANK_DAY,
    _DAY_AND_MONTH,
    _MONTH_OF_YEAR,
    _LATER_MONTH,
    _QUARTER,
    _YEAR_ALONE,
    _DAY_IN_FIGURES,
    _MONTH_ALONE,
)


def _read(match: re.Match[str]) -> _Stated:
    parts = match.groupdict()
    year = parts.get("year") or parts.get("year2")
    return _Stated(
        match.start(), match.end(), _number(parts.get("day")), _month(parts.get("month")),
        _full_year(_number(year)),
    )  # fmt: skip


def _number(words: str | None) -> int | None:
    if not words:
        return None
    return int(words) if words.isdigit() else from_words(words)


def _month(words: str | None) -> int | None:
    return _MONTHS.get(words or "") or _number(words)


def _full_year(year: int | None) -> int | None:
    return year + 2000 if year is not None and year < 100 else year


def _is_meant(folded: str, match: re.Match[str]) -> bool:
    """Whether figures that could be a date are one, by their size and by the words around."""
    found = _read(match)
    if not (1 <= (found.day or 1) <= 31 and 1 <= (found.month or 1) <= 12):
        return False
    before = folded[max(0, match.start() - _LOOK_BACK) : match.start()]
    if match.re is _DAY_AND_MONTH:
        return bool(match["ngay"] or found.year or _is_in_context(before))
    if match.re is _LATER_MONTH:
        return bool(_AFTER_EARLIER_MONTH.search(before))
    return match.re is not _DAY_IN_FIGURES or _is_meant_as_day(folded, match, before)


def _is_meant_as_day(folded: str, match: re.Match[str], before: str) -> bool:
    if _AFTER_DAY_WORD.search(before):
        return not (match["sign"] == "." and _AMOUNT.match(folded, match.end()))
    if match["sign"] != "/" or _AMOUNT.match(folded, match.end()):
        return False
    return _is_in_context(before) or bool(_LATER_DATE.match(folded, match.end()))


_LATER_DATE = re.compile(rf"{_JOINT}\d{{1,2}}/\d{{1,2}}/\d{{4}}")
_AFTER_EARLIER_DAY = re.compile(
    rf"\b{_MOMENT}[\s,:(*']*(?:\d{{1,2}}(?:/\d{{1,2}})?{_JOINT})+$|(?<![\d/.])\d{{1,2}}\s?[-–]\s?$"
)
_AFTER_EARLIER_MONTH = re.compile(rf"\bthang\s*\d{{1,2}}{_JOINT}$")


def _is_in_context(before: str) -> bool:
    return bool(_AFTER_MOMENT.search(before) or _AFTER_EARLIER_DAY.search(before))


def _with_joined_days(folded: str, stated: list[_Stated]) -> list[_Stated]:
    """The same dates with the bare days joined to their left: 15-25/9, ngày 17 hoặc 18/11."""
    found: list[_Stated] = []
    floor = 0
    for one in stated:
        days = [one]
        while days[0].day and (earlier := _earlier_day(folded, floor, days[0])):
            days.insert(0, earlier)
        found += days
        floor = one.end
    return found


def _earlier_day(folded: str, floor: int, later: _Stated) -> _Stated | None:
    begin = max(floor, later.start - _LOOK_BACK)
    match = _EARLIER_DAY.search(folded[begin : later.start])
    if not match:
        return None
    day = int(match["day"])
    is_range = match["joint"] in "-–—" and day < (later.day or 0)
    if not 1 <= day <= 31 or not (match["before"] or is_range):
        return None
    start, end = (begin + place for place in match.span("day"))
    return replace(later, start=start, end=end, day=day)


def _with_shared_years(folded: str, stated: list[_Stated]) -> list[_Stated]:
    """The same dates, each year also given to the joined dates that lack it."""
    stated = list(stated)
    for place in [*range(len(stated) - 1, 0, -1), *range(1, len(stated))]:
        left, right = stated[place - 1], stated[place]
        if _JOINED.fullmatch(folded, left.end, right.start):
            year = left.year or right.year
            stated[place - 1] = replace(left, year=left.year or year)
            stated[place] = replace(right, year=right.year or year)
    return stated


def _mention(text: str, found: _Stated, fallback: int | None) -> DateMention:
    year = found.year or (fallback if found.month else None)
    month = f"{year}-{found.month:02}" if year and found.month else None
    return DateMention(
        text[found.start : found.end], found.start, found.end, _day(found, year), month, year
    )


def _day(found: _Stated, year: int | None) -> datetime.date | None:
    if not (year and found.month and found.day):
        return None
    try:
        return datetime.date(year, found.month, found.day)
    except ValueError:
        return None

"""Dates as papers write them; those a text mentions are found by `find_dates`."""

import calendar
from datetime import date, datetime
from zoneinfo import ZoneInfo

from doithoai.vietnamese.date_mentions import DateMention, find_dates
from doithoai.vietnamese.numbers import to_words

__all__ = [
    "DateMention",
    "date_in_words",
    "find_dates",
    "last_day_of_month",
    "long_date",
    "moment_words",
    "official_date",
    "short_date",
]

_VIET_NAM = ZoneInfo("Asia/Ho_Chi_Minh")
_WEEKDAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật")


def short_date(day: date) -> str:
    """24/5/2022."""
    return f"{day.day}/{day.month}/{day.year}"


def moment_words(at: datetime) -> str:
    """16:20, 4/10/2024, on the clock of Viet Nam, of a moment that knows its zone."""
    local = at.astimezone(_VIET_NAM)
    return f"{local:%H:%M}, {short_date(local)}"


def official_date(day: date) -> str:
    """ngày 05 tháng 02 năm 2024: days below 10 and months 1 and 2 take a zero (NĐ 30/2020)."""
    month = f"{day.month:02}" if day.month <= 2 else f"{day.month}"
    return f"ngày {day.day:02} tháng {month} năm {day.year}"


def long_date(day: date) -> str:
    """Thứ Hai, 7/10/2024."""
    return f"{_WEEKDAYS[day.weekday()]}, {short_date(day)}"


def date_in_words(day: date) -> str:
    """ngày hai mươi tư tháng năm năm hai nghìn không trăm hai mươi hai."""
    month = "tư" if day.month == 4 else to_words(day.month)
    return f"ngày {to_words(day.day)} tháng {month} năm {to_words(day.year)}"


def last_day_of_month(year: int, month: int) -> date:
    """The last day of a month, which is what “trong tháng” means for a deadline."""
    return date(year, month, calendar.monthrange(year, month)[1])

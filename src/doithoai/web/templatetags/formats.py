"""Dates, numbers and money as officials write them."""

from datetime import date, datetime
from decimal import Decimal

from django import template
from django.utils import timezone

from doithoai.vietnamese import dates

register = template.Library()


@register.filter
def short_date(day: date | datetime | None) -> str:
    """24/5/2022; an absent day is the empty string."""
    return dates.short_date(_local(day)) if day else ""


@register.filter
def moment(when: datetime | None) -> str:
    """16:20, 4/10/2024, on the clock of Vietnam."""
    return dates.moment_words(when) if when else ""


@register.filter
def long_date(day: date | datetime | None) -> str:
    """Thứ Hai, 7/10/2024."""
    return dates.long_date(_local(day)) if day else ""


@register.filter
def number_vi(number: int | float | Decimal | None) -> str:
    """1.884 and 7,5."""
    if number is None or number == "":
        return ""
    return f"{number:,}".translate(str.maketrans(",.", ".,"))


@register.filter
def money(amount: int | Decimal | None) -> str:
    """7.500.000 đ, with a space that does not break."""
    return f"{number_vi(amount)}\u00a0đ" if amount is not None else ""


def _local(day: date | datetime) -> date | datetime:
    if isinstance(day, datetime) and timezone.is_aware(day):
        return timezone.localtime(day)
    return day


@register.filter
def tied(text: str) -> str:
    """A name whose hyphen never starts a line: Sở Lao động - Thương binh và Xã hội."""
    return text.replace(" - ", "\u00a0- ").replace(" – ", "\u00a0– ")


@register.filter
def initials(name: str) -> str:
    """The first letters of the first and the last word of a name: Nguyễn Thị Mười → NM."""
    words = name.split()
    return "".join(word[0].upper() for word in [*words[:1], *words[1:][-1:]])

"""The house's clock: real time, or the day a demonstration lives in (DOITHOAI_TODAY)."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime, timedelta

from django.conf import settings
from django.utils import timezone

_MOMENT: ContextVar[datetime | None] = ContextVar("moment", default=None)


def now() -> datetime:
    """This moment, aware, in UTC; moved by whole days when the demonstration says so."""
    fixed = _MOMENT.get()
    return fixed if fixed is not None else timezone.now() + _offset()


def today() -> date:
    """The day in Asia/Ho_Chi_Minh."""
    return timezone.localdate(now())


@contextmanager
def at(moment: datetime) -> Iterator[None]:
    """Inside, it is `moment` (aware): for samples that carry a history, and for tests."""
    token = _MOMENT.set(moment)
    try:
        yield
    finally:
        _MOMENT.reset(token)


def _offset() -> timedelta:
    day = settings.DEMO_TODAY
    return timedelta(0) if day is None else day - timezone.localdate()

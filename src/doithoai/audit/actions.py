"""Writing the trail: one call inside the transaction of the deed itself."""

from collections.abc import Iterable
from contextvars import ContextVar
from datetime import date, datetime
from typing import Any

from django.db import models

from doithoai.audit.models import Entry

PUBLIC = "trang công khai"
BATCH = 500
ORIGIN: ContextVar[str] = ContextVar("origin", default="máy chủ")


def record(
    verb: str,
    thing: models.Model,
    *,
    by: Any,
    before: dict[str, Any] | None = None,
    after: dict[str, Any] | None = None,
) -> Entry:
    """Add one line: `by` did `verb` to `thing`. `by` is None for a citizen or the system."""
    entry = _line(verb, thing, by=by, before=before, after=after)
    entry.save()
    return entry


def record_all(
    verb: str, deeds: Iterable[tuple[models.Model, dict[str, Any]]], *, by: Any
) -> list[Entry]:
    """Add a line for each thing and what it became, many at a time."""
    lines = [_line(verb, thing, by=by, before=None, after=after) for thing, after in deeds]
    return Entry.objects.bulk_create(lines, batch_size=BATCH)


def _line(
    verb: str,
    thing: models.Model,
    *,
    by: Any,
    before: dict[str, Any] | None,
    after: dict[str, Any] | None,
) -> Entry:
    conference = thing if thing._meta.model_name == "conference" else None
    conference_id = conference.pk if conference else getattr(thing, "conference_id", None)
    return Entry(
        actor=by,
        actor_name=_name_of(by),
        verb=verb,
        thing_type=thing._meta.label_lower,
        thing_id=str(thing.pk),
        thing_name=str(thing)[:300],
        conference_id=conference_id,
        before=_plain(before),
        after=_plain(after),
        origin=ORIGIN.get()[:60],
    )


def changes(thing: models.Model, values: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """(before, after) of only those fields whose value differs from `values`."""
    differing = {name: new for name, new in values.items() if getattr(thing, name) != new}
    return {name: getattr(thing, name) for name in differing}, differing


def _name_of(by: Any) -> str:
    if by is None:
        return ""
    agency = getattr(by, "agency", None)
    return f"{by.get_full_name() or by.get_username()}" + (f", {agency}" if agency else "")


def _plain(values: dict[str, Any] | None) -> dict[str, Any] | None:
    return None if values is None else {name: _plain_value(v) for name, v in values.items()}


def _plain_value(value: Any) -> Any:
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    if isinstance(value, models.Model):
        return str(value)
    if isinstance(value, (list, tuple, set)):
        return [_plain_value(item) for item in value]
    return (
        value if isinstance(value, (str, int, float, bool, dict)) or value is None else str(value)
    )

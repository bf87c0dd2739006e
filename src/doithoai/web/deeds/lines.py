"""One line of the trail as shown: who, what, and only what became different."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from doithoai.audit.actions import PUBLIC
from doithoai.audit.models import Entry
from doithoai.directory.models import Agency
from doithoai.vietnamese.dates import short_date
from doithoai.vietnamese.letters import nfc
from doithoai.vietnamese.personal_data import mask
from doithoai.web.deeds.words import DEEDS, LABELS, NAMES

ROLES_CHOSEN = "planning.assign_roles"
DAY, MONTH = re.compile(r"\d{4}-\d\d-\d\d"), re.compile(r"\d{4}-(0[1-9]|1[0-2])")
Change = tuple[str, str | None, str | None]


@dataclass(frozen=True, slots=True)
class Deed:
    """When and on which thing (`entry`), who, what, and (name, before, after) of each change."""

    entry: Entry
    words: str
    who: str
    changes: tuple[Change, ...]


def deeds_of(entries: Iterable[Entry]) -> list[Deed]:
    """The lines in their order. One more query when roles of agencies were chosen."""
    entries = list(entries)
    names = _agency_names(entry for entry in entries if entry.verb == ROLES_CHOSEN)
    return [_deed(entry, names) for entry in entries]


def _deed(entry: Entry, agencies: Mapping[int, str]) -> Deed:
    before, after = entry.before or {}, entry.after or {}
    if entry.verb == ROLES_CHOSEN:
        before, after = _named(before, agencies), _named(after, agencies)
    words = DEEDS.get(entry.verb, "Việc khác")
    return Deed(entry, words, entry.actor_name or _nobody(entry), tuple(_changes(before, after)))


def _nobody(entry: Entry) -> str:
    """Who stands for a deed that no signed-in official did."""
    if entry.origin != PUBLIC:
        return "Máy chủ"
    of_sender = entry.verb.startswith("questions.") or entry.verb == "conclusions.say_if_solved"
    if of_sender:
        return "Người gửi"
    return "Người được mời" if entry.verb.startswith("delegates.") else "Người chưa đăng nhập"


def _changes(before: dict[str, Any], after: dict[str, Any]) -> Iterable[Change]:
    for name in dict.fromkeys([*before, *after]):
        old, new = before.get(name), after.get(name)
        if isinstance(old, list) and isinstance(new, list):
            old, new = (
                [one for one in old if one not in new],
                [one for one in new if one not in old],
            )
        shown = _shown(name, old), _shown(name, new)
        if shown[0] != shown[1]:
            yield NAMES.get(name, "chi tiết"), *shown


def _shown(name: str, value: Any) -> str | None:
    """The value in words; None when there is nothing to show."""
    if isinstance(value, bool):
        return "có" if value else "không"
    if isinstance(value, list):
        return "; ".join(filter(None, (_shown(name, one) for one in value))) or None
    if isinstance(value, dict):
        parts = ((NAMES.get(key, "chi tiết"), _shown(key, one)) for key, one in value.items())
        return ", ".join(f"{key}: {one}" for key, one in parts if one) or None
    if isinstance(value, float):
        return f"{value:g}".replace(".", ",")
    return _text(LABELS.get(name, {}).get(str(value), str(value))) if value is not None else None


def _text(value: str) -> str | None:
    if DAY.fullmatch(value):
        return short_date(date.fromisoformat(value))
    if MONTH.fullmatch(value):
        return f"tháng {int(value[5:])}/{value[:4]}"
    return mask(nfc(value)) or None


def _agency_keys(value: Any) -> list[int]:
    """The keys of agencies a role holds: `{"agency": 5}` or `[5, 6]`."""
    found = [value.get("agency")] if isinstance(value, dict) else value or []
    return [key for key in found if isinstance(key, int)]


def _agency_names(entries: Iterable[Entry]) -> dict[int, str]:
    roles = [
        role for e in entries for side in (e.before, e.after) for role in (side or {}).values()
    ]
    keys = {key for role in roles for key in _agency_keys(role)}
    return dict(Agency.objects.filter(pk__in=keys).values_list("pk", "name")) if keys else {}


def _named(roles: dict[str, Any], agencies: Mapping[int, str]) -> dict[str, list[str]]:
    return {
        role: [agencies[key] for key in _agency_keys(value) if key in agencies]
        for role, value in roles.items()
    }

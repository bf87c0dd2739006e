"""Writing the programme."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction

from doithoai.audit.actions import record
from doithoai.directory.models import User
from doithoai.planning.models import Conference
from doithoai.planning.permissions import may_prepare
from doithoai.programme.models import AgendaItem
from doithoai.workflow import require


@transaction.atomic
def draft_programme(
    conference: Conference, parts: Iterable[dict[str, Any]], *, by: User
) -> list[AgendaItem]:
    """Write the plan's draft: parts `{no, name, items: [{name, performer, time}]}`."""
    require(may_prepare(by, conference))
    items = [
        AgendaItem(
            conference=conference,
            part=" ".join(filter(None, [part.get("no") and f"{part['no']}.", part.get("name")])),
            name=item["name"],
            performer=item.get("performer") or "",
            time_text=item.get("time") or "",
        )
        for part in parts
        for item in part.get("items", [])
    ]
    for position, item in enumerate(items, start=1):
        item.position = position
    AgendaItem.objects.bulk_create(items)
    record("programme.draft", conference, by=by, after={"items": len(items)})
    return items

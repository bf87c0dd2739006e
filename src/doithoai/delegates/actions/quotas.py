"""Writing the table of seats."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction

from doithoai.audit.actions import record
from doithoai.delegates.models import QuotaLine
from doithoai.directory.models import User
from doithoai.planning.models import Conference
from doithoai.planning.permissions import may_prepare
from doithoai.workflow import require


@transaction.atomic
def lay_quotas(
    conference: Conference, sections: Iterable[dict[str, Any]], *, by: User
) -> list[QuotaLine]:
    """Write the plan's table: sections `{no, name, seats, rows: [{no, name, seats}]}`."""
    require(may_prepare(by, conference))
    lines: list[QuotaLine] = []
    for section in sections:
        head = _line(conference, section, parent=None, position=len(lines) + 1)
        lines.append(head)
        for row in section.get("rows", []):
            lines.append(_line(conference, row, parent=head, position=len(lines) + 1))
    record("delegates.lay_quotas", conference, by=by, after={"lines": len(lines)})
    return lines


def _line(
    conference: Conference, stated: dict[str, Any], *, parent: QuotaLine | None, position: int
) -> QuotaLine:
    return QuotaLine.objects.create(
        conference=conference,
        parent=parent,
        position=position,
        no=str(stated.get("no") or ""),
        name=stated.get("name") or "",
        seats=stated.get("seats"),
    )

"""Writing the table of seats: as the plan states it, then by hand."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.db.models import F

from doithoai.audit.actions import changes, record
from doithoai.delegates.models import QuotaLine
from doithoai.delegates.permissions import may_organise
from doithoai.delegates.term import require_before_end
from doithoai.directory.models import User
from doithoai.planning.models import Conference
from doithoai.planning.permissions import may_prepare
from doithoai.workflow import Refused, require

FAR = 20_000
"""Where lines wait while others make room: no position stands twice, even for a moment."""
STALE = "Có người vừa sửa dòng này. Tải lại trang, xem chỗ vừa sửa rồi làm tiếp."


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


@transaction.atomic
def add_line(
    conference: Conference,
    *,
    parent: QuotaLine | None,
    no: str,
    name: str,
    seats: int | None,
    by: User,
) -> QuotaLine:
    """Add a section, or a row at the end of one, that the plan's table does not have."""
    conference = Conference.objects.select_for_update().get(pk=conference.pk)
    require(may_organise(by, conference))
    require_before_end(conference)
    if parent and (parent.conference_id != conference.pk or parent.parent_id):
        raise Refused("Chỉ thêm dòng vào một mục của hội nghị này. Chọn lại mục.")
    lines = list(QuotaLine.objects.filter(conference=conference))
    within = [line for line in lines if parent and parent.pk in {line.pk, line.parent_id}]
    position = max((line.position for line in within or lines), default=0) + 1
    _make_room(conference, position)
    stated = {"no": no, "name": name, "seats": seats}
    line = _line(conference, stated, parent=parent, position=position)
    record("delegates.add_line", line, by=by, after={"name": name, "seats": seats})
    return line


@transaction.atomic
def amend_line(
    line: QuotaLine, *, no: str, name: str, seats: int | None, version: int, by: User
) -> QuotaLine:
    """Correct what a line says."""
    line = QuotaLine.objects.select_for_update(of=("self",)).get(pk=line.pk)
    require(may_organise(by, line.conference))
    require_before_end(line.conference)
    if line.version != version:
        raise Refused(STALE)
    before, after = changes(line, {"no": no, "name": name, "seats": seats})
    line.no, line.name, line.seats = no, name, seats
    line.version += 1
    line.save()
    record("delegates.amend_line", line, by=by, before=before, after=after)
    return line


@transaction.atomic
def remove_line(line: QuotaLine, *, by: User) -> None:
    """Take out a line that nobody has been given seats or a place of."""
    line = QuotaLine.objects.select_for_update(of=("self",)).get(pk=line.pk)
    require(may_organise(by, line.conference))
    require_before_end(line.conference)
    if line.rows.exists():
        raise Refused(f"“{line}” còn các dòng bên trong. Xóa các dòng đó trước.")
    if line.allocations.exists() or line.delegates.exists():
        raise Refused(
            f"“{line}” đã phân bổ hoặc đã có đại biểu. Bỏ phần phân bổ trước; dòng từng có "
            "đại biểu thì giữ lại và sửa số."
        )
    before = {"name": line.name, "seats": line.seats}
    record("delegates.remove_line", line, by=by, before=before)
    line.delete()


def _make_room(conference: Conference, position: int) -> None:
    """Move the lines from `position` on one place down."""
    after = QuotaLine.objects.filter(conference=conference, position__gte=position)
    moved = list(after.order_by("position").values_list("pk", flat=True))
    chosen = QuotaLine.objects.filter(pk__in=moved)
    chosen.update(position=F("position") + FAR)
    chosen.update(position=F("position") - FAR + 1)


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

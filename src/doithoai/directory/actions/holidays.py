"""Days off and make-up days."""

from datetime import date

from django.db import transaction

from doithoai.audit.actions import record
from doithoai.directory.models import Holiday, HolidayKind, User
from doithoai.directory.permissions import may_administer
from doithoai.workflow import require


@transaction.atomic
def mark_holiday(day: date, *, name: str, kind: HolidayKind, by: User) -> Holiday:
    """Add or rename a day off or a make-up day."""
    require(may_administer(by))
    holiday, _ = Holiday.objects.update_or_create(date=day, defaults={"name": name, "kind": kind})
    record("directory.mark_holiday", holiday, by=by, after={"name": name, "kind": kind})
    return holiday


@transaction.atomic
def unmark_holiday(holiday: Holiday, *, by: User) -> None:
    """Take a day out of the table."""
    require(may_administer(by))
    record("directory.unmark_holiday", holiday, by=by, before={"name": holiday.name})
    holiday.delete()

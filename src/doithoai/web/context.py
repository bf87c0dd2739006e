"""What every template knows."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from doithoai.directory.models import User
from doithoai.directory.queries import work_calendar
from doithoai.outbox.queries import unread_count


def site(request: HttpRequest) -> dict[str, Any]:
    """Whether this is a demonstration; if asked, messages not opened and the days off."""
    return {
        "demo": settings.DEMO,
        "unread": lambda: _unread(request),
        "work_days": SimpleLazyObject(work_calendar),
    }


def _unread(request: HttpRequest) -> int:
    user = getattr(request, "user", None)
    return unread_count(user) if isinstance(user, User) else 0

"""What every template knows."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from doithoai.directory.models import User
from doithoai.outbox.queries import unread_count


def site(request: HttpRequest) -> dict[str, Any]:
    """Whether this is a demonstration; how many messages the person has not opened, if asked."""
    return {"demo": settings.DEMO, "unread": lambda: _unread(request)}


def _unread(request: HttpRequest) -> int:
    user = getattr(request, "user", None)
    return unread_count(user) if isinstance(user, User) else 0

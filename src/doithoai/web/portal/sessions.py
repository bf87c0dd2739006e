"""Sessions in the database, saved without waiting for the disk."""

from typing import Any

from django.contrib.sessions.backends import db
from django.db import connection
from django.utils import timezone

from doithoai.web.portal.disk import not_waiting_for_disk


class SessionStore(db.SessionStore):
    """Django's own; after a power failure one may have to sign in, or write a step, again."""

    def load(self) -> dict[str, Any]:
        """What is kept of it, nothing once it has run out. In SQL: every page of all asks this."""
        now = connection.ops.adapt_datetimefield_value(timezone.now())
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT session_data FROM django_session "
                "WHERE session_key = %s AND expire_date > %s",
                [self.session_key, now],
            )
            row = cursor.fetchone()
        if row is None:
            self._session_key = None
            return {}
        kept: dict[str, Any] = self.decode(row[0])
        return kept

    def save(self, must_create: bool = False) -> None:
        """Keep it. Raises as Django's does."""
        with not_waiting_for_disk():
            super().save(must_create)

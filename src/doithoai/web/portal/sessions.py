"""Sessions in the database, saved without waiting for the disk."""

from django.contrib.sessions.backends import db

from doithoai.web.portal.disk import not_waiting_for_disk


class SessionStore(db.SessionStore):
    """Django's own; after a power failure one may have to sign in, or write a step, again."""

    def save(self, must_create: bool = False) -> None:
        """Keep it. Raises as Django's does."""
        with not_waiting_for_disk():
            super().save(must_create)

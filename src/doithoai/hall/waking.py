"""Telling the live process that something changed in a hall."""

from django.db import connection

from doithoai.planning.models import Conference

CHANNEL = "doithoai_hall"


def wake(conference: Conference) -> None:
    """On PostgreSQL, notify at commit; on SQLite the live process watches the file itself."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_notify(%s, %s)", [CHANNEL, conference.slug])

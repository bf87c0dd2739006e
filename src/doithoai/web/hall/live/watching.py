"""Waiting until the database has changed: SQLite tells by a counter, PostgreSQL by a notice."""

import asyncio
import logging
import sqlite3
from collections.abc import AsyncIterator
from typing import Any

import psycopg
from django.db import connection

from doithoai.hall.waking import CHANNEL

LOOK_SECONDS = 0.02
RARELY_SECONDS = 1.0
log = logging.getLogger(__name__)


def changes(listened: asyncio.Event) -> AsyncIterator[None]:
    """Yields whenever something may have changed, while anyone listens."""
    settings = connection.settings_dict
    if connection.vendor == "postgresql":
        return _notices(listened, connection.get_connection_params())
    return _versions(listened, str(settings["NAME"]))


async def _versions(listened: asyncio.Event, path: str) -> AsyncIterator[None]:
    """SQLite's counter moves when another connection commits; reading it takes microseconds."""
    database = sqlite3.connect(path, isolation_level=None)
    before = None
    while True:
        await listened.wait()
        now = database.execute("PRAGMA data_version").fetchone()[0]
        if now != before:
            before = now
            yield
        await asyncio.sleep(LOOK_SECONDS)


async def _notices(listened: asyncio.Event, given: dict[str, Any]) -> AsyncIterator[None]:
    """LISTEN; while that is not possible, look every second."""
    given = {
        name: value for name, value in given.items() if name not in {"context", "cursor_factory"}
    }
    while True:
        await listened.wait()
        try:
            async with await psycopg.AsyncConnection.connect(**given, autocommit=True) as notices:
                await notices.execute(f"LISTEN {CHANNEL}")
                yield
                while True:
                    async for _ in notices.notifies(timeout=RARELY_SECONDS * 5, stop_after=1):
                        pass
                    yield
        except psycopg.OperationalError as error:
            log.warning("LISTEN: %s", error)
            await asyncio.sleep(RARELY_SECONDS)
            yield

"""The test database on SQLite: migrated once for each state of the migrations, then copied."""

import hashlib
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any
from unittest.mock import patch

from django.apps import apps
from django.core.management import call_command
from django.db import connection


@contextmanager
def migrated_once(folder: Path) -> Iterator[None]:
    """Inside, `migrate` copies the database of `folder` when these migrations made it before."""
    kept = kept_in(folder)

    def command(name: str, *arguments: Any, **options: Any) -> Any:
        if name == "migrate" and kept.exists():
            _read(kept)
            return None
        done = call_command(name, *arguments, **options)
        if name == "migrate":
            _keep(kept)
        return done

    with patch("django.core.management.call_command", command):
        yield


def kept_in(folder: Path) -> Path:
    """Where the database that these migrations make is kept."""
    return folder / f"{_fingerprint()}.sqlite3"


def _fingerprint() -> str:
    """Of every migration of every application."""
    digest = hashlib.sha256()
    for application in apps.get_app_configs():
        for path in sorted(Path(application.path, "migrations").glob("*.py")):
            digest.update(f"{application.label}/{path.name}\n".encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()


def _read(kept: Path) -> None:
    connection.ensure_connection()
    with closing(sqlite3.connect(kept)) as source:
        source.backup(connection.connection)


def _keep(kept: Path) -> None:
    """Whole or not at all: workers keep theirs at the same time."""
    begun = kept.with_suffix(f".{os.getpid()}")
    with closing(sqlite3.connect(begun)) as target:
        connection.connection.backup(target)
    begun.replace(kept)
    for older in set(kept.parent.glob("*.sqlite3")) - {kept}:
        older.unlink(missing_ok=True)

"""Writes that need not wait for the disk: they outlive every process, not a power failure."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction


@contextmanager
def not_waiting_for_disk() -> Iterator[None]:
    """One transaction for drafts, sessions and counts, of which no receipt speaks.

    The next write that does wait takes them to the disk with it. Inside another transaction
    nothing changes: that one decides.
    """
    if connection.in_atomic_block:
        yield
    elif connection.vendor == "sqlite":
        _tell("PRAGMA synchronous=NORMAL")
        try:
            with transaction.atomic():
                yield
        finally:
            _tell("PRAGMA synchronous=FULL")
    else:
        with transaction.atomic():
            _tell("SET LOCAL synchronous_commit = off")
            yield


def _tell(words: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(words)

"""Which steps of sorting belong together, to be undone together."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from uuid import UUID, uuid4

_BATCH: ContextVar[UUID | None] = ContextVar("batch", default=None)


@contextmanager
def one_batch() -> Iterator[UUID]:
    """Inside, all steps are one batch; within another batch they join that one."""
    batch = this_batch()
    token = _BATCH.set(batch)
    try:
        yield batch
    finally:
        _BATCH.reset(token)


def this_batch() -> UUID:
    """The batch a step belongs to: the one it is done within, else one of its own."""
    return _BATCH.get() or uuid4()

"""Snapshots built in one thread of their own, so that the streams never wait for the database."""

import asyncio
import json
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from django.db import close_old_connections

from doithoai.audit import clock
from doithoai.hall.models import Session
from doithoai.hall.queries import board_of, keys_of
from doithoai.web.hall.live.hub import Place, Snapshot
from doithoai.web.hall.regions import drawn

Given = TypeVar("Given")
Answer = TypeVar("Answer")
_THREAD = ThreadPoolExecutor(max_workers=1, thread_name_prefix="snapshots")


async def asked(question: Callable[[Given], Answer], given: Given) -> Answer:
    """What the database answers, asked in the thread that alone speaks with it."""
    return await asyncio.get_running_loop().run_in_executor(_THREAD, question, given)


async def build(known: dict[Place, str]) -> dict[Place, Snapshot]:
    """A snapshot of every place whose hall has moved on from the key it is known by."""
    return await asked(build_now, known)


def build_now(known: dict[Place, str]) -> dict[Place, Snapshot]:
    """The same, in this thread: the board is read once a hall, drawn once a channel."""
    close_old_connections()
    keys = keys_of({slug for slug, _ in known})
    stale = {place for place, key in known.items() if keys.get(place[0], "") != key}
    found: dict[Place, Snapshot] = {}
    for slug in {slug for slug, _ in stale}:
        session = Session.objects.select_related("conference", "current_item").filter(
            conference__slug=slug
        )
        for one in session:
            board = board_of(one, clock.now())
            for place in (place for place in stale if place[0] == slug):
                regions = drawn(place[1], board)
                body = as_event(board.key, regions)
                found[place] = Snapshot(board.key, body, one.stage_key)
    return found


def as_event(key: str, regions: dict[str, str]) -> bytes:
    """One server-sent event whose id is the moment it shows."""
    text = json.dumps(regions, ensure_ascii=False, separators=(",", ":"))
    return f"id: {key}\nevent: board\ndata: {text}\n\n".encode()

"""One newest snapshot a channel, and everyone who listens to it. No queues: late means newest."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

Place = tuple[str, str]
"""A hall's slug and a channel."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What a channel shows at one moment; `stage_key` opens the big screen now."""

    key: str
    body: bytes
    stage_key: str


NOTHING = Snapshot("", b"", "")
Build = Callable[[dict[Place, str]], Awaitable[dict[Place, Snapshot]]]
"""From places and the keys they have: a snapshot of each that has changed."""


@dataclass(slots=True)
class Channel:
    """The newest snapshot, how many listen, and the bell that rings when there is a newer one."""

    newest: Snapshot = NOTHING
    listeners: int = 0
    bell: asyncio.Event = field(default_factory=asyncio.Event)

    def show(self, snapshot: Snapshot) -> None:
        """Ring everyone once."""
        self.newest = snapshot
        self.ring()

    def ring(self) -> None:
        """Wake everyone; who finds nothing newer says that the line is alive."""
        self.bell.set()
        self.bell = asyncio.Event()


class Hub:
    """All channels that anyone listens to; `refresh` looks at the database once for all."""

    def __init__(self, build: Build) -> None:
        self._build = build
        self._channels: dict[Place, Channel] = {}
        self._looking = asyncio.Lock()
        self.listened = asyncio.Event()

    @contextmanager
    def listening(self, place: Place) -> Iterator[Channel]:
        """Listen to a channel; it is forgotten when nobody does any more."""
        channel = self._channels.setdefault(place, Channel())
        channel.listeners += 1
        self.listened.set()
        try:
            yield channel
        finally:
            channel.listeners -= 1
            if channel.listeners == 0:
                self._channels.pop(place, None)
            if not self._channels:
                self.listened.clear()

    async def first_look(self, channel: Channel) -> None:
        """Fill a channel that nobody listened to before; many who come at once look once."""
        async with self._looking:
            if channel.newest is NOTHING:
                await self._look()

    async def refresh(self) -> None:
        """Something may have changed: build what did, and ring."""
        async with self._looking:
            await self._look()

    def beat(self) -> None:
        """Wake everyone everywhere."""
        for channel in self._channels.values():
            channel.ring()

    async def _look(self) -> None:
        known = {place: channel.newest.key for place, channel in self._channels.items()}
        for place, snapshot in (await self._build(known)).items():
            if place in self._channels:
                self._channels[place].show(snapshot)

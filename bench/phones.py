"""Telephones that fill in forms: each with its own cookies and address, one question after another.

A peer says what one telephone does to ask once; here stands how it speaks HTTP.
"""

import asyncio
import re
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from urllib.parse import urlencode

ANSWERS_WITHIN = 60.0
LENGTH = re.compile(rb"(?i)content-length: (\d+)")
TOKEN = re.compile(r'name="?csrfmiddlewaretoken"?(?: type=hidden)? value="?(\w+)')


class Failed(Exception):
    """A page did not answer as the form should."""


@dataclass(slots=True)
class Phone:
    """One telephone on the line: its cookies, the page it sees, how long each POST took."""

    port: int
    number: int
    is_behind_proxy: bool = False
    cookies: dict[str, str] = field(default_factory=dict)
    page: str = ""
    at: str = ""
    posts: list[float] = field(default_factory=list)

    async def get(self, path: str) -> str:
        """The page at a path, where it leads to. Raises Failed."""
        return await self._go("GET", path, "")

    async def post(self, path: str, **data: str) -> str:
        """Send the form of the page seen and follow where it leads. Raises Failed."""
        token = TOKEN.search(self.page)
        data |= {"csrfmiddlewaretoken": token[1]} if token else {}
        started = time.perf_counter()
        status, place = await self._ask("POST", path, urlencode(data))
        self.posts.append(time.perf_counter() - started)
        if status not in {302, 303}:
            raise Failed(f"POST {path.partition('?')[0]}: {status}")
        return await self.get(place)

    async def _go(self, method: str, path: str, body: str) -> str:
        status, place = await self._ask(method, path, body)
        if status in {301, 302, 303}:
            return await self._go("GET", place, "")
        if status != 200:
            raise Failed(f"{method} {path.partition('?')[0]}: {status}")
        self.at = path
        return self.page

    async def _ask(self, method: str, path: str, body: str) -> tuple[int, str]:
        try:
            async with asyncio.timeout(ANSWERS_WITHIN):
                head, content = await self._exchange(self._request(method, path, body))
        except (OSError, TimeoutError, ValueError) as broken:
            raise Failed(f"{method} {path.partition('?')[0]}: {type(broken).__name__}") from broken
        lines = head.split("\r\n")
        named = [line.split(": ", 1) for line in lines[1:]]
        for name, value in named:
            if name.lower() == "set-cookie":
                cookie, _, kept = value.split(";")[0].partition("=")
                self.cookies[cookie] = kept
        status = int(lines[0].split()[1])
        if status == 200:
            self.page = content.decode(errors="replace")
        places = [value for name, value in named if name.lower() == "location"]
        return status, places[0] if places else ""

    async def _exchange(self, request: bytes) -> tuple[str, bytes]:
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
        try:
            writer.write(request)
            answer = await reader.read(-1)
        finally:
            writer.close()
        head, found, content = answer.partition(b"\r\n\r\n")
        length = LENGTH.search(head)
        if not found or (length and len(content) < int(length[1])):
            raise ConnectionError
        return head.decode("latin-1"), content

    def _request(self, method: str, path: str, body: str) -> bytes:
        host = f"127.0.0.1:{self.port}"
        lines = [f"{method} {path} HTTP/1.1", f"Host: {host}", "Connection: close"]
        lines.append("Cookie: " + "; ".join(f"{key}={kept}" for key, kept in self.cookies.items()))
        lines.append(f"Content-Length: {len(body.encode())}")
        lines.append("Content-Type: application/x-www-form-urlencoded")
        if self.is_behind_proxy:
            high, low = divmod(self.number, 250)
            lines += ["X-Forwarded-Proto: https", f"Origin: https://{host}"]
            lines.append(f"X-Forwarded-For: 198.18.{high}.{low + 1}")
        return ("\r\n".join(lines) + "\r\n\r\n" + body).encode()


Ask = Callable[[Phone, int], Awaitable[str]]
"""What one telephone does to ask once: the telephone and a number; the receipt it is shown."""


@dataclass(slots=True)
class Outcome:
    """What came of a load: receipts shown, seconds of each whole question and POST, complaints."""

    took: float = 0.0
    receipts: list[str] = field(default_factory=list)
    wholes: list[float] = field(default_factory=list)
    posts: list[float] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)


async def load(phones: list[Phone], ask: Ask, seconds: float) -> Outcome:
    """All telephones ask at once, each again and again with new cookies, until the time is over.

    What was begun in time is finished, and counted over the time it really took.
    """
    outcome = Outcome()
    started = time.perf_counter()

    async def keep_asking(phone: Phone) -> None:
        number = phone.number * 10_000
        while time.perf_counter() - started < seconds:
            begun = time.perf_counter()
            number += 1
            phone.cookies.clear()
            try:
                outcome.receipts.append(await ask(phone, number))
                outcome.wholes.append(time.perf_counter() - begun)
            except Failed as fault:
                outcome.faults.append(str(fault))

    await asyncio.gather(*(keep_asking(phone) for phone in phones))
    outcome.took = time.perf_counter() - started
    outcome.posts = [seconds for phone in phones for seconds in phone.posts]
    return outcome

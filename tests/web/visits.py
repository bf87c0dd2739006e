"""Looking at a page as someone, and leaving everything as it was."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from copy import deepcopy
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urljoin

from django.db import connection, transaction
from django.test import Client
from django.urls import reverse

from tests.web.scene import Scene


class Offers(HTMLParser):
    """The links of a page, and its POST forms as (address, deed)."""

    def __init__(self, address: str) -> None:
        super().__init__()
        self.links: set[str] = set()
        self.forms: set[tuple[str, str]] = set()
        self._address = address
        self._form: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Gather what leads on."""
        said = {name: value or "" for name, value in attrs}
        if tag == "a" and said.get("href", "").startswith("/"):
            self.links.add(said["href"].partition("#")[0])
        elif tag == "form":
            posts = said.get("method") == "post"
            self._form = urljoin(self._address, said.get("action", "")) if posts else None
            if self._form:
                self.forms.add((self._form, ""))
        elif self._form and said.get("name") == "viec":
            self.forms.add((self._form, said.get("value", "")))

    def handle_endtag(self, tag: str) -> None:
        """A form ends."""
        if tag == "form":
            self._form = None


@dataclass(frozen=True, slots=True)
class Visit:
    """What one look showed: the answer in the words of the tables, and what it wrote."""

    said: str
    headers: dict[str, str]
    body: bytes
    writes: list[str]

    def offers(self, address: str) -> Offers:
        """What the page leads to; nothing unless it is a page."""
        found = Offers(address)
        if self.said == "200" and self.headers["Content-Type"].startswith("text/html"):
            found.feed(self.body.decode())
        return found


@dataclass(frozen=True, slots=True)
class Visits:
    """Looks at the pages of a scene; the same address is opened once for each role."""

    scene: Scene
    seen: dict[tuple[str, str], Visit] = field(default_factory=dict)

    def of(self, role: str, address: str) -> Visit:
        """What the role sees at the address."""
        if (role, address) not in self.seen:
            client, writes = self.scene.clients[role], Writes()
            with undone(client), connection.execute_wrapper(writes):
                response = client.get(address)
            body = b"" if response.streaming else response.content
            self.seen[role, address] = Visit(
                said(response), dict(response.headers), body, writes.found
            )
        return self.seen[role, address]


class Writes:
    """The statements that change anything but the visitor's own session."""

    def __init__(self) -> None:
        self.found: list[str] = []

    def __call__(self, execute: Any, sql: str, *rest: Any) -> Any:
        """Note the statement and let it pass."""
        if re.match(r"\s*(INSERT|UPDATE|DELETE)", sql) and "django_session" not in sql:
            self.found.append(sql)
        return execute(sql, *rest)


@contextmanager
def undone(client: Client) -> Iterator[None]:
    """Inside, whatever is done to the database and to the client's cookies is undone after."""
    with cookies_kept(client), transaction.atomic():
        yield
        transaction.set_rollback(True)


@contextmanager
def cookies_kept(client: Client) -> Iterator[None]:
    """After it the client has the cookies it had before."""
    cookies = deepcopy(client.cookies)
    try:
        yield
    finally:
        client.cookies = cookies


def said(response: Any) -> str:
    """The answer in the words of the tables."""
    if response.status_code != 302:
        return str(response.status_code)
    return "in" if response.url.startswith(reverse("account_login")) else "go"


def draft_token(page: Any) -> str:
    """The name of the draft a page of the public form is for."""
    found = re.search(r'name="phieu" value="([^"]+)', page.content.decode())
    assert found, "no draft on the page"
    return found[1]

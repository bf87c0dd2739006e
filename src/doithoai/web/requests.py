"""The request of a signed-in official, and what addresses may say."""

from collections.abc import Mapping

from django.http import HttpRequest, QueryDict

from doithoai.directory.models import User

MOST_DIGITS = 18


class OfficialRequest(HttpRequest):
    """A request whose user is known: LoginRequiredMiddleware has let it through."""

    user: User


def key_from(query: Mapping[str, str], name: str) -> int | None:
    """The key of a row that an address names; None when what stands there can be none."""
    return _key(query.get(name, ""))


def keys_from(query: QueryDict, name: str) -> list[int]:
    """The keys of rows that a page has marked; what can be none is left out."""
    keys = (_key(written) for written in query.getlist(name))
    return [key for key in keys if key is not None]


def _key(written: str) -> int | None:
    return int(written) if written.isdecimal() and len(written) <= MOST_DIGITS else None

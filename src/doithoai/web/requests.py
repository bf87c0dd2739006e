"""The request of a signed-in official, and what addresses may say."""

from collections.abc import Mapping

from django.http import HttpRequest

from doithoai.directory.models import User

MOST_DIGITS = 18


class OfficialRequest(HttpRequest):
    """A request whose user is known: LoginRequiredMiddleware has let it through."""

    user: User


def key_from(query: Mapping[str, str], name: str) -> int | None:
    """The key of a row that an address names; None when what stands there can be none."""
    written = query.get(name, "")
    return int(written) if written.isdecimal() and len(written) <= MOST_DIGITS else None

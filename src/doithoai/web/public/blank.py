"""Pages of the form nobody has written on yet: drawn once, then given each visitor's own marks."""

import re
from collections.abc import Callable
from uuid import UUID, uuid4

from django.contrib.messages import get_messages
from django.core.cache import caches
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token

from doithoai.web.portal.kept import SECONDS
from doithoai.web.public.forms import now_sealed

CSRF, SEAL, TOKEN = (uuid4().hex for _ in range(3))
"""What stands in a kept page where a visitor's own mark goes; nobody outside knows them."""
CSRF_VALUE = re.compile(r'(?<=name="csrfmiddlewaretoken" value=")[^"]+')
SEAL_VALUE = re.compile(r'(?<=name="opened" value=")[^"]+')


def drawn_once(
    request: HttpRequest, name: str, token: UUID, draw: Callable[[], HttpResponse]
) -> HttpResponse:
    """What `draw` answers, kept under the name for the next who sees the same blank page.

    `token` is this visitor's draft. The page must hold nothing else of theirs: no words, no
    files. Whoever is to be told something has a page of their own.
    """
    if len(get_messages(request)):
        return draw()
    kept, key = caches["process"], f"blank:{name}"
    page: str | None = kept.get(key)
    if page is None:
        response = draw()
        kept.set(key, _emptied(response.content.decode(), token), SECONDS)
        return response
    own = {CSRF: get_token(request), SEAL: now_sealed(), TOKEN: str(token)}
    for hole, mark in own.items():
        page = page.replace(hole, mark)
    return HttpResponse(page)


def _emptied(page: str, token: UUID) -> str:
    page = SEAL_VALUE.sub(SEAL, CSRF_VALUE.sub(CSRF, page))
    return page.replace(str(token), TOKEN)

"""Who may read a public page, and how long a browser or proxy may keep it."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.cache import cache_control
from django.views.decorators.http import conditional_page, require_safe

from doithoai.planning.models import Conference
from doithoai.planning.queries import public_conferences

View = Callable[..., HttpResponse]
FRESH_SECONDS = 60


def open_page(view: View) -> View:
    """For everyone: kept for a minute, then sent again only when it has changed (ETag)."""
    kept = cache_control(public=True, max_age=FRESH_SECONDS)(view)
    return login_not_required(require_safe(conditional_page(kept)))


def personal_page(view: View) -> View:
    """For one sender: no account needed, never kept, never in a search engine."""

    @wraps(view)
    def handle(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = view(request, *args, **kwargs)
        response.headers["Cache-Control"] = "no-store"
        response.headers["X-Robots-Tag"] = "noindex"
        return response

    return login_not_required(handle)


def conference_or_404(slug: str) -> Conference:
    """A conference everyone may see: its plan is issued."""
    return get_object_or_404(public_conferences(), slug=slug)

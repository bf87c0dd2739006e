"""What every test stands on: a fixed day, strict templates, no writing on GET."""

import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

os.environ.setdefault("DOITHOAI_VAR", str(Path(__file__).parent.parent / "var" / "test"))
os.environ.setdefault("DOITHOAI_SECRET_KEY", "only-for-tests")

MORNING = datetime(2024, 10, 7, 1, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _october_morning() -> Iterator[None]:
    """Every test lives on Monday 7/10/2024, 8:00 in Viet Nam."""
    from doithoai.audit import clock

    with clock.at(MORNING):
        yield


@pytest.fixture(autouse=True)
def _light_settings(settings: Any) -> None:
    """Plain static files, memory cache and quick password hashes."""
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture(autouse=True)
def _empty_cache(_light_settings: None) -> Iterator[None]:
    """Rate limits start anew."""
    yield
    from django.core.cache import cache

    cache.clear()

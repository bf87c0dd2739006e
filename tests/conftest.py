"""What every test stands on: a fixed day, plain static files, an empty cache."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

# A busy machine is slow now and then: how long an example takes proves nothing.
SLOW = [HealthCheck.too_slow]
settings.register_profile("house", deadline=None, suppress_health_check=SLOW)
settings.load_profile("house")

QUICK_HASHES = ["django.contrib.auth.hashers.MD5PasswordHasher"]
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
    settings.MIDDLEWARE = [name for name in settings.MIDDLEWARE if "whitenoise" not in name]
    memory = settings.CACHES["process"]
    settings.CACHES = {"default": {**memory, "LOCATION": "default"}, "process": memory}
    settings.PASSWORD_HASHERS = QUICK_HASHES


@pytest.fixture(autouse=True)
def _empty_cache(_light_settings: None) -> Iterator[None]:
    """Rate limits start anew, and no conference of another test is kept."""
    yield
    from django.core.cache import caches

    for cache in caches.all():
        cache.clear()


@pytest.fixture(scope="session")
def django_db_setup(
    request: pytest.FixtureRequest,
    django_db_modify_db_settings: None,
    django_test_environment: None,
) -> None:
    """The test database; on SQLite its migrations run only when they have changed."""
    from django.db import connection

    from tests.database import migrated_once

    folder = request.config.cache.mkdir("migrated")
    with migrated_once(folder) if connection.vendor == "sqlite" else nullcontext():
        request.getfixturevalue("django_db_setup")


@pytest.fixture(scope="session")
def migrated_file(request: pytest.FixtureRequest, django_db_setup: None) -> Path:
    """An SQLite database with every table, to be copied for processes of their own."""
    from tests.database import kept_in

    return kept_in(request.config.cache.mkdir("migrated"))


@pytest.fixture(scope="session")
def laid_once(
    django_db_setup: None, django_db_blocker: Any
) -> Callable[[Callable[[], Any]], AbstractContextManager[Any]]:
    """Lays what several tests stand on: `with laid_once(build) as thing`, undone at the end.

    Each test still has a transaction of its own inside, so none sees what another did.
    """
    from django.db import transaction
    from django.test import override_settings

    from doithoai.audit import clock

    @contextmanager
    def laid(build: Callable[[], Any]) -> Iterator[Any]:
        around = transaction.atomic()
        quick = override_settings(PASSWORD_HASHERS=QUICK_HASHES)
        with django_db_blocker.unblock():
            around.__enter__()
        try:
            with django_db_blocker.unblock(), clock.at(MORNING), quick:
                thing = build()
            yield thing
        finally:
            with django_db_blocker.unblock():
                transaction.set_rollback(True)
                around.__exit__(None, None, None)

    return laid

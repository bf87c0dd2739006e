"""Only what a receipt speaks of waits for the disk; counts and sessions are kept all the same."""

from datetime import timedelta

import pytest
from django.core.cache.backends import db as cache_tables
from django.db import connection

from doithoai.web.portal import disk, limits
from doithoai.web.portal.disk import not_waiting_for_disk
from tests.builders import a_conference
from tests.web.public.test_asking import step_one

TABLES = "django.core.cache.backends.db.DatabaseCache"
SETTING = {
    "sqlite": ("PRAGMA synchronous", {1: False, 2: True}),
    "postgresql": ("SHOW synchronous_commit", {"off": False, "on": True}),
}


def waits_for_disk():
    question, meanings = SETTING[connection.vendor]
    with connection.cursor() as cursor:
        cursor.execute(question)
        return meanings[cursor.fetchone()[0]]


@pytest.mark.django_db(transaction=True)
def test_afterwards_writes_wait_again_even_when_one_failed():
    with not_waiting_for_disk():
        assert connection.in_atomic_block
        assert not waits_for_disk()
    with pytest.raises(ZeroDivisionError), not_waiting_for_disk():
        1 / 0  # noqa: B018

    assert waits_for_disk()


@pytest.mark.django_db
def test_inside_another_transaction_that_one_decides():
    with not_waiting_for_disk():
        assert waits_for_disk()


@pytest.mark.django_db(transaction=True)
def test_a_draft_and_its_count_do_not_wait_for_the_disk(client, monkeypatch):
    told, tell = [], disk._tell
    monkeypatch.setattr(disk, "_tell", lambda words: (told.append(words), tell(words)))
    step_one(client, a_conference())

    assert len([words for words in told if "NORMAL" in words or "off" in words]) == 2
    assert waits_for_disk()


@pytest.mark.django_db
def test_a_count_lasts_for_the_whole_of_its_ten_minutes(client, monkeypatch, settings):
    settings.CACHES = {**settings.CACHES, "default": {"BACKEND": TABLES, "LOCATION": "cache"}}
    monkeypatch.setattr(limits, "SENDS", 2)
    conference = a_conference()
    step_one(client, conference)
    step_one(client, conference)
    later = cache_tables.tz_now() + timedelta(minutes=9)
    monkeypatch.setattr(cache_tables, "tz_now", lambda: later)
    page = client.post(f"/cong/{conference.slug}/gui-cau-hoi/?buoc=1", {"text": "Khi nào có nước?"})

    assert page.status_code == 429

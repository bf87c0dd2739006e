"""Addresses that older lines of the trail held are masked by the migration."""

from importlib import import_module

import pytest
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.utils import DatabaseError

from doithoai.audit.actions import record
from doithoai.audit.models import Entry
from tests.builders_outbox import a_letter

migration = import_module("doithoai.outbox.migrations.0005_trail_masks_addresses")


@pytest.mark.django_db
def test_older_lines_lose_the_address_and_the_guard_stands_again():
    after = {"to": "nguyen.an@example.vn", "state": "sent", "channel": None}
    entry = record("outbox.post", a_letter(), by=None, after=after)
    apps = MigrationLoader(connection).project_state().apps
    migration.mask_addresses(apps, connection.schema_editor())

    kept = Entry.objects.get(pk=entry.pk).after
    assert "nguyen.an" not in kept.pop("to")
    assert kept == {"state": "sent", "channel": None}
    with pytest.raises(DatabaseError, match="append-only"), connection.cursor() as cursor:
        cursor.execute("UPDATE audit_entry SET verb = 'khác'")

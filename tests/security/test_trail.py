"""The trail withstands SQL written by hand on the application's own connection."""

import pytest
from django.db import DatabaseError, connection, transaction

from doithoai.audit.actions import record
from tests.builders import a_conference

pytestmark = pytest.mark.django_db


def test_replacing_a_line_is_refused_like_changing_it():
    entry = record("planning.issue", a_conference(), by=None)
    column = "id, at, verb, thing_type, thing_id, thing_name, actor_name, origin"
    replace = f"REPLACE INTO audit_entry ({column}) SELECT {column} FROM audit_entry WHERE id = %s"

    with (
        pytest.raises(DatabaseError, match="append-only"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(replace.replace("SELECT id, at, verb", "SELECT id, at, 'x'"), [entry.pk])

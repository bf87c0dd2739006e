"""Names that older happenings and lines of the trail held are taken out by the migration."""

from importlib import import_module

import pytest
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.utils import DatabaseError

from doithoai.audit.actions import record
from doithoai.audit.models import Entry
from doithoai.hall.models import HallEvent
from tests.builders_hall import a_driver, a_session, turns_of

migration = import_module("doithoai.hall.migrations.0003_happenings_name_nobody")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Đại biểu Lê Chín, xã An Hữu nêu câu C-001: “Khi nào?”.", "nêu câu C-001: “Khi nào?”."),
        ("Mời đại biểu Lê Chín nêu câu C-001.", "được mời nêu câu C-001."),
        ("Đại biểu nêu câu C-001.", "nêu câu C-001."),
        ("Đại biểu Lê Chín đăng ký hỏi tại hội trường: “A”.", "đăng ký hỏi tại hội trường: “A”."),
        ("Đại biểu Lê Chín phát biểu xen.", "phát biểu xen."),
        ("Sở Y tế trả lời xong câu C-001.", ""),
    ],
)
def test_whose_deed_it_was_is_taken_out(text, words):
    assert migration.said(text) == words


@pytest.mark.django_db
def test_older_rows_lose_the_name_and_the_guards_stand_again():
    session = a_session()
    turn, by = turns_of(session)[0], a_driver(session)
    old = "Đại biểu Lê Thị Chín, xã An Hữu nêu câu C-001."
    event = HallEvent.objects.create(
        session=session, kind="speaking", text=old, by=by, data={"turn": turn.pk, "undo": {}}
    )
    entry = record("hall.speaking", turn, by=by, after={"text": old})
    apps = MigrationLoader(connection).project_state().apps
    migration.name_nobody(apps, connection.schema_editor())

    event, entry = HallEvent.objects.get(pk=event.pk), Entry.objects.get(pk=entry.pk)
    assert (event.text, event.data["speaks"]) == ("nêu câu C-001.", True)
    assert entry.after == {"text": "Đại biểu nêu câu C-001."}
    with pytest.raises(DatabaseError, match="append-only"), connection.cursor() as cursor:
        cursor.execute("UPDATE hall_hallevent SET text = 'khác'")

"""The full-text index over SearchText.fold: FTS5 on SQLite, tsvector on PostgreSQL.

Both see the same ASCII words, so both find the same texts; neither ranks them.
"""

from typing import Any

from django.db import connection
from django.db.models import BooleanField
from django.db.models.expressions import RawSQL

from doithoai.questions.rules.searching import Sought

TABLE = "questions_searchtext"
INDEX = "questions_searchtext_fold"

_SQLITE = (
    f"CREATE VIRTUAL TABLE {INDEX} USING fts5("
    f"fold, content='{TABLE}', content_rowid='id', columnsize=0, tokenize='ascii')",
    f"CREATE TRIGGER {INDEX}_insert AFTER INSERT ON {TABLE} BEGIN"
    f" INSERT INTO {INDEX}(rowid, fold) VALUES (new.id, new.fold); END",
    f"CREATE TRIGGER {INDEX}_delete AFTER DELETE ON {TABLE} BEGIN"
    f" INSERT INTO {INDEX}({INDEX}, rowid, fold) VALUES ('delete', old.id, old.fold); END",
    f"CREATE TRIGGER {INDEX}_update AFTER UPDATE OF fold ON {TABLE} BEGIN"
    f" INSERT INTO {INDEX}({INDEX}, rowid, fold) VALUES ('delete', old.id, old.fold);"
    f" INSERT INTO {INDEX}(rowid, fold) VALUES (new.id, new.fold); END",
)
_POSTGRESQL = (
    f"CREATE INDEX {INDEX} ON {TABLE} USING gin (to_tsvector('simple', fold))"
    " WITH (fastupdate = off)",
)


def lay(apps: Any, schema_editor: Any) -> None:
    """Make the index, when the table is there."""
    statements = _POSTGRESQL if schema_editor.connection.vendor == "postgresql" else _SQLITE
    for statement in statements:
        schema_editor.execute(statement)


def take_up(apps: Any, schema_editor: Any) -> None:
    """Drop the index again."""
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(f"DROP INDEX IF EXISTS {INDEX}")
        return
    for trigger in ("insert", "delete", "update"):
        schema_editor.execute(f"DROP TRIGGER IF EXISTS {INDEX}_{trigger}")
    schema_editor.execute(f"DROP TABLE IF EXISTS {INDEX}")


def holds(sought: Sought) -> RawSQL:
    """The condition on SearchText that a text holds all that is sought."""
    if connection.vendor == "postgresql":
        # OFFSET keeps the planner from working out the words of every row in order of question.
        condition = (
            f"{TABLE}.id IN (SELECT held.id FROM {TABLE} held"
            " WHERE to_tsvector('simple', held.fold) @@ to_tsquery('simple', %s) OFFSET 0)"
        )
        return RawSQL(condition, [_tsquery(sought)], output_field=BooleanField())
    condition = f"{TABLE}.id IN (SELECT rowid FROM {INDEX} WHERE {INDEX} MATCH %s)"
    return RawSQL(condition, [_fts5(sought)], output_field=BooleanField())


def _fts5(sought: Sought) -> str:
    parts = [f'"{" ".join(phrase)}"' for phrase in sought.phrases]
    if sought.begins:
        parts.append(f'"{sought.begins}" *')
    return " AND ".join(parts)


def _tsquery(sought: Sought) -> str:
    parts = [f"({' <-> '.join(phrase)})" for phrase in sought.phrases]
    if sought.begins:
        parts.append(f"{sought.begins}:*")
    return " & ".join(parts)

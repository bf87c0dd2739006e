"""The full-text index over SearchText.fold: FTS5 on SQLite, tsvector on PostgreSQL.

Both see the same ASCII words, so both find the same texts; neither ranks them.
"""

from collections.abc import Iterable
from typing import Any

from django.db import connection
from django.db.models import BooleanField, Q
from django.db.models.expressions import RawSQL

from doithoai.questions.rules.searching import Sought

TABLE = "questions_searchtext"
INDEX = "questions_searchtext_fold"
LONG_ENOUGH = 4
"""A beginning of fewer letters is that of too many words to be looked up beside another word."""

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


def holds(sought: Sought) -> Q:
    """The condition on SearchText that a text holds all that is sought, by way of the index.

    What the index would be slow to say is looked for in the texts that hold the other words: a
    short beginning, and on PostgreSQL, whose index knows no places, a phrase.
    """
    begins = sought.begins if len(sought.begins) >= LONG_ENOUGH or not sought.words else ""
    rest = Sought(begins="" if begins else sought.begins)
    if connection.vendor == "postgresql":
        together = tuple(phrase for phrase in sought.phrases if len(phrase) > 1)
        rest = Sought(together, rest.begins)
        by_index = _by_words(sought.words, begins)
    else:
        by_index = _by_phrases(sought.phrases, begins)
    return Q(by_index) & says(rest) if rest else Q(by_index)


def says(sought: Sought) -> Q:
    """The same condition on each text by itself, without the index."""
    looked_for = [f" {' '.join(phrase)} " for phrase in sought.phrases]
    if sought.begins:
        looked_for.append(f" {sought.begins}")
    name = "strpos" if connection.vendor == "postgresql" else "instr"
    one = f"{name}(' ' || {TABLE}.fold || ' ', %s) > 0"
    condition = " AND ".join([one] * len(looked_for))
    return Q(RawSQL(condition, looked_for, output_field=BooleanField()))


def _by_words(words: Iterable[str], begins: str) -> RawSQL:
    # ARRAY keeps the planner from working out the words of every row, and from reading them all.
    condition = (
        f"{TABLE}.id = ANY(ARRAY(SELECT held.id FROM {TABLE} held"
        " WHERE to_tsvector('simple', held.fold) @@ to_tsquery('simple', %s)))"
    )
    query = " & ".join([*words, f"{begins}:*"] if begins else words)
    return RawSQL(condition, [query], output_field=BooleanField())


def _by_phrases(phrases: Iterable[tuple[str, ...]], begins: str) -> RawSQL:
    condition = f"{TABLE}.id IN (SELECT rowid FROM {INDEX} WHERE {INDEX} MATCH %s)"
    quoted = [f'"{" ".join(phrase)}"' for phrase in phrases]
    query = " AND ".join([*quoted, f'"{begins}" *'] if begins else quoted)
    return RawSQL(condition, [query], output_field=BooleanField())

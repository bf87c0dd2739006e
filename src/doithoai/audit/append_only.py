"""The database itself refuses to change or remove a line of the trail, or of a register."""

from collections.abc import Callable
from typing import Any

SQLITE = """
CREATE TRIGGER {table}_no_{verb} BEFORE {VERB} ON {table}
BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END
"""
POSTGRESQL_FUNCTION = """
CREATE OR REPLACE FUNCTION {table}_refuse() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION '{table} is append-only'; END $$
"""
POSTGRESQL = """
CREATE TRIGGER {table}_no_{verb} BEFORE {VERB} ON {table}
FOR EACH ROW EXECUTE FUNCTION {table}_refuse()
"""
VERBS = ("update", "delete")
Step = Callable[[Any, Any], None]


def guards(table: str) -> tuple[Step, Step]:
    """(put up, take down) the triggers of a table, for a migration to run."""

    def put_up(apps: Any, schema_editor: Any) -> None:
        postgresql = schema_editor.connection.vendor == "postgresql"
        if postgresql:
            schema_editor.execute(POSTGRESQL_FUNCTION.format(table=table))
        template = POSTGRESQL if postgresql else SQLITE
        for verb in VERBS:
            schema_editor.execute(template.format(table=table, verb=verb, VERB=verb.upper()))

    def take_down(apps: Any, schema_editor: Any) -> None:
        on = f" ON {table}" if schema_editor.connection.vendor == "postgresql" else ""
        for verb in VERBS:
            schema_editor.execute(f"DROP TRIGGER {table}_no_{verb}{on}")

    return put_up, take_down


guard, unguard = guards("audit_entry")

"""The database itself refuses to change or remove a line of the trail."""

from typing import Any

SQLITE = """
CREATE TRIGGER audit_entry_no_{verb} BEFORE {VERB} ON audit_entry
BEGIN SELECT RAISE(ABORT, 'audit_entry is append-only'); END
"""
POSTGRESQL_FUNCTION = """
CREATE OR REPLACE FUNCTION audit_entry_refuse() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'audit_entry is append-only'; END $$
"""
POSTGRESQL = """
CREATE TRIGGER audit_entry_no_{verb} BEFORE {VERB} ON audit_entry
FOR EACH ROW EXECUTE FUNCTION audit_entry_refuse()
"""
VERBS = ("update", "delete")


def guard(apps: Any, schema_editor: Any) -> None:
    """Put up the triggers."""
    postgresql = schema_editor.connection.vendor == "postgresql"
    if postgresql:
        schema_editor.execute(POSTGRESQL_FUNCTION)
    template = POSTGRESQL if postgresql else SQLITE
    for verb in VERBS:
        schema_editor.execute(template.format(verb=verb, VERB=verb.upper()))


def unguard(apps: Any, schema_editor: Any) -> None:
    """Take the triggers down."""
    on = " ON audit_entry" if schema_editor.connection.vendor == "postgresql" else ""
    for verb in VERBS:
        schema_editor.execute(f"DROP TRIGGER audit_entry_no_{verb}{on}")

"""The database itself refuses to change or remove what happened in the hall."""

from typing import Any

SQLITE = """
CREATE TRIGGER hall_event_no_{verb} BEFORE {VERB} ON hall_hallevent
BEGIN SELECT RAISE(ABORT, 'hall_hallevent is append-only'); END
"""
POSTGRESQL_FUNCTION = """
CREATE OR REPLACE FUNCTION hall_event_refuse() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'hall_hallevent is append-only'; END $$
"""
POSTGRESQL = """
CREATE TRIGGER hall_event_no_{verb} BEFORE {VERB} ON hall_hallevent
FOR EACH ROW EXECUTE FUNCTION hall_event_refuse()
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
    on = " ON hall_hallevent" if schema_editor.connection.vendor == "postgresql" else ""
    for verb in VERBS:
        schema_editor.execute(f"DROP TRIGGER hall_event_no_{verb}{on}")

"""The tables of roles of all rooms, written by hand from their permissions."""

from importlib import import_module
from pathlib import Path
from typing import Any

from django.urls import resolve

from doithoai.questions.actions.comparing.suggesting import keep_suggestions
from doithoai.questions.models import Question
from tests.web.scene import ROLES, Scene, a_scene

# One module a room, each with PAGES and DEEDS (rows of address, key, and what each of ROLES
# meets: `in` leads to sign-in, `go` on to another page, numbers are the status), and if it needs
# them KEPT, `lay(scene)` and `sent(scene, deed)`.
ROOMS = [
    import_module(f"tests.web.roles.{found.stem}")
    for found in sorted((Path(__file__).parent / "roles").glob("*.py"))
]


def rows(name: str) -> list[str]:
    """The lines of PAGES or DEEDS of all rooms."""
    return [line for room in ROOMS for line in getattr(room, name, "").strip().splitlines()]


def table(lines: list[str]) -> dict[str, tuple[str, dict[str, str]]]:
    """{address: (key, {role: answer})}."""
    cells = [line.split() for line in lines]
    return {row[0]: (row[1].strip("-"), dict(zip(ROLES, row[2:], strict=True))) for row in cells}


PAGE_TABLE, DEED_TABLE = table(rows("PAGES")), table(rows("DEEDS"))
REFUSED = {"403", "404", "405"}
OPEN_TO_ALL = {name for name, (_, row) in PAGE_TABLE.items() if row["anonymous"] == "200"}


def a_whole_scene() -> Scene:
    """The scene with everything the rooms lay in it, every question compared."""
    scene = a_scene()
    for room in ROOMS:
        if hasattr(room, "lay"):
            room.lay(scene)
    keep_suggestions(list(Question.objects.all()))
    return scene


def is_refused(role: str, address: str, deed: str) -> bool:
    """Whether the table of deeds refuses it to the role; deeds of one address stand apart."""
    name: Any = resolve(address.partition("?")[0]).view_name
    row = DEED_TABLE.get(f"{name}.{deed}") or DEED_TABLE.get(name)
    return row is not None and row[1][role] in REFUSED

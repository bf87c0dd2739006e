"""What no linter can say about the house."""

import ast
import re
from functools import cache
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[2] / "src" / "doithoai"
TESTS = SOURCE.parents[1] / "tests"
PYTHON = [p for p in SOURCE.rglob("*.py") if "migrations" not in p.parts]
WRITES = {
    "save",
    "delete",
    "create",
    "bulk_create",
    "bulk_update",
    "update_or_create",
    "get_or_create",
}
FORBIDDEN_NAMES = {"utils", "helpers", "common", "core", "base", "manager", "handler", "service"}


@cache
def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def is_action(path: Path) -> bool:
    return path.name == "actions.py" or path.parent.name == "actions"


def named(path: Path) -> str:
    return str(path.relative_to(SOURCE))


@pytest.mark.parametrize("path", PYTHON, ids=named)
def test_a_file_is_short_and_says_what_it_is(path):
    text = path.read_text(encoding="utf-8")

    assert len(text.splitlines()) <= 300
    assert ast.get_docstring(parsed(path))
    assert path.stem not in FORBIDDEN_NAMES


@pytest.mark.parametrize("path", PYTHON, ids=named)
def test_public_classes_and_functions_say_what_they_are(path):
    tree = parsed(path)
    kinds = (ast.FunctionDef, ast.ClassDef)
    public = [node for node in tree.body if isinstance(node, kinds) and node.name[0] != "_"]

    assert [node.name for node in public if not ast.get_docstring(node)] == []


@pytest.mark.parametrize("path", [p for p in PYTHON if is_action(p)], ids=named)
def test_every_action_says_by_whom(path):
    tree = parsed(path)
    public = [n for n in tree.body if isinstance(n, ast.FunctionDef) and n.name[0] != "_"]
    silent = [
        node.name
        for node in public
        if "by" not in {argument.arg for argument in node.args.kwonlyargs}
    ]

    assert set(silent) <= NOT_DEEDS | OF_CITIZENS


NOT_DEEDS = {
    *("changes", "check", "check_password", "name_agency"),
    *("keep_answer_words", "keep_all_answer_words", "hide_words"),
    *("move_to_chosen", "move_aside", "move_back", "require_leadable", "require_mergeable"),
}
# Citizens have no account: the receipt code, or the form being written, is who they are.
OF_CITIZENS = {
    *("ask_of_data", "give_own_data", "support", "withdraw"),
    *("attach", "drop_files", "drop_stale_files", "keep_files"),
}


def is_write(function):
    """`thing.save()`, `thing.delete()`, `Thing.objects.create()` …; files may be saved."""
    owner = ast.unparse(function.value)
    if function.attr in {"save", "delete"}:
        return owner not in {
            "font",
            "cache",
            "response",
            "super()",
            "word_file",
            "drawing",
            "picture",
        }
    return function.attr in WRITES and "objects" in owner


@pytest.mark.parametrize("path", [p for p in PYTHON if "actions" not in p.parts], ids=named)
def test_only_actions_write(path):
    if path.parts[-2:] == ("audit", "models.py") or path.name == "actions.py":
        return
    tree = parsed(path)
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    writes = [
        ast.unparse(call.func)
        for call in calls
        if isinstance(call.func, ast.Attribute) and is_write(call.func)
    ]
    assert writes == []


def test_templates_stay_short():
    long = {
        named(path): lines
        for path in (SOURCE / "web" / "templates").rglob("*.html")
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > 120
    }
    assert long == {}


def test_templates_carry_no_inline_style_or_script():
    pattern = re.compile(r"<style|<script(?![^>]*\bsrc=)|\sstyle=|\son[a-z]+=|javascript:")
    found = {
        named(path): match.group()
        for path in (SOURCE / "web" / "templates").rglob("*.html")
        if (match := pattern.search(path.read_text(encoding="utf-8")))
    }
    assert found == {}


def test_nothing_is_loaded_from_another_host():
    pattern = re.compile(r"""(?:src|href)=["'](?:https?:)?//|url\(["']?https?:|@import ["']http""")
    sources = [*SOURCE.rglob("*.html"), *SOURCE.rglob("*.css"), *SOURCE.rglob("*.js")]
    found = [named(path) for path in sources if pattern.search(path.read_text(encoding="utf-8"))]

    assert found == []


def test_tests_mirror_the_rooms():
    rooms = {path.parent.name for path in SOURCE.glob("*/models*")} | {"reading", "vietnamese"}

    assert {room for room in rooms if not any((TESTS / room).glob("**/test_*.py"))} == set()

"""docs/mission.md points only at what exists, and misses no line of either plan."""

import ast
import json
import re
from functools import cache
from pathlib import Path

import pytest
from django.core.management import get_commands

from doithoai.documents.kinds import KINDS
from tests.web.test_roles_and_pages import names

ROOT = Path(__file__).parents[2]
JOURNEYS = ROOT / "tests" / "journeys"
SEEDS = ROOT.parent / "shared" / "seeds"
PLANS = {"TG": "000", "CB": "003"}
WALKS = {"TG": ("tien_giang",), "CB": ("cao_bang",), "SAU": ("tien_giang", "cao_bang")}
"""Whose journey must take the steps of a row; what comes after the day is every plan's."""
LINES = {
    "NV": lambda plan: len(plan["tasks"]),
    "TP": lambda plan: sum(len(group["entries"]) for group in plan["composition"]),
    "ND": lambda plan: len(plan["topics"]),
    "NN": lambda plan: len(plan["recipients"]),
    "PL": lambda plan: sum(len(section["rows"]) for section in plan["quotas"]),
    "CT": lambda plan: sum(len(part["items"]) for part in plan["programme"]),
    "KP": lambda plan: int(plan["funding"] is not None),
}


def mission_rows():
    """Code, what is asked, who, where, steps: the five cells of every row."""
    text = (ROOT / "docs" / "mission.md").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if re.match(r"\| (TG|CB|SAU)", line)]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def quoted(cell):
    return re.findall(r"`([^`]+)`", cell)


def codes():
    """Every code the rows stand for; `TG-PL1–12` stands for twelve."""
    for code, *_ in mission_rows():
        head, first, last = re.fullmatch(r"([A-Z-]+)(\d+)(?:–(\d+))?", code).groups()
        yield from (f"{head}{number}" for number in range(int(first), int(last or first) + 1))


@cache
def functions(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}


@cache
def walked(journey):
    """Steps that the chapters of one plan's journey call; its test takes every chapter."""
    tree = ast.parse((JOURNEYS / f"{journey}.py").read_text(encoding="utf-8"))
    chapters = chapters_of(tree) | {"opened"}
    taken = [n for n in tree.body if isinstance(n, ast.FunctionDef) and n.name in chapters]
    assert {node.name for node in taken} == chapters
    calls = [n for chapter in taken for n in ast.walk(chapter) if isinstance(n, ast.Call)]
    return {ast.unparse(call.func).rpartition(".")[2] for call in calls}


def chapters_of(tree):
    """The names in CHAPTERS, which the test of a journey walks one by one."""
    (listed,) = [
        node.value
        for node in tree.body
        if isinstance(node, ast.AnnAssign) and ast.unparse(node.target) == "CHAPTERS"
    ]
    return {node.id for node in ast.walk(listed) if isinstance(node, ast.Name)}


@pytest.mark.parametrize("row", mission_rows(), ids=lambda row: row[0])
def test_every_row_points_at_what_exists(row):
    known = names() | {f"paper:{kind}" for kind in KINDS}
    known |= {f"doithoai {name.replace('_', '-')}" for name in get_commands()}
    places = quoted(row[3])

    assert places
    assert [place for place in places if place not in known] == []


@pytest.mark.parametrize("row", mission_rows(), ids=lambda row: row[0])
def test_every_row_is_walked_by_the_journey_of_its_own_plan(row):
    defined = set().union(*map(functions, JOURNEYS.rglob("*.py")))
    steps, plan = quoted(row[4]), re.match("[A-Z]+", row[0])[0]

    assert steps
    for journey in WALKS[plan]:
        assert [step for step in steps if step not in defined & walked(journey)] == []


def test_no_row_stands_twice():
    found = list(codes())

    assert len(found) == len(set(found))


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the real plans are not here")
@pytest.mark.parametrize("head", PLANS)
def test_every_line_of_the_real_plan_has_its_row(head):
    path = next(SEEDS.glob(f"{PLANS[head]}*.expected.json"))
    plan = json.loads(path.read_text(encoding="utf-8"))
    expected = {
        f"{head}-{kind}{n + 1}" for kind, count in LINES.items() for n in range(count(plan))
    }

    assert expected - set(codes()) == set()

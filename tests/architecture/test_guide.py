"""Documents name only buttons, commands and settings that are there."""

import ast
import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from django.core.management import get_commands

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "doithoai"
GUIDE = sorted((ROOT / "docs" / "guide").glob("*.md"))
DOCUMENTS = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").rglob("*.md"))]
DEPLOY = ROOT / "docs" / "deploy.md"
MARKUP = re.compile(r"{%.*?%}|{{.*?}}|<[^>]*>", re.DOTALL)


def words_of_templates() -> Iterator[str]:
    """Runs of text between tags, and texts handed to components or kept in attributes."""
    for path in (SOURCE / "web" / "templates").rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        yield from MARKUP.split(text)
        yield from re.findall(r'"([^"]*)"', text)


def words_of_code() -> Iterator[str]:
    """Labels of forms, names of states, titles of waiting work."""
    for path in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield node.value


@cache
def shown() -> frozenset[str]:
    """Every run of words a page can show, in single spaces."""
    return frozenset(" ".join(text.split()) for text in (*words_of_templates(), *words_of_code()))


def quoted(text: str) -> list[str]:
    """Names of things on the page, written **“so”**; `…` stands for what changes."""
    names = re.findall(r"\*\*“([^”]+)”\*\*", " ".join(text.split()))
    return [part.strip() for name in names for part in name.split("…") if part.strip()]


def headings(document: Path) -> set[str]:
    """The anchors of a document, as they are made of its headings."""
    lines = document.read_text(encoding="utf-8").splitlines()
    titles = [line.lstrip("# ").lower() for line in lines if line.startswith("#")]
    return {re.sub(r"[^\w -]", "", title).replace(" ", "-") for title in titles}


@pytest.mark.parametrize("page", [*GUIDE, DEPLOY], ids=lambda page: page.stem)
def test_every_quoted_name_stands_on_a_page(page):
    names = quoted(page.read_text(encoding="utf-8"))

    assert names
    assert [name for name in names if name not in shown()] == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.stem)
def test_every_command_the_documents_name_exists(document):
    named = re.findall(r"\bdoithoai ([a-z][a-z-]+)", document.read_text(encoding="utf-8"))

    assert [name for name in named if name.replace("-", "_") not in get_commands()] == []


def test_every_setting_of_a_machine_is_told_to_those_who_install():
    read = {
        name
        for path in (SOURCE / "config").rglob("*.py")
        for name in re.findall(r"DOITHOAI_[A-Z_]+", path.read_text(encoding="utf-8"))
    }
    named = re.findall(r"DOITHOAI_[A-Z]+(?:_[A-Z]+)*", DEPLOY.read_text(encoding="utf-8"))

    assert set(named) == read - {"DOITHOAI_"}


def test_every_page_of_the_guide_is_in_its_table_of_contents():
    contents = (ROOT / "docs" / "guide" / "README.md").read_text(encoding="utf-8")

    assert [page.name for page in GUIDE[1:] if f"]({page.name})" not in contents] == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.stem)
def test_every_link_to_a_heading_finds_it(document):
    links = re.findall(r"\]\(([^)#]*)#([^)]+)\)", document.read_text(encoding="utf-8"))

    assert [
        (name, heading)
        for name, heading in links
        if heading not in headings(document.parent / name if name else document)
    ] == []


@pytest.mark.parametrize("name", ["CHANGELOG.md", "publiccode.yml"])
def test_one_version_is_told_everywhere(name):
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]

    assert project["version"] in (ROOT / name).read_text(encoding="utf-8")

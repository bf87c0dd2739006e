"""Documents that cannot lie: the glossary, the states, the map, the guide."""

import inspect
import re
from pathlib import Path

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db.models import Choices
from django.urls import get_resolver

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
ROOMS = {
    app.name.split(".")[1] for app in apps.get_app_configs() if app.name.startswith("doithoai.")
}
PAGES = {
    *("ke-hoach", "cau-hoi", "tra-loi", "co-quan-tai-khoan", "cong-cong-khai", "dai-bieu"),
    *("so-do-cho-ngoi", "don-tiep-diem-danh", "chuong-trinh", "bai-phat-bieu", "kich-ban"),
    *("kinh-phi", "hoi-truong", "ket-luan", "cam-ket", "van-ban", "thu-di-nhac-viec"),
}


def models():
    return [m for m in apps.get_models() if m.__module__.startswith("doithoai.")]


def test_every_model_stands_in_the_glossary():
    glossary = (DOCS / "glossary.md").read_text(encoding="utf-8")

    assert [m.__name__ for m in models() if f"`{m.__name__}`" not in glossary] == []


def test_every_state_class_stands_in_the_glossary():
    glossary = (DOCS / "glossary.md").read_text(encoding="utf-8")
    modules = {inspect.getmodule(model) for model in models()}
    classes = {
        name
        for module in modules
        for name, value in vars(module).items()
        if inspect.isclass(value) and issubclass(value, Choices) and name.endswith("State")
    }
    assert [name for name in classes if f"`{name}`" not in glossary] == []


def test_the_diagrams_are_those_of_the_tables(capsys):
    call_command("states")

    assert (DOCS / "states.md").read_text(encoding="utf-8") == capsys.readouterr().out


@pytest.mark.parametrize("path", [ROOT / "README.md", *sorted(DOCS.rglob("*.md"))], ids=str)
def test_links_inside_the_documents_lead_somewhere(path):
    links = re.findall(r"\]\(([^)#]+)[^)]*\)", path.read_text(encoding="utf-8"))
    local = [link for link in links if "://" not in link]

    assert [link for link in local if not (path.parent / link).exists()] == []


def test_the_map_of_the_readme_names_every_room():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")

    assert [room for room in ROOMS if f"`{room}`" not in readme] == []


def test_every_room_of_officials_has_its_guide_page():
    named = {path.stem for path in (DOCS / "guide").glob("*.md")}

    assert named >= PAGES


def test_addresses_carry_no_marks():
    def patterns(resolver, lead=""):
        for entry in resolver.url_patterns:
            address = lead + str(entry.pattern)
            yield address
            if hasattr(entry, "url_patterns"):
                yield from patterns(entry, address)

    assert [address for address in patterns(get_resolver()) if not address.isascii()] == []

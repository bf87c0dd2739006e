"""Assets come from installed packages, once, and are light."""

import gzip

import pytest
from django.core.management import call_command
from fontTools.ttLib import TTFont

VIETNAMESE = "ẨỘỰằẵữợđĐ₫–“”…"


@pytest.fixture(scope="module")
def assets(tmp_path_factory):
    from django.test import override_settings

    var = tmp_path_factory.mktemp("var")
    with override_settings(VAR=var):
        call_command("build_assets", verbosity=0)
        before = {path: path.stat().st_mtime_ns for path in var.rglob("*.*")}
        call_command("build_assets", verbosity=0)
    assert before == {path: path.stat().st_mtime_ns for path in var.rglob("*.*")}
    return var / "assets"


def weight(*paths):
    return sum(len(gzip.compress(path.read_bytes())) for path in paths)


def test_every_face_has_the_letters_of_vietnamese(assets):
    faces = sorted((assets / "fonts").glob("*.woff2"))

    assert len(faces) == 5
    for face in faces:
        letters = TTFont(face).getBestCmap()
        assert [letter for letter in VIETNAMESE if ord(letter) not in letters] == []


def test_the_portal_s_style_and_script_stay_under_20_kb(assets):
    assert weight(assets / "css/public.bundle.css", assets / "js/public.bundle.js") < 20_000


def test_the_desk_s_style_and_script_stay_under_40_kb(assets):
    assert weight(assets / "css/desk.bundle.css", assets / "js/desk.bundle.js") < 40_000


def test_no_style_names_a_file_that_is_not_served(assets):
    for bundle in (assets / "css").glob("*.css"):
        assert "sourceMappingURL" not in bundle.read_text("utf-8")

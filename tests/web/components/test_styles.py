"""The colours are readable, dark is one table, and no style file grows too long."""

import re
from pathlib import Path

import pytest

import doithoai.web

CSS = Path(doithoai.web.__file__).parent / "static" / "css"
TOKENS = (CSS / "tokens.css").read_text("utf-8")
TEXTS = ["ink", "ink2", "ink3", "sealink", "goldink", "alarm", "ok", "info"]
GROUNDS = ["surf", "paper", "sunk"]
WASHED = ["alarm", "ok", "info"]


def tokens(selector):
    blocks = re.findall(rf"(?:^|\s){re.escape(selector)} \{{(.*?)\}}", TOKENS, re.S)
    return dict(re.findall(r"--([\w-]+): ([^;]+);", "".join(blocks)))


LIGHT = tokens(":root")
DARK = LIGHT | tokens(':root[data-bs-theme="dark"]')
PUBLIC = LIGHT | tokens(":root.public")


def luminance(colour):
    digits = colour.lstrip("#")
    digits = "".join(d * 2 for d in digits) if len(digits) == 3 else digits
    parts = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    red, green, blue = (p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", [LIGHT, DARK, PUBLIC], ids=["light", "dark", "public"])
@pytest.mark.parametrize("ground", GROUNDS)
def test_every_text_colour_reads_on_every_ground(theme, ground):
    faint = [text for text in TEXTS if contrast(theme[text], theme[ground]) < 4.5]

    assert faint == []


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_words_on_their_own_wash_and_on_the_seal_read(theme):
    assert [tone for tone in WASHED if contrast(theme[tone], theme[f"wash-{tone}"]) < 4.5] == []
    assert contrast("#fff", theme["seal"]) >= 4.5


@pytest.mark.parametrize("theme", [LIGHT, DARK, PUBLIC], ids=["light", "dark", "public"])
def test_borders_of_controls_and_the_focus_ring_can_be_seen(theme):
    for ground in GROUNDS:
        assert contrast(theme["line2"], theme[ground]) >= 3
        assert contrast(theme["gold"], theme[ground]) >= 3


def test_dark_by_choice_and_dark_by_system_are_the_same():
    assert tokens(':root[data-bs-theme="dark"]') == tokens(":root:not([data-bs-theme])")


def test_dark_never_reaches_paper():
    before = TOKENS[: TOKENS.index('[data-bs-theme="dark"]')]

    assert before.rstrip().endswith("@media screen {\n  :root")


@pytest.mark.parametrize("path", sorted(CSS.rglob("*.css")), ids=lambda path: path.name)
def test_a_style_file_stays_short_and_only_tokens_say_colours(path):
    text = path.read_text("utf-8")

    assert len(text.splitlines()) <= 300
    if path.name != "tokens.css":
        assert set(re.findall(r"#[0-9a-fA-F]{3,6}\b", text)) <= {"#fff"}

"""Build what browsers load from installed packages: fonts, a style and a script a surface."""

import hashlib
import json
from importlib.resources import files
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

FACES = {
    "be-vietnam-pro-400": "BeVietnamPro-Regular",
    "be-vietnam-pro-500": "BeVietnamPro-Medium",
    "be-vietnam-pro-600": "BeVietnamPro-SemiBold",
    "be-vietnam-pro-700": "BeVietnamPro-Bold",
    "be-vietnam-pro-400-italic": "BeVietnamPro-Italic",
}
LETTERS = "ĂăĐđĨĩŨũƠơƯư\u0300\u0301\u0303\u0309\u0323–—‘’“”„†•…‰‹›€₫−×÷≤≥"
CODEPOINTS = [
    *range(0x20, 0x7F),
    *range(0xA0, 0x100),
    *range(0x1EA0, 0x1EFA),
    *map(ord, LETTERS),
]
FEATURES = ["kern", "mark", "mkmk", "ccmp", "locl", "liga"]

SHARED = [
    *("tokens", "fonts", "theme"),
    *(
        f"components/{name}"
        for name in ("buttons", "states", "fields", "panels", "lists", "tables")
    ),
    *("components/figures", "print"),
]
STYLES = {
    "desk": [
        *SHARED,
        "components/rail",
        "components/rail-fold",
        "desk",
        "outbox",
        "overview",
        "accounts",
    ],
    "public": [*SHARED, "public"],
}
BOOTSTRAP = {"desk": ["reboot", "utilities"], "public": ["reboot"]}
SCRIPTS = {
    "desk": ["theme", "menus", "forms", "dialogs", "copy", "keys", "demo"],
    "public": ["forms", "dialogs", "copy"],
}


class Command(BaseCommand):
    """Fonts cut to Vietnamese, Bootstrap under our theme, htmx: written to VAR/assets."""

    help = "Dựng phông chữ, kiểu trình bày và mã kịch bản của trang từ các gói đã cài."
    requires_system_checks = []

    def handle(self, *args: Any, **options: Any) -> None:
        """Write only what has changed, so a second run is quick."""
        assets = settings.VAR / "assets"
        changed = build_fonts(assets / "fonts")
        for surface in STYLES:
            changed += write(assets / f"css/{surface}.bundle.css", style(surface))
            changed += write(assets / f"js/{surface}.bundle.js", script(surface))
        htmx = files("django_htmx") / "static/django_htmx/htmx-2.min.js"
        changed += write(assets / "vendor/htmx.min.js", htmx.read_text("utf-8"))
        self.stdout.write(f"{changed} tệp mới trong {assets}")


def build_fonts(folder: Path) -> int:
    """Subset the five faces to woff2; the recipe beside them says from what they were made."""
    sources = {
        face: (files("fontpkg_be_vietnam_pro") / "files" / f"{name}.ttf").read_bytes()
        for face, name in FACES.items()
    }
    digests = {face: hashlib.sha256(source).hexdigest() for face, source in sources.items()}
    recipe = json.dumps({"faces": digests, "codepoints": CODEPOINTS, "features": FEATURES})
    if (folder / "recipe.json").is_file() and (folder / "recipe.json").read_text() == recipe:
        return 0
    folder.mkdir(parents=True, exist_ok=True)
    for face, source in sources.items():
        subset_font(source, folder / f"{face}.woff2")
    (folder / "recipe.json").write_text(recipe)
    return len(sources)


def subset_font(source: bytes, target: Path) -> None:
    """One face with the letters Vietnamese needs and nothing else."""
    from io import BytesIO

    from fontTools.subset import Options, Subsetter
    from fontTools.ttLib import TTFont

    font = TTFont(BytesIO(source))
    options = Options(layout_features=FEATURES, flavor="woff2", hinting=False)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=CODEPOINTS)
    subsetter.subset(font)
    font.flavor = "woff2"
    font.save(target)


def style(surface: str) -> str:
    """Bootstrap's files this surface needs, then ours; map comments name files nobody serves."""
    bootstrap = files("bootstrap") / "css"
    texts = [(bootstrap / f"bootstrap-{name}.min.css").read_text() for name in BOOTSTRAP[surface]]
    texts = [text.split("/*# sourceMappingURL")[0] for text in texts]
    ours = files("doithoai.web") / "static/css"
    texts += [(ours / f"{name}.css").read_text("utf-8") for name in STYLES[surface]]
    return "\n".join(texts)


def script(surface: str) -> str:
    """The enhancements of this surface, each a closed function."""
    ours = files("doithoai.web") / "static/js"
    return "\n".join((ours / f"{name}.js").read_text("utf-8") for name in SCRIPTS[surface])


def write(path: Path, text: str) -> int:
    """Write a file if it says something else than before; the count of files written."""
    if path.is_file() and path.read_text("utf-8") == text:
        return 0
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return 1

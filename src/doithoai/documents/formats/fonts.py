"""Which font files set a PDF: the first family on the machine that has all Vietnamese letters."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import fontpkg_noto_serif
from fontTools.ttLib import TTFont, TTLibError

LETTERS = frozenset(
    "".join(
        base + base.upper()
        for base in "aàáảãạăằắẳẵặâầấẩẫậbcdđeèéẻẽẹêềếểễệghiìíỉĩịklmnoòóỏõọôồốổỗộơờớởỡợ"
        "pqrstuùúủũụưừứửữựvxyỳýỷỹỵfjwz0123456789"
    )
)
FOLDERS = (
    Path("/usr/share/fonts"),
    Path("/usr/local/share/fonts"),
    Path("/Library/Fonts"),
    Path("/System/Library/Fonts/Supplemental"),
    Path("C:/Windows/Fonts"),
)
WANTED = {
    "Times New Roman": (
        ("times.ttf", "timesbd.ttf", "timesi.ttf", "timesbi.ttf"),
        (
            "Times New Roman.ttf",
            "Times New Roman Bold.ttf",
            "Times New Roman Italic.ttf",
            "Times New Roman Bold Italic.ttf",
        ),
        (
            "Times_New_Roman.ttf",
            "Times_New_Roman_Bold.ttf",
            "Times_New_Roman_Italic.ttf",
            "Times_New_Roman_Bold_Italic.ttf",
        ),
    ),
    "Liberation Serif": (
        (
            "LiberationSerif-Regular.ttf",
            "LiberationSerif-Bold.ttf",
            "LiberationSerif-Italic.ttf",
            "LiberationSerif-BoldItalic.ttf",
        ),
    ),
    "Tinos": (("Tinos-Regular.ttf", "Tinos-Bold.ttf", "Tinos-Italic.ttf", "Tinos-BoldItalic.ttf"),),
}


@dataclass(frozen=True, slots=True)
class Faces:
    """A family, its files, and how far its letters are narrowed towards Times New Roman's."""

    family: str
    files: tuple[Path, ...]
    stretch: float = 100


@cache
def faces() -> Faces:
    """The family to print with; Noto Serif, which ships with the house, when no other will do."""
    return next(usable(FOLDERS), shipped())


def shipped() -> Faces:
    """Noto Serif, narrowed: its letters are wider than those the decree has in mind."""
    return Faces(fontpkg_noto_serif.FAMILY, (fontpkg_noto_serif.ROOT / "files",), 87.5)


def usable(folders: tuple[Path, ...]) -> Iterator[Faces]:
    """The wanted families of which all four faces stand in the folders, with every letter.

    The files are looked into: an old Liberation Serif lacks letters and bears the same name.
    """
    for family, spellings in WANTED.items():
        for names in spellings:
            for files in _together(folders, names):
                if all(map(has_letters, files)):
                    yield Faces(family, files)


def _together(folders: tuple[Path, ...], names: tuple[str, ...]) -> Iterator[tuple[Path, ...]]:
    """Files of these names that stand side by side."""
    for folder in filter(Path.is_dir, folders):
        for first in sorted(folder.rglob(names[0])):
            files = tuple(first.with_name(name) for name in names)
            if all(map(Path.is_file, files)):
                yield files


def has_letters(path: Path) -> bool:
    """Whether a font file has every letter of Vietnamese."""
    try:
        with path.open("rb") as file, TTFont(file, lazy=True) as font:
            return {ord(letter) for letter in LETTERS} <= set(font.getBestCmap())
    except (TTLibError, OSError):
        return False

"""How personal data is used, as each sender was told: one text a version, none ever changed."""

import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from doithoai.questions.rules.laws import NOTICES, in_force

FILES_FOR_RECEIVERS_ALONE = ("2026-1", "2026-2")
"""Notices that promised files to who receives alone: consent under them opens none to agencies."""
FOLDER = Path(__file__).parents[1] / "data" / "notices"
_LINE = re.compile(r"- \*\*(?P<about>[^*]+):\*\* (?P<words>.+)")


@dataclass(frozen=True, slots=True)
class Notice:
    """One version of the notice: (what about, in which words); `{host}` stands for who receives."""

    version: str
    items: tuple[tuple[str, str], ...]

    def told_by(self, host: str) -> list[tuple[str, str]]:
        """The notice with the receiving agency's name in it."""
        return [(about, words.replace("{host}", host)) for about, words in self.items]


@cache
def notice_versions() -> tuple[str, ...]:
    """All versions, the newest first."""
    return tuple(sorted((path.stem for path in FOLDER.glob("*.md")), reverse=True))


def notice_on(day: date) -> str:
    """The version told to who sends on a day, by the law of that day."""
    return in_force(NOTICES, day)


@cache
def notice_of(version: str) -> Notice:
    """The notice of a version; raises KeyError when there is none."""
    if version not in notice_versions():
        raise KeyError(version)
    lines = (FOLDER / f"{version}.md").read_text(encoding="utf-8").splitlines()
    return Notice(
        version, tuple((m["about"], m["words"]) for m in map(_LINE.fullmatch, lines) if m)
    )

"""Stated words that tell what a text is: read from a table, found in a text, quoted from it."""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from doithoai.vietnamese.letters import fold, fold_in_place, has_diacritics


@dataclass(frozen=True, slots=True)
class Cue:
    """A phrase that speaks for a role, unless certain words stand near before or after it.

    One that `opens` speaks only at the head of a sentence (“Hỗ trợ xây cầu …”).
    """

    role: str
    weight: int
    phrase: str
    not_after: tuple[str, ...]
    not_before: tuple[str, ...]
    opens: bool = False


@dataclass(frozen=True, slots=True)
class Spoken:
    """A cue met in a text: `text` is as its writer typed it, from `start` on."""

    cue: Cue
    text: str
    start: int


_BREAK = re.compile(r"[.;?!:\n]")
_OPENS = " opening"
_BACK = 14
_AHEAD = 24


def spoken_cues(text: str) -> list[Spoken]:
    """Every cue of the table met in a composed text, in order; diacritics typed must agree."""
    folded = fold_in_place(text)
    return [
        Spoken(cue, " ".join(text[start:end].split()), start)
        for match in _pattern().finditer(folded)
        for start, end, cues in _longest_meant(text, match)
        for cue in cues
        if not _is_cancelled(cue, text, start, end)
    ]


def _longest_meant(text: str, match: re.Match[str]) -> Iterator[tuple[int, int, list[Cue]]]:
    """The longest phrase at a place whose letters agree: “nên bố” is no “nên bỏ”, it is “nên”."""
    start, end = match.span(1)
    while end > start:
        phrase = " ".join(match[1][: end - start].split())
        cues = [cue for cue in _by_fold().get(phrase, []) if _is_meant(cue, text[start:end])]
        if cues:
            yield start, end, cues
            return
        end = start + len(match[1][: end - start].rpartition(" ")[0].rstrip())


def _is_meant(cue: Cue, written: str) -> bool:
    """Whether the letters agree; bare letters may stand for any, save where that would insult."""
    if has_diacritics(written):
        return " ".join(written.lower().split()) == cue.phrase
    return cue.role != "insult" or not has_diacritics(cue.phrase)


def _is_cancelled(cue: Cue, text: str, start: int, end: int) -> bool:
    before = _BREAK.split(text[max(0, start - _BACK) : start].lower())[-1]
    if cue.opens and before.strip(' -–*•)“"'):
        return True
    after = _BREAK.split(text[end : end + _AHEAD].lower(), maxsplit=1)[0]
    if len(after) == _AHEAD:
        after = after[: after.rfind(" ") + 1]
    return _has_any(before, cue.not_after) or _has_any(after, cue.not_before)


def _has_any(near: str, phrases: tuple[str, ...]) -> bool:
    said = near if has_diacritics(near) else fold(near)
    return any(
        re.search(rf"(?<!\w){re.escape(phrase if said is near else fold(phrase))}(?!\w)", said)
        for phrase in phrases
    )


@cache
def _cues() -> tuple[Cue, ...]:
    source = files(__package__).joinpath("data", "kind_cues.tsv").read_text("utf-8")
    rows = csv.reader(source.splitlines()[1:], delimiter="\t")
    return tuple(
        Cue(
            role.removesuffix(_OPENS),
            int(weight),
            phrase,
            _listed(not_after),
            _listed(not_before),
            role.endswith(_OPENS),
        )
        for role, weight, phrases, not_after, not_before in rows
        for phrase in _listed(phrases)
    )


def _listed(cell: str) -> tuple[str, ...]:
    return tuple(cell.lower().split("; ")) if cell else ()


@cache
def _by_fold() -> dict[str, list[Cue]]:
    found: dict[str, list[Cue]] = {}
    for cue in _cues():
        found.setdefault(fold(cue.phrase), []).append(cue)
    return found


@cache
def _pattern() -> re.Pattern[str]:
    phrases = sorted(_by_fold(), key=len, reverse=True)
    written = "|".join(re.escape(phrase).replace(r"\ ", r"\s{1,3}") for phrase in phrases)
    return re.compile(rf"(?<!\w)(?=({written})(?!\w))")

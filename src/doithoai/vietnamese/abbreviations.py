"""Abbreviations of official texts: what they stand for, where a text defines its own."""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from doithoai.vietnamese.letters import fold, same_name


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """One abbreviation: its usual form, what it stands for, how else it is written.

    When `after` is not empty it is meant only after one of those words (CT is Công Thương after
    Sở, and may be anything elsewhere).
    """

    short: str
    full: str
    spellings: tuple[str, ...] = ()
    after: tuple[str, ...] = ()


_CODE = r"[A-ZĐƯ]+(?:[hg][A-ZĐƯ]*)?"
_SEPARATOR = r"(?:\s?[-–&,]\s?|\.\s?|\s+và\s+|\s+)"
_RUN = re.compile(rf"(?<![^\W_])(?<!\d[/-]){_CODE}(?:{_SEPARATOR}{_CODE})*(?![^\W_])")
_PART = re.compile(_CODE)
_LONGEST_RUN = 4
_REACH = 200
_IN_BRACKETS = re.compile(r"\(\s*(?P<short>[A-ZĐƯ][A-ZĐƯ&,.-]{1,14})\s*\)")
_NAMED_SHORT = re.compile(
    r"(?:sau đây )?(?:được )?(?:gọi|viết) (?:tắt|chung) là:?\s*"
    r"[“\"]?(?P<short>[A-ZĐƯ][A-ZĐƯ&-]{1,14})(?![^\W_])"
)


def known_abbreviations() -> tuple[Abbreviation, ...]:
    """Every abbreviation of the table that ships with the house."""
    return _table()


def expand(text: str) -> str:
    """Text with known abbreviations spelled out; one that repeats its own words is left off.

    “Sở LĐ-TB&XH” becomes “Sở Lao động - Thương binh và Xã hội”, “Ủy ban nhân dân (UBND) tỉnh”
    becomes “Ủy ban nhân dân tỉnh”. What may mean several things stays as it is.
    """
    pieces: list[str] = []
    done = 0
    for use in _uses(text):
        before = text[done : use.start]
        said = ("".join(pieces[-1:]) + before).rstrip(" (")
        bracketed = before.endswith("(") and text[use.end : use.end + 1] == ")"
        if bracketed and fold(said).endswith(fold(use.meaning.full)):
            pieces.append(before[:-1].rstrip())
            done = use.end + 1
        else:
            pieces += [before, use.meaning.full]
            done = use.end
    return "".join([*pieces, text[done:]])


def defined_in(text: str) -> dict[str, str]:
    """Abbreviations that a text defines itself, with the words they stand for.

    Both “công nhân, viên chức, lao động (CNVCLĐ)” and “… (sau đây gọi tắt là CNVCLĐ)” define one.
    """
    found: dict[str, str] = {}
    for match in sorted(
        [*_IN_BRACKETS.finditer(text), *_NAMED_SHORT.finditer(text)], key=lambda m: m.start()
    ):
        behind = text[max(0, match.start() - _REACH) : match.start()]
        words = _words_behind(match["short"], behind)
        if words:
            found.setdefault(match["short"], words)
    return found


def variants(text: str) -> dict[str, tuple[str, ...]]:
    """Abbreviations that a text writes in two ways or more, with the ways in order of use."""
    ways: dict[str, dict[str, None]] = {}
    for use in _uses(text):
        ways.setdefault(use.meaning.short, {})[text[use.start : use.end]] = None
    return {short: tuple(written) for short, written in ways.items() if len(written) > 1}


@dataclass(frozen=True, slots=True)
class _Use:
    start: int
    end: int
    meaning: Abbreviation


@cache
def _table() -> tuple[Abbreviation, ...]:
    source = files(__package__).joinpath("abbreviations.tsv").read_text("utf-8")
    rows = csv.reader(source.splitlines()[1:], delimiter="\t")
    return tuple(
        Abbreviation(short, full, _listed(spellings), _listed(after))
        for short, full, spellings, after in rows
    )


def _listed(cell: str) -> tuple[str, ...]:
    return tuple(cell.split("; ")) if cell else ()


@cache
def _index() -> dict[str, list[Abbreviation]]:
    """Meanings by the letters alone; four letters or more are also found without their Đ."""
    index: dict[str, list[Abbreviation]] = {}
    for meaning in _table():
        for written in (meaning.short, *meaning.spellings):
            key = _key(written)
            plain = key.replace("Đ", "D").replace("Ư", "U")
            for name in {key, plain if len(plain) >= 4 else key}:
                index.setdefault(name, []).append(meaning)
    return index


def _key(written: str) -> str:
    return re.sub(r"[^A-ZĐƯhg]", "", written)


def _uses(text: str) -> Iterator[_Use]:
    """Every known abbreviation, the longest reading of each run of capitals first."""
    for run in _RUN.finditer(text):
        parts = [part.span() for part in _PART.finditer(text, run.start(), run.end())]
        place = 0
        while place < len(parts):
            length, use = _longest(text, parts[place : place + _LONGEST_RUN])
            if use:
                yield use
            place += length


def _longest(text: str, parts: list[tuple[int, int]]) -> tuple[int, _Use | None]:
    start = parts[0][0]
    for length in range(len(parts), 0, -1):
        end = parts[length - 1][1]
        for meaning in _index().get(_key(text[start:end]), []):
            if not meaning.after or _stands_after(meaning.after, text, start):
                return length, _Use(start, end, meaning)
    return 1, None


def _stands_after(words: tuple[str, ...], text: str, start: int) -> bool:
    lead = rf"\b(?:{'|'.join(words)}):?[\s,:&A-ZĐ-]*$"
    return bool(re.search(lead, text[max(0, start - 40) : start], re.IGNORECASE))


def _words_behind(short: str, before: str) -> str | None:
    """The words at the end of a text whose initials the abbreviation lines up, or None."""
    letters = [letter for letter in fold(short) if letter.isalpha()]
    start = len(before)
    for word in reversed(list(re.finditer(r"[^\W\d_]+", before))):
        if letters and fold(word[0]).startswith(letters[-1]):
            letters.pop()
            start = word.start()
        elif fold(word[0]) != "va":
            break
        if not letters:
            return before[start:].strip(" ,(")
    return _known_words(short, before)


def _known_words(short: str, before: str) -> str | None:
    for meaning in _index().get(_key(short), []):
        tail = before.rstrip(" ,(")[-len(meaning.full) :]
        if same_name(tail, meaning.full):
            return tail
    return None

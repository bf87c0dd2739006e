"""What a province's officials know of words: abbreviations, concepts, formulas, opposed terms."""

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """A short form and what it stands for; when `near` is given, only beside one of those words.

    `near` holds folded words or phrases (CN is công nhân beside “kcn”, chi nhánh beside “ngan
    hang”).
    """

    short: str
    full: str
    near: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Concept:
    """One thing that people call by several names: sổ đỏ, giấy chứng nhận quyền sử dụng đất."""

    key: str
    terms: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Lexicon:
    """The word lists that comparing leans on; compared and hashed by identity.

    `formulas` are phrases that say nothing of the matter (kính đề nghị, xin hỏi). `opposed` are
    pairs that make two questions different matters (cấp, thu hồi). `aspects` are what is asked or
    wanted of a matter (papers, how long, repair), `topics` the fields of the agencies, each with
    the phrases that say so.
    """

    abbreviations: tuple[Abbreviation, ...] = ()
    concepts: tuple[Concept, ...] = ()
    formulas: tuple[str, ...] = ()
    opposed: tuple[tuple[str, str], ...] = ()
    aspects: tuple[Concept, ...] = ()
    topics: tuple[Concept, ...] = ()

    def extended(
        self,
        *,
        abbreviations: Iterable[Abbreviation] = (),
        concepts: Iterable[Concept] = (),
        formulas: Iterable[str] = (),
        opposed: Iterable[tuple[str, str]] = (),
    ) -> "Lexicon":
        """This lexicon with a province's own entries, which come first where both have one."""
        return Lexicon(
            abbreviations=(*abbreviations, *self.abbreviations),
            concepts=(*concepts, *self.concepts),
            formulas=(*formulas, *self.formulas),
            opposed=(*opposed, *self.opposed),
            aspects=self.aspects,
            topics=self.topics,
        )


@cache
def shipped_lexicon() -> Lexicon:
    """The lexicon that ships with the house."""
    return lexicon_from(files("doithoai.matching").joinpath("data"))


def lexicon_from(folder: Traversable) -> Lexicon:
    """The lexicon kept in a folder: abbreviations, synonyms, opposed (.tsv), formulas (.txt)."""
    return Lexicon(
        abbreviations=tuple(
            Abbreviation(row["short"], row["full"], _listed(row.get("after")))
            for row in _rows(folder, "abbreviations.tsv")
        ),
        concepts=_concepts(folder, "synonyms.tsv"),
        formulas=tuple(_lines(folder, "formulas.txt")),
        opposed=tuple((row["left"], row["right"]) for row in _rows(folder, "opposed.tsv")),
        aspects=_concepts(folder, "aspects.tsv"),
        topics=tuple(
            Concept(f"{row['agency']}/{row['field']}", _whole(_listed(row["phrases"])))
            for row in _rows(folder, "agency_phrases.tsv")
        ),
    )


_COLUMNS = {
    "abbreviations.tsv": ("short", "full", "after"),
    "synonyms.tsv": ("concept", "term"),
    "aspects.tsv": ("aspect", "term"),
    "opposed.tsv": ("left", "right"),
    "agency_phrases.tsv": ("agency", "field", "weight", "phrases"),
}


def _concepts(folder: Traversable, name: str) -> tuple[Concept, ...]:
    key = _COLUMNS[name][0]
    return tuple(Concept(row[key], _listed(row["term"])) for row in _rows(folder, name))


def _whole(phrases: tuple[str, ...]) -> tuple[str, ...]:
    """The phrases that stand in one piece, without a gap (…)."""
    return tuple(phrase for phrase in phrases if "…" not in phrase)


def _rows(folder: Traversable, name: str) -> Iterator[dict[str, str]]:
    """Rows of a table by our column names; a first row that repeats a column's name is a head."""
    columns = _COLUMNS[name]
    for row in csv.reader(_lines(folder, name), delimiter="\t", quoting=csv.QUOTE_NONE):
        if row[0] != columns[0]:
            yield dict(zip(columns, row, strict=False))


def _lines(folder: Traversable, name: str) -> list[str]:
    """Lines that say something: not blank, not a note that begins with #."""
    lines = folder.joinpath(name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line.strip() and not line.startswith("#")]


def _listed(cell: str | None) -> tuple[str, ...]:
    return tuple(part.strip() for part in (cell or "").split(";") if part.strip())

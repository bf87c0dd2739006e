"""What each agency answers for: phrases with weights, kept as data that a province may edit."""

import csv
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

NOBODY = "-"
"""The agency of phrases that point nowhere: “trường hợp” only hides the “trường” inside it."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that speak for an agency, or with a negative weight against it.

    “#” stands for any number, “…” for at most eight words in between (“đường … ấp”).
    """

    text: str
    weight: float


@dataclass(frozen=True, slots=True)
class Mandate:
    """An agency, by the key its caller knows it under, and the phrases of what it answers for."""

    agency: str
    phrases: tuple[Phrase, ...]


@dataclass(frozen=True, slots=True)
class MandateLine:
    """A line of the shipped table: an agency of 2024, one of its fields, phrases of one weight."""

    agency: str
    field: str
    weight: float
    phrases: tuple[str, ...]


@cache
def shipped_lines() -> tuple[MandateLine, ...]:
    """The mandates that ship with the house, line by line."""
    table = files("doithoai.matching").joinpath("data", "agency_phrases.tsv")
    lines = table.read_text(encoding="utf-8").splitlines()
    return tuple(
        MandateLine(agency, field, float(weight), tuple(phrases.split("; ")))
        for agency, field, weight, phrases in csv.reader(
            (line for line in lines[1:] if line and not line.startswith("#")),
            delimiter="\t",
            quoting=csv.QUOTE_NONE,
        )
    )


def _of_2024(agency: str, field: str) -> str:  # noqa: ARG001
    return agency


def shipped_mandates(holder: Callable[[str, str], str] = _of_2024) -> tuple[Mandate, ...]:
    """The shipped mandates, each field under the agency that holds it.

    `holder` takes the key of 2024 and a field and gives the key of the agency that answers for
    that field on the day that counts; unless given, the agency of 2024 itself.
    """
    return gathered(
        (line.agency if line.agency == NOBODY else holder(line.agency, line.field), phrase)
        for line in shipped_lines()
        for phrase in (Phrase(text, line.weight) for text in line.phrases)
    )


def gathered(held: Iterable[tuple[str, Phrase]]) -> tuple[Mandate, ...]:
    """Mandates from single phrases; of one phrase given twice the heavier weight counts."""
    agencies: dict[str, dict[str, Phrase]] = {}
    for agency, phrase in held:
        phrases = agencies.setdefault(agency, {})
        known = phrases.get(phrase.text)
        if known is None or abs(known.weight) < abs(phrase.weight):
            phrases[phrase.text] = phrase
    return tuple(Mandate(agency, tuple(phrases.values())) for agency, phrases in agencies.items())

"""What officials' referrals taught: small weights over scores and words, as plain data."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from json import loads
from typing import Any

from doithoai.matching.agencies.evidence import Evidence
from doithoai.matching.agencies.features import described, terms
from doithoai.matching.agencies.telling import is_telling
from doithoai.matching.words import NORM_VERSION, Words

BARELY = 0.25
"""A word that moves an agency's score by less is not told as a reason."""


@dataclass(frozen=True, slots=True)
class Term:
    """A word or pair: how much its presence counts, and what it says for which agency."""

    presence: float
    weights: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Model:
    """Learned weights; an agency they do not know is judged by its mandate alone.

    `shared` weighs the figures of `described` for every agency alike, `terms` the words.
    """

    shared: tuple[float, ...]
    bias: Mapping[str, float]
    terms: Mapping[str, Term]

    def probabilities(
        self, agencies: Sequence[str], evidence: Sequence[Evidence], words: Words
    ) -> list[float]:
        """How likely each agency is, by its mandate and by what was learned; they sum to one."""
        learned = [*self._said(words).values()]
        sums = [
            self.bias.get(agency, 0.0)
            + sum(map(float.__mul__, self.shared, figures))
            + sum(weights.get(agency, 0.0) * value for value, weights in learned)
            for agency, figures in zip(agencies, described(evidence), strict=True)
        ]
        most = max(sums, default=0.0)
        likely = [math.exp(each - most) for each in sums]
        return [round(each / sum(likely), 6) for each in likely]

    def reasons(self, agency: str, words: Words, *, most: int = 3) -> tuple[str, ...]:
        """The words of a question that speak for an agency by what was learned, strongest first.

        Only words that mean something by themselves are told, as they are written there.
        """
        says = self._speaking(agency, words)
        told: list[str] = []
        for term in sorted(says, key=lambda term: (-round(says[term], 1), -len(term), term)):
            new = not any(f" {term} " in f" {one} " or f" {one} " in f" {term} " for one in told)
            if new and is_telling(term, marked=words.marked):
                told.append(term)
        written = terms(words)
        return tuple(written[term] for term in told[:most])

    def speaks_for(self, agency: str, words: Words) -> bool:
        """Whether any word of a question speaks for an agency by what was learned."""
        return bool(self._speaking(agency, words))

    def _speaking(self, agency: str, words: Words) -> dict[str, float]:
        says = {
            term: value * weights.get(agency, 0.0)
            for term, (value, weights) in self._said(words).items()
        }
        return {term: said for term, said in says.items() if said >= BARELY}

    def _said(self, words: Words) -> dict[str, tuple[float, Mapping[str, float]]]:
        """Known words of a question: the value of each, lengths made equal, and its weights."""
        known = {term: self.terms[term] for term in terms(words) if term in self.terms}
        length = math.sqrt(sum(term.presence**2 for term in known.values()))
        return {text: (term.presence / length, term.weights) for text, term in known.items()}

    def as_json(self) -> dict[str, Any]:
        """The model as plain lists and dictionaries; agencies are told once, then by number."""
        heard = {agency for term in self.terms.values() for agency in term.weights}
        agencies = sorted(heard | self.bias.keys())
        number = {agency: at for at, agency in enumerate(agencies)}
        return {
            "words": NORM_VERSION,
            "agencies": agencies,
            "shared": list(self.shared),
            "bias": {str(number[agency]): bias for agency, bias in self.bias.items()},
            "terms": {
                text: [term.presence, {str(number[a]): said for a, said in term.weights.items()}]
                for text, term in self.terms.items()
            },
        }


def model_from_json(kept: Mapping[str, Any]) -> Model | None:
    """The model kept as JSON; none when its words were made by another `NORM_VERSION`."""
    if kept.get("words") != NORM_VERSION:
        return None
    names = kept["agencies"]

    def by_agency(told: Mapping[str, float]) -> dict[str, float]:
        return {names[int(number)]: said for number, said in told.items()}

    return Model(
        tuple(kept["shared"]),
        by_agency(kept["bias"]),
        {text: Term(presence, by_agency(said)) for text, (presence, said) in kept["terms"].items()},
    )


@cache
def shipped_model() -> Model | None:
    """The model that ships with the house, for the shipped mandates of 2024."""
    kept = files("doithoai.matching").joinpath("data", "agency_model.json")
    return model_from_json(loads(kept.read_text(encoding="utf-8")))

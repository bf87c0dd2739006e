"""Weights learned from confirmed referrals: multinomial logistic regression over known mandates.

It starts from weights already known and leaves them only as far as the examples pay for it: with
few examples the mandates decide, or the model that was there before.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from doithoai.matching.agencies.evidence import Mandates
from doithoai.matching.agencies.features import described, terms
from doithoai.matching.agencies.model import Model, Term
from doithoai.matching.words import Words

Example = tuple[Words, str]
"""A question's words, and the key of the agency that an official confirmed."""

BY_MANDATES = Model((4.0, 0.5, 2.0, 0.5), {}, {})
"""Before anything is learned only the figures of `described` weigh."""
HELD_BACK = 5
FREEDOM = (50.0, 1.0, 16.0)
"""How far figures, agencies and words may leave the start: the variances of their priors."""
FEW = 200
"""Of so many examples half of that freedom is given, of fewer less."""
SEEN_IN = 2
MOST_TERMS = 6000
STEPS = 100
PACE = 0.1
LEAST_WEIGHT = 0.1
"""A word's weight nearer to zero is left out of the model."""

_Floats = NDArray[np.float64]
_Places = NDArray[np.intp]


def learn(examples: Sequence[Example], mandates: Mandates, start: Model = BY_MANDATES) -> Model:
    """The weights that fit the examples and stay near those of `start`.

    Examples of agencies without a mandate teach nothing. The same examples in the same order give
    the same model. 5,000 take some seconds.
    """
    known = {agency: number for number, agency in enumerate(mandates.agencies)}
    taught = [(words, known[agency]) for words, agency in examples if agency in known]
    if not taught:
        return start
    texts = [terms(words) for words, _ in taught]
    presence = _presence(texts, start)
    figures = np.array([described(mandates.evidence(words)) for words, _ in taught])
    answers = np.eye(len(known))[[answer for _, answer in taught]]
    fitted = _fitted(
        figures, _Terms.of(texts, presence), answers, _weights(start, presence, mandates.agencies)
    )
    return _told(fitted, presence, mandates.agencies, start)


def retrained(
    examples: Sequence[Example], mandates: Mandates, start: Model = BY_MANDATES
) -> Model | None:
    """What all examples teach, if learning paid: every fifth is held back to see whether it does.

    None when a model taught by the others does worse on those than mandates alone, or than
    `start`: what was used before is then used on.
    """
    held_back = examples[::HELD_BACK]
    others = [example for at, example in enumerate(examples) if at % HELD_BACK]
    trial = learn(others, mandates, start)
    if all(is_no_worse(trial, held_back, mandates, than) for than in (None, start)):
        return learn(examples, mandates, start)
    return None


def is_no_worse(
    model: Model, held_back: Sequence[Example], mandates: Mandates, than: Model | None = None
) -> bool:
    """Whether, on examples it never saw, a model puts as many agencies first as another does.

    Unless given, the other is mandates alone. The same is asked of the first three. Without
    examples nothing is known: no.
    """
    hits, others = Counter[int](), Counter[int]()
    for words, agency in held_back:
        evidence = mandates.evidence(words)
        likely = model.probabilities(mandates.agencies, evidence, words)
        hits.update(_hits(likely, mandates.agencies, agency))
        other = (
            than.probabilities(mandates.agencies, evidence, words)
            if than
            else [each.score for each in evidence]
        )
        others.update(_hits(other, mandates.agencies, agency))
    return bool(held_back) and all(hits[most] >= others[most] for most in (1, 3))


def _hits(scores: Sequence[float], agencies: Sequence[str], right: str) -> list[int]:
    ranked = sorted(range(len(scores)), key=lambda number: -scores[number])
    return [most for most in (1, 3) if right in [agencies[number] for number in ranked[:most]]]


def _presence(texts: Sequence[Iterable[str]], start: Model) -> dict[str, float]:
    """How much each term counts: those the model knew, and others that several texts hold."""
    held = Counter(term for text in texts for term in text)
    known = {term: start.terms[term].presence for term in sorted(held) if term in start.terms}
    common = sorted((t for t in held if held[t] >= SEEN_IN), key=lambda t: (-held[t], t))
    size = len(texts)
    new = {t: round(1 + float(np.log(size / held[t])), 3) for t in common[:MOST_TERMS]}
    return new | known


def _weights(start: Model, presence: Iterable[str], agencies: Sequence[str]) -> list[_Floats]:
    """Weights of figures, agencies and terms as a model has them; the first term is none."""
    said = [start.terms[term].weights if term in start.terms else {} for term in presence]
    rows = [[weights.get(agency, 0.0) for agency in agencies] for weights in ({}, *said)]
    biases = [start.bias.get(agency, 0.0) for agency in agencies]
    return [np.array(start.shared), np.array(biases), np.array(rows)]


@dataclass(frozen=True, slots=True)
class _Terms:
    """Which terms each text holds, as a sparse matrix kept by rows and by columns.

    Column 0 stands in every text and counts nothing, so that no row is empty.
    """

    values: _Floats
    columns: _Places
    rows: _Places
    row_starts: _Places
    by_column: _Places
    column_starts: _Places

    @classmethod
    def of(cls, texts: Sequence[Iterable[str]], counts: dict[str, float]) -> "_Terms":
        places = {term: place for place, term in enumerate(counts, 1)}
        presence = np.array([0.0, *counts.values()])
        kept = [[0, *(places[term] for term in text if term in places)] for text in texts]
        sizes = np.array([len(row) for row in kept])
        columns = np.concatenate([np.array(row, dtype=np.intp) for row in kept])
        rows = np.repeat(np.arange(len(kept)), sizes)
        lengths = np.sqrt(np.bincount(rows, presence[columns] ** 2))
        values = presence[columns] / np.maximum(lengths, 1e-9)[rows]
        by_column = np.argsort(columns, kind="stable")
        column_starts = np.searchsorted(columns[by_column], np.arange(len(presence)))
        return cls(values, columns, rows, np.cumsum(sizes) - sizes, by_column, column_starts)

    def times(self, weights: _Floats) -> _Floats:
        """For each text the sum of its terms' weights."""
        products = self.values[:, None] * weights[self.columns]
        return np.add.reduceat(products, self.row_starts, axis=0)

    def transposed_times(self, errors: _Floats) -> _Floats:
        """For each term the sum of its texts' errors."""
        order = self.by_column
        products = self.values[order, None] * errors[self.rows[order]]
        return np.add.reduceat(products, self.column_starts, axis=0)


def _fitted(
    figures: _Floats, held: _Terms, answers: _Floats, start: list[_Floats]
) -> list[_Floats]:
    """The weights after learning: Adam over all examples at once, its pace falling."""
    examples = len(answers)
    weights = [each.copy() for each in start]
    means = [np.zeros_like(each) for each in start]
    squares = [np.zeros_like(each) for each in start]
    freedom = [each * examples / (examples + FEW) for each in FREEDOM]
    for step in range(1, STEPS + 1):
        sums = figures @ weights[0] + weights[1] + held.times(weights[2])
        likely = np.exp(sums - sums.max(axis=1, keepdims=True))
        errors = likely / likely.sum(axis=1, keepdims=True) - answers
        slopes = [
            np.einsum("na,nas->s", errors, figures),
            errors.sum(axis=0),
            held.transposed_times(errors),
        ]
        pace = PACE * (1 - step / (STEPS + 1))
        for at, slope in enumerate(slopes):
            slope += (weights[at] - start[at]) / freedom[at]
            means[at] += 0.1 * (slope - means[at])
            squares[at] += 0.01 * (slope**2 - squares[at])
            size = np.sqrt(squares[at] / (1 - 0.99**step)) + 1e-8
            weights[at] -= pace * means[at] / (1 - 0.9**step) / size
    return weights


def _told(
    fitted: list[_Floats], presence: dict[str, float], agencies: Sequence[str], start: Model
) -> Model:
    figures, biases, words = fitted
    told = dict(start.terms)
    for (term, counts), row in zip(presence.items(), words[1:], strict=True):
        known = start.terms[term].weights if term in start.terms else {}
        others = {agency: said for agency, said in known.items() if agency not in agencies}
        heavy = {
            agency: round(float(weight), 2)
            for agency, weight in zip(agencies, row, strict=True)
            if abs(weight) >= LEAST_WEIGHT
        }
        told[term] = Term(counts, others | heavy)
    bias = {a: round(float(b), 3) for a, b in zip(agencies, biases, strict=True)}
    shared = tuple(round(float(figure), 3) for figure in figures)
    return Model(shared, {**start.bias, **bias}, told)

"""What the learned weights see of a question: the mandates' scores side by side, and its words."""

import math
from collections.abc import Sequence

from doithoai.matching.agencies.evidence import Evidence
from doithoai.matching.words import Words

_FEW = 2.0


def described(evidence: Sequence[Evidence]) -> list[tuple[float, ...]]:
    """For each agency: its score beside the best, its logarithm, its share, whether it is best."""
    scores = [max(each.score, 0.0) for each in evidence]
    best, total = max(scores, default=0.0), sum(scores)
    return [
        (
            score / (best + _FEW),
            math.log1p(score),
            score / (total + _FEW),
            float(score == best > 0),
        )
        for score in scores
    ]


def terms(words: Words) -> dict[str, str]:
    """The folded words of a question and their pairs, each with how it is written there.

    Formulas and numbers are left out.
    """
    said = [
        None if formula or fold.isdigit() else (fold, exact)
        for fold, exact, formula in zip(words.fold, words.exact, words.formula, strict=True)
    ]
    pairs = [
        (f"{one[0]} {two[0]}", f"{one[1]} {two[1]}")
        for one, two in zip(said, said[1:], strict=False)
        if one and two
    ]
    return dict([word for word in said if word] + pairs)

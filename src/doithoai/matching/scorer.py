"""How likely two questions are about the same matter: a small logistic score, shipped as JSON."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import exp

from doithoai.matching.features import FEATURES

_DIGITS = 6


@dataclass(frozen=True, slots=True)
class Scorer:
    """Weights of the numbers, in the order of `FEATURES`; `threshold` joins groups."""

    bias: float
    weights: tuple[float, ...]
    threshold: float

    def score(self, numbers: Sequence[float]) -> float:
        """Between 0 and 1, rounded so that every machine gives the same order."""
        sum_ = self.bias
        for weight, number in zip(self.weights, numbers, strict=True):
            sum_ += weight * number
        return round(1 / (1 + exp(-max(-30.0, min(30.0, sum_)))), _DIGITS)


@cache
def shipped_scorer() -> Scorer:
    """The weights that `bench/train_matching.py` fitted.

    Raises ValueError when they were fitted for other numbers than `FEATURES`.
    """
    text = files("doithoai.matching").joinpath("data/weights.json").read_text(encoding="utf-8")
    fitted = json.loads(text)
    if tuple(fitted["weights"]) != FEATURES:
        raise ValueError("data/weights.json was fitted for other features: train anew.")
    return Scorer(
        bias=fitted["bias"],
        weights=tuple(fitted["weights"].values()),
        threshold=fitted["threshold"],
    )

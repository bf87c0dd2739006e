"""Fit the weights of same-matter scores and measure them honestly.

    python -m bench.train_matching QUESTIONS.jsonl [MORE.jsonl …] [--write]

The first file is the one that counts; questions of the others, and invented ones that differ by
place, number, spelling, weigh less and are never measured. Each fold holds whole groups with the
hard negatives written beside them. Every question stays in the list (as distractor) in every
fold, and a false pair counts by half for each of its questions that the fold had not trained on.
“Seed” figures choose the threshold inside the training folds. The one that ships is the lowest
that keeps the wanted precision: on questions of another hand recall falls before precision does.
"""

import argparse
import json
import platform
import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import numpy as np
from bench.synthetic_questions import questions

from doithoai.matching.features import (
    FEATURES,
    Weighing,
    features,
    frequencies,
    profile,
    shares,
    weighed,
)
from doithoai.matching.groups.linking import linked
from doithoai.matching.groups.neighbours import candidate_pairs, neighbours
from doithoai.matching.scorer import Scorer

FOLDS, SEEDS = 5, (0, 1, 2)
OWN_WEIGHS, INVENTED_WEIGHS, INVENTED = 0.3, 0.03, 400
RIDGE, STEPS = 8.0, 60
THRESHOLDS = [step / 100 for step in range(20, 71, 5)]
PRECISION_WANTED = 0.8
DATA = Path(__file__).parents[1] / "src/doithoai/matching/data"


@dataclass
class Labelled:
    """A labelled list: candidate pairs with their numbers, which are true, which are debatable.

    `weighs` is how much a pair counts in training beside one of the list that is measured.
    """

    weighs: float
    rows: list[dict]
    pairs: list[tuple[int, int]]
    numbers: np.ndarray
    same: np.ndarray
    debatable: set[frozenset[str]]

    def judged(self, one: int, other: int) -> bool:
        """Whether the pair counts: debatable ones do not."""
        return frozenset((self.rows[one]["id"], self.rows[other]["id"])) not in self.debatable

    def true_pairs(self) -> set[tuple[int, int]]:
        """All pairs of one group that count, whether or not they became candidates."""
        groups: dict[str, list[int]] = {}
        for index, row in enumerate(self.rows):
            if row["group"]:
                groups.setdefault(row["group"], []).append(index)
        pairs = (pair for members in groups.values() for pair in combinations(members, 2))
        return {pair for pair in pairs if self.judged(*pair)}


def rows_of(path: Path) -> list[dict]:
    """The labelled questions of a file, by id."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return sorted(rows, key=lambda row: row["id"])


def invented() -> list[dict]:
    """Invented questions in the form of labelled ones."""
    return [
        {"id": f"x{q.id:05}", "text": q.text, "group": f"x{q.matter}", "ambig": [], "style": ""}
        for q in questions(INVENTED, seed=1)
    ]


def labelled(rows: list[dict], elsewhere: list[dict], weighs: float) -> Labelled:
    """Labelled questions with every candidate pair worked out; the background from elsewhere."""
    profiles = [profile(row["text"]) for row in rows]
    background = shares(frequencies(profile(row["text"]) for row in elsewhere))
    weighing = Weighing(profiles, background)
    ready = [weighed(one, weighing) for one in profiles]
    pairs, numbers = [], []
    for one, other, standing in candidate_pairs(neighbours(profiles, weighing)):
        pairs.append((one, other))
        numbers.append(features(ready[one], ready[other], weighing, standing))
    same = [bool(rows[a]["group"]) and rows[a]["group"] == rows[b]["group"] for a, b in pairs]
    debatable = {frozenset((row["id"], other)) for row in rows for other in row["ambig"]}
    return Labelled(weighs, rows, pairs, np.array(numbers), np.array(same, float), debatable)


def fitted(numbers: np.ndarray, same: np.ndarray, weight: np.ndarray) -> tuple[float, np.ndarray]:
    """Bias and weights of a ridge logistic regression, by damped Newton steps."""
    mean, scale = numbers.mean(0), numbers.std(0) + 1e-9
    table = np.hstack([(numbers - mean) / scale, np.ones((len(numbers), 1))])
    ridge = np.append(np.full(len(scale), RIDGE), 1e-6)
    found = np.append(np.zeros(len(scale)), -3.0)
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-np.clip(table @ found, -20, 20)))
        slope = table.T @ (weight * (chance - same)) + ridge * found
        bend = np.maximum(weight * chance * (1 - chance), 1e-4)
        step = np.linalg.solve((table * bend[:, None]).T @ table + np.diag(ridge), slope)
        found -= step * min(1.0, 1.0 / np.abs(step).max())
        if np.abs(step).max() < 1e-7:
            break
    weights = found[:-1] / scale
    return float(found[-1] - weights @ mean), weights


def grouped(data: Labelled, bias: float, weights: np.ndarray, threshold: float) -> set:
    """Pairs that stand in one proposed group."""
    scorer = Scorer(bias, tuple(weights.tolist()), threshold)
    scores = {pair: scorer.score(n) for pair, n in zip(data.pairs, data.numbers, strict=True)}
    groups = linked(len(data.rows), scores, threshold)
    pairs = {pair for members in groups for pair in combinations(members, 2)}
    return {pair for pair in pairs if data.judged(*pair)}


def fold_of(data: Labelled, seed: int) -> np.ndarray:
    """A fold for each question; a group, its debatable and its hard negatives share one."""
    home = list(range(len(data.rows)))

    def root(one: int) -> int:
        while home[one] != one:
            one = home[one]
        return one

    for one, other in kept_together(data):
        home[root(one)] = root(other)
    roots = sorted({root(index) for index in home})
    random.Random(seed).shuffle(roots)
    place = {one: number % FOLDS for number, one in enumerate(roots)}
    return np.array([place[root(index)] for index in range(len(home))])


def kept_together(data: Labelled) -> Iterator[tuple[int, int]]:
    """Pairs of questions that must not be parted by folds."""
    index = {row["id"]: number for number, row in enumerate(data.rows)}
    yield from sorted(data.true_pairs())
    for one, other in sorted(map(sorted, data.debatable)):
        if one in index and other in index:
            yield index[one], index[other]
    leader = None
    for number, row in enumerate(data.rows):
        if row["group"] and row["style"] != "hardneg":
            leader = number
        elif row["style"] == "hardneg" and leader is not None:
            yield number, leader


def figures(found: set, true: set, share) -> tuple[float, float, float]:
    """Weight of hits, of false pairs, of misses."""
    hit = sum(share(pair) for pair in found & true)
    return hit, sum(share(p) for p in found - true), sum(share(p) for p in true - found)


def rates(hit: float, false: float, missed: float) -> tuple[float, float, float]:
    """Precision, recall, F1."""
    precision, recall = hit / max(1e-9, hit + false), hit / max(1e-9, hit + missed)
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def training(data: Labelled, others: Sequence[Labelled], rows: np.ndarray) -> tuple:
    """Bias and weights from some of the pairs and all of the other files."""
    counted = np.array([data.judged(*pair) for pair in data.pairs]) & rows
    tables, same = [data.numbers[counted]], [data.same[counted]]
    weight = [np.ones(counted.sum())]
    for other in others:
        tables.append(other.numbers)
        same.append(other.same)
        weight.append(np.full(len(other.same), other.weighs))
    return fitted(np.vstack(tables), np.concatenate(same), np.concatenate(weight))


def best_threshold(data: Labelled, bias: float, weights: np.ndarray, known: np.ndarray) -> float:
    """The threshold with the best F1 on training questions, precision as wanted where it can be."""
    true = {pair for pair in data.true_pairs() if known[list(pair)].all()}

    def worth(threshold: float) -> tuple[bool, float]:
        found = grouped(data, bias, weights, threshold)
        inside = {pair for pair in found if known[list(pair)].all()}
        precision, _, f1 = rates(*figures(inside, true, lambda pair: 1))
        return precision >= PRECISION_WANTED, f1

    return max(THRESHOLDS, key=worth)


def cross_validated(data: Labelled, others: Sequence[Labelled], seed: int) -> dict:
    """Hits, false pairs, misses over the folds: at each threshold, and (None) each fold's own."""
    fold = fold_of(data, seed)
    ends = np.array(data.pairs)
    true = data.true_pairs()
    sums = {threshold: np.zeros(3) for threshold in (None, *THRESHOLDS)}
    for held in range(FOLDS):
        known = fold != held
        bias, weights = training(data, others, known[ends].all(1))
        own = best_threshold(data, bias, weights, known)
        for threshold in THRESHOLDS:
            found = grouped(data, bias, weights, threshold)
            counted = np.array(
                figures(found, true, lambda p, known=known: 1 - known[list(p)].mean())
            )
            sums[threshold] += counted
            if threshold == own:
                sums[None] += counted
    return sums


def report(data: Labelled, others: Sequence[Labelled]) -> tuple[float, np.ndarray, float]:
    """Print the figures; the weights from everything, the lowest threshold precise enough."""
    print(f"{platform.machine()} {platform.python_version()} {len(data.rows)} questions")
    runs = [cross_validated(data, others, seed) for seed in SEEDS]
    for seed, sums in zip(SEEDS, runs, strict=True):
        told = rates(*sums[None])
        print("cross-validated, seed {}: P {:.3f} R {:.3f} F1 {:.3f}".format(seed, *told))
    curve = {at: rates(*sum(sums[at] for sums in runs)) for at in THRESHOLDS}
    for at, told in curve.items():
        print("cross-validated, threshold {:.2f}: P {:.3f} R {:.3f} F1 {:.3f}".format(at, *told))
    threshold = min(at for at in THRESHOLDS if curve[at][0] >= PRECISION_WANTED)
    everything = np.ones(len(data.pairs), bool)
    bias, weights = training(data, others, everything)
    for part in (data, *others):
        found = rates(
            *figures(grouped(part, bias, weights, threshold), part.true_pairs(), lambda _: 1)
        )
        print("trained on (not a measure): P {:.3f} R {:.3f} F1 {:.3f}".format(*found))
    for other in others:
        alone = fitted(other.numbers, other.same, np.ones(len(other.same)))
        found = rates(*figures(grouped(data, *alone, 0.5), data.true_pairs(), lambda _: 1))
        print("trained on the other file only: P {:.3f} R {:.3f} F1 {:.3f}".format(*found))
    return bias, weights, threshold


def main() -> None:
    """Measure; with --write also put the background frequencies and the weights where they ship."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    begun = time.perf_counter()
    files = [rows_of(path) for path in options.files]
    sets = [
        labelled(rows, sum((its for its in files if its is not rows), []), OWN_WEIGHS)
        for rows in files
    ]
    sets.append(labelled(invented(), sum(files, []), INVENTED_WEIGHS))
    print(
        f"features of {sum(len(s.pairs) for s in sets)} pairs: {time.perf_counter() - begun:.1f} s"
    )
    bias, weights, threshold = report(sets[0], sets[1:])
    if options.write:
        table = frequencies(profile(row["text"]) for rows in files for row in rows)
        (DATA / "frequencies.tsv").write_text(table, encoding="utf-8")
        fitted_weights = dict(zip(FEATURES, np.round(weights, 5).tolist(), strict=True))
        shipped = {"bias": round(bias, 5), "threshold": threshold, "weights": fitted_weights}
        (DATA / "weights.json").write_text(json.dumps(shipped, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

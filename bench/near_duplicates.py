"""Near-duplicates found by us and by four libraries: `python -m bench.near_duplicates`.

One load a size, from a seed, of phrases that tuned nothing of ours. Each method runs alone in a
process of its own on one core. The libraries read the words as we normalise them (no diacritics,
abbreviations spelled out, formulas left out) and their times begin there; ours begin at the text
as it was typed. Their thresholds are the best for the matters of even number; everyone's F1 is
that of pairs among the odd. A library that would take more than ten minutes at a size, by its
growth so far or by the square, is not run: its time is worked out and marked ≈.
The libraries live in an environment of their own under `var/`, made when it is missing.
"""

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass
from math import log
from pathlib import Path

import numpy as np
from bench.plots import draw
from bench.synthetic_questions import MEASURED, questions

from doithoai.matching.terms import content
from doithoai.matching.words import normalise

HOUSE = Path(__file__).parents[1]
PEERS = HOUSE / "var" / "bench-peers"
PACKAGES = ("scikit-learn", "sparse_dot_topn", "datasketch", "rapidfuzz")
METHODS = {
    "ours": "Đối Thoại",
    "with_rapidfuzz": "rapidfuzz cdist",
    "with_sklearn": "scikit-learn, nearest neighbours",
    "with_sparse_dot_topn": "sparse_dot_topn",
    "with_datasketch": "datasketch MinHashLSH",
}
PATIENCE = 600


@dataclass(frozen=True, slots=True)
class Result:
    """What one method did at one size; without quality when its time was only worked out.

    `seconds` are those a core worked: what a quiet machine takes; `waited` those that passed.
    """

    method: str
    size: int
    seconds: float
    waited: float = 0.0
    memory: float = 0.0
    precision: float = 0.0
    recall: float = 0.0
    threshold: float = 0.0
    was_run: bool = True

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def main() -> None:
    """Run what is asked for, print a table, draw it."""
    asked = argparse.ArgumentParser()
    asked.add_argument("--sizes", type=int, nargs="+", default=[1_000, 10_000, 100_000])
    asked.add_argument("--methods", nargs="+", choices=METHODS, default=list(METHODS))
    asked.add_argument("--seed", type=int, default=11)
    asked.add_argument("--core", type=int, default=0, help="the core every method runs on")
    asked.add_argument("--plot", type=Path, metavar="FILE.svg")
    options = asked.parse_args()
    cores, load = os.cpu_count(), os.getloadavg()[0]
    print(
        f"{platform.machine()}, {cores} cores, load {load:.1f}, Python {platform.python_version()}"
    )
    if set(options.methods) != {"ours"}:
        make_environment()
    results: list[Result] = []
    with tempfile.TemporaryDirectory() as folder:
        for size in options.sizes:
            load_file, matters = write_load(Path(folder), size, options.seed)
            for method in options.methods:
                before = of(method, results)
                results.append(measured(method, load_file, matters, before, options.core))
                show(results[-1])
                if options.plot:
                    draw(options.plot, {METHODS[name]: of(name, results) for name in METHODS})
    for method in options.methods:
        show_growth(of(method, results))


def of(method: str, results: list[Result]) -> list[Result]:
    """A method's results, smallest first."""
    return [one for one in results if one.method == method]


def make_environment() -> None:
    """The libraries, unless they are there."""
    if not (PEERS / "bin" / "python").exists():
        subprocess.run([sys.executable, "-m", "venv", str(PEERS)], check=True)
        subprocess.run([PEERS / "bin" / "pip", "install", "--quiet", *PACKAGES], check=True)
    code = "from importlib.metadata import version; import sys\n"
    code += "print(', '.join(f'{name} {version(name)}' for name in sys.argv[1:]))"
    subprocess.run([PEERS / "bin" / "python", "-c", code, *PACKAGES], check=True)


def write_load(folder: Path, size: int, seed: int) -> tuple[Path, np.ndarray]:
    """A file of questions, as typed and as normalised; the matter of each."""
    file = folder / f"{size}.jsonl"
    made = questions(size, seed=seed, half=MEASURED)
    with file.open("w", encoding="utf-8") as lines:
        for one in made:
            words = " ".join(content(normalise(one.text)))
            lines.write(json.dumps({"text": one.text, "words": words}) + "\n")
    matters = np.array([one.matter for one in made])
    pairs = sum(count * (count - 1) // 2 for count in Counter(matters.tolist()).values())
    print(f"\n{size:,} questions, {len(set(matters.tolist())):,} matters, {pairs:,} pairs")
    print(f"{'method':34}{'s of CPU':>9}{'passed':>9}{'MB':>7}{'P':>7}{'R':>7}{'F1':>7}{'from':>6}")
    return file, matters


def measured(
    method: str, load: Path, matters: np.ndarray, before: list[Result], core: int
) -> Result:
    """One method on one load, or its time worked out."""
    size = len(matters)
    guess = expected(before, size)
    if method != "ours" and guess > PATIENCE:
        return Result(method, size, guess, was_run=False)
    own = sys.executable if method == "ours" else str(PEERS / "bin" / "python")
    found = load.with_suffix(".npz")
    environment = {**os.environ, "PYTHONPATH": str(HOUSE)}
    environment |= {f"{name}_NUM_THREADS": "1" for name in ("OMP", "OPENBLAS", "MKL")}
    command = ["taskset", "-c", str(core), own, "-m", f"bench.peers.{method}", load, found]
    done = subprocess.run(command, env=environment, check=True, capture_output=True, cwd=HOUSE)
    told = json.loads(done.stdout)
    with np.load(found) as pairs:
        precision, recall, threshold = quality(pairs, matters)
    return Result(
        method, size, told["cpu"], told["seconds"], told["memory"], precision, recall, threshold
    )


def expected(before: list[Result], size: int) -> float:
    """Seconds a method would take, by its growth between the last two sizes, or by the square."""
    if not before:
        return 0.0
    last = before[-1]
    power = 2.0
    if len(before) > 1 and before[-2].seconds > 1:
        power = log(last.seconds / before[-2].seconds) / log(last.size / before[-2].size)
    return last.seconds * (size / last.size) ** power


def quality(pairs: dict[str, np.ndarray], matters: np.ndarray) -> tuple[float, float, float]:
    """Precision and recall among the odd matters at the threshold best for the even ones."""
    left, right, score = matters[pairs["left"]], matters[pairs["right"]], pairs["score"]
    sides = []
    for side in (0, 1):
        here = (left % 2 == side) & (right % 2 == side)
        counts = np.unique(matters[matters % 2 == side], return_counts=True)[1]
        sides.append((score[here], (left == right)[here], int((counts * (counts - 1) // 2).sum())))
    best = max(np.unique(np.floor(score)), key=lambda at: f1(*at_least(at, *sides[0])), default=0)
    return *at_least(best, *sides[1]), float(best)


def at_least(
    threshold: float, score: np.ndarray, is_true: np.ndarray, total: int
) -> tuple[float, float]:
    """Precision and recall of the pairs of at least a score."""
    taken = score >= threshold
    right = int((taken & is_true).sum())
    return right / max(int(taken.sum()), 1), right / max(total, 1)


def f1(precision: float, recall: float) -> float:
    """The harmonic mean of both."""
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def show(one: Result) -> None:
    """One line of the table."""
    name = f"{METHODS[one.method]:34}"
    if not one.was_run:
        print(f"{name}{'≈ ' + format(one.seconds, ',.0f'):>9}   not run", flush=True)
        return
    print(
        f"{name}{one.seconds:9.2f}{one.waited:9.2f}{one.memory:7.0f}"
        f"{one.precision:7.3f}{one.recall:7.3f}{one.f1:7.3f}{one.threshold:6.0f}",
        flush=True,
    )


def show_growth(results: list[Result]) -> None:
    """How many times longer each tenfold takes."""
    steps = [
        f"{one.size:,} to {other.size:,} {other.seconds / one.seconds:.1f} times the work"
        for one, other in zip(results, results[1:], strict=False)
        if other.was_run
    ]
    if steps:
        print(f"{METHODS[results[0].method]}: {'; '.join(steps)}")


if __name__ == "__main__":
    main()

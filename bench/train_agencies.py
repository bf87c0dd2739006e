"""What agency proposals are worth, and the model that ships.

Run as `python bench/train_agencies.py LABELLED.jsonl… [--hold-out OTHER.jsonl] [--write]`. Each
line is {"id", "text", "agency", "group"}; questions of one group stay on one side of every cut.
Printed: the machine, mandates alone, five folds with what was learned, few examples an agency, and
the hold-out, on which nothing is trained. `--write` trains on all labelled files and keeps that.

Training leaves out every fourth phrase of the mandates: they were mended with some of these very
questions in view, and a model that saw them whole would trust them more than new questions allow.
"""

import argparse
import json
import os
import platform
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from doithoai.matching.agencies import NAMES, Mandate, Mandates, Model, named_mandates
from doithoai.matching.agencies.learning import learn
from doithoai.matching.words import Words, normalise

FOLDS = 5
FEW = (5, 10, 20, 40)
KEPT = Path(__file__).parents[1] / "src/doithoai/matching/data/agency_model.json"
KEYS = {name: key for key, name in NAMES.items()}


@dataclass(frozen=True)
class Labelled:
    """A question whose agency a person named."""

    words: Words
    agency: str
    group: str

    @property
    def place(self) -> int:
        """A number that is the same for all of a group, and for every run."""
        return number_of(self.group)


def number_of(text: str) -> int:
    """A number that is the same for a text in every run."""
    return int.from_bytes(sha256(text.encode()).digest()[:8])


def main() -> None:
    """Measure, and keep a model when asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("labelled", nargs="+", type=Path)
    parser.add_argument("--hold-out", type=Path)
    parser.add_argument("--write", action="store_true")
    asked = parser.parse_args()
    print(f"{platform.platform()}, {os.cpu_count()} CPU, Python {platform.python_version()}")
    mandates = Mandates.of(named_mandates())
    questions = [q for path in asked.labelled for q in read(path)]
    print(f"{len(questions)} questions; {'':24}{'top-1':>8}{'top-3':>8}")
    show("mandates alone", hits(questions, by_mandate(mandates)))
    show(f"{FOLDS} folds", crossed(questions, mandates))
    for few in FEW:
        show(f"{few} examples an agency", crossed(questions, mandates, few))
    started = time.perf_counter()
    model = learned(questions)
    print(f"trained on all in {time.perf_counter() - started:.1f} s")
    if asked.hold_out:
        others = list(read(asked.hold_out))
        show(f"hold-out ({len(others)}), mandates", hits(others, by_mandate(mandates)))
        show(f"hold-out ({len(others)}), learned", hits(others, by_model(model, mandates)))
    if asked.write:
        KEPT.write_text(json.dumps(model.as_json(), ensure_ascii=False, separators=(",", ":")))
        print(f"{KEPT.name}: {KEPT.stat().st_size / 1000:.0f} KB")


def read(path: Path) -> Iterator[Labelled]:
    """The labelled questions of a file; one without a label or a known agency is left out."""
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row.get("agency") in KEYS:
            group = row.get("group") or row["id"]
            yield Labelled(normalise(row["text"]), KEYS[row["agency"]], group)


def thinned() -> Mandates:
    """The shipped mandates without every fourth phrase, the same ones in every run."""
    return Mandates.of(
        Mandate(mandate.agency, tuple(p for p in mandate.phrases if number_of(p.text) % 4))
        for mandate in named_mandates()
    )


def learned(questions: Iterable[Labelled]) -> Model:
    """The model these questions teach."""
    return learn([(question.words, question.agency) for question in questions], thinned())


Judge = Callable[[Words], list[float]]
Hits = list[tuple[bool, bool]]


def by_mandate(mandates: Mandates) -> Judge:
    """Scores of agencies by their mandates alone."""
    return lambda words: [evidence.score for evidence in mandates.evidence(words)]


def by_model(model: Model, mandates: Mandates) -> Judge:
    """Scores of agencies by mandates and what was learned."""
    return lambda words: model.probabilities(mandates.agencies, mandates.evidence(words), words)


def hits(questions: Iterable[Labelled], judge: Judge) -> Hits:
    """For each question whether its agency came first, and among the first three."""
    agencies = Mandates.of(named_mandates()).agencies
    found = []
    for question in questions:
        scores = judge(question.words)
        ranked = sorted(range(len(scores)), key=lambda number: -scores[number])
        first = [agencies[number] for number in ranked[:3] if scores[number] > 0]
        found.append((question.agency in first[:1], question.agency in first))
    return found


def crossed(questions: list[Labelled], mandates: Mandates, few: int | None = None) -> Hits:
    """Hits on each fold by what the others taught, of each agency at most `few` of them."""
    found: Hits = []
    for fold in range(FOLDS):
        others = [q for q in questions if q.place % FOLDS != fold]
        model = learned(others if few is None else at_most(few, others))
        mine = [q for q in questions if q.place % FOLDS == fold]
        found += hits(mine, by_model(model, mandates))
    return found


def at_most(few: int, questions: list[Labelled]) -> list[Labelled]:
    """Some questions of each agency, whole groups first come first served."""
    taken = defaultdict(list)
    for question in sorted(questions, key=lambda q: (q.place, q.words.fold)):
        taken[question.agency].append(question)
    return [question for kept in taken.values() for question in kept[:few]]


def show(name: str, found: Hits) -> None:
    """One line of figures."""
    first, three = (sum(column) / len(found) for column in zip(*found, strict=True))
    print(f"{name:38}{first:8.3f}{three:8.3f}", flush=True)


if __name__ == "__main__":
    main()

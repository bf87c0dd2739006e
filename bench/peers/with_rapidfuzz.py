"""rapidfuzz: token_set_ratio of each with each."""

import numpy as np
from bench.peers.process import Pairs, run, upper
from rapidfuzz import fuzz, process

LEAST = 75
ROWS = 500


def find(texts: list[str]) -> Pairs:
    """Pairs of at least LEAST."""
    found: list[Pairs] = []
    for start in range(0, len(texts), ROWS):
        scores = process.cdist(
            texts[start : start + ROWS],
            texts[start:],
            scorer=fuzz.token_set_ratio,
            score_cutoff=LEAST,
            dtype=np.uint8,
            workers=1,
        )
        row, column = np.nonzero(scores)
        found.append(upper(row + start, column + start, scores[row, column].astype(np.float32)))
    return tuple(np.concatenate(part) for part in zip(*found, strict=True))


if __name__ == "__main__":
    run(find)

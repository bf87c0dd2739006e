"""What every method's process does the same way: read, time, tell."""

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np

Pairs = tuple[np.ndarray, np.ndarray, np.ndarray]
"""First and second of each pair, and its score from 0 to 100."""


def run(find: Callable[[list[str]], Pairs], column: str = "words") -> None:
    """Read the load named first, find pairs, write them to the file named second; print figures."""
    load, found = Path(sys.argv[1]), Path(sys.argv[2])
    with load.open(encoding="utf-8") as lines:
        texts = [json.loads(line)[column] for line in lines]
    before = highest_memory()
    begun = time.perf_counter()
    worked = time.process_time()
    left, right, score = find(texts)
    figures = {
        "seconds": time.perf_counter() - begun,
        "cpu": time.process_time() - worked,
        "memory": highest_memory(),
        "before": before,
    }
    np.savez(found, left=left.astype(np.int32), right=right.astype(np.int32), score=score)
    print(json.dumps(figures))


def highest_memory() -> float:
    """The most memory this process has held, in MB."""
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmHWM"):
            return int(line.split()[1]) / 1024
    return 0.0


def upper(left: np.ndarray, right: np.ndarray, score: np.ndarray) -> Pairs:
    """Each pair once, the smaller number first."""
    kept = left < right
    return left[kept], right[kept], score[kept]

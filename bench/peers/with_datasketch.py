"""datasketch: MinHash of words and pairs of words, LSH at 0.5."""

import numpy as np
from bench.peers.process import Pairs, run
from datasketch import MinHash, MinHashLSH

PERMUTATIONS = 128
LEAST = 0.5


def find(texts: list[str]) -> Pairs:
    """Pairs that meet in a bucket, by the likeness their hashes tell."""
    search = MinHashLSH(threshold=LEAST, num_perm=PERMUTATIONS)
    hashes = MinHash.bulk([shingles(text) for text in texts], num_perm=PERMUTATIONS)
    pairs: list[tuple[int, int, float]] = []
    for at, one in enumerate(hashes):
        for met in search.query(one):
            pairs.append((met, at, 100 * one.jaccard(hashes[met])))
        search.insert(at, one)
    left, right, score = zip(*pairs, strict=True) if pairs else ((), (), ())
    return np.array(left), np.array(right), np.array(score, np.float32)


def shingles(text: str) -> list[bytes]:
    """Words, and pairs of words."""
    words = text.split()
    return [word.encode() for word in words] + [
        f"{one} {other}".encode() for one, other in zip(words, words[1:], strict=False)
    ]


if __name__ == "__main__":
    run(find)

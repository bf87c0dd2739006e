"""sparse_dot_topn: TF-IDF of words and pairs of words, the thirty best products."""

import numpy as np
from bench.peers.process import Pairs, run, upper
from sklearn.feature_extraction.text import TfidfVectorizer
from sparse_dot_topn import sp_matmul_topn

BEST = 30
LEAST = 0.4


def find(texts: list[str]) -> Pairs:
    """Pairs of at least LEAST."""
    vectors = TfidfVectorizer(ngram_range=(1, 2), token_pattern=r"\S+", dtype=np.float32)
    rows = vectors.fit_transform(texts)
    best = sp_matmul_topn(rows, rows.T.tocsr(), top_n=BEST, threshold=LEAST, n_threads=1).tocoo()
    return upper(best.row, best.col, 100 * best.data)


if __name__ == "__main__":
    run(find)

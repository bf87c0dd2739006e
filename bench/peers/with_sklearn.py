"""scikit-learn: TF-IDF of letters (3 to 5), the nearest thirty by cosine."""

import numpy as np
from bench.peers.process import Pairs, run, upper
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.neighbors import NearestNeighbors

NEAREST = 30


def find(texts: list[str]) -> Pairs:
    """Pairs of neighbours."""
    vectors = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), dtype=np.float32)
    rows = vectors.fit_transform(texts)
    search = NearestNeighbors(n_neighbors=min(NEAREST, len(texts)), metric="cosine", n_jobs=1)
    far, near = search.fit(rows).kneighbors(rows)
    left = np.repeat(np.arange(len(texts)), near.shape[1])
    return upper(left, near.ravel(), (100 * (1 - far)).ravel().astype(np.float32))


if __name__ == "__main__":
    run(find)

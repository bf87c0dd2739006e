"""Which learned words mean something to an official when they stand alone as a reason."""

from functools import cache

from doithoai.matching.features import Weighing
from doithoai.matching.lexicon import shipped_lexicon
from doithoai.matching.words import folded

_RARE = 1.1
"""A pair of less weight, of two at most, is in questions about anything."""


def is_telling(term: str, *, marked: bool) -> bool:
    """Whether a folded pair of words names a matter.

    “vay vốn” does, for it stands in the field of an agency, and “vòi chảy”, for both are rare;
    “ở đâu” asks, a word alone may be of anything. Where the writer left diacritics out (not
    `marked`), “trưởng phụ” may be no word: only what stands in a field is told.
    """
    words = term.split()
    if len(words) == 1 or term in _asked():
        return False
    return term in _fields() or (marked and sum(map(_weighing().of, words)) >= _RARE)


@cache
def _weighing() -> Weighing:
    return Weighing([])


@cache
def _fields() -> frozenset[str]:
    """Pairs of words that stand in the agencies' phrases."""
    phrases = [folded(phrase) for field in shipped_lexicon().topics for phrase in field.terms]
    return frozenset(
        " ".join(pair) for words in phrases for pair in zip(words, words[1:], strict=False)
    )


@cache
def _asked() -> frozenset[str]:
    """What is asked of any matter: where, how long, which papers."""
    said = [term for aspect in shipped_lexicon().aspects for term in aspect.terms]
    return frozenset(" ".join(folded(term)) for term in [*said, *shipped_lexicon().formulas])

"""A person's own name and contact hidden in what was written, besides what is always masked."""

import re
from collections.abc import Iterable

from doithoai.vietnamese.letters import fold_in_place, nfc
from doithoai.vietnamese.personal_data import mask

GONE = "•••"


def hidden_words(text: str, known: Iterable[str]) -> str:
    """Text with its personal data masked, and everything in `known` gone, however it is written.

    Case, marks and blanks do not count; what is known is a full name, a telephone or an address.
    """
    text = nfc(text)
    for one in sorted({*known} - {""}, key=len, reverse=True):
        pattern = _any_way(one)
        spans = [found.span() for found in pattern.finditer(fold_in_place(text).lower())]
        for start, end in reversed(spans):
            text = text[:start] + GONE + text[end:]
    return mask(text)


def _any_way(known: str) -> re.Pattern[str]:
    words = fold_in_place(nfc(known)).lower().split()
    written = r"\s+".join(map(re.escape, words))
    return re.compile(rf"(?<!\w){written}(?!\w)")

"""A question as words that can be compared, however it was typed."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from weakref import WeakKeyDictionary

from doithoai.matching.lexicon import Lexicon, shipped_lexicon
from doithoai.vietnamese.letters import canonical_tone, fold, has_diacritics

NORM_VERSION = 1
"""Raised whenever `normalise` changes its answer for any text: what was stored is worked anew."""

_LONGEST_TOKEN = 64
_NEAR = 3
_UNSEEN = "\u0300-\u036f\u00ad\u200b-\u200f\u2060\ufeff"
_TOKEN = re.compile(
    # 3.500, 1,5, 100.000.000 are one number each; a letter may follow at once (4k, 35m2).
    rf"(?<![^\W_])\d{{1,3}}(?:\.\d{{3}})+(?!\d)|(?:[^\W_]|[{_UNSEEN}])+"
)
_PIECE = re.compile(r"\d+|[^\W\d_]+")
_VOWEL = re.compile("[aeiouy]")
# One way to write final i and y where writers differ and nothing else is meant.
_I_OR_Y = {"ki": "ky", "li": "ly", "mi": "my", "ti": "ty", "hi": "hy", "sy": "si", "qui": "quy"}
_AFTER_NUMBER = {"k": "nghìn", "tr": "triệu", "h": "giờ", "t": "tháng"}


@dataclass(frozen=True, slots=True)
class Words:
    """A text's words, abbreviations spelled out; the four tuples run side by side.

    `exact` holds lower-case syllables with the tone mark in its one place, `fold` the same as
    ASCII, `spans` where in the text each came from (start, end), `formula` whether it belongs to
    a phrase that says nothing of the matter. `marked` says whether the writer used diacritics.
    """

    exact: tuple[str, ...]
    fold: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]
    formula: tuple[bool, ...]
    marked: bool


def normalise(text: str, lexicon: Lexicon | None = None) -> Words:
    """The words of a text, by the lexicon that ships with the house unless another is given."""
    known = _phrases_of(lexicon or shipped_lexicon())
    tokens = _tokens(text)
    marked = any(token.marked for token, _ in tokens)
    exact, folded, spans = known.expanded(_pieces(tokens))
    return Words(exact, folded, spans, known.formula(folded), marked)


def folded(phrase: str) -> tuple[str, ...]:
    """The folded words of a phrase of a lexicon, nothing spelled out."""
    return tuple(piece.fold for piece in _pieces(_tokens(phrase)))


@dataclass(frozen=True, slots=True)
class _Token:
    """A run of letters and digits as typed: its pieces in both forms."""

    exact: tuple[str, ...]
    fold: tuple[str, ...]
    marked: bool
    upper: bool


@dataclass(frozen=True, slots=True)
class _Piece:
    """One word of a text before abbreviations are spelled out."""

    exact: str
    fold: str
    plain: bool
    upper: bool
    span: tuple[int, int]


def _tokens(text: str) -> list[tuple[_Token, tuple[int, int]]]:
    return [(_token(match[0][:_LONGEST_TOKEN]), match.span()) for match in _TOKEN.finditer(text)]


@lru_cache(maxsize=65536)
def _token(raw: str) -> _Token:
    if raw[0].isdigit() and "." in raw:
        number = raw.replace(".", "")
        return _Token((number,), (number,), False, False)
    exact = canonical_tone(raw).lower()
    pieces = tuple(unicodedata.normalize("NFC", piece) for piece in _PIECE.findall(exact))
    if len(pieces) > 1:
        pieces = (pieces[0], *map(_unit_after_number, pieces, pieces[1:]))
    return _Token(
        exact=pieces,
        fold=tuple(map(_folded_piece, pieces)),
        marked=has_diacritics(raw),
        upper=raw[:1].isupper() and raw == raw.upper(),
    )


def _unit_after_number(before: str, piece: str) -> str:
    return _AFTER_NUMBER.get(piece, piece) if before.isdigit() else piece


def _folded_piece(piece: str) -> str:
    plain = fold(piece)
    return _I_OR_Y.get(plain, plain)


def _pieces(tokens: list[tuple[_Token, tuple[int, int]]]) -> list[_Piece]:
    return [
        _Piece(exact, plain, exact.replace("đ", "d") == plain, token.upper, span)
        for token, span in tokens
        for exact, plain in zip(token.exact, token.fold, strict=True)
    ]


@dataclass(frozen=True, slots=True)
class _Expansion:
    """What one row of the abbreviations does to the words that stand in a text."""

    rest: tuple[str, ...]
    exact: tuple[str, ...]
    fold: tuple[str, ...]
    near: tuple[tuple[str, ...], ...]
    only_upper: bool


@dataclass(slots=True)
class _Phrases:
    """A lexicon made ready: what may begin at each word."""

    expansions: dict[str, list[_Expansion]] = field(default_factory=dict)
    formulas: dict[str, list[tuple[str, ...]]] = field(default_factory=dict)

    def expanded(
        self, pieces: list[_Piece]
    ) -> tuple[tuple[str, ...], tuple[str, ...], tuple[tuple[int, int], ...]]:
        exact: list[str] = []
        plain: list[str] = []
        spans: list[tuple[int, int]] = []
        at = 0
        while at < len(pieces):
            piece = pieces[at]
            use = self._expansion(pieces, at) if piece.fold in self.expansions else None
            if use is None:
                exact.append(piece.exact)
                plain.append(piece.fold)
                spans.append(piece.span)
                at += 1
                continue
            last = at + len(use.rest)
            exact += use.exact
            plain += use.fold
            spans += [(piece.span[0], pieces[last].span[1])] * len(use.fold)
            at = last + 1
        return tuple(exact), tuple(plain), tuple(spans)

    def _expansion(self, pieces: list[_Piece], at: int) -> _Expansion | None:
        for use in self.expansions[pieces[at].fold]:
            end = at + 1 + len(use.rest)
            said = pieces[at:end]
            if (
                tuple(piece.fold for piece in said[1:]) == use.rest
                and all(piece.plain for piece in said)
                and (not use.only_upper or all(piece.upper for piece in said))
                and (not use.near or _stands_near(pieces, at, end, use.near))
            ):
                return use
        return None

    def formula(self, plain: tuple[str, ...]) -> tuple[bool, ...]:
        """For each word, whether a formula runs over it."""
        within = [False] * len(plain)
        for at, word in enumerate(plain):
            for phrase in self.formulas.get(word, ()):
                end = at + len(phrase)
                if plain[at:end] == phrase:
                    within[at:end] = [True] * len(phrase)
                    break
        return tuple(within)


def _stands_near(
    pieces: list[_Piece], at: int, end: int, near: tuple[tuple[str, ...], ...]
) -> bool:
    before = " ".join(piece.fold for piece in pieces[max(0, at - _NEAR) : at])
    after = " ".join(piece.fold for piece in pieces[end : end + _NEAR])
    around = f" {before} | {after} "
    return any(f" {' '.join(phrase)} " in around for phrase in near)


_READY: WeakKeyDictionary[Lexicon, _Phrases] = WeakKeyDictionary()


def _phrases_of(lexicon: Lexicon) -> _Phrases:
    ready = _READY.get(lexicon)
    if ready is None:
        ready = _READY[lexicon] = _made_ready(lexicon)
    return ready


def _made_ready(lexicon: Lexicon) -> _Phrases:
    ready = _Phrases()
    for entry in lexicon.abbreviations:
        short = _pieces(_tokens(entry.short))
        full = _pieces(_tokens(entry.full))
        if short and full:
            plain = tuple(piece.fold for piece in short)
            use = _Expansion(
                rest=plain[1:],
                exact=tuple(piece.exact for piece in full),
                fold=tuple(piece.fold for piece in full),
                near=tuple(filter(None, map(folded, entry.near))),
                only_upper=_may_be_a_word(entry.short, plain),
            )
            ready.expansions.setdefault(plain[0], []).append(use)
    for uses in ready.expansions.values():
        uses.sort(key=lambda use: (-len(use.rest), not use.near))
    _index_phrases(ready.formulas, lexicon.formulas)
    return ready


def _index_phrases(index: dict[str, list[tuple[str, ...]]], phrases: Iterable[str]) -> None:
    for phrase in dict.fromkeys(map(folded, phrases)):
        if phrase:
            index.setdefault(phrase[0], []).append(phrase)
    for starts in index.values():
        starts.sort(key=len, reverse=True)


def _may_be_a_word(short: str, plain: tuple[str, ...]) -> bool:
    """Whether a short form in capitals, folded, could be an ordinary syllable (HU, TU, BAN)."""
    letters = "".join(plain)
    return short == short.upper() and bool(_VOWEL.search(letters)) and len(letters) <= 3

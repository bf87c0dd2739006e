"""A question as words that can be compared, however it was typed."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from weakref import WeakKeyDictionary

from doithoai.matching.lexicon import Lexicon, shipped_lexicon
from doithoai.matching.phrases import Phrases
from doithoai.vietnamese.letters import canonical_tone, fold

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
    known = _ready(lexicon or shipped_lexicon())
    pieces, places = _pieces(text)
    exact, plain, spans = known.expanded(pieces, places)
    marked = any(piece.marked for piece in pieces)
    return Words(exact, plain, spans, known.formula(exact, plain, marked), marked)


def folded(phrase: str) -> tuple[str, ...]:
    """The folded words of a phrase of a lexicon, nothing spelled out."""
    return _folded(_pieces(phrase)[0])


@dataclass(frozen=True, slots=True)
class _Piece:
    """One word as typed: its two forms, whether it is more than ASCII and đ, or in capitals."""

    exact: str
    fold: str
    plain: bool
    upper: bool
    marked: bool


_Span = tuple[int, int]


def _pieces(text: str) -> tuple[list[_Piece], list[_Span]]:
    pieces: list[_Piece] = []
    places: list[_Span] = []
    for match in _TOKEN.finditer(text):
        found = _token(match[0][:_LONGEST_TOKEN])
        pieces += found
        places += [match.span()] * len(found)
    return pieces, places


@lru_cache(maxsize=65536)
def _token(raw: str) -> tuple[_Piece, ...]:
    """The words of a run of letters and digits; grouped digits are one number."""
    if raw[0].isdigit() and "." in raw:
        number = raw.replace(".", "")
        return (_Piece(number, number, plain=True, upper=False, marked=False),)
    written = [unicodedata.normalize("NFC", piece) for piece in _PIECE.findall(canonical_tone(raw))]
    lower = [piece.lower() for piece in written]
    lower[1:] = map(_unit_after_number, lower, lower[1:])
    return tuple(map(_piece, written, lower))


def _unit_after_number(before: str, piece: str) -> str:
    return _AFTER_NUMBER.get(piece, piece) if before.isdigit() else piece


def _piece(written: str, exact: str) -> _Piece:
    stripped = fold(exact)
    return _Piece(
        exact,
        _I_OR_Y.get(stripped, stripped),
        plain=exact.replace("đ", "d") == stripped,
        upper=written == written.upper(),
        marked=exact != stripped,
    )


@dataclass(frozen=True, slots=True)
class _Expansion:
    """What one row of the abbreviations does to the words that stand in a text."""

    rest: tuple[str, ...]
    exact: tuple[str, ...]
    fold: tuple[str, ...]
    near: tuple[tuple[str, ...], ...]
    only_upper: bool


@dataclass(slots=True)
class _Ready:
    """A lexicon made ready: what may begin at each word."""

    expansions: dict[str, list[_Expansion]]
    formulas: Phrases[None]

    def expanded(
        self, pieces: list[_Piece], places: list[_Span]
    ) -> tuple[tuple[str, ...], tuple[str, ...], tuple[_Span, ...]]:
        """Both forms of the words and their places, every abbreviation spelled out."""
        exact: list[str] = []
        plain: list[str] = []
        spans: list[_Span] = []
        at = 0
        while at < len(pieces):
            piece = pieces[at]
            use = self._expansion(pieces, at) if piece.fold in self.expansions else None
            if use is None:
                exact.append(piece.exact)
                plain.append(piece.fold)
                spans.append(places[at])
                at += 1
                continue
            last = at + len(use.rest)
            exact += use.exact
            plain += use.fold
            spans += [(places[at][0], places[last][1])] * len(use.fold)
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

    def formula(
        self, exact: tuple[str, ...], plain: tuple[str, ...], marked: bool
    ) -> tuple[bool, ...]:
        """For each word, whether a formula runs over it."""
        within = [False] * len(plain)
        for found in self.formulas.find(exact, plain, marked):
            within[found.start : found.end] = [True] * (found.end - found.start)
        return tuple(within)


def _stands_near(
    pieces: list[_Piece], at: int, end: int, near: tuple[tuple[str, ...], ...]
) -> bool:
    before = " ".join(piece.fold for piece in pieces[max(0, at - _NEAR) : at])
    after = " ".join(piece.fold for piece in pieces[end : end + _NEAR])
    around = f" {before} | {after} "
    return any(f" {' '.join(phrase)} " in around for phrase in near)


_READY: WeakKeyDictionary[Lexicon, _Ready] = WeakKeyDictionary()


def _ready(lexicon: Lexicon) -> _Ready:
    ready = _READY.get(lexicon)
    if ready is None:
        formulas = (_pieces(phrase)[0] for phrase in lexicon.formulas)
        ready = _READY[lexicon] = _Ready(
            _expansions(lexicon),
            Phrases((_exact(pieces), _folded(pieces), None) for pieces in formulas),
        )
    return ready


def _expansions(lexicon: Lexicon) -> dict[str, list[_Expansion]]:
    """What may begin at each word: the longest first, those that need a neighbour before others."""
    expansions: dict[str, list[_Expansion]] = {}
    for entry in lexicon.abbreviations:
        short, _ = _pieces(entry.short)
        full, _ = _pieces(entry.full)
        if short and full:
            use = _Expansion(
                rest=_folded(short[1:]),
                exact=_exact(full),
                fold=_folded(full),
                near=tuple(filter(None, map(folded, entry.near))),
                only_upper=_may_be_a_word(entry.short, _folded(short)),
            )
            expansions.setdefault(short[0].fold, []).append(use)
    for uses in expansions.values():
        uses.sort(key=lambda use: (-len(use.rest), not use.near))
    return expansions


def _exact(pieces: list[_Piece]) -> tuple[str, ...]:
    return tuple(piece.exact for piece in pieces)


def _folded(pieces: list[_Piece]) -> tuple[str, ...]:
    return tuple(piece.fold for piece in pieces)


def _may_be_a_word(short: str, plain: tuple[str, ...]) -> bool:
    """Whether a short form in capitals, folded, could be an ordinary syllable (HU, TU, BAN)."""
    letters = "".join(plain)
    return short == short.upper() and bool(_VOWEL.search(letters)) and len(letters) <= 3

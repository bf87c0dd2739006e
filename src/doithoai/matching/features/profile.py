"""One question made ready to be compared: its words, bigrams, concepts, aspects, numbers, names."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar
from weakref import WeakKeyDictionary

from doithoai.matching.lexicon import Concept, Lexicon, shipped_lexicon
from doithoai.matching.phrases import Found, Phrases
from doithoai.matching.words import Words, normalise

Value = TypeVar("Value")

_PLACES = frozenset(
    re.findall(
        "[a-z]+",
        "xa phuong thon ap xom ban buon lang khom khu to huyen quan tinh tran pho duong hem ngo "
        "kiet cau cho song kenh rach suoi ho dap nui deo cong cang ben chua dinh truong tram doan",
    )
)
_BODIES = frozenset(["so", "nganh", "luat", "bo luat", "hoi lien", "nha nuoc", "quoc hoi"])
_BODIES |= frozenset(["chinh phu", "viet nam", "uy ban", "ngan hang", "trung tam", "trung uong"])
_BODIES |= frozenset(["chi cuc", "hoi dong", "cong an", "cong doan", "phu nu", "nghi dinh"])
_WIDEST_GAP = 8
_COUNTED = frozenset(
    ["ngay", "thang", "nam", "tuoi", "gio", "tieng", "phut", "dong", "nghin", "trieu", "ty", "ha"]
    + ["km", "m", "met", "lan", "nguoi", "ho", "con", "cai", "lop", "tan", "kg", "phan"]
)
_SENTENCE_ENDS = frozenset('.!?\n:"“+•')


@dataclass(frozen=True, slots=True)
class Unit:
    """A word, or a phrase of the lexicon, as one thing said: its words and what it is called."""

    words: tuple[str, ...]
    keys: frozenset[str]


@dataclass(frozen=True, slots=True)
class Profile:
    """A question's parts. Words are folded; keys name concepts and topics of the lexicon.

    `units` are the words outside formulas, phrases of the lexicon in one piece; `keys` are all
    phrases, also those inside longer ones. `exact` says how each word was written. `numbered`
    are the numbers with the word before each (quốc lộ 1 is `("lo", "1")`), `quantities` those
    that count something, with what they count (15 năm is `("nam", "15")`), `names` the words of
    each name of a place or person, as far as capitals show them, `places` those that follow what
    they are (xã, cầu), with that word first. `sides` are the terms of opposed
    pairs: the number of the pair and which side (0 or 1) is said.
    """

    words: Words
    terms: frozenset[str]
    bigrams: frozenset[tuple[str, str]]
    units: frozenset[Unit]
    keys: frozenset[str]
    fields: frozenset[tuple[str, str]]
    covers: dict[str, frozenset[str]]
    exact: dict[str, frozenset[str]]
    aspects: frozenset[str]
    aspect_words: frozenset[str]
    numbered: frozenset[tuple[str, str]]
    quantities: frozenset[tuple[str, str]]
    names: frozenset[tuple[str, ...]]
    places: frozenset[tuple[str, tuple[str, ...]]]
    sides: frozenset[tuple[int, int]]


def profile(text: str, lexicon: Lexicon | None = None) -> Profile:
    """The parts of a question that comparing looks at."""
    lexicon = lexicon or shipped_lexicon()
    ready = _ready(lexicon)
    words = normalise(text, lexicon)
    said = [i for i, formula in enumerate(words.formula) if not formula]
    names = list(_names(text, words))
    phrases = ready.concepts.find_nested(words.exact, words.fold, words.marked)
    aspects = ready.aspects.find(words.exact, words.fold, words.marked)
    topics = ready.topics.find_nested(words.exact, words.fold, words.marked)
    return Profile(
        words=words,
        terms=frozenset(words.fold[i] for i in said),
        bigrams=frozenset(
            (words.fold[i], words.fold[j]) for i, j in zip(said, said[1:], strict=False)
        ),
        units=_units(words, [*phrases, *[Found(f.start, f.end, f.value[0]) for f in topics]]),
        keys=frozenset(f.value for f in phrases) | frozenset(f.value[0] for f in topics),
        fields=frozenset(f.value for f in topics),
        covers=_covers(words, phrases),
        exact=_exact_forms(words),
        aspects=frozenset(found.value for found in aspects),
        aspect_words=frozenset(w for f in aspects for w in words.fold[f.start : f.end]),
        numbered=frozenset(_numbered(words, counting=False)),
        quantities=frozenset(_numbered(words, counting=True)),
        names=frozenset(name for before, name in names if not _is_a_body(before, name)),
        places=frozenset(_places(names)),
        sides=frozenset(
            found.value
            for found in ready.opposed.find_nested(words.exact, words.fold, words.marked)
        ),
    )


@dataclass(frozen=True, slots=True)
class _Ready:
    concepts: Phrases[str]
    aspects: Phrases[str]
    opposed: Phrases[tuple[int, int]]
    topics: Phrases[tuple[str, str]]


_READY: WeakKeyDictionary[Lexicon, _Ready] = WeakKeyDictionary()


def _ready(lexicon: Lexicon) -> _Ready:
    ready = _READY.get(lexicon)
    if ready is None:
        sides = (
            (term, (number, side))
            for number, pair in enumerate(lexicon.opposed)
            for side, term in enumerate(pair)
        )
        ready = _READY[lexicon] = _Ready(
            concepts=_phrases(_terms(lexicon.concepts), lexicon),
            aspects=_phrases(_terms(lexicon.aspects), lexicon),
            opposed=_phrases(sides, lexicon),
            topics=_phrases(
                (
                    (term, (f"#{term}", topic.key))
                    for topic in lexicon.topics
                    for term in topic.terms
                ),
                lexicon,
            ),
        )
    return ready


def _terms(concepts: Iterable[Concept]) -> Iterable[tuple[str, str]]:
    return ((term, concept.key) for concept in concepts for term in concept.terms)


def _phrases(entries: Iterable[tuple[str, Value]], lexicon: Lexicon) -> Phrases[Value]:
    said = ((normalise(term, lexicon), value) for term, value in entries)
    return Phrases((words.exact, words.fold, value) for words, value in said)


def _covers(words: Words, phrases: Iterable[Found[str]]) -> dict[str, frozenset[str]]:
    over: dict[str, set[str]] = {}
    for found in phrases:
        for word in words.fold[found.start : found.end]:
            over.setdefault(word, set()).add(found.value)
    return {word: frozenset(above) for word, above in over.items()}


def _units(words: Words, phrases: Iterable[Found[str]]) -> frozenset[Unit]:
    longest: dict[int, tuple[int, set[str]]] = {}
    for found in phrases:
        end, keys = longest.get(found.start, (0, set()))
        if found.end > end:
            longest[found.start] = (found.end, {found.value})
        elif found.end == end:
            keys.add(found.value)
    units: set[Unit] = set()
    at = 0
    while at < len(words.fold):
        end, keys = longest.get(at, (at + 1, set()))
        if not all(words.formula[at:end]):
            units.add(Unit(words.fold[at:end], frozenset(keys)))
        at = end
    return frozenset(units)


def _exact_forms(words: Words) -> dict[str, frozenset[str]]:
    forms: dict[str, set[str]] = {}
    for written, plain in zip(words.exact, words.fold, strict=True):
        if written != plain:
            forms.setdefault(plain, set()).add(written)
    return {plain: frozenset(written) for plain, written in forms.items()}


def _numbered(words: Words, *, counting: bool) -> Iterator[tuple[str, str]]:
    """Numbers that count something, with what they count; or the others, with the word before."""
    before, after = ("", *words.fold), (*words.fold[1:], "")
    for word, number, unit in zip(before, words.fold, after, strict=False):
        if number.isdigit() and (unit in _COUNTED) == counting:
            yield (unit if counting else word), number.lstrip("0") or "0"


def _names(text: str, words: Words) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Runs of words with a capital, each with the word before it.

    No sentence begins and no abbreviation stands behind such a capital; a text in capitals
    throughout has none.
    """
    before, end = "", 0
    run: list[str] = []
    shown = not text.isupper()
    for word, span in zip(words.fold, words.spans, strict=True):
        if not (shown and word.isalpha() and _is_name(text, span)):
            if run:
                yield before, tuple(run)
            before, run = word, []
        elif run and text[end : span[0]].strip():
            yield before, tuple(run)
            before, run = "", [word]
        else:
            run.append(word)
        end = span[1]
    if run:
        yield before, tuple(run)


def _places(names: Iterable[tuple[str, tuple[str, ...]]]) -> Iterator[tuple[str, tuple[str, ...]]]:
    for before, name in names:
        if name[0] in _PLACES and len(name) > 1:
            yield name[0], name[1:]
        elif before in _PLACES:
            yield before, name


def _is_a_body(before: str, name: tuple[str, ...]) -> bool:
    """Whether a name is an agency's or a law's, not a place's or a person's."""
    return not _BODIES.isdisjoint((before, name[0], " ".join(name[:2])))


def _is_name(text: str, span: tuple[int, int]) -> bool:
    start, end = span
    typed = text[start:end]
    if not typed[0].isupper() or (len(typed) > 1 and typed.isupper()):
        return False
    before = text[max(0, start - _WIDEST_GAP) : start].rstrip(" \u00a0")
    return bool(before) and before[-1] not in _SENTENCE_ENDS

"""Two questions side by side: what both say, what only one says, and why they may differ."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from importlib.resources import files

from doithoai.matching.features import Profile, Unit, Weighing, profile
from doithoai.matching.features.coverage import said_share
from doithoai.matching.features.signs import opposed_terms
from doithoai.matching.features.weighed import unit_weight
from doithoai.matching.lexicon import Lexicon, shipped_lexicon
from doithoai.vietnamese.letters import fold

_TELLING = 0.4
_MOST_NAMED = 6
_WEIGHTLESS = frozenset(
    files("doithoai.matching").joinpath("data/weightless.txt").read_text(encoding="utf-8").split()
)
"""Words, as written, that are in questions about anything."""
_WEIGHTLESS_PLAIN = frozenset(fold(word) for word in _WEIGHTLESS)
"""The same typed without marks; a word of weight typed so is told by its neighbours."""


class Likeness(Enum):
    """What a stretch of text is beside the other text."""

    SAME = "same"
    ALIKE = "alike"
    ONLY_HERE = "only_here"
    EMPTY = "empty"


@dataclass(frozen=True, slots=True)
class Stretch:
    """A run of a text as it was handed in, from `start` up to `end`, and what it is.

    ALIKE says the same thing in other words; EMPTY is courtesy, punctuation, and words that
    every question has.
    """

    start: int
    end: int
    likeness: Likeness


@dataclass(frozen=True, slots=True)
class Comparison:
    """Both texts in stretches that cover them whole, and the reasons in Vietnamese."""

    left: tuple[Stretch, ...]
    right: tuple[Stretch, ...]
    reasons: tuple[str, ...]
    shared: tuple[str, ...] = ()
    """What both say that has weight, as written."""


def compare(one: str, other: str, lexicon: Lexicon | None = None) -> Comparison:
    """What two questions share and what sets them apart, by the words of the lexicon."""
    lexicon = lexicon or shipped_lexicon()
    left = _Side(one, profile(one, lexicon))
    right = _Side(other, profile(other, lexicon))
    weighing = Weighing(())
    return Comparison(
        left=left.stretches(right, weighing),
        right=right.stretches(left, weighing),
        reasons=tuple(_reasons(left, right, weighing, lexicon)),
        shared=tuple(_carries(_shared(left, right, weighing), left, right)),
    )


@dataclass(frozen=True, slots=True)
class _Side:
    text: str
    profile: Profile

    def stretches(self, other: "_Side", weighing: Weighing) -> tuple[Stretch, ...]:
        """The whole text, neighbours of one likeness in one stretch."""
        runs: list[Stretch] = []
        end = 0
        for index, (start, stop) in enumerate(self.profile.words.spans):
            if start < end:
                continue
            likeness = self._likeness(index, other, weighing)
            if start > end:
                joins = bool(runs) and runs[-1].likeness is likeness
                _extend(runs, end, start, likeness if joins else Likeness.EMPTY)
            _extend(runs, start, stop, likeness)
            end = stop
        if end < len(self.text):
            _extend(runs, end, len(self.text), Likeness.EMPTY)
        return tuple(runs)

    def _likeness(self, index: int, other: "_Side", weighing: Weighing) -> Likeness:
        words = self.profile.words
        word = words.fold[index]
        if words.formula[index]:
            return Likeness.EMPTY
        if word in other.profile.terms:
            return Likeness.SAME
        if self.profile.covers.get(word, frozenset()) & other.profile.keys:
            return Likeness.ALIKE
        return Likeness.ONLY_HERE if weighing.of(word) >= _TELLING else Likeness.EMPTY

    def said(self, unit: Unit, places: dict[str, list[int]]) -> str:
        """A unit as this text writes it where it first stands."""
        fold, spans = self.profile.words.fold, self.profile.words.spans
        size = len(unit.words)
        start = next(i for i in places[unit.words[0]] if fold[i : i + size] == unit.words)
        return " ".join(self.text[spans[start][0] : spans[start + size - 1][1]].split())

    def places(self) -> dict[str, list[int]]:
        """Where each word stands, from the first."""
        places: dict[str, list[int]] = {}
        for index, word in enumerate(self.profile.words.fold):
            places.setdefault(word, []).append(index)
        return places


def _extend(runs: list[Stretch], start: int, end: int, likeness: Likeness) -> None:
    if runs and runs[-1].likeness is likeness:
        runs[-1] = Stretch(runs[-1].start, end, likeness)
    else:
        runs.append(Stretch(start, end, likeness))


def _reasons(left: _Side, right: _Side, weighing: Weighing, lexicon: Lexicon) -> Iterable[str]:
    both, (_, only_left) = _shared(left, right, weighing), _told(left, right, weighing)
    _, only_right = _told(right, left, weighing)
    for label, said in (
        ("Cùng nói", both),
        ("Chỉ câu này", only_left),
        ("Chỉ câu kia", only_right),
    ):
        if said:
            yield f"{label}: {', '.join(said)}."
    numbers = [sorted(_numbers(side) - _numbers(its)) for side, its in _both_ways(left, right)]
    if all(numbers):
        yield f"Khác số: {', '.join(numbers[0])} – {', '.join(numbers[1])}."
    for pair, side in sorted(opposed_terms(left.profile, right.profile)):
        terms = lexicon.opposed[pair]
        yield f"Khác việc: {terms[side]} – {terms[1 - side]}."


def _shared(left: _Side, right: _Side, weighing: Weighing) -> list[str]:
    """What both say, with the marks of whichever of the two writes them."""
    marked = {fold(said): said for said in _told(right, left, weighing)[0]}
    return [
        marked.get(said.lower(), said) if said.lower() == fold(said) else said
        for said in _told(left, right, weighing)[0]
    ]


def _carries(shared: list[str], left: _Side, right: _Side) -> list[str]:
    """What of the shared shows one matter: phrases that stand together in both, two words, or more.

    A phrase whose words stand apart in one text is chance; one said in other words there is not.
    """
    texts = [" ".join(side.profile.words.fold) for side in (left, right)]
    phrases: list[str] = []
    single: list[str] = []
    for said in shared:
        words = fold(said).split()
        is_apart = any(
            set(words) <= set(text.split()) and " ".join(words) not in text for text in texts
        )
        if not is_apart:
            (phrases if len(words) > 1 else single).append(said)
    return [*phrases, *single] if phrases or len(single) > 1 else []


def _is_weightless(said: str) -> bool:
    """Whether all that is said are words that every question may have (rồi, cho, em, mà)."""
    words = said.lower().split()
    return all(word in _WEIGHTLESS or word in _WEIGHTLESS_PLAIN for word in words)


def _both_ways(left: _Side, right: _Side) -> tuple[tuple[_Side, _Side], ...]:
    return (left, right), (right, left)


def _numbers(side: _Side) -> set[str]:
    return {number for _, number in side.profile.numbered | side.profile.quantities}


def _told(side: _Side, other: _Side, weighing: Weighing) -> tuple[list[str], list[str]]:
    """The weightiest things that both say and that only this one says, in its own words."""
    both: list[tuple[float, str]] = []
    only: list[tuple[float, str]] = []
    places = side.places()
    for unit in side.profile.units:
        weight = unit_weight(unit, weighing)
        said = side.said(unit, places)
        if weight < _TELLING or unit.words[0].isdigit() or _is_weightless(said):
            continue
        share = said_share(unit, side.profile, other.profile, weighing)
        (both if share == 1 else only).append((weight, said))
    return _weightiest(both), _weightiest(only)


def _weightiest(said: Sequence[tuple[float, str]]) -> list[str]:
    ranked = sorted(said, key=lambda pair: (-pair[0], pair[1]))
    return [words for _, words in ranked[:_MOST_NAMED]]

"""Where the phrases of mandates stand in a question, and how much they say for each agency."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from doithoai.matching.agencies.mandates import NOBODY, Mandate, Phrase
from doithoai.matching.lexicon import Lexicon
from doithoai.matching.words import Words, normalise

GAP = 8
"""Words that may stand between the two parts of a phrase with a gap."""
LENGTH_SAYS = 0.25
"""How much more each further word of a phrase says, up to five words."""
WITHIN_ANOTHERS = 0.2
"""What is left of a phrase that stands inside a longer phrase of another agency."""
OVERLAPPING = 0.5
"""What is left of a phrase that shares words with a stronger one of the same agency."""
BARE_WORD = 0.35
"""What is left of one word found where diacritics are missing: “cho” may be chợ, or not."""
SHORT = 3
"""One word of so few letters says nothing there."""
BARE_BELOW = 0.25
"""A text with a smaller share of marked words is read as one whose writer left diacritics out."""

_NUMBER = "7777777"
_MOST_WORDS = 5


@dataclass(frozen=True, slots=True)
class Match:
    """A phrase found from word `start` to before word `end`, and what it says for its agency."""

    agency: int
    phrase: Phrase
    start: int
    end: int
    says: float
    gapped: bool

    def within(self, other: "Match") -> bool:
        """Whether a longer match hides this one; one with a gap neither hides nor is hidden."""
        return (
            not (self.gapped or other.gapped)
            and other.start <= self.start
            and self.end <= other.end
            and other.end - other.start > self.end - self.start
        )

    def overlaps(self, other: "Match") -> bool:
        """Whether both run over a same word."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a question says for one agency: the sum, and the phrases, the strongest first."""

    score: float
    phrases: tuple[str, ...]


_Part = tuple[tuple[str, str], ...]
"""Words one after another, each folded and as it is written."""


@dataclass(frozen=True, slots=True)
class _Text:
    """A question's words; `exact` is none where the folded form must do: diacritics are missing."""

    fold: tuple[str, ...]
    exact: tuple[str | None, ...]
    formula: tuple[bool, ...]
    bare: bool

    @classmethod
    def of(cls, words: Words) -> "_Text":
        marked = [exact != fold for exact, fold in zip(words.exact, words.fold, strict=True)]
        bare = sum(marked) < BARE_BELOW * len(marked)
        exact = zip(words.exact, marked, strict=True)
        needed = tuple(e if m or not bare else None for e, m in exact)
        return cls(words.fold, needed, words.formula, bare)

    def end_of(self, part: _Part, at: int) -> int | None:
        """Where a part that begins at a word ends, if it stands there."""
        end = at + len(part)
        if end <= len(self.fold) and all(
            self._is(place, *sought) for place, sought in enumerate(part, at)
        ):
            return end
        return None

    def _is(self, place: int, fold: str, exact: str) -> bool:
        if fold == _NUMBER:
            return self.fold[place].isdigit()
        return self.fold[place] == fold and self.exact[place] in (None, exact)


@dataclass(frozen=True, slots=True)
class _Sought:
    """A phrase ready to be looked for."""

    agency: int
    phrase: Phrase
    parts: tuple[_Part, ...]

    @property
    def beginning(self) -> tuple[str, ...]:
        """Its first word, with the second where no gap comes between."""
        return tuple(fold for fold, _ in self.parts[0][:2])

    def found_at(self, at: int, text: _Text) -> int | None:
        """Where the phrase that begins at a word ends, if it stands there."""
        end = text.end_of(self.parts[0], at)
        for part in self.parts[1:]:
            if end is None:
                break
            ends = (text.end_of(part, start) for start in range(end, end + GAP + 1))
            end = next((found for found in ends if found is not None), None)
        return end

    def says(self, text: _Text) -> float:
        """What the phrase says for its agency when it stands in a text."""
        size = sum(map(len, self.parts))
        longer = 1 + LENGTH_SAYS * (min(size, _MOST_WORDS) - 1)
        return self.phrase.weight * longer * (self._sure_where_bare() if text.bare else 1.0)

    def _sure_where_bare(self) -> float:
        """How sure one word is without diacritics: “karaoke” is, “chợ” is not."""
        if len(self.parts) > 1 or len(self.parts[0]) > 1:
            return 1.0
        [(fold, exact)] = self.parts[0]
        if len(fold) <= SHORT:
            return 0.0
        return 1.0 if fold == exact else BARE_WORD


@dataclass(frozen=True, slots=True, eq=False)
class Mandates:
    """Mandates made ready, by how each phrase begins; compared by identity.

    `agencies` are the keys proposed, in the order in which equals stand.
    """

    agencies: tuple[str, ...]
    _sought: dict[tuple[str, ...], list[_Sought]]

    @classmethod
    def of(cls, mandates: Iterable[Mandate], lexicon: Lexicon | None = None) -> "Mandates":
        """Mandates ready to be looked for in texts normalised by the same lexicon."""
        given = sorted(mandates, key=lambda mandate: mandate.agency == NOBODY)
        sought: dict[tuple[str, ...], dict[object, _Sought]] = {}
        for number, mandate in enumerate(given):
            for phrase in mandate.phrases:
                ready = _ready(number, phrase, lexicon)
                if ready is not None:
                    alike = sought.setdefault(ready.beginning, {})
                    alike.setdefault((number, ready.parts), ready)
        agencies = tuple(mandate.agency for mandate in given if mandate.agency != NOBODY)
        return cls(agencies, {start: list(alike.values()) for start, alike in sought.items()})

    def evidence(self, words: Words) -> list[Evidence]:
        """What the words say for each agency, in the order of `agencies`."""
        matches = sorted(
            self._matches(_Text.of(words)), key=lambda match: (-abs(match.says), match.start)
        )
        counted: list[list[Match]] = [[] for _ in self.agencies]
        said: list[dict[str, float]] = [{} for _ in self.agencies]
        for match in matches:
            if match.agency < len(self.agencies):
                left = match.says * self._share(match, matches, counted[match.agency])
                known = said[match.agency].get(match.phrase.text, 0.0)
                if abs(left) > abs(known):
                    said[match.agency][match.phrase.text] = left
                    counted[match.agency].append(match)
        return [_evidence(phrases) for phrases in said]

    def _share(self, match: Match, matches: list[Match], counted: list[Match]) -> float:
        """How much of a match counts beside the others; what speaks against counts whole."""
        if match.says < 0:
            return 1.0
        hiding = {other.agency for other in matches if other.says > 0 and match.within(other)}
        if match.agency in hiding or len(self.agencies) in hiding:
            return 0.0
        if hiding:
            return WITHIN_ANOTHERS
        return OVERLAPPING if any(map(match.overlaps, counted)) else 1.0

    def _matches(self, text: _Text) -> Iterator[Match]:
        for at in range(len(text.fold)):
            for sought in self._beginning_at(at, text.fold):
                end = sought.found_at(at, text)
                if end is not None and not all(text.formula[at:end]):
                    gapped = len(sought.parts) > 1
                    says = sought.says(text)
                    yield Match(sought.agency, sought.phrase, at, end, says, gapped)

    def _beginning_at(self, at: int, fold: tuple[str, ...]) -> Iterator[_Sought]:
        yield from self._sought.get(fold[at : at + 1], ())
        if at + 1 < len(fold):
            yield from self._sought.get(fold[at : at + 2], ())
            if fold[at + 1].isdigit():
                yield from self._sought.get((fold[at], _NUMBER), ())


def _ready(agency: int, phrase: Phrase, lexicon: Lexicon | None) -> _Sought | None:
    """A phrase ready to be looked for; none when a part of it has no words."""
    written = phrase.text.replace("#", f" {_NUMBER} ").split("…")
    parts = [normalise(part, lexicon) for part in written]
    if not all(part.fold for part in parts):
        return None
    pairs = (tuple(zip(part.fold, part.exact, strict=True)) for part in parts)
    return _Sought(agency, phrase, tuple(pairs))


def _evidence(phrases: dict[str, float]) -> Evidence:
    strongest = sorted(phrases, key=lambda text: (-phrases[text], text))
    return Evidence(
        round(sum(phrases.values()), 6), tuple(text for text in strongest if phrases[text] > 0)
    )

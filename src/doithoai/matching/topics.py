"""Which topic of a plan a question speaks of, by the words it shares with the topic's text."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import fsum, log

from doithoai.matching.features import Weighing
from doithoai.matching.lexicon import Lexicon
from doithoai.matching.words import Words, normalise

_TELLING = 0.3
"""A pair says something when each of its words weighs this much."""
_ENOUGH = 1.2
"""One pair alone, however rare, proposes no topic: with less the proposals were often wrong."""
_MOST_NAMED = 3
_Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class TopicProposal:
    """The place of a topic in the list given, and the words shared with it, as the text has them.

    `score` grows with how many telling pairs of words are shared and how few topics have them.
    """

    place: int
    score: float
    shared: tuple[str, ...]

    @property
    def reason(self) -> str:
        """Why, in Vietnamese."""
        return "Cùng nói: " + ", ".join(f"“{words}”" for words in self.shared)


def propose_topic(
    text: str, topics: Sequence[str], lexicon: Lexicon | None = None
) -> TopicProposal | None:
    """The topic that shares most with a text; None when nothing telling is shared, or two as much.

    Two neighbouring words count as one pair, since most Vietnamese words have two syllables;
    the fewer topics have a pair, the more it tells.
    """
    words, held = normalise(text, lexicon), [_Topic.of(topic, lexicon) for topic in topics]
    often = Counter(pair for topic in held for pair in topic.telling)
    rare = {pair: log((1 + len(topics)) / count) for pair, count in often.items()}
    said = {*_neighbours(words)}
    scores = [
        fsum(weight * rare[pair] for pair, weight in topic.telling.items() if pair in said)
        for topic in held
    ]
    first, second = [*sorted(scores, reverse=True), 0.0, 0.0][:2]
    if first < _ENOUGH or first == second:
        return None
    place = scores.index(first)
    return TopicProposal(place, first, _runs(text, words, held[place]))


@dataclass(frozen=True, slots=True)
class _Topic:
    """All pairs of neighbouring words of a topic, and those that say something, with how much."""

    pairs: frozenset[_Pair]
    telling: dict[_Pair, float]

    @classmethod
    def of(cls, text: str, lexicon: Lexicon | None) -> "_Topic":
        weighing, pairs = Weighing(()), [*_neighbours(normalise(text, lexicon))]
        weights = {pair: min(map(weighing.of, pair)) for pair in pairs}
        telling = {pair: weight for pair, weight in weights.items() if weight >= _TELLING}
        return cls(frozenset(pairs), telling)


def _neighbours(words: Words) -> Iterator[_Pair]:
    return zip(words.fold, words.fold[1:], strict=False)


def _runs(text: str, words: Words, topic: _Topic) -> tuple[str, ...]:
    """What is shared as the text has it, as long as it runs, where something telling is in it."""
    runs: list[list[int]] = []
    for at, pair in enumerate(_neighbours(words)):
        if pair not in topic.pairs:
            continue
        if runs and runs[-1][-1] == at - 1:
            runs[-1].append(at)
        else:
            runs.append([at])
    pairs = [*_neighbours(words)]
    telling = [run for run in runs if any(pairs[at] in topic.telling for at in run)]
    spans = words.spans
    found = (text[spans[run[0]][0] : spans[run[-1] + 1][1]] for run in telling)
    return tuple({run.lower(): run for run in found}.values())[:_MOST_NAMED]

"""From a list of questions to proposals: scored pairs, groups, each one's nearest."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from doithoai.matching.comparison import compare
from doithoai.matching.features import Profile, Weighing, features, profile, weighed
from doithoai.matching.groups.linking import linked
from doithoai.matching.groups.neighbours import candidate_pairs, neighbours
from doithoai.matching.lexicon import Lexicon, shipped_lexicon
from doithoai.matching.scorer import Scorer, shipped_scorer


@dataclass(frozen=True, slots=True)
class Item:
    """A question handed in: what it is called and what it says."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Pair:
    """Two questions and how likely they are about one matter, 0 to 1."""

    one: Item
    other: Item
    score: float

    def reasons(self, lexicon: Lexicon | None = None) -> tuple[str, ...]:
        """Why, in Vietnamese: what both say, what only one says, what they say otherwise."""
        return compare(self.one.text, self.other.text, lexicon).reasons


@dataclass(frozen=True, slots=True)
class Group:
    """Questions proposed as one matter, by id, and the scored pairs among them, best first."""

    items: tuple[Item, ...]
    pairs: tuple[Pair, ...]


def score_pairs(items: Iterable[Item], lexicon: Lexicon | None = None) -> list[Pair]:
    """The pairs of a list that are worth a look, best first, whatever order the list was in.

    Raises ValueError when an id comes twice.
    """
    ordered = _by_id(items)
    scored = _scores(_profiles(ordered, lexicon), shipped_scorer())
    return _pairs(ordered, scored)


def group(
    items: Iterable[Item],
    *,
    must_link: Iterable[tuple[str, str]] = (),
    cannot_link: Iterable[tuple[str, str]] = (),
    lexicon: Lexicon | None = None,
) -> list[Group]:
    """All questions in groups, one alone where nothing is like it; a proposal, never a decision.

    The order of the list changes nothing. `must_link` and `cannot_link` are ids that officials
    put together or apart; they are kept, and ids that are not in the list are passed over. Raises
    Contradiction when they contradict each other, ValueError when an id comes twice.
    """
    ordered = _by_id(items)
    apart = list(cannot_link)
    profiles = _profiles(ordered, lexicon)
    voices = _voices(ordered, profiles, {name for pair in apart for name in pair})
    heads = [said[0] for said in voices]
    scorer = shipped_scorer()
    scored = _scores([profiles[head] for head in heads], scorer)
    index = {ordered[one].id: number for number, said in enumerate(voices) for one in said}
    groups = linked(
        len(heads),
        scored,
        scorer.threshold,
        must=_known(must_link, index),
        cannot=_known(apart, index),
    )
    home = {member: number for number, members in enumerate(groups) for member in members}
    inside: list[dict[tuple[int, int], float]] = [
        {
            (said[0], other): 1.0
            for member in members
            for said in [voices[member]]
            for other in said[1:]
        }
        for members in groups
    ]
    for (one, other), score in scored.items():
        if home[one] == home[other]:
            inside[home[one]][heads[one], heads[other]] = score
    whole = [sorted(one for member in members for one in voices[member]) for members in groups]
    return [
        Group(tuple(ordered[one] for one in members), tuple(_pairs(ordered, scores)))
        for members, scores in sorted(zip(whole, inside, strict=True), key=lambda found: found[0])
    ]


def near(items: Iterable[Item], lexicon: Lexicon | None = None) -> dict[str, list[str]]:
    """For each question the ids of those most likely about the same matter, best first."""
    ordered = _by_id(items)
    found: dict[str, list[str]] = {item.id: [] for item in ordered}
    for pair in _pairs(ordered, _scores(_profiles(ordered, lexicon), shipped_scorer())):
        found[pair.one.id].append(pair.other.id)
        found[pair.other.id].append(pair.one.id)
    return found


def _by_id(items: Iterable[Item]) -> list[Item]:
    ordered = sorted(items, key=lambda item: item.id)
    for one, other in zip(ordered, ordered[1:], strict=False):
        if one.id == other.id:
            raise ValueError(f"the id {one.id!r} comes twice")
    return ordered


def _profiles(items: Iterable[Item], lexicon: Lexicon | None) -> list[Profile]:
    lexicon = lexicon or shipped_lexicon()
    return [profile(item.text, lexicon) for item in items]


def _voices(
    items: Sequence[Item], profiles: Sequence[Profile], apart: Collection[str]
) -> list[list[int]]:
    """Places of the questions that say the same words, each such text once: of hundreds alike
    only a few are anyone's nearest. Those `apart`, by id, stand alone; so does what says nothing.
    """
    found: dict[object, list[int]] = {}
    for place, (item, one) in enumerate(zip(items, profiles, strict=True)):
        words = one.words.fold
        key = item.id if item.id in apart or not words else tuple(words)
        found.setdefault(key, []).append(place)
    return list(found.values())


def _scores(profiles: Sequence[Profile], scorer: Scorer) -> dict[tuple[int, int], float]:
    """The score of every candidate pair; the same words typed twice are the same matter."""
    weighing = Weighing(profiles)
    ready = [weighed(one, weighing) for one in profiles]
    scores: dict[tuple[int, int], float] = {}
    for one, other, standing in candidate_pairs(neighbours(profiles, weighing)):
        scores[one, other] = (
            1.0
            if profiles[one].words.fold == profiles[other].words.fold
            else scorer.score(features(ready[one], ready[other], weighing, standing))
        )
    return scores


def _pairs(items: Sequence[Item], scores: dict[tuple[int, int], float]) -> list[Pair]:
    ranked = sorted(scores.items(), key=lambda scored: (-scored[1], scored[0]))
    return [Pair(items[one], items[other], score) for (one, other), score in ranked]


def _known(links: Iterable[tuple[str, str]], index: dict[str, int]) -> list[tuple[int, int]]:
    return [(index[one], index[other]) for one, other in links if one in index and other in index]

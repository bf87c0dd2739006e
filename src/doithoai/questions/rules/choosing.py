"""Which questions to put in the hall: a set that covers the plan and carries the most senders."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, field

ASKING_MINUTES = 3
ANSWERING_MINUTES = 5
WEIGHTS = {"topics": 12.0, "senders": 6.0, "fields": 2.0, "places": 1.0, "points": 1.0}
"""What each kind of cover is worth when all of it is covered: the plan's topics most."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A question that could be asked: who asks, about what, whose field, from where, how long.

    `field` is the agency that answers; `points` are the unions and communes that gathered it.

    `group` is the matter it is proposed to be the same as; two of one group are never chosen.
    """

    number: int
    asked: int
    topic: int | None = None
    field: str = ""
    places: frozenset[str] = frozenset()
    points: frozenset[str] = frozenset()
    group: int | None = None
    minutes: int = ASKING_MINUTES + ANSWERING_MINUTES


@dataclass(frozen=True, slots=True)
class Pick:
    """A proposed question and what it adds to those before it."""

    number: int
    topic: int | None
    field: str
    places: tuple[str, ...]
    points: tuple[str, ...]
    asked: int


@dataclass(frozen=True, slots=True)
class HallProposal:
    """A set for the hall in the order it was found, and what it leaves uncovered.

    `topics`, `fields`, `places`, `points` name what no proposed question touches; `asked` of
    `asked_in_all` senders are carried, in `minutes` of the time given.
    """

    picks: tuple[Pick, ...]
    minutes: int
    asked: int
    asked_in_all: int
    topics: tuple[int, ...]
    fields: tuple[str, ...]
    places: tuple[str, ...]
    points: tuple[str, ...]


@dataclass(slots=True)
class _Set:
    """Questions taken so far and what they cover."""

    taken: list[Candidate] = field(default_factory=list)

    def minutes(self) -> int:
        return sum(one.minutes for one in self.taken)

    def topics(self) -> set[int]:
        return {one.topic for one in self.taken if one.topic is not None}

    def fields(self) -> set[str]:
        return {one.field for one in self.taken if one.field}

    def places(self) -> set[str]:
        return {place for one in self.taken for place in one.places}

    def points(self) -> set[str]:
        return {point for one in self.taken for point in one.points}

    def asked(self) -> int:
        return sum(one.asked for one in self.taken)

    def has_group_of(self, candidate: Candidate) -> bool:
        return candidate.group is not None and any(
            one.group == candidate.group for one in self.taken
        )


def propose_hall(
    candidates: Iterable[Candidate],
    *,
    minutes: int,
    topics: Collection[int] = (),
    kept: Collection[int] = (),
) -> HallProposal:
    """The set worth most within `minutes`; `kept` numbers stay whatever they are worth.

    Worth is how much of the plan's topics, the fields, the places, the points and the senders a set
    covers.
    What one question adds shrinks with what is there, so the one that adds most for its minutes
    is taken until none fits, then single exchanges are tried until none gains (the greedy is
    within 1 - 1/e of the best: Nemhauser, Wolsey, Fisher 1978). Equal ones go by number.
    """
    known = sorted(candidates, key=lambda one: one.number)
    everything = _Set(known)
    worth = _worth(everything, set(topics) | everything.topics())
    chosen = _Set([one for one in known if one.number in kept])
    fixed = len(chosen.taken)
    _fill(chosen, known, minutes, worth)
    while _exchange(chosen, fixed, known, minutes, worth):
        _fill(chosen, known, minutes, worth)
    return _told(chosen, everything, set(topics) | everything.topics())


Worth = Callable[[_Set], float]


def _worth(everything: _Set, topics: set[int]) -> Worth:
    """How much of everything a set covers, each kind by its weight."""
    whole = {
        "topics": len(topics),
        "senders": everything.asked(),
        "fields": len(everything.fields()),
        "places": len(everything.places()),
        "points": len(everything.points()),
    }

    def worth(some: _Set) -> float:
        has = {
            "topics": len(some.topics()),
            "senders": some.asked(),
            "fields": len(some.fields()),
            "places": len(some.places()),
            "points": len(some.points()),
        }
        covered = (WEIGHTS[kind] * has[kind] / whole[kind] for kind in whole if whole[kind])
        return round(sum(covered), 9)

    return worth


def _fits(chosen: _Set, candidate: Candidate, minutes: int) -> bool:
    return (
        candidate not in chosen.taken
        and not chosen.has_group_of(candidate)
        and chosen.minutes() + candidate.minutes <= minutes
    )


def _fill(chosen: _Set, known: Sequence[Candidate], minutes: int, worth: Worth) -> None:
    while fitting := [one for one in known if _fits(chosen, one, minutes)]:
        now = worth(chosen)

        def gain(one: Candidate, now: float = now) -> tuple[float, int]:
            added = worth(_Set([*chosen.taken, one])) - now
            return round(added / one.minutes, 9), -one.number

        chosen.taken.append(max(fitting, key=gain))


def _exchange(
    chosen: _Set, fixed: int, known: Sequence[Candidate], minutes: int, worth: Worth
) -> bool:
    """Put one in another's place when the whole is worth more for it."""
    now = worth(chosen)
    for place in range(fixed, len(chosen.taken)):
        rest = _Set([*chosen.taken[:place], *chosen.taken[place + 1 :]])
        others = [one for one in known if one not in chosen.taken and _fits(rest, one, minutes)]
        for one in others:
            tried = [*rest.taken[:place], one, *rest.taken[place:]]
            if worth(_Set(tried)) > now + 1e-6:
                chosen.taken = tried
                return True
    return False


def _told(chosen: _Set, everything: _Set, topics: set[int]) -> HallProposal:
    picks, before = list[Pick](), _Set()
    for one in chosen.taken:
        picks.append(
            Pick(
                one.number,
                one.topic if one.topic not in before.topics() else None,
                one.field if one.field not in before.fields() else "",
                tuple(sorted(one.places - before.places())),
                tuple(sorted(one.points - before.points())),
                one.asked,
            )
        )
        before.taken.append(one)
    return HallProposal(
        picks=tuple(picks),
        minutes=chosen.minutes(),
        asked=chosen.asked(),
        asked_in_all=everything.asked(),
        topics=tuple(sorted(topics - chosen.topics())),
        fields=tuple(sorted(everything.fields() - chosen.fields())),
        places=tuple(sorted(everything.places() - chosen.places())),
        points=tuple(sorted(everything.points() - chosen.points())),
    )

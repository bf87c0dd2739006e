"""Signs that two questions differ, or are of one kind: names, numbers, opposed terms, agencies."""

from math import fsum, sqrt

from doithoai.matching.features.profile import Profile
from doithoai.matching.features.weighed import Weighed

_ASKS, _DEMANDS, _IS_A_PERSON = "kind:ask", "kind:demand", "kind:person"
_UNKNOWN = 0.3


def ask_or_demand(one: Profile) -> float:
    """1 for a question that wants to know, -1 for one that wants something done, between: both.

    A sentence with neither sign mostly states what is to be done (Xây nhà văn hóa cho thôn).
    """
    asks, demands = _ASKS in one.aspects, _DEMANDS in one.aspects
    if asks == demands:
        return 0.0 if asks else -0.5
    return 1.0 if asks else -1.0


def is_of_the_law(one: Profile) -> bool:
    """Whether it is put as books of law put it: diacritics, no person, no demand, no courtesy."""
    return (
        one.words.marked
        and one.aspects.isdisjoint((_IS_A_PERSON, _DEMANDS))
        and not any(one.words.formula)
    )


def missed_names(one: Profile, other: Profile) -> float:
    """How many names of places and people stand in `one` and not in `other`, parts counted."""
    return fsum(1 - _named(name, other) for name in one.names)


def shares_a_name(one: Profile, other: Profile) -> bool:
    """Whether some name of a place or person in either stands whole in the other."""
    return any(_named(name, other) == 1 for name in one.names) or any(
        _named(name, one) == 1 for name in other.names
    )


def shared_numbers(one: Profile, other: Profile) -> float:
    """How many numbers stand with one word in both (hẻm 12, tuyến 7): 0, a half, 1 from two."""
    return min(len(one.numbered & other.numbered), 2) / 2


def _named(name: tuple[str, ...], other: Profile) -> float:
    if len(name) == 1:
        return float(name[0] in other.terms)
    pairs = list(zip(name, name[1:], strict=False))
    return sum(pair in other.bigrams for pair in pairs) / len(pairs)


def placed_elsewhere(one: Profile, other: Profile) -> float:
    """1 when both name a place of one kind and not the same (xã Long Mỹ, xã Tân Phú).

    A half when only one shows its names by capitals and the other has the kind without the name.
    """
    return max(_placed_elsewhere(one, other), _placed_elsewhere(other, one))


def _placed_elsewhere(one: Profile, other: Profile) -> float:
    theirs = {kind for kind, _ in other.places}
    found = 0.0
    for kind in {kind for kind, _ in one.places}:
        names = [name for its, name in one.places if its == kind]
        if any(_named(name, other) == 1 for name in names):
            continue
        if kind in theirs:
            return 1.0
        if kind in other.terms and not other.places:
            found = 0.5
    return found


def other_number(one: frozenset[tuple[str, str]], other: frozenset[tuple[str, str]]) -> bool:
    """Whether some word stands with numbers on both sides and with none in common."""
    here, there = _by_word(one), _by_word(other)
    return any(here[word].isdisjoint(there[word]) for word in here.keys() & there.keys() if word)


def _by_word(numbered: frozenset[tuple[str, str]]) -> dict[str, set[str]]:
    numbers: dict[str, set[str]] = {}
    for word, number in numbered:
        numbers.setdefault(word, set()).add(number)
    return numbers


def opposed_terms(one: Profile, other: Profile) -> frozenset[tuple[int, int]]:
    """The sides that `one` takes and `other` opposes, by number of the lexicon's pair."""
    mine, theirs = _sides_taken(one), _sides_taken(other)
    return frozenset((pair, side) for pair, side in mine if (pair, 1 - side) in theirs)


def _sides_taken(one: Profile) -> frozenset[tuple[int, int]]:
    return frozenset((pair, side) for pair, side in one.sides if (pair, 1 - side) not in one.sides)


def agencies_alike(one: Weighed, other: Weighed) -> float:
    """The cosine of what each says of the agencies' fields; 0.3 when one says nothing of any."""
    here, there = one.agencies, other.agencies
    lengths = sqrt(fsum([v * v for v in here.values()]) * fsum([v * v for v in there.values()]))
    shared = here.keys() & there.keys()
    return fsum([here[key] * there[key] for key in shared]) / lengths if lengths else _UNKNOWN

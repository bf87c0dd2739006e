"""Which open questions of a conference are proposed as one matter, kept by the smallest number."""

from collections.abc import Iterable, Mapping, Sequence

from django.db import transaction

from doithoai.matching.groups.linking import Contradiction, linked
from doithoai.matching.scorer import shipped_scorer
from doithoai.planning.models import Conference
from doithoai.questions.models import Likeness, Sameness, SearchText, Side, Suggestion
from doithoai.questions.states import OPEN_STATES

Link = tuple[int, int]
Pair = tuple[int, int, int, str]


@transaction.atomic
def regroup(conference: Conference) -> int:
    """Propose groups anew from how like the questions were found; how many of two or more.

    What officials put together or apart is kept; where the two contradict, only what they put
    apart. The order in which questions came changes nothing.
    """
    Conference.objects.select_for_update().get(pk=conference.pk)
    open_ones = conference.questions.filter(state__in=sorted(OPEN_STATES)).order_by("number")
    numbers = list(open_ones.values_list("pk", "number"))
    alike = Likeness.objects.filter(one__in=open_ones, other__in=open_ones)
    pairs = list(alike.values_list("one", "other", "score", "decided"))
    voices = _voices([key for key, _ in numbers], pairs)
    groups = _linked(len(set(voices.values())), _scores(pairs, voices), _decided(pairs, voices))
    home = {voice: number for number, members in enumerate(groups) for voice in members}
    together: dict[int, list[int]] = {}
    for key, number in numbers:
        together.setdefault(home[voices[key]], []).append(number)
    named = {each: found[0] if len(found) > 1 else None for each, found in together.items()}
    _write(conference, {key: named[home[voices[key]]] for key, _ in numbers})
    return sum(number is not None for number in named.values())


def _voices(keys: Sequence[int], pairs: Iterable[Pair]) -> dict[int, int]:
    """For each question, by key, which of the texts that are said it says.

    Of hundreds alike only a few are anyone's nearest: those that say the same words count once,
    but for questions that an official put apart from another.
    """
    apart = {key for *two, _, said in pairs if said == Sameness.DIFFERENT for key in two}
    texts = SearchText.objects.filter(question__in=keys, side=Side.QUESTION)
    words = dict(texts.values_list("question_id", "fold"))
    met: dict[str | int, int] = {}
    return {
        key: met.setdefault((key not in apart and words.get(key)) or key, len(met)) for key in keys
    }


def _scores(pairs: Iterable[Pair], voices: Mapping[int, int]) -> dict[Link, float]:
    """How like two texts are: the mean of what was found between those who say them."""
    found: dict[Link, list[int]] = {}
    for one, other, score, _ in pairs:
        found.setdefault(_link(one, other, voices), []).append(score)
    return {link: sum(each) / len(each) / 1000 for link, each in found.items()}


def _decided(pairs: Iterable[Pair], voices: Mapping[int, int]) -> dict[str, list[Link]]:
    decided: dict[str, list[Link]] = {Sameness.SAME: [], Sameness.DIFFERENT: []}
    for one, other, _, said in pairs:
        if said:
            decided[said].append(_link(one, other, voices))
    return decided


def _link(one: int, other: int, voices: Mapping[int, int]) -> Link:
    first, last = sorted((voices[one], voices[other]))
    return first, last


def _linked(
    count: int, scores: Mapping[Link, float], decided: Mapping[str, list[Link]]
) -> list[tuple[int, ...]]:
    threshold, cannot = shipped_scorer().threshold, decided[Sameness.DIFFERENT]
    try:
        return linked(count, scores, threshold, must=decided[Sameness.SAME], cannot=cannot)
    except Contradiction:
        return linked(count, scores, threshold, cannot=cannot)


def _write(conference: Conference, group_of: Mapping[int, int | None]) -> None:
    """Keep each question's group; what is decided or sealed stands in none."""
    kept = Suggestion.objects.filter(question__conference=conference).order_by("question")
    changed = []
    for suggestion in kept:
        group = group_of.get(suggestion.question_id)
        if suggestion.group != group:
            suggestion.group = group
            changed.append(suggestion)
    Suggestion.objects.bulk_update(changed, ["group"], batch_size=200)

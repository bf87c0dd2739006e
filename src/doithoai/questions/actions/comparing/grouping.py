"""Which open questions of a conference are proposed as one matter, kept by the smallest number."""

from collections.abc import Mapping

from django.db import transaction

from doithoai.matching.groups.linking import Contradiction, linked
from doithoai.matching.scorer import shipped_scorer
from doithoai.planning.models import Conference
from doithoai.questions.models import Likeness, Sameness, Suggestion
from doithoai.questions.states import OPEN_STATES

Link = tuple[int, int]


@transaction.atomic
def regroup(conference: Conference) -> int:
    """Propose groups anew from how like the questions were found; how many of two or more.

    What officials put together or apart is kept; where the two contradict, only what they put
    apart. The order in which questions came changes nothing.
    """
    Conference.objects.select_for_update().get(pk=conference.pk)
    open_ones = conference.questions.filter(state__in=sorted(OPEN_STATES)).order_by("number")
    numbers = list(open_ones.values_list("pk", "number"))
    place = {key: at for at, (key, _) in enumerate(numbers)}
    scores: dict[Link, float] = {}
    decided: dict[str, list[Link]] = {Sameness.SAME: [], Sameness.DIFFERENT: []}
    alike = Likeness.objects.filter(one__in=open_ones, other__in=open_ones).order_by("pk")
    for one, other, score, said in alike.values_list("one", "other", "score", "decided"):
        first, last = sorted((place[one], place[other]))
        scores[first, last] = score / 1000
        if said:
            decided[said].append((first, last))
    groups = _linked(len(numbers), scores, decided)
    group_of = {
        numbers[at][0]: numbers[members[0]][1] if len(members) > 1 else None
        for members in groups
        for at in members
    }
    _write(conference, group_of)
    return sum(len(members) > 1 for members in groups)


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

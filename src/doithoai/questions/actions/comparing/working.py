"""The work itself: whatever waits is compared, in heaps small enough that nobody else waits."""

from collections.abc import Iterable

from doithoai.planning.models import Conference
from doithoai.questions.actions.comparing.grouping import regroup
from doithoai.questions.actions.comparing.keeping import forget_sealed, keep_words
from doithoai.questions.actions.comparing.likening import keep_likeness
from doithoai.questions.actions.comparing.suggesting import keep_suggestions
from doithoai.questions.models import Part, Question, SearchText, Side
from doithoai.questions.queries.comparing import waiting_questions

HEAP = 100


def compare_waiting(conference: Conference | None = None, *, most: int | None = None) -> int:
    """Compare the questions that wait, of one conference or of all, at `most` so many; how many.

    What letters and withdrawn slips said is taken out first, and the questions they were among
    are judged without them. Done twice it finds nothing to do.
    """
    bereft = forget_sealed()
    last, done = 0, list[Question]()
    while heap := _heap(conference, last, HEAP if most is None else min(HEAP, most - len(done))):
        keep_words(list(Part.objects.filter(question__in=heap, submission__withdrawn_at=None)))
        keep_suggestions(heap)
        done += heap
        last = heap[-1].pk
    for each, keys in _by_conference(done, bereft):
        keep_likeness(each, keys)
        regroup(each)
    return len(done)


def _by_conference(
    questions: list[Question], others: Iterable[int]
) -> list[tuple[Conference, list[int]]]:
    """The keys of questions by their conference; none for the other conferences."""
    keys: dict[int, list[int]] = {conference: [] for conference in others}
    for question in questions:
        keys.setdefault(question.conference_id, []).append(question.pk)
    return [(each, keys[each.pk]) for each in Conference.objects.filter(pk__in=keys).order_by("pk")]


def compare_anew(conference: Conference | None = None) -> int:
    """Compare all questions again, of one conference or of all; how many."""
    kept = SearchText.objects.filter(side=Side.QUESTION)
    if conference:
        kept = kept.filter(question__conference=conference)
    kept.update(version=0)
    done = compare_waiting(conference)
    asked = Conference.objects.filter(questions__isnull=False).distinct().order_by("pk")
    for each in [conference] if conference else asked:
        keep_likeness(each, (), whole=True)
        regroup(each)
    return done


def _heap(conference: Conference | None, last: int, size: int) -> list[Question]:
    waiting = waiting_questions(conference).filter(pk__gt=last)
    return list(waiting.select_related("conference__place")[:size])

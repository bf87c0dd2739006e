"""The work itself: whatever waits is compared, in heaps small enough that nobody else waits."""

from collections.abc import Sequence

from doithoai.planning.models import Conference
from doithoai.questions.actions.comparing.keeping import forget_sealed, keep_words
from doithoai.questions.actions.comparing.likening import keep_likeness
from doithoai.questions.actions.comparing.suggesting import keep_suggestions
from doithoai.questions.models import Part, Question, SearchText, Side
from doithoai.questions.queries.comparing import waiting_questions

HEAP = 100


def compare_waiting(conference: Conference | None = None, *, most: int | None = None) -> int:
    """Compare the questions that wait, of one conference or of all, at `most` so many; how many.

    What letters and withdrawn slips said is taken out first. Done twice it finds nothing to do.
    """
    forget_sealed()
    last, done = 0, list[int]()
    while heap := _heap(conference, last, HEAP if most is None else min(HEAP, most - len(done))):
        keep_words(list(Part.objects.filter(question__in=heap, submission__withdrawn_at=None)))
        keep_suggestions(heap)
        done += [question.pk for question in heap]
        last = heap[-1].pk
    for at in range(0, len(done), HEAP):
        keep_likeness(_listed(done[at : at + HEAP]))
    return len(done)


def compare_anew(conference: Conference | None = None) -> int:
    """Compare all questions again, of one conference or of all; how many."""
    kept = SearchText.objects.filter(side=Side.QUESTION)
    if conference:
        kept = kept.filter(question__conference=conference)
    kept.update(version=0)
    return compare_waiting(conference)


def _heap(conference: Conference | None, last: int, size: int) -> list[Question]:
    waiting = waiting_questions(conference).filter(pk__gt=last)
    return list(waiting.select_related("conference__place")[:size])


def _listed(keys: Sequence[int]) -> list[Question]:
    return list(Question.objects.filter(pk__in=keys).order_by("pk"))

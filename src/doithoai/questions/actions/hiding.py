"""Personal data taken out of the words themselves, wherever they are kept, for good."""

from collections.abc import Iterable, Sequence

from django.db.models import F, Q

from doithoai.questions.actions.comparing.keeping import keep_words
from doithoai.questions.actions.comparing.later import compare_later
from doithoai.questions.models import (
    Correction,
    ListRow,
    Part,
    Question,
    SearchText,
    Side,
    Submission,
    TriageStep,
)
from doithoai.questions.rules.hiding import hidden_words

_OUT_OF_THE_WAY = 100_000_000
"""Where pieces wait while their places change; no text is so long."""


def hide_words(submissions: Sequence[Submission]) -> None:
    """Write masked words over what was sent, corrected, cut, worded and kept for sorting.

    Called with name and contact still there, in the caller's transaction. What search and the
    comparing engine keep of the words is made anew.
    """
    touched: dict[int, set[str]] = {}
    for submission in submissions:
        known = _known(submission)
        _hide_sent(submission, known)
        _hide_rows(submission, known)
        for question in _questions_of(submission):
            touched.setdefault(question, set()).update(known)
    changed = [key for key, known in touched.items() if _hide_wording(key, known)]
    SearchText.objects.filter(question__in=changed, side=Side.QUESTION).delete()
    keep_words(list(Part.objects.filter(submission__in=submissions, words__isnull=False)))
    compare_later()


def _known(submission: Submission) -> list[str]:
    return [submission.sender_name, submission.phone, submission.email]


def _questions_of(submission: Submission) -> Iterable[int]:
    held = submission.parts.values_list("question_id", flat=True)
    merged = submission.parts.values_list("mergings__source_id", flat=True)
    return {key for key in (*held, *merged) if key is not None}


def _hide_sent(submission: Submission, known: list[str]) -> None:
    """The pieces first, so that together they still are what was said."""
    corrections = list(submission.corrections.order_by("pk"))
    parts = list(submission.parts.order_by("start"))
    pieces = [hidden_words(part.text, known) for part in parts]
    if pieces != [part.text for part in parts]:
        _lay(submission, parts, pieces)
    written: list[Submission | Correction] = [submission, *corrections]
    for row in written:
        text = hidden_words(row.text, known)
        row.text = "".join(pieces) if row is written[-1] and parts else text
        row.save(update_fields=["text"])


def _hide_rows(submission: Submission, known: list[str]) -> None:
    """The row of a list it came in, and rows left out because they say the same."""
    same = Q(submission=submission) | Q(like_submission=submission)
    for row in ListRow.objects.filter(same):
        row.values = {name: hidden_words(value, known) for name, value in row.values.items()}
        row.save(update_fields=["values"])


def _lay(submission: Submission, parts: list[Part], pieces: list[str]) -> None:
    away = {"start": F("start") + _OUT_OF_THE_WAY, "end": F("end") + _OUT_OF_THE_WAY}
    submission.parts.update(**away)
    reached = 0
    for part, text in zip(parts, pieces, strict=True):
        part.start, part.end, part.text = reached, reached + len(text), text
        part.save(update_fields=["start", "end", "text"])
        reached = part.end


def _hide_wording(key: int, known: set[str]) -> bool:
    """Whether the wording changed, so that it must be compared again."""
    question = Question.objects.select_for_update(of=("self",)).get(pk=key)
    wording = hidden_words(question.wording, known)
    is_changed = wording != question.wording
    question.wording, question.reason = wording, hidden_words(question.reason, known)
    question.version += is_changed
    question.save(update_fields=["wording", "reason", "version"])
    for step in TriageStep.objects.filter(question=key):
        for name in ("wording", "reason"):
            step.before["fields"][name] = hidden_words(step.before["fields"][name], known)
        step.save(update_fields=["before"])
    return is_changed

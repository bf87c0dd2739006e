"""Keeping the words of answers, so that search finds a question by what was answered."""

from django.db import transaction

from doithoai.matching.words import NORM_VERSION
from doithoai.questions.models import Question, SearchText, Side
from doithoai.questions.queries.engine import house_lexicon
from doithoai.questions.rules.searching import indexed


@transaction.atomic(savepoint=False)
def keep_answer_words(question: Question, body: str) -> None:
    """Keep what a question's answer says now, personal data masked."""
    kept = indexed(body, house_lexicon())
    values = {"fold": kept.fold, "exact": kept.exact, "version": NORM_VERSION}
    SearchText.objects.update_or_create(question=question, side=Side.ANSWER, defaults=values)

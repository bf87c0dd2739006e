"""Who has a question open right now; a courtesy, not a lock."""

from django.db import transaction

from doithoai.audit import clock
from doithoai.directory.models import User
from doithoai.questions.models import Hold, Question
from doithoai.questions.permissions import may_pass_on
from doithoai.questions.rules import HOLD_FOR
from doithoai.workflow import require


@transaction.atomic
def hold(question: Question, *, by: User) -> Hold:
    """Say that `by` has the question open, for two more minutes; the hold that stands.

    Another's hold stays until it runs out: the caller tells who holds it and since when. A held
    question may be acted on all the same, for every deed names the version it was seen in.
    """
    question = Question.objects.select_for_update(of=("self",)).get(pk=question.pk)
    require(may_pass_on(by, question.conference))
    now = clock.now()
    standing = Hold.objects.filter(question=question).select_related("held_by").first()
    if standing and standing.until > now and standing.held_by_id != by.pk:
        return standing
    is_renewed = standing is not None and standing.until > now
    found = standing or Hold(question=question)
    found.held_by, found.until = by, now + HOLD_FOR
    found.since = found.since if is_renewed else now
    found.save()
    return found


@transaction.atomic
def release(question: Question, *, by: User) -> None:
    """Say that `by` has the question open no more; another's hold stays."""
    Hold.objects.filter(question=question, held_by=by).delete()

"""What the triage desk does in one stroke: a question is taken whole."""

from django.db import transaction

from doithoai.directory.models import Agency, User
from doithoai.planning.models import Topic
from doithoai.questions.actions.decisions import select, set_lead
from doithoai.questions.models import Question
from doithoai.questions.rules import one_batch


@transaction.atomic
def accept(
    question: Question,
    *,
    wording: str,
    kind: str,
    topic: Topic | None,
    agency: Agency | None,
    version: int,
    by: User,
) -> Question:
    """Take the question and name who is expected to answer it: one step to undo. Raises Refused."""
    with one_batch():
        question = select(question, wording=wording, kind=kind, topic=topic, version=version, by=by)
        if agency != question.lead:
            question = set_lead(question, agency=agency, version=question.version, by=by)
    return question

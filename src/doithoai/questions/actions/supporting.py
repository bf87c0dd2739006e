"""Asking what a public question asks already: one more sender, no more questions."""

from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction

from doithoai.audit.actions import record
from doithoai.questions.actions.comparing import compare_later
from doithoai.questions.actions.intake import SENT_ELSEWHERE, take_in
from doithoai.questions.models import Channel, Part, Question, Submission
from doithoai.questions.states import HALL_STATES
from doithoai.vietnamese.letters import nfc
from doithoai.vietnamese.personal_data import mask
from doithoai.workflow import Refused

NOT_PUBLIC = "Câu này không còn trong danh sách công khai. Gửi câu hỏi của ông/bà như bình thường."


def support(question: Question, *, token: UUID, **sender: Any) -> Submission:
    """A citizen's own submission, in the public wording, that joins the question; own receipt.

    The same `token` gives the same receipt. Raises Refused outside the window, or when the
    question is no longer public.
    """
    sent = Submission.objects.filter(token=token).first()
    if sent is None:
        try:
            return _support(question, token, sender)
        except IntegrityError:
            sent = Submission.objects.get(token=token)
    if sent.conference_id != question.conference_id:
        raise Refused(SENT_ELSEWHERE)
    return sent


@transaction.atomic
def _support(question: Question, token: UUID, sender: dict[str, Any]) -> Submission:
    text = mask(nfc(question.wording))
    values = {"text": text, "token": token, "channel": Channel.WEB, **sender}
    submission = take_in(question.conference, values, by=None)
    question = Question.objects.select_for_update().get(pk=question.pk)
    if question.state not in HALL_STATES:
        raise Refused(NOT_PUBLIC)
    Part.objects.create(submission=submission, question=question, text=text, end=len(text))
    after = {"question": question, "channel": submission.channel}
    record("questions.support", submission, by=None, after=after)
    compare_later()
    return submission

"""Asking what a public question asks already: one more sender, no more questions."""

from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import Q

from doithoai.audit.actions import record
from doithoai.questions.actions.comparing import compare_later
from doithoai.questions.actions.intake import SENT_ELSEWHERE, take_in
from doithoai.questions.models import Channel, Part, Question, Submission
from doithoai.questions.states import HALL_STATES
from doithoai.vietnamese.letters import nfc
from doithoai.vietnamese.personal_data import mask
from doithoai.workflow import Refused

ASKED_ALREADY = (
    "Số điện thoại hoặc thư điện tử này đã có trong một phiếu hỏi câu này. Mỗi người được tính một "
    "lần; xem kết quả bằng mã biên nhận đã có."
)
NOT_PUBLIC = "Câu này không còn trong danh sách công khai. Gửi câu hỏi của ông/bà như bình thường."


def support(question: Question, *, token: UUID, **sender: Any) -> Submission:
    """A citizen's own submission, in the public wording, that joins the question; own receipt.

    The same `token` gives the same receipt. Raises Refused outside the window, when the question
    is no longer public, or when somebody with the same telephone or e-mail asks it already.
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
    if _asks_already(question, sender):
        raise Refused(ASKED_ALREADY)
    Part.objects.create(submission=submission, question=question, text=text, end=len(text))
    after = {"question": question, "channel": submission.channel}
    record("questions.support", submission, by=None, after=after)
    compare_later()
    return submission


def _asks_already(question: Question, sender: dict[str, Any]) -> bool:
    contact = Q(pk=None)
    for name in ("phone", "email"):
        if sender.get(name):
            contact |= Q(**{f"{name}__iexact": sender[name]})
    slips = Submission.objects.filter(contact, parts__question=question, withdrawn_at=None)
    return slips.exists()

"""Telling senders what became of their question, once it can no longer be undone."""

from doithoai.audit import clock
from doithoai.directory.models import User
from doithoai.outbox.actions import MessageChannel, cancel, post
from doithoai.outbox.models import Message
from doithoai.outbox.states import MessageState
from doithoai.questions.models import Part, Question
from doithoai.questions.rules import TOLD, UNDO_FOR


def tell_senders(
    question: Question, parts: list[Part], *, why: str, by: User, **words: str
) -> None:
    """Lay one letter for each sender of `parts` who left an address; it waits out the undoing.

    `why` names the words of TOLD. The caller never tells of denunciations by letter.
    """
    told: set[int] = set()
    for part in parts:
        sent = part.submission
        is_reachable = sent.consents_contact and sent.email and not sent.withdrawn_at
        if sent.pk in told or not is_reachable:
            continue
        told.add(sent.pk)
        post(
            key=f"{_key(question)}{question.version}.{sent.pk}",
            channel=MessageChannel.EMAIL,
            subject=f"Phiếu {sent.code}: kết quả phân loại",
            body=TOLD[why].format(code=sent.code, **words),
            to_email=sent.email,
            conference_id=question.conference_id,
            not_before=clock.now() + UNDO_FOR,
            by=by,
        )


def untell(question: Question, *, by: User) -> None:
    """Keep letters about the question that have not gone from going."""
    waiting = Message.objects.filter(key__startswith=_key(question), state=MessageState.WAITING)
    for message in waiting.order_by("pk"):
        cancel(message, by=by)


def _key(question: Question) -> str:
    return f"told.question.{question.pk}."

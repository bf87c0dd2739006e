"""Telling senders and the office what became of a question."""

from doithoai.audit import clock
from doithoai.directory.models import Right, User
from doithoai.outbox.actions import MessageChannel, cancel, post
from doithoai.outbox.models import Message
from doithoai.outbox.states import MessageState
from doithoai.questions.models import Part, Question
from doithoai.questions.rules import TOLD, UNDO_FOR
from doithoai.questions.states import HALL_STATES, QuestionState

OFFICE_TOLD = (
    "Câu {code} đã gửi Văn phòng ở đợt {batch}. Khi gửi hoặc lần báo trước: “{was}”; nay: “{now}”. "
    "Các thay đổi sau khi gửi xem ở mục Gửi Văn phòng của hội nghị."
)


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


def tell_office(question: Question, *, was: str, by: User | None) -> None:
    """Note to the office that a question handed over is chosen no more, or is chosen again.

    Called with the question as saved; `was` is its state before. What was never sent tells nobody.
    """
    batch = question.compilations.last() if _is_chosen(was) != _is_chosen(question.state) else None
    if batch is None:
        return
    words = OFFICE_TOLD.format(
        code=question.code,
        batch=batch.number,
        was=QuestionState(was).label,
        now=question.get_state_display(),
    )
    rights = [Right.DRAFTER, Right.APPROVER]
    office = User.objects.filter(agency=question.conference.office_id, is_active=True)
    for reader in office.filter(right__in=rights).order_by("pk"):
        post(
            key=f"told.office.{question.pk}.{question.version}.{reader.pk}",
            channel=MessageChannel.IN_APP,
            subject=f"Bảng tổng hợp đợt {batch.number} có thay đổi sau khi gửi: {question.code}",
            body=words,
            to_user=reader,
            conference_id=question.conference_id,
            by=by,
        )


def _is_chosen(state: str) -> bool:
    return state in HALL_STATES


def _key(question: Question) -> str:
    return f"told.question.{question.pk}."

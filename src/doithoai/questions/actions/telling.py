"""Telling senders and the office what became of a question."""

from doithoai.audit import clock
from doithoai.directory.models import Right, User
from doithoai.outbox.actions import MessageChannel, cancel, post
from doithoai.outbox.models import Message
from doithoai.outbox.states import MessageState
from doithoai.questions.models import Part, PhoneCall, Question, Submission
from doithoai.questions.rules import CLOSE, TAKEN_BACK, TOLD, UNDO_FOR
from doithoai.questions.states import HALL_STATES, QuestionState

TOLD_OF = "told.question."
OFFICE_TOLD = (
    "Câu {code} đã gửi Văn phòng ở đợt {batch}. Khi gửi hoặc lần báo trước: “{was}”; nay: “{now}”. "
    "Các thay đổi sau khi gửi xem ở mục Gửi Văn phòng của hội nghị."
)


def tell_senders(
    question: Question, parts: list[Part], *, why: str, by: User, **words: str
) -> None:
    """Lay one letter for each sender of `parts` who left an address; it waits out the undoing.

    A sender who left only a telephone is put among those to be called. `why` names the words of
    TOLD. The caller never tells of denunciations by letter.
    """
    for sent in {part.submission_id: part.submission for part in parts}.values():
        if sent.consents_contact and not sent.withdrawn_at:
            told = TOLD[why].format(code=sent.code, **words)
            _tell(question, sent, why=why, told=told, by=by)


def _tell(question: Question, sent: Submission, *, why: str, told: str, by: User) -> None:
    from_then = clock.now() + UNDO_FOR
    if sent.email:
        post(
            key=f"{_key(question)}{question.version}.{sent.pk}.{why}",
            channel=MessageChannel.EMAIL,
            subject=f"Phiếu {sent.code}: kết quả phân loại",
            body=f"Kính gửi ông/bà,\n\n{told}\n\n{CLOSE.format(code=sent.code)}",
            to_email=sent.email,
            conference_id=question.conference_id,
            not_before=from_then,
            by=by,
        )
    elif sent.phone:
        PhoneCall.objects.create(
            question=question,
            submission=sent,
            why=why,
            words=told,
            due_from=from_then,
            asked_at=clock.now(),
        )


def tell_taken_back(question: Question, parts: list[Part], *, why: str, by: User) -> None:
    """Tell the senders who have been told of a decision that it was taken back, each once.

    Who was told nothing yet, because the letter or the call still waited, is told nothing now.
    """
    told = [part for part in parts if _was_told(question, part.submission_id)]
    tell_senders(question, told, why=why, by=by)


def untell(question: Question, *, by: User) -> None:
    """Keep letters about the question that have not gone from going, and calls from being made."""
    waiting = Message.objects.filter(key__startswith=_key(question), state=MessageState.WAITING)
    for message in waiting.order_by("pk"):
        cancel(message, by=by)
    calls = PhoneCall.objects.filter(question=question, called_at=None, cancelled_at=None)
    calls.update(cancelled_at=clock.now())


def untell_sender(sent: Submission, *, written: bool, called: bool, by: User | None) -> None:
    """Letters and calls that wait for a sender who takes an address or a number back.

    Called while the address is still kept; a letter on its way just then is let go.
    """
    mine = Message.objects.filter(key__startswith=TOLD_OF, to_email=sent.email) if written else ()
    for message in mine:
        waits = message.state == MessageState.WAITING and not message.being_sent(clock.now())
        if waits and message.key.split(".")[4] == str(sent.pk):
            cancel(message, by=by)
    if called:
        calls = PhoneCall.objects.filter(submission=sent, called_at=None, cancelled_at=None)
        calls.update(cancelled_at=clock.now())


def _was_told(question: Question, submission: int) -> bool:
    """Whether the last thing a sender was told of a question is a decision, not its taking back."""
    gone = (MessageState.SENT, MessageState.CLAIMED)
    letters = Message.objects.filter(key__startswith=_key(question), state__in=gone).order_by("pk")
    written = [key.split(".")[4:] for key in letters.values_list("key", flat=True)]
    calls = PhoneCall.objects.filter(question=question, submission=submission)
    told = [
        *(why for who, *why in written if who == str(submission)),
        *([why] for why in calls.exclude(called_at=None).values_list("why", flat=True)),
    ]
    return bool(told) and not TAKEN_BACK & {*told[-1]}


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
    return f"{TOLD_OF}{question.pk}."

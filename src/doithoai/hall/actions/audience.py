"""Questions from telephones: sent by anyone in the hall, seen by nobody before approval."""

from django.db import transaction

from doithoai.audit import clock
from doithoai.audit.actions import record
from doithoai.audit.queries import trail_of
from doithoai.directory.models import User
from doithoai.hall.actions.steps import OVER, tell
from doithoai.hall.models import AudienceQuestion, AudienceSupport, EventKind, Session
from doithoai.hall.permissions import may_drive
from doithoai.hall.queries import device_asks, is_taking
from doithoai.hall.rules import LONGEST_NAME, LONGEST_UNIT, flood_words
from doithoai.hall.states import AUDIENCE_TRANSITIONS, AudienceState, SessionState
from doithoai.hall.waking import wake
from doithoai.planning.models import Conference
from doithoai.questions.actions import receive
from doithoai.questions.models import Channel, Submission
from doithoai.vietnamese.letters import nfc
from doithoai.vietnamese.personal_data import mask
from doithoai.workflow import Refused, require

NOT_TAKING = "Hội trường chưa mở nhận câu hỏi từ điện thoại. Giơ tay để hỏi trực tiếp."
NONE_WAITING = "Không còn câu nào chờ duyệt. Tải lại trang để xem danh sách mới."
QUICKER = "Câu này vừa được {done}. Xem danh sách mới ở dưới rồi bấm lại nếu còn cần."
DONE = {
    AudienceState.WAITING: "đưa về chờ duyệt",
    AudienceState.SHOWN: "duyệt",
    AudienceState.REFUSED: "từ chối",
    AudienceState.TAKEN: "đưa vào lượt phát biểu",
    AudienceState.RECEIVED: "tiếp nhận",
}
GONE = "Câu này không còn trong danh sách. Tải lại trang để xem danh sách mới."


@transaction.atomic
def ask_from_phone(
    session: Session,
    *,
    text: str,
    device: str,
    by: User | None,
    name: str = "",
    unit: str = "",
    shows_name: bool = False,
) -> AudienceQuestion:
    """Keep one question for approval, personal data masked. `by` is None; raises Refused."""
    session = Session.objects.select_for_update().get(pk=session.pk)
    if not is_taking(session, clock.today()):
        raise Refused(NOT_TAKING)
    faults = flood_words(*device_asks(session, device, clock.now()), clock.now())
    if faults:
        raise Refused(faults)
    question = AudienceQuestion.objects.create(
        session=session,
        text=mask(nfc(text)).strip(),
        name=nfc(name).strip()[:LONGEST_NAME],
        unit=mask(nfc(unit)).strip()[:LONGEST_UNIT],
        shows_name=shows_name and bool(name.strip()),
        device=device,
    )
    words = "Có câu hỏi mới từ điện thoại, chờ duyệt."
    tell(session, EventKind.ASKED, words, by=by, audience=question.pk)
    record("hall.ask_from_phone", question, by=by)
    return question


@transaction.atomic
def support(question: AudienceQuestion, *, device: str, by: User | None) -> int:
    """One telephone supports an approved question, once; how many support it now."""
    question = AudienceQuestion.objects.select_related("session__conference").get(pk=question.pk)
    if not is_taking(question.session, clock.today()):
        raise Refused(NOT_TAKING)
    if question.state != AudienceState.SHOWN:
        raise Refused(GONE)
    _, is_new = AudienceSupport.objects.get_or_create(question=question, device=device)
    if is_new:
        wake(question.session.conference)
    return question.supports.count()


def give_receipt(
    question: AudienceQuestion, *, to: AudienceState, conference: Conference, by: User
) -> Submission:
    """Receive a question, once, among those of the conference; part of a larger step."""
    AUDIENCE_TRANSITIONS.move(question, to=to)
    question.submission = question.submission or receive(
        conference,
        text=question.text,
        by=by,
        channel=Channel.HALL,
        sender_name=question.name,
        sender_unit=question.unit,
        consents_name=question.shows_name,
    )
    question.save()
    return question.submission


@transaction.atomic
def judge(
    question: AudienceQuestion, *, to: str, by: User, seen: str = AudienceState.WAITING
) -> AudienceQuestion:
    """Show a question to everyone, or refuse it, as it was `seen`; what is refused can come back.

    Raises Refused, saying who was quicker, when it no longer stands as it was seen.
    """
    question = (
        AudienceQuestion.objects.select_for_update(of=("self",))
        .select_related("session__conference")
        .get(pk=question.pk)
    )
    _require_open(question.session, by)
    if question.state != seen:
        raise Refused(_quicker(question))
    _judge(question, AudienceState(to), by=by)
    words = f"{question.get_state_display()}: {question}."
    tell(question.session, EventKind.JUDGED, words, by=by, audience=question.pk)
    return question


@transaction.atomic
def refuse_waiting(session: Session, *, up_to: int, by: User) -> int:
    """Refuse every question that waits, up to the last one seen (its key); how many."""
    session = Session.objects.select_related("conference").get(pk=session.pk)
    _require_open(session, by)
    asked = session.audience_questions.select_for_update(of=("self",))
    waiting = list(asked.filter(state=AudienceState.WAITING, pk__lte=up_to))
    if not waiting:
        raise Refused(NONE_WAITING)
    for question in waiting:
        _judge(question, AudienceState.REFUSED, by=by)
    words = f"Không đưa {len(waiting)} câu từ điện thoại đang chờ duyệt."
    tell(session, EventKind.JUDGED, words, by=by, audiences=[one.pk for one in waiting])
    return len(waiting)


def _require_open(session: Session, by: User) -> None:
    require(may_drive(by, session.conference))
    if session.state == SessionState.CLOSED:
        raise Refused(OVER)


def _judge(question: AudienceQuestion, to: AudienceState, *, by: User) -> None:
    before = {"audience_state": question.state}
    AUDIENCE_TRANSITIONS.move(question, to=to)
    question.save()
    after = {"audience_state": question.state}
    record("hall.judge", question, by=by, before=before, after=after)


def _quicker(question: AudienceQuestion) -> str:
    """What was done to the question since it was seen, and by whom."""
    last = trail_of(question).filter(verb="hall.judge").first()
    decided = last is not None and (last.after or {}).get("audience_state") == question.state
    who = f"{last.actor_name} " if last and decided else ""
    return QUICKER.format(done=f"{who}{DONE[AudienceState(question.state)]}")

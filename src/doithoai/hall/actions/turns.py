"""Driving the queue: call, speak, answer, put off, break in."""

from django.db import transaction

from doithoai.audit import clock
from doithoai.directory.models import Agency, User
from doithoai.hall.actions.steps import begin, finish
from doithoai.hall.floor import (
    NO_AGENCY,
    TALKING,
    Hall,
    end,
    hand_to_answers,
    leave_to_writing,
    line_up,
    stop_clock,
    talk,
    talking,
    what,
)
from doithoai.hall.models import EventKind, ScreenMode, Session, Turn, TurnKind
from doithoai.hall.queries import approved_answer
from doithoai.hall.rules import Speaker
from doithoai.hall.states import TURN_TRANSITIONS, SessionState, TurnState
from doithoai.vietnamese.letters import nfc
from doithoai.vietnamese.personal_data import mask
from doithoai.workflow import Refused

INTERRUPTION_SECONDS = 60
EMPTY_QUEUE = "Hàng chờ không còn câu nào. Thêm lượt hỏi, hoặc chuyển sang mục chương trình khác."
NOTHING_TALKS = "Chưa có ai phát biểu xen. Không có lượt nào để tiếp tục."


@transaction.atomic
def call_next(session: Session, *, version: int, by: User) -> Session:
    """Call the head of the queue and put its question on the screen."""
    hall = begin(session, version=version, by=by)
    queued = [turn for turn in hall.turns if turn.state == TurnState.QUEUED]
    if not queued:
        raise Refused(EMPTY_QUEUE)
    return _call(hall, queued[0], by=by)


@transaction.atomic
def call(session: Session, *, turn: int, version: int, by: User) -> Session:
    """Call any turn of the queue."""
    hall = begin(session, version=version, by=by)
    return _call(hall, hall.turn(turn), by=by)


@transaction.atomic
def start_speaking(session: Session, *, turn: int, version: int, by: User) -> Session:
    """The asker speaks: the turn before ends, time is stamped, the clock starts."""
    hall = begin(session, version=version, by=by)
    speaker, now = hall.turn(turn), clock.now()
    talk(hall, speaker, TurnState.SPEAKING, hall.session.speak_seconds, now, by=by)
    speaker.called_at = speaker.called_at or now
    speaker.started_at = now
    hall.session.screen = ScreenMode.QUESTION
    line_up(hall)
    words = f"nêu {what(speaker)}{_quoted(speaker)}."
    return finish(hall, EventKind.SPEAKING, words, by=by, turn=speaker, speaks=True)


@transaction.atomic
def start_answering(
    session: Session, *, turn: int, version: int, by: User, agency: Agency | None = None
) -> Session:
    """An agency answers the turn; the clock starts anew."""
    hall = begin(session, version=version, by=by)
    answered, now = hall.turn(turn), clock.now()
    answered.agency = agency or answered.agency
    if answered.agency is None:
        raise Refused(NO_AGENCY)
    talk(hall, answered, TurnState.ANSWERING, hall.session.answer_seconds, now, by=by)
    answered.answering_at = now
    hall.session.screen = ScreenMode.QUESTION
    words = f"{answered.agency} trả lời {what(answered)}."
    return finish(hall, EventKind.ANSWERING, words, by=by, turn=answered)


@transaction.atomic
def mark_answered(
    session: Session,
    *,
    turn: int,
    version: int,
    by: User,
    note: str = "",
    agency: Agency | None = None,
) -> Session:
    """The answer is given; `note` says what was said and goes to the answers room."""
    hall = begin(session, version=version, by=by)
    answered = hall.turn(turn)
    answered.agency = agency or answered.agency
    answered.note = note.strip() or answered.note
    end(answered, TurnState.ANSWERED, clock.now())
    hand_to_answers(answered, by=by)
    read_out = " theo nội dung đã được duyệt." if approved_answer(answered) else "."
    said = f": {answered.note}" if answered.note else read_out
    by_whom = f"{answered.agency} trả lời xong" if answered.agency else "Xong"
    words = f"{by_whom} {what(answered)}{said}"
    return finish(hall, EventKind.ANSWERED, words, by=by, turn=answered)


@transaction.atomic
def note_answer(session: Session, *, turn: int, note: str, version: int, by: User) -> Session:
    """Write down later what was answered; also after the session has ended."""
    hall = begin(session, version=version, by=by, live=False, over=True)
    answered = hall.turn(turn)
    if answered.state != TurnState.ANSWERED or not note.strip():
        raise Refused("Chỉ ghi nội dung trả lời cho lượt đã xong. Gõ nội dung rồi bấm lại.")
    answered.note = note.strip()
    hand_to_answers(answered, by=by)
    said = f"đã nói về {what(answered)}: {answered.note}"
    words = f"{answered.agency} {said}" if answered.agency else said
    speaks = answered.agency is None
    return finish(hall, EventKind.ANSWERED, words, by=by, turn=answered, speaks=speaks)


@transaction.atomic
def put_off(session: Session, *, turn: int, version: int, by: User) -> Session:
    """The question is answered in writing after the conference."""
    hall = begin(session, version=version, by=by)
    late = hall.turn(turn)
    leave_to_writing(late, clock.now(), by=by)
    line_up(hall)
    words = f"Chủ trì giao trả lời bằng văn bản {what(late)}."
    return finish(hall, EventKind.PUT_OFF, words, by=by, turn=late)


@transaction.atomic
def withdraw_turn(session: Session, *, turn: int, version: int, by: User) -> Session:
    """The asker does not ask any more."""
    hall = begin(session, version=version, by=by)
    gone = hall.turn(turn)
    end(gone, TurnState.WITHDRAWN, clock.now())
    line_up(hall)
    words = f"rút {what(gone)}."
    return finish(hall, EventKind.WITHDRAWN, words, by=by, turn=gone, speaks=True)


@transaction.atomic
def requeue(session: Session, *, turn: int, version: int, by: User) -> Session:
    """Who was called is not there, or a question put off has its time after all."""
    hall = begin(session, version=version, by=by)
    back = hall.turn(turn)
    TURN_TRANSITIONS.move(back, to=TurnState.QUEUED)
    back.called_at = back.ended_at = None
    line_up(hall)
    return finish(hall, EventKind.REQUEUED, f"Trả {what(back)} về hàng chờ.", by=by, turn=back)


@transaction.atomic
def intervene(session: Session, *, kind: str, speaker: Speaker, version: int, by: User) -> Session:
    """Someone breaks in: the clock of the turn under way stops until `resume`."""
    hall = begin(session, version=version, by=by)
    if hall.session.state != SessionState.RUNNING:
        raise Refused("Hội nghị đang tạm nghỉ. Bấm “Tiếp tục hội nghị” rồi ghi phát biểu xen.")
    now, under_way = clock.now(), talking(hall)
    if under_way:
        stop_clock(under_way, now)
        under_way.save()
    added = Turn.objects.create(
        session=hall.session,
        position=len(hall.turns) + 1,
        kind=TurnKind(kind),
        speaker_name=speaker.name,
        speaker_unit=speaker.unit,
        interrupts=under_way,
        state=TurnState.SPEAKING,
        limit_seconds=INTERRUPTION_SECONDS,
        clock_from=now,
        called_at=now,
        started_at=now,
    )
    hall.turns.append(added)
    hall.added.append(added.pk)
    line_up(hall)
    words = f"{added.get_kind_display().lower()}."
    return finish(hall, EventKind.INTERVENED, words, by=by, turn=added, speaks=True)


@transaction.atomic
def resume(session: Session, *, version: int, by: User, note: str = "") -> Session:
    """The one who broke in is done; the turn broken into goes on from where it stopped."""
    hall = begin(session, version=version, by=by)
    now, breaking = clock.now(), talking(hall)
    if breaking is None or breaking.kind == TurnKind.QUESTION:
        raise Refused(NOTHING_TALKS)
    breaking.note = note.strip()
    end(breaking, TurnState.ANSWERED, now)
    back = next((one for one in hall.turns if one.pk == breaking.interrupts_id), None)
    if back and back.state in TALKING:
        back.clock_from = now
    said = f": {breaking.note}" if breaking.note else "."
    words = f"phát biểu xong{said}"
    return finish(hall, EventKind.RESUMED, words, by=by, turn=breaking, speaks=True)


def _call(hall: Hall, turn: Turn, *, by: User) -> Session:
    TURN_TRANSITIONS.move(turn, to=TurnState.CALLED)
    turn.called_at = clock.now()
    hall.session.screen = ScreenMode.QUESTION
    line_up(hall)
    words = f"được mời nêu {what(turn)}."
    return finish(hall, EventKind.CALLED, words, by=by, turn=turn, speaks=True)


def _quoted(turn: Turn) -> str:
    return f": “{mask(nfc(turn.question.wording))}”" if turn.question else ""

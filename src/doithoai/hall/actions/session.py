"""Running and closing the session; the programme; the big screen; taking a step back."""

from typing import Any

from django.db import models, transaction

from doithoai.audit import clock
from doithoai.directory.models import User
from doithoai.hall.actions.audience import give_receipt
from doithoai.hall.actions.steps import begin, finish
from doithoai.hall.floor import Hall, leave_to_writing, stop_clock, talking
from doithoai.hall.models import EventKind, HallEvent, ItemRun, ScreenMode, Session, Turn
from doithoai.hall.models.session import new_key
from doithoai.hall.queries import last_step
from doithoai.hall.states import (
    ENDED,
    SESSION_TRANSITIONS,
    UNDECIDED,
    AudienceState,
    SessionState,
    TurnState,
)
from doithoai.programme.models import AgendaItem
from doithoai.workflow import Refused

NOTHING_TO_UNDO = "Không còn bước nào để hoàn tác."
LEAST_SECONDS, MOST_SECONDS = 10, 3600


@transaction.atomic
def start_session(session: Session, *, version: int, by: User) -> Session:
    """The conference begins."""
    hall = begin(session, version=version, by=by, live=False)
    SESSION_TRANSITIONS.move(hall.session, to=SessionState.RUNNING)
    hall.session.started_at = clock.now()
    return finish(hall, EventKind.STARTED, "Khai mạc hội nghị.", by=by)


@transaction.atomic
def pause_session(session: Session, *, version: int, by: User) -> Session:
    """A break: the clock under way stops."""
    hall = begin(session, version=version, by=by)
    SESSION_TRANSITIONS.move(hall.session, to=SessionState.PAUSED)
    under_way = talking(hall)
    if under_way:
        stop_clock(under_way, clock.now())
    return finish(hall, EventKind.PAUSED, "Hội nghị tạm nghỉ.", by=by)


@transaction.atomic
def continue_session(session: Session, *, version: int, by: User) -> Session:
    """After the break: the clock goes on from where it stopped."""
    hall = begin(session, version=version, by=by)
    SESSION_TRANSITIONS.move(hall.session, to=SessionState.RUNNING)
    under_way = talking(hall)
    if under_way:
        under_way.clock_from = clock.now()
    return finish(hall, EventKind.CONTINUED, "Hội nghị tiếp tục.", by=by)


@transaction.atomic
def close_session(session: Session, *, version: int, by: User) -> Session:
    """The conference ends: what was not reached is answered in writing. Refused while one talks.

    What telephones sent and nobody refused is received, so that every question has its receipt.
    """
    hall = begin(session, version=version, by=by)
    if talking(hall):
        raise Refused("Đang có người phát biểu. Bấm “Đã trả lời xong” rồi bế mạc.")
    SESSION_TRANSITIONS.move(hall.session, to=SessionState.CLOSED)
    now = clock.now()
    left = [turn for turn in hall.turns if turn.state not in ENDED]
    for turn in left:
        leave_to_writing(turn, now, by=by)
    phones = _receive_undecided(hall.session, by=by)
    for run in hall.runs:
        run.finished_at = run.finished_at or now
    hall.session.closed_at, hall.session.audience_open = now, False
    hall.session.current_item, hall.session.screen = None, ScreenMode.WELCOME
    rest = f" {len(left)} câu chưa đến lượt được trả lời bằng văn bản." if left else ""
    sent = f" {len(phones)} câu gửi từ điện thoại được tiếp nhận, có mã biên nhận."
    words = f"Bế mạc hội nghị.{rest}{sent if phones else ''}"
    return finish(hall, EventKind.CLOSED, words, by=by, phones=phones)


@transaction.atomic
def start_item(session: Session, *, item: AgendaItem, version: int, by: User) -> Session:
    """An item of the programme begins; the one before it is finished."""
    hall = begin(session, version=version, by=by)
    if item.conference_id != hall.session.conference_id:
        raise Refused("Mục này không thuộc chương trình của hội nghị. Tải lại trang rồi chọn lại.")
    now = clock.now()
    for run in hall.runs:
        run.finished_at = run.finished_at or now
    hall.runs.append(ItemRun(session=hall.session, item=item, started_at=now))
    hall.session.current_item, hall.session.screen = item, ScreenMode.ITEM
    performer = f" ({item.performer})" if item.performer else ""
    return finish(hall, EventKind.ITEM_STARTED, f"{item.name}{performer}.", by=by, item=item.pk)


@transaction.atomic
def finish_item(session: Session, *, version: int, by: User) -> Session:
    """The item under way is done."""
    hall = begin(session, version=version, by=by)
    item = hall.session.current_item
    if item is None:
        raise Refused("Không có mục chương trình nào đang chạy.")
    for run in hall.runs:
        run.finished_at = run.finished_at or clock.now()
    hall.session.current_item = None
    return finish(hall, EventKind.ITEM_FINISHED, f"Xong: {item.name}.", by=by, item=item.pk)


@transaction.atomic
def show_screen(
    session: Session, *, screen: str, version: int, by: User, message: str = ""
) -> Session:
    """Choose what the big screen shows; a message needs words."""
    hall = begin(session, version=version, by=by, live=False)
    mode = ScreenMode(screen)
    if mode == ScreenMode.MESSAGE and not message.strip():
        raise Refused("Gõ lời nhắn rồi bấm đưa lên màn hình.")
    hall.session.screen = mode
    hall.session.message = message.strip() if mode == ScreenMode.MESSAGE else hall.session.message
    return finish(hall, EventKind.SCREEN, f"Màn hình: {mode.label}.", by=by)


@transaction.atomic
def set_limits(
    session: Session, *, speak_seconds: int, answer_seconds: int, version: int, by: User
) -> Session:
    """How long those who ask and those who answer have from the next turn on."""
    hall = begin(session, version=version, by=by, live=False)
    if not all(LEAST_SECONDS <= s <= MOST_SECONDS for s in (speak_seconds, answer_seconds)):
        raise Refused("Mỗi lượt từ 10 giây đến 60 phút. Sửa lại thời lượng.")
    hall.session.speak_seconds, hall.session.answer_seconds = speak_seconds, answer_seconds
    words = f"Mỗi lượt hỏi {speak_seconds} giây, trả lời {answer_seconds} giây."
    return finish(hall, EventKind.LIMITS, words, by=by)


@transaction.atomic
def renew_stage_key(session: Session, *, version: int, by: User) -> Session:
    """Shut every screen opened by the old link; the new link opens it again."""
    hall = begin(session, version=version, by=by, live=False)
    hall.session.stage_key = new_key()
    return finish(hall, EventKind.KEY, "Đổi đường dẫn màn hình lớn; đường dẫn cũ hết dùng.", by=by)


@transaction.atomic
def set_audience(session: Session, *, is_open: bool, version: int, by: User) -> Session:
    """Take questions from telephones, or stop taking them."""
    hall = begin(session, version=version, by=by)
    hall.session.audience_open = is_open
    words = "Mở nhận câu hỏi từ điện thoại." if is_open else "Đóng nhận câu hỏi từ điện thoại."
    return finish(hall, EventKind.AUDIENCE, words, by=by)


@transaction.atomic
def undo(session: Session, *, version: int, by: User) -> Session:
    """Take the last step back: everything stands as before it; the trail keeps both.

    A question received, or an answer handed on by the step, stays in its own room.
    """
    hall = begin(session, version=version, by=by, live=False, over=True)
    step = last_step(hall.session)
    if step is None or not _may_be_undone(hall.session, step):
        raise Refused(NOTHING_TO_UNDO)
    for key, state in step.data.get("phones", {}).items():
        hall.session.audience_questions.filter(pk=key).update(state=state)
    for born in _put_back(hall, step.data["undo"]):
        born.state, born.clock_from, born.ended_at = TurnState.WITHDRAWN, None, clock.now()
    words = f"Hoàn tác bước “{step.get_kind_display()}”."
    return finish(hall, EventKind.UNDONE, words, by=by, undoes=step.pk)


def _receive_undecided(session: Session, *, by: User) -> dict[int, str]:
    """Receive what nobody refused or gave a turn; in which state each was, by its key."""
    asked = session.audience_questions.select_for_update(of=("self",)).filter(state__in=UNDECIDED)
    before = {}
    for question in asked.select_related("submission"):
        before[question.pk] = question.state
        give_receipt(question, to=AudienceState.RECEIVED, conference=session.conference, by=by)
    return before


def _may_be_undone(session: Session, step: HallEvent) -> Any:
    signed = hasattr(session, "minutes") and session.minutes.state != "draft"
    return step.data.get("undo") and not signed


def _put_back(hall: Hall, undo: dict[str, Any]) -> list[Turn]:
    """Give everything the values it had before a step; what the step added is returned."""
    things = {f"turn-{turn.pk}": turn for turn in hall.turns}
    runs = {f"run-{run.pk}": run for run in hall.runs}
    born = [things[name] for name, values in undo.items() if values is None and name in things]
    for name, values in undo.items():
        if values is None and name in runs:
            runs[name].delete()
            hall.runs.remove(runs[name])
        elif values is not None:
            _set(hall.session if name == "session" else (things | runs)[name], values)
    return born


def _set(thing: models.Model, values: dict[str, Any]) -> None:
    for name, value in values.items():
        stored: Any = thing._meta.get_field(name)
        setattr(thing, name, stored.to_python(value))

"""How every step in the hall is done: locked, remembered, told once."""

from typing import Any

from doithoai.audit.actions import record
from doithoai.directory.models import User
from doithoai.hall.floor import Hall, difference, state_of
from doithoai.hall.minutes import fit_to_tell
from doithoai.hall.models import EventKind, HallEvent, Session, Turn
from doithoai.hall.permissions import may_drive
from doithoai.hall.rules import speaker_words
from doithoai.hall.states import LIVE_STATES, SessionState
from doithoai.hall.waking import wake
from doithoai.workflow import Refused, require

STALE = (
    "Người khác vừa bấm trước một bước, nên bước này chưa làm. "
    "Xem màn hình mới ở dưới rồi bấm lại nếu còn cần."
)
NOT_LIVE = "Phiên chưa khai mạc. Bấm “Khai mạc” rồi làm tiếp."
OVER = (
    "Hội nghị đã bế mạc, phiên không điều hành thêm được. Điều cần ghi thêm thì ghi vào biên bản."
)


def begin(
    session: Session, *, version: int, by: User, live: bool = True, over: bool = False
) -> Hall:
    """Lock the session for one step. Raises Forbidden, or Refused when another was quicker.

    `live` steps need a session under way; only `over` ones may follow the close.
    """
    session = (
        Session.objects.select_for_update(of=("self",))
        .select_related("conference")
        .get(pk=session.pk)
    )
    require(may_drive(by, session.conference))
    if session.version != version:
        raise Refused(STALE)
    if session.state == SessionState.CLOSED and not over:
        raise Refused(OVER)
    if live and session.state not in LIVE_STATES:
        raise Refused(NOT_LIVE)
    turns = session.turns.select_related("question", "agency")
    hall = Hall(session, list(turns), list(session.runs.select_related("item")))
    hall.before = state_of(hall)
    return hall


def finish(
    hall: Hall, kind: EventKind, text: str, *, by: User, turn: Turn | None = None, **data: Any
) -> Session:
    """Save what the step changed, tell it in one event and one line of trail.

    With `speaks` the text is said of the speaker of the turn, whose name stands with the turn
    alone: neither happenings nor trail can forget.
    """
    undo = difference(hall.before, state_of(hall))
    for one in sorted(hall.turns, key=lambda each: each.clock_from is not None):
        if f"turn-{one.pk}" in undo:
            one.save()
    for run in sorted(hall.runs, key=lambda each: each.finished_at is None):
        if run.pk is None or f"run-{run.pk}" in undo:
            run.save()
    undo |= {f"run-{run.pk}": None for run in hall.runs if f"run-{run.pk}" not in hall.before}
    undo |= {f"turn-{key}": None for key in hall.added}
    hall.session.version += 1
    hall.session.save()
    text = fit_to_tell(text)
    about = {"turn": turn.pk} if turn else {}
    tell(hall.session, kind, text, by=by, **about, **data, undo=undo)
    said = f"{speaker_words()} {text}" if data.get("speaks") else text
    record(f"hall.{kind}", turn or hall.session, by=by, after={"text": said})
    return hall.session


def tell(
    session: Session, kind: EventKind, text: str, *, by: User | None, **data: Any
) -> HallEvent:
    """Add one happening, personal data masked, and wake the live pages after the transaction."""
    words = fit_to_tell(text)
    event = HallEvent.objects.create(session=session, kind=kind, text=words, by=by, data=data)
    wake(session.conference)
    return event

"""What stands in the queue: the chosen questions, turns from the floor, their order."""

from typing import Any

from django.db import transaction

from doithoai.audit.actions import record
from doithoai.delegates.models import Delegate
from doithoai.directory.models import Agency, User
from doithoai.hall.actions.audience import give_receipt
from doithoai.hall.actions.steps import begin, finish, tell
from doithoai.hall.floor import Hall, line_up, what
from doithoai.hall.models import AudienceQuestion, EventKind, Session, Turn
from doithoai.hall.permissions import may_drive
from doithoai.hall.queries import askers_of, questions_without_turn
from doithoai.hall.rules import Speaker, moved
from doithoai.hall.states import ENDED, AudienceState, TurnState
from doithoai.planning.models import Conference
from doithoai.planning.states import ConferenceState
from doithoai.questions.actions import receive
from doithoai.questions.models import Channel, Submission
from doithoai.vietnamese.letters import nfc
from doithoai.vietnamese.personal_data import mask
from doithoai.workflow import Refused, require

NOT_ISSUED = "Kế hoạch chưa ban hành. Ban hành kế hoạch rồi mở phiên hội trường."
GONE = "Câu này không còn trong danh sách. Tải lại trang để xem danh sách mới."
NOBODY_OF_CODE = "Không có đại biểu nào mang mã này. Xem lại mã trên thẻ, hoặc gõ tên."


@transaction.atomic
def open_session(conference: Conference, *, by: User) -> Session:
    """Lay the session with the chosen questions as its queue; once, however often pressed."""
    conference = Conference.objects.select_for_update().get(pk=conference.pk)
    require(may_drive(by, conference))
    if conference.state != ConferenceState.ISSUED:
        raise Refused(NOT_ISSUED)
    known = Session.objects.filter(conference=conference).first()
    if known:
        return known
    session = Session.objects.create(conference=conference)
    count = _lay_turns(session, start=1)
    tell(session, EventKind.OPENED, f"Mở phiên hội trường với {count} câu hỏi.", by=by)
    record("hall.open_session", session, by=by, after={"turns": count})
    return session


@transaction.atomic
def fill_queue(session: Session, *, version: int, by: User) -> Session:
    """Put the chosen questions that have no turn yet at the end of the queue."""
    hall = begin(session, version=version, by=by, live=False)
    count = _lay_turns(hall.session, start=len(hall.turns) + 1)
    if count == 0:
        raise Refused("Mọi câu đã chọn cho hội trường đều đã có lượt.")
    return finish(hall, EventKind.ADDED, f"Thêm {count} câu đã chọn vào hàng chờ.", by=by)


@transaction.atomic
def add_turn(
    session: Session,
    *,
    text: str,
    speaker: Speaker,
    version: int,
    by: User,
    agency: Agency | None = None,
) -> Session:
    """Someone in the hall asks: a question with a receipt like any other, next in the queue."""
    hall = begin(session, version=version, by=by)
    delegate = _delegate(hall.session, speaker.code) if speaker.code else None
    name = delegate.full_name if delegate else speaker.name
    unit = delegate.organisation if delegate else speaker.unit
    sent = receive(
        hall.session.conference,
        text=text,
        by=by,
        channel=Channel.HALL,
        sender_name=name,
        sender_unit=unit,
        consents_name=bool(speaker.shows_name and name),
    )
    turn = _next_turn(hall, sent, delegate=delegate, agency=agency)
    words = f"đăng ký hỏi tại hội trường: “{mask(nfc(text))}”."
    return finish(hall, EventKind.ADDED, words, by=by, turn=turn, speaks=True)


@transaction.atomic
def take(session: Session, *, question: int, version: int, by: User) -> Session:
    """Give a question from a telephone the next turn; its sender gets a receipt code."""
    hall = begin(session, version=version, by=by)
    found = (
        AudienceQuestion.objects.select_for_update()
        .filter(pk=question, session=hall.session)
        .first()
    )
    if found is None:
        raise Refused(GONE)
    sent = give_receipt(found, to=AudienceState.TAKEN, conference=hall.session.conference, by=by)
    turn = _next_turn(hall, sent)
    words = f"Đưa câu từ điện thoại vào lượt tiếp theo: “{found.text}”."
    return finish(hall, EventKind.ADDED, words, by=by, turn=turn, audience=found.pk)


@transaction.atomic
def reorder(session: Session, *, turn: int, places: int, version: int, by: User) -> Session:
    """Move a turn up (below zero) or down in the queue."""
    hall = begin(session, version=version, by=by)
    wanted = hall.turn(turn)
    queued = {one.pk: one for one in hall.turns if one.state == TurnState.QUEUED}
    if wanted.pk not in queued:
        raise Refused("Chỉ đổi thứ tự lượt đang chờ.")
    positions = sorted(one.position for one in queued.values())
    for position, key in zip(positions, moved(list(queued), wanted.pk, places), strict=True):
        queued[key].position = position
    words = f"Đổi thứ tự {what(wanted)}."
    return finish(hall, EventKind.MOVED, words, by=by, turn=wanted)


@transaction.atomic
def name_speaker(
    session: Session, *, turn: int, speaker: Speaker, version: int, by: User
) -> Session:
    """Who really speaks; the name stands on the screen only when that person agrees."""
    hall = begin(session, version=version, by=by, live=False)
    named = hall.turn(turn)
    if named.state in ENDED:
        raise Refused("Lượt này đã xong. Ghi người phát biểu trong biên bản.")
    named.speaker_name, named.speaker_unit = speaker.name.strip(), speaker.unit.strip()
    named.shows_name = speaker.shows_name and bool(named.speaker_name)
    named.save()
    words = f"sẽ nêu {what(named)}."
    return finish(hall, EventKind.NAMED, words, by=by, turn=named, speaks=True)


def _delegate(session: Session, code: str) -> Delegate:
    letters = "".join(code.upper().split()).replace("-", "")
    found = Delegate.objects.filter(conference=session.conference_id, code=letters).first()
    if found is None:
        raise Refused(NOBODY_OF_CODE)
    return found


def _lay_turns(session: Session, *, start: int) -> int:
    """Create the turns of chosen questions, from position `start` on; how many there were."""
    questions = list(questions_without_turn(session))
    askers = askers_of(questions)
    turns = []
    for position, question in enumerate(questions, start=start):
        referral = getattr(question, "referral", None)
        name, unit = askers.get(question.pk, ("", ""))
        turns.append(
            Turn(
                session=session,
                position=position,
                question=question,
                speaker_name=name,
                speaker_unit=unit,
                shows_name=bool(name),
                agency=referral.agency if referral else None,
                limit_seconds=session.speak_seconds,
            )
        )
    return len(Turn.objects.bulk_create(turns))


def _next_turn(hall: Hall, sent: Submission, **known: Any) -> Turn:
    """A turn at the head of the queue for what was just received; part of a larger step."""
    question = sent.parts.select_related("question").get().question
    turn = Turn.objects.create(
        session=hall.session,
        position=len(hall.turns) + 1,
        question=question,
        speaker_name=sent.sender_name,
        speaker_unit=sent.sender_unit,
        shows_name=sent.consents_name,
        limit_seconds=hall.session.speak_seconds,
        **known,
    )
    hall.turns.append(turn)
    hall.added.append(turn.pk)
    hall.before[f"turn-{turn.pk}"] = {"position": 0}
    line_up(hall, first=turn)
    return turn

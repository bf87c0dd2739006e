"""How far one question has come, told to the person who sent it."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from doithoai.answers.models import Referral
from doithoai.answers.states import APPROVED_STATES, AnswerState
from doithoai.planning.models import Conference
from doithoai.questions.models import Question, Submission
from doithoai.questions.states import QuestionState
from doithoai.vietnamese.dates import short_date
from doithoai.web.portal.naming import full_name, hidden
from doithoai.web.public.shown import is_held
from doithoai.web.templatetags.formats import short_date as local_date

PAST, NOW, FUTURE = "past", "now", "future"


@dataclass(frozen=True, slots=True)
class Journey:
    """Where a question stands: state as a heading, what that means, past and coming steps."""

    question: Question
    heading: str
    text: str
    steps: list[dict[str, Any]]
    reason: str = ""
    answer: str = ""
    published: datetime | None = None
    wording: str = ""
    agencies: list[str] = field(default_factory=list)


def journey_of(
    submission: Submission, question: Question, referral: Referral | None, *, today: date
) -> Journey:
    """Everything the sender of `submission` may know of `question` today."""
    conference = submission.conference
    heading, text = _standing(conference, question, referral, today)
    published = question.state == QuestionState.ANSWERED and referral is not None
    aside = question.state == QuestionState.SET_ASIDE
    return Journey(
        question=question,
        heading=heading,
        text=text,
        steps=_steps(submission, question, referral, today),
        reason=hidden(question.reason) if aside else "",
        answer=referral.answer.body if published and referral else "",
        published=referral.answer.published_at if published and referral else None,
        wording="" if question.state == QuestionState.RECEIVED else hidden(question.wording),
        agencies=[full_name(a, conference.place) for a in referral.supporting.all()]
        if referral
        else [],
    )


def _standing(
    conference: Conference, question: Question, referral: Referral | None, today: date
) -> tuple[str, str]:
    host = full_name(conference.host, conference.place)
    if question.state == QuestionState.RECEIVED:
        return "Đã nhận, đang chờ phân loại", f"{host} đọc và phân loại từng câu hỏi, kiến nghị."
    if question.state == QuestionState.SET_ASIDE:
        return "Không đưa vào hội nghị này", f"{host} đã xem câu hỏi và để ngoài, vì lý do sau."
    if referral is None:
        office = full_name(conference.office, conference.place)
        return "Đã chọn, chờ giao cơ quan trả lời", f"{office} sẽ giao cơ quan trả lời và định hạn."
    agency = full_name(referral.agency, conference.place)
    if question.state == QuestionState.ANSWERED:
        return "Đã có trả lời", f"{agency} chủ trì trả lời, câu trả lời đã được duyệt."
    return _answering(referral, agency, today)


def _answering(referral: Referral, agency: str, today: date) -> tuple[str, str]:
    state = referral.answer.state
    day = short_date(referral.due)
    if state in APPROVED_STATES:
        return "Câu trả lời đã duyệt, chờ công bố", f"{agency} chủ trì trả lời."
    if state in {AnswerState.SUBMITTED, AnswerState.APPRAISED}:
        return "Đang thẩm định câu trả lời", f"{agency} đã trả lời; câu trả lời đang được kiểm tra."
    if referral.due < today:
        return "Trả lời quá hạn", f"{agency} phải trả lời chậm nhất ngày {day}, nay đã quá hạn."
    return "Đang được trả lời", f"{agency} phải trả lời chậm nhất ngày {day}."


def _steps(
    submission: Submission, question: Question, referral: Referral | None, today: date
) -> list[dict[str, Any]]:
    steps = [_step("Đã nhận", local_date(submission.received_at))]
    if question.state == QuestionState.SET_ASIDE:
        return [*steps, _step("Để ngoài, có lý do", local_date(question.decided_at))]
    if question.state == QuestionState.RECEIVED:
        steps.append(_step("Phân loại", state=NOW))
    else:
        steps.append(_step("Đã chọn", local_date(question.decided_at)))
    if question.state == QuestionState.SELECTED:
        steps.append(_step("Giao cơ quan trả lời", state=NOW))
    elif referral is None:
        steps.append(_step("Giao cơ quan trả lời", state=FUTURE))
    else:
        agency = full_name(referral.agency, submission.conference.place)
        steps.append(_step(f"Đã giao {agency} trả lời", local_date(referral.referred_at)))
    return [*steps, *_answer_steps(referral), *_meeting(submission.conference, today)]


def _answer_steps(referral: Referral | None) -> list[dict[str, Any]]:
    if referral is None:
        return [_step(name, state=FUTURE) for name in ("Trả lời", "Thẩm định, duyệt", "Công bố")]
    answer, due = referral.answer, f"Hạn {short_date(referral.due)}"
    if answer.state in {AnswerState.DRAFT, AnswerState.RETURNED}:
        waiting = "Cơ quan đang sửa câu trả lời" if answer.note else "Cơ quan đang soạn trả lời"
        head = [_step(waiting, due, NOW), _step("Thẩm định, duyệt", state=FUTURE)]
    elif answer.state in {AnswerState.SUBMITTED, AnswerState.APPRAISED}:
        head = [
            _step("Cơ quan đã trả lời", local_date(answer.submitted_at)),
            _step("Đang thẩm định, duyệt", state=NOW),
        ]
    else:
        head = [
            _step("Cơ quan đã trả lời", local_date(answer.submitted_at)),
            _step("Đã thẩm định, duyệt", local_date(answer.approved_at)),
        ]
    return [*head, _publishing(answer.state, answer.published_at)]


def _publishing(state: str, at: datetime | None) -> dict[str, Any]:
    if state == AnswerState.PUBLISHED:
        return _step("Đã công bố câu trả lời", local_date(at))
    return _step("Công bố", state=NOW if state == AnswerState.APPROVED else FUTURE)


def _meeting(conference: Conference, today: date) -> list[dict[str, Any]]:
    if is_held(conference, today):
        return []
    return [_step("Hội nghị đối thoại", conference.held_words, FUTURE)]


def _step(text: str, detail: str = "", state: str = PAST) -> dict[str, Any]:
    return {"date": "", "text": text, "detail": detail, "state": state}

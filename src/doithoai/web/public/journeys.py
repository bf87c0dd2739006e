"""How far one question has come, told to the person who sent it."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from doithoai.answers.models import Referral
from doithoai.answers.queries import referrals_of_submission
from doithoai.answers.states import APPROVED_STATES, AnswerState
from doithoai.planning.models import Conference
from doithoai.questions.models import Merging, Part, PassOn, Question, Submission
from doithoai.questions.permissions import is_secret
from doithoai.questions.queries import asked_counts, passed_on_of
from doithoai.questions.states import HALL_STATES, QuestionState
from doithoai.vietnamese.dates import short_date
from doithoai.web.portal.naming import full_name, hidden
from doithoai.web.public.shown import is_held
from doithoai.web.templatetags.formats import short_date as local_date

PAST, NOW, FUTURE = "past", "now", "future"
IN_HALL = "Câu hỏi được nêu tại hội nghị."
IN_WRITING = "Câu hỏi được trả lời bằng văn bản, không nêu tại hội nghị."
WITHDRAWN = "Câu hỏi không còn được tính. Câu đã giao cơ quan thì cơ quan vẫn trả lời chung."


@dataclass(frozen=True, slots=True)
class Matter:
    """One part of what was sent, the question it belongs to now, and who else is concerned."""

    submission: Submission
    part: Part
    referral: Referral | None
    pass_on: PassOn | None
    asked: int
    is_secret: bool

    @property
    def question(self) -> Question:
        """The question that is chosen, referred and answered."""
        return self.part.question

    @property
    def words(self) -> str:
        """What the sender wrote, masked; nothing of a letter, nor beside a denunciation."""
        is_letter = self.question.state == QuestionState.PASSED_ON
        return "" if is_letter or self.is_secret else hidden(self.part.text)

    @property
    def merging(self) -> Merging | None:
        """The last time the part was put under another's question, unless taken apart since."""
        moved = [one for one in self.part.mergings.all() if one.undone_at is None]
        return moved[-1] if moved else None


@dataclass(frozen=True, slots=True)
class Journey:
    """Where a question stands: state as a heading, what that means, past and coming steps.

    `words` are the sender's own, masked; empty for a letter, which is read nowhere here.
    """

    question: Question
    heading: str
    text: str
    steps: list[dict[str, Any]]
    words: str = ""
    together: str = ""
    common: str = ""
    reason: str = ""
    way: str = ""
    answer: str = ""
    published: datetime | None = None
    agencies: list[str] = field(default_factory=list)


def journeys_of(submission: Submission, *, today: date) -> list[Journey]:
    """A journey for each part of what was sent, in the order it was written."""
    found = submission.parts.select_related("question").prefetch_related("mergings")
    parts = sorted(found, key=lambda part: part.start)
    referrals = referrals_of_submission(submission)
    sealed = is_secret(submission)
    letters, asked = passed_on_of(submission), asked_counts(part.question for part in parts)
    return [
        journey_of(
            Matter(
                submission,
                part,
                referrals.get(part.question_id),
                letters.get(part.question_id),
                asked.get(part.question_id, 0),
                sealed,
            ),
            today=today,
        )
        for part in parts
    ]


def journey_of(matter: Matter, *, today: date) -> Journey:
    """Everything the sender may know of one matter today."""
    question, referral = matter.question, matter.referral
    if question.state == QuestionState.PASSED_ON or matter.submission.withdrawn_at:
        return _left(matter)
    heading, text = _standing(matter.submission.conference, question, referral, today)
    published = question.state == QuestionState.ANSWERED and referral is not None
    aside = question.state == QuestionState.SET_ASIDE
    place = matter.submission.conference.place
    return Journey(
        question=question,
        heading=heading,
        text=text,
        steps=_steps(matter, today),
        words=matter.words,
        together=_together(matter),
        common=_common(matter),
        reason=hidden(question.reason) if aside else "",
        way=_way(matter, today),
        answer=referral.answer.body if published and referral else "",
        published=referral.answer.published_at if published and referral else None,
        agencies=[full_name(a, place) for a in referral.supporting.all()] if referral else [],
    )


def _left(matter: Matter) -> Journey:
    sent = matter.submission
    if sent.withdrawn_at:
        steps = [*_received(sent), _step("Ông/bà đã rút câu hỏi", local_date(sent.withdrawn_at))]
        return Journey(matter.question, "Đã rút theo ý ông/bà", WITHDRAWN, steps, matter.words)
    letter = matter.pass_on
    body = hidden(letter.body) if letter else "Cơ quan có thẩm quyền"
    text = f"Việc này không trả lời ở hội nghị. Theo luật, {body} có thẩm quyền giải quyết."
    return Journey(matter.question, "Chuyển theo luật", text, _letter_steps(sent, letter))


def _letter_steps(sent: Submission, letter: PassOn | None) -> list[dict[str, Any]]:
    if letter is None:
        return _received(sent)
    decided = _step("Xác định không thuộc hội nghị", local_date(letter.decided_at))
    if letter.paper == PassOn.Paper.GUIDANCE:
        way = "Hướng dẫn ông/bà gửi đơn đến cơ quan có thẩm quyền"
    else:
        way = "Chuyển đơn đến cơ quan có thẩm quyền"
    if letter.sent_on:
        return [*_received(sent), decided, _step(way, f"{short_date(letter.sent_on)}")]
    return [*_received(sent), decided, _step(way, f"Hạn {short_date(letter.due)}", NOW)]


def _together(matter: Matter) -> str:
    code, others = matter.question.code, matter.asked - 1
    if matter.merging:
        people = f" {matter.asked} người cùng hỏi." if others > 0 else ""
        return f"Câu hỏi được gộp với câu {code} để trả lời chung một lần.{people}"
    return f"{others} người khác cùng hỏi câu này." if others > 0 else ""


def _way(matter: Matter, today: date) -> str:
    """Asked at the conference or answered in writing, in plain words, once that is decided."""
    question, conference = matter.question, matter.submission.conference
    if question.state not in HALL_STATES:
        return ""
    if question.hall_position is not None:
        past = is_held(conference, today)
        return "Câu hỏi có trong danh sách nêu tại hội nghị." if past else IN_HALL
    return IN_WRITING if question.in_writing else ""


def _common(matter: Matter) -> str:
    """The wording answered for all: only once an official has chosen it, and when it is another."""
    chosen = matter.question.state in HALL_STATES and (matter.merging or matter.asked > 1)
    wording = hidden(matter.question.wording)
    return wording if chosen and wording != matter.words else ""


def _received(sent: Submission, question: Question | None = None) -> list[dict[str, Any]]:
    late, day = "Gửi sau hạn" if sent.is_late else "", local_date(sent.received_at)
    if late and question and question.hall_position is None:
        late += ", trả lời bằng văn bản"
    return [_step("Đã nhận", f"{day}. {late}" if late else day)]


def _standing(
    conference: Conference, question: Question, referral: Referral | None, today: date
) -> tuple[str, str]:
    host = full_name(conference.host, conference.place)
    if question.state == QuestionState.SET_ASIDE:
        return "Không đưa vào hội nghị này", f"{host} đã xem câu hỏi và để ngoài, vì lý do sau."
    if question.state not in HALL_STATES:
        return "Đã nhận, đang chờ phân loại", f"{host} đọc và phân loại từng câu hỏi, kiến nghị."
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


def _steps(matter: Matter, today: date) -> list[dict[str, Any]]:
    question, referral = matter.question, matter.referral
    steps = _received(matter.submission, question)
    if matter.merging:
        moved = local_date(matter.merging.merged_at)
        steps.append(_step(f"Đã gộp với câu {question.code}", moved))
    if question.state == QuestionState.SET_ASIDE:
        return [*steps, _step("Để ngoài, có lý do", local_date(question.decided_at))]
    if question.state in HALL_STATES:
        steps.append(_step("Đã chọn", local_date(question.decided_at)))
    else:
        steps.append(_step("Phân loại", state=NOW))
    if question.state == QuestionState.SELECTED:
        steps.append(_step("Giao cơ quan trả lời", state=NOW))
    elif referral is None:
        steps.append(_step("Giao cơ quan trả lời", state=FUTURE))
    else:
        agency = full_name(referral.agency, matter.submission.conference.place)
        steps.append(_step(f"Đã giao {agency} trả lời", local_date(referral.referred_at)))
    return [*steps, *_answer_steps(referral), *_meeting(matter.submission.conference, today)]


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

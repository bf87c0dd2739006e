"""Every write of the answers room."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import transaction

from doithoai.answers.later import learn_later
from doithoai.answers.models import Answer, AnswerVersion, Referral
from doithoai.answers.permissions import (
    may_appraise,
    may_approve,
    may_draft,
    may_publish,
    may_refer,
)
from doithoai.answers.states import ANSWER_TRANSITIONS, WITH_AGENCY, AnswerState
from doithoai.audit import clock
from doithoai.audit.actions import record
from doithoai.directory.models import Agency, User
from doithoai.planning.actions import include_agencies
from doithoai.planning.models import Conference, Work
from doithoai.planning.permissions import may_do
from doithoai.questions.actions import hand_file, mark_answered, mark_referred, take_in_hall
from doithoai.questions.actions.searching import keep_answer_words
from doithoai.questions.models import Attachment, Question
from doithoai.questions.states import QuestionState
from doithoai.workflow import Refused, require

STALE = "Có người vừa lưu câu trả lời này. Chữ vừa gõ còn ở dưới; tải lại trang để xem bản mới."
OUT_OF_TURN: dict[tuple[str, str], str] = {
    ("appraise", AnswerState.APPRAISED): "Câu trả lời đã thẩm định, đang chờ Chủ tịch duyệt.",
    ("approve", AnswerState.SUBMITTED): "Câu trả lời chưa thẩm định. Chờ Văn phòng thẩm định xong.",
}
LONGEST_DAYS = 366
ANOTHER_PERSON = "Người soạn, người thẩm định và người duyệt phải là ba người khác nhau."


@transaction.atomic
def refer(
    question: Question,
    *,
    agency: Agency,
    due: date,
    by: User,
    supporting: Iterable[Agency] = (),
    note: str = "",
) -> Referral:
    """The office sends a chosen question to one leading agency with a day to answer."""
    question = Question.objects.select_for_update().select_related("conference").get(pk=question.pk)
    require(may_refer(by, question.conference))
    if due <= clock.today():
        raise Refused("Hạn trả lời phải sau hôm nay. Chọn một ngày làm việc khác.")
    if (due - clock.today()).days > LONGEST_DAYS:
        raise Refused("Hạn trả lời xa quá một năm. Xem lại năm của ngày vừa nhập.")
    mark_referred(question, by=by)
    supporting = [other for other in supporting if other.pk != agency.pk]
    include_agencies(question.conference, [agency, *supporting], by=by)
    referral = Referral.objects.create(
        question=question,
        agency=agency,
        due=due,
        note=note,
        referred_by=by,
        referred_at=clock.now(),
    )
    referral.supporting.set(supporting)
    Answer.objects.create(referral=referral)
    record("answers.refer", referral, by=by, after={"agency": agency, "due": due})
    learn_later()
    return referral


@transaction.atomic
def answer_on_the_spot(question: Question, *, agency: Agency, body: str, by: User) -> Answer:
    """What an agency said in the hall becomes its submitted answer, judged like any other.

    Its author is the agency that spoke: whoever noted the words stands with the version, and may
    appraise or approve them, never both. An answer already written keeps its words; it is only
    marked as given in the hall.
    """
    conference = Conference.objects.select_for_update().get(pk=question.conference_id)
    require(may_do(by, conference, Work.HALL))
    answer = _locked(_answer_in_hall(question, conference, agency, by=by))
    before = {"state": answer.state, "given_in_hall": answer.given_in_hall}
    answer.given_in_hall = True
    if answer.state in WITH_AGENCY and not answer.body.strip() and body.strip():
        ANSWER_TRANSITIONS.move(answer, to=AnswerState.SUBMITTED)
        answer.body, answer.drafted_by, answer.submitted_at = body, None, clock.now()
        _keep_version(answer, by=by)
    after = {"state": answer.state, "given_in_hall": True}
    return _saved(answer, "answers.answer_on_the_spot", by=by, before=before, after=after)


def _answer_in_hall(
    question: Question, conference: Conference, agency: Agency, *, by: User
) -> Answer:
    known = Answer.objects.filter(referral__question=question).first()
    if known:
        return known
    if question.state == QuestionState.RECEIVED:
        question = take_in_hall(question, by=by)
    mark_referred(question, by=by)
    include_agencies(conference, [agency], by=by)
    referral = Referral.objects.create(
        question=question,
        agency=agency,
        due=clock.today(),
        note="Trả lời trực tiếp tại hội trường.",
        referred_by=by,
        referred_at=clock.now(),
    )
    record("answers.refer", referral, by=by, after={"agency": agency, "due": referral.due})
    return Answer.objects.create(referral=referral)


@transaction.atomic
def save_draft(answer: Answer, *, body: str, version: int, by: User) -> Answer:
    """Keep what the department has written so far."""
    answer = _locked(answer)
    require(may_draft(by, answer.referral))
    if answer.state not in WITH_AGENCY:
        raise Refused(
            f"Câu trả lời đang “{answer.get_state_display()}”, không sửa được. "
            "Chờ kết quả thẩm định."
        )
    _same_version(answer, version)
    answer.body, answer.drafted_by = body, by
    return _saved(answer, "answers.save_draft", by=by, after={"length": len(body)})


@transaction.atomic
def submit(answer: Answer, *, body: str, version: int, by: User) -> Answer:
    """The department hands its answer to appraisal; the text is kept as a version."""
    answer = _locked(answer)
    require(may_draft(by, answer.referral))
    _same_version(answer, version)
    before = {"state": answer.state}
    ANSWER_TRANSITIONS.move(answer, to=AnswerState.SUBMITTED)
    if not body.strip():
        raise Refused("Chưa có nội dung trả lời. Soạn nội dung rồi nộp.")
    answer.body, answer.drafted_by, answer.submitted_at = body, by, clock.now()
    answer.appraised_by, answer.note = None, ""
    number = _keep_version(answer, by=by)
    return _saved(
        answer,
        "answers.submit",
        by=by,
        before=before,
        after={"state": answer.state, "version": number},
    )


@transaction.atomic
def appraise(answer: Answer, *, verdict: str, version: int, by: User, note: str = "") -> Answer:
    """Another agency passes the answer to the chair or sends it back with a reason."""
    answer = _locked(answer)
    require(may_appraise(by, answer), ANOTHER_PERSON)
    return _judge(
        answer, {AnswerState.APPRAISED, AnswerState.RETURNED}, verdict, version, by=by, note=note
    )


@transaction.atomic
def approve(answer: Answer, *, verdict: str, version: int, by: User, note: str = "") -> Answer:
    """The chair approves the answer or sends it back with a reason."""
    answer = _locked(answer)
    require(may_approve(by, answer), ANOTHER_PERSON)
    if verdict == AnswerState.APPROVED:
        answer.approved_by, answer.approved_at = by, clock.now()
    return _judge(
        answer, {AnswerState.APPROVED, AnswerState.RETURNED}, verdict, version, by=by, note=note
    )


@transaction.atomic
def publish(answer: Answer, *, version: int, by: User) -> Answer:
    """Put the approved answer on the public page and before its senders."""
    answer = _locked(answer)
    require(may_publish(by, answer))
    _same_version(answer, version)
    before = {"state": answer.state}
    ANSWER_TRANSITIONS.move(answer, to=AnswerState.PUBLISHED)
    answer.published_at = clock.now()
    mark_answered(answer.referral.question, by=by)
    return _saved(answer, "answers.publish", by=by, before=before, after={"state": answer.state})


def _keep_version(answer: Answer, *, by: User) -> int:
    number = answer.versions.count() + 1
    AnswerVersion.objects.create(
        answer=answer, number=number, body=answer.body, by=by, at=clock.now()
    )
    return number


def _locked(answer: Answer) -> Answer:
    return (
        Answer.objects.select_for_update(of=("self",))
        .select_related("referral__question__conference")
        .get(pk=answer.pk)
    )


def _same_version(answer: Answer, version: int) -> None:
    if answer.version != version:
        raise Refused(STALE)


def _judge(
    answer: Answer, allowed: set[AnswerState], verdict: str, version: int, *, by: User, note: str
) -> Answer:
    _same_version(answer, version)
    wanted = AnswerState(verdict)
    if wanted not in allowed:
        raise Refused("Chọn một trong các ý kiến đưa ra.")
    if wanted == AnswerState.RETURNED and not note.strip():
        raise Refused("Nêu rõ lý do trả lại để cơ quan sửa.")
    stage = "appraise" if AnswerState.APPRAISED in allowed else "approve"
    before = {"state": answer.state}
    if refusal := OUT_OF_TURN.get((stage, answer.state)):
        raise Refused(refusal)
    ANSWER_TRANSITIONS.move(answer, to=wanted)
    answer.note = note
    if stage == "appraise":
        answer.appraised_by = by
    return _saved(
        answer, f"answers.{stage}", by=by, before=before, after={"state": wanted, "note": note}
    )


def _saved(answer: Answer, verb: str, *, by: User, **trail: Any) -> Answer:
    answer.version += 1
    answer.save()
    if answer.state not in WITH_AGENCY:
        keep_answer_words(answer.referral.question, answer.body)
    record(verb, answer, by=by, **trail)
    return answer


def keep_all_answer_words() -> int:
    """Keep the words of every answer that has left its agency; how many.

    After an upgrade, or when the lexicon or the way words are compared has changed.
    """
    handed_in = Answer.objects.exclude(state__in=sorted(WITH_AGENCY)).order_by("pk")
    answers = handed_in.select_related("referral__question")
    for answer in answers.iterator(chunk_size=500):
        keep_answer_words(answer.referral.question, answer.body)
    return handed_in.count()


@transaction.atomic
def take_agreed_file(referral: Referral, file: Attachment, *, by: User) -> Attachment:
    """Let the leading agency have a file of its question, when the sender agreed; it is kept."""
    require(may_draft(by, referral))
    return hand_file(file, by=by)

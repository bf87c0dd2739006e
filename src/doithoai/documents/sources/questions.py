"""Facts of papers about questions and answers; personal data is masked in every word."""

import re
from collections.abc import Iterator
from typing import Any, TypeVar

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from doithoai.answers.models import Answer, Referral
from doithoai.answers.states import APPROVED_STATES
from doithoai.directory.models import Agency
from doithoai.documents.kinds.answers_booklet import AnsweredQuestion, BookletFacts
from doithoai.documents.kinds.compiled_questions import CompiledFacts, CompiledQuestion
from doithoai.documents.kinds.referral_letter import ReferralFacts, ReferredQuestion
from doithoai.documents.sources.heading import event_of, outgoing_of
from doithoai.documents.sources.plan import citation
from doithoai.documents.sources.recipe import Lack, Subject, Wanted
from doithoai.planning.models import Conference
from doithoai.questions.models import Question
from doithoai.questions.queries import ASKED
from doithoai.questions.queries.letters import is_suspected, named_parts
from doithoai.questions.states import LISTED_STATES, QuestionState
from doithoai.vietnamese.letters import fold, nfc
from doithoai.vietnamese.personal_data import mask

OTHER_TOPIC, UNSORTED = "Nội dung khác", "Chưa phân loại"
LETTER_CODE = "CV"


COMPILED_LACK = Lack("Chưa nhận câu hỏi, kiến nghị nào.", "questions")


def compiled_ready() -> Exists:
    """Something was received."""
    return Exists(Question.objects.filter(conference=OuterRef("pk")))


def compiled_facts(wanted: Wanted) -> Iterator[CompiledFacts]:
    """Every question under its topic."""
    conference = wanted.conference
    questions = (
        Question.objects.filter(conference=conference, state__in=sorted(LISTED_STATES))
        .select_related("topic", "lead", "referral__agency")
        .annotate(asked=ASKED, is_suspected=is_suspected())
        .order_by("topic__position", "number")
    )
    topics: dict[str, list[CompiledQuestion]] = {}
    for one in questions:
        topics.setdefault(topic_of(one), []).append(_compiled(one))
    yield CompiledFacts(
        out=outgoing_of(conference, conference.host, recipients=(conference.office.name,)),
        event=event_of(conference),
        slips=conference.submissions.count(),
        topics=_last_the_rest(topics),
        apart=_apart(conference),
        **_standing(conference),
    )


def _standing(conference: Conference) -> dict[str, Any]:
    """How many slips stand in some line, how many in several; questions nobody has decided."""
    listed = Q(parts__question__state__in=sorted(LISTED_STATES))
    lines = Count("parts__question", filter=listed, distinct=True)
    slips = conference.submissions.filter(withdrawn_at=None).order_by().annotate(lines=lines)
    received = conference.questions.filter(state=QuestionState.RECEIVED)
    return {
        "placed": slips.filter(lines__gt=0).count(),
        "several": slips.filter(lines__gt=1).count(),
        "unsorted": received.count(),
    }


def _apart(conference: Conference) -> tuple[tuple[str, int], ...]:
    """Slips that stand in no line of their own, by what became of them."""
    slips = conference.submissions
    merged = slips.filter(parts__mergings__isnull=False, parts__mergings__undone_at=None)
    letters = slips.filter(parts__question__state=QuestionState.PASSED_ON)
    return (
        ("hỏi cùng một việc với phiếu khác, đã gộp", merged.distinct().count()),
        ("là khiếu nại, tố cáo, đã chuyển theo quy định của pháp luật", letters.distinct().count()),
        ("do người gửi rút lại", slips.exclude(withdrawn_at=None).count()),
        ("nhận sau hạn", slips.filter(is_late=True).count()),
    )


REFERRAL_LACK = Lack("Chưa chuyển câu hỏi nào cho cơ quan trả lời.", "questions")


def referral_ready() -> Exists:
    """A question was referred."""
    return Exists(Referral.objects.filter(question__conference=OuterRef("pk")))


def referral_subjects(conference: Conference) -> list[Subject]:
    """The agencies that have questions to answer."""
    agencies = Agency.objects.filter(referrals__question__conference=conference).distinct()
    return [Subject(str(agency.pk), agency.name) for agency in agencies.order_by("name")]


def referral_facts(wanted: Wanted) -> Iterator[ReferralFacts]:
    """The letter to one agency."""
    conference = wanted.conference
    referrals = list(
        Referral.objects.filter(question__conference=conference, agency_id=wanted.key)
        .select_related("question__topic", "agency")
        .prefetch_related("supporting")
        .order_by("question__number")
    )
    if referrals:
        yield ReferralFacts(
            out=outgoing_of(
                conference, conference.office, code=LETTER_CODE, recipients=("Như trên",)
            ),
            event=event_of(conference),
            agency=referrals[0].agency.name,
            questions=tuple(map(_referred, referrals)),
            basis=citation(conference),
            chair=conference.chair_title or "Chủ tịch Ủy ban nhân dân",
        )


BOOKLET_LACK = Lack("Chưa có câu trả lời nào được duyệt.", "answers")


def booklet_ready() -> Exists:
    """An answer was approved."""
    return Exists(_approved(OuterRef("pk")))


def booklet_facts(wanted: Wanted) -> Iterator[BookletFacts]:
    """Approved answers under their topics."""
    conference = wanted.conference
    out = outgoing_of(conference, conference.office)
    yield BookletFacts(out, event_of(conference), answered(conference))


def answered(
    conference: Conference, *, names_askers: bool = True
) -> tuple[tuple[str, tuple[AnsweredQuestion, ...]], ...]:
    """Approved answers by topic; askers only if they agreed to be named."""
    answers = list(_approved(conference))
    askers = _askers(conference) if names_askers else {}
    topics: dict[str, list[AnsweredQuestion]] = {}
    for answer in answers:
        question = answer.referral.question
        topics.setdefault(topic_of(question), []).append(
            AnsweredQuestion(
                question.code,
                shown(question.wording),
                mask(nfc(answer.body)),
                answer.referral.agency.name,
                tuple(askers.get(question.pk, ())),
            )
        )
    return _last_the_rest(topics)


def topic_of(question: Question) -> str:
    """The topic of the plan a question was put under; whether anybody has sorted it, without."""
    if question.topic:
        return question.topic.text
    return UNSORTED if question.state == QuestionState.RECEIVED else OTHER_TOPIC


def shown(words: str) -> str:
    """A citizen's words on one line, personal data masked."""
    return " ".join(mask(nfc(words)).split())


SEALED_BY = re.compile(r"khieu nai|to cao|doi tu|bi mat|xuc pham")
NOT_PRINTED = "Không in nội dung: để ngoài vì có nội dung cần giữ kín."
NOT_SORTED = "Không in nội dung: chưa phân loại xong là câu hỏi hay đơn khiếu nại, tố cáo."


def _wording(question: Question) -> str:
    """The words; of one that may be a complaint or denunciation, or is private, none."""
    if vars(question)["is_suspected"]:
        return NOT_SORTED
    is_sealed = question.state == QuestionState.SET_ASIDE and SEALED_BY.search(
        fold(question.reason)
    )
    return NOT_PRINTED if is_sealed else shown(question.wording)


def _compiled(question: Question) -> CompiledQuestion:
    referral = getattr(question, "referral", None)
    agency = referral.agency if referral else question.lead
    asked: int = question.asked  # type: ignore[attr-defined]
    return CompiledQuestion(
        question.code,
        _wording(question),
        question.get_kind_display(),
        asked,
        agency.name if agency else "",
        question.get_state_display(),
    )


def _referred(referral: Referral) -> ReferredQuestion:
    return ReferredQuestion(
        code=referral.question.code,
        wording=shown(referral.question.wording),
        topic=topic_of(referral.question),
        due=referral.due,
        supporting=tuple(agency.name for agency in referral.supporting.all()),
        note=shown(referral.note),
    )


def _approved(conference: Conference | OuterRef) -> "QuerySet[Answer]":
    return (
        Answer.objects.filter(
            referral__question__conference=conference, state__in=sorted(APPROVED_STATES)
        )
        .select_related("referral__question__topic", "referral__agency")
        .order_by("referral__question__topic__position", "referral__question__number")
    )


def _askers(conference: Conference) -> dict[int, list[str]]:
    named = named_parts().filter(question__conference=conference).order_by("pk")
    askers: dict[int, list[str]] = {}
    for question, name in named.values_list("question_id", "submission__sender_name"):
        names = askers.setdefault(question, [])
        if name and name not in names:
            names.append(name)
    return askers


T = TypeVar("T")


def _last_the_rest(topics: dict[str, list[T]]) -> tuple[tuple[str, tuple[T, ...]], ...]:
    last = (OTHER_TOPIC, UNSORTED)
    ranked = sorted(topics.items(), key=lambda item: last.index(item[0]) if item[0] in last else -1)
    return tuple((topic, tuple(rows)) for topic, rows in ranked)

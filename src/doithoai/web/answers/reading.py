"""What the page of one answer shows."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django import forms
from django.utils import timezone

from doithoai.answers.models import Answer, AnswerVersion, Referral
from doithoai.answers.permissions import may_draft
from doithoai.answers.queries import neighbours
from doithoai.answers.rules import AnswerPart, four_parts
from doithoai.answers.states import WITH_AGENCY, AnswerState
from doithoai.audit import clock
from doithoai.audit.queries import trail_of
from doithoai.directory.models import User
from doithoai.directory.queries import agencies_on, work_calendar
from doithoai.questions.queries import files_agreed
from doithoai.vietnamese.letters import nfc
from doithoai.vietnamese.personal_data import find_personal_data, mask
from doithoai.vietnamese.working_days import working_days_between
from doithoai.web.answers.deeds import next_to_do
from doithoai.web.requests import OfficialRequest
from doithoai.web.templatetags.formats import moment

COMPARE = "so"
DEED_WORDS = {
    "answers.submit": "{agency} nộp bản {version}",
    "answers.appraise": "Thẩm định xong, trình Chủ tịch duyệt",
    "answers.approve": "Duyệt câu trả lời",
    "answers.publish": "Công bố câu trả lời",
}


def answer_context(
    request: OfficialRequest, answer: Answer, deed: str, form: forms.Form | None
) -> dict[str, Any]:
    """Everything of the page: question, text with its versions, checks, hands, steps, form."""
    referral, today = answer.referral, clock.today()
    question = referral.question
    versions = list(answer.versions.all())
    body = _readable(request.user, answer, versions)
    return {
        "answer": answer,
        "referral": referral,
        "supporting": referral.supporting.all(),
        "question": question,
        "wording": mask(nfc(question.wording)),
        "asked": question.parts.count(),
        "files": files_agreed(question) if may_draft(request.user, referral) else [],
        "deed": deed,
        "form": form,
        "body": body,
        "shown": shown_version(versions, request.GET.get("ban", ""), comparing=deed in VERDICTS),
        "parts": checked(referral, body) if body else [],
        "personal": [found.text for found in find_personal_data(nfc(body))],
        "steps": list(_steps(answer)),
        "hands": list(_hands(answer, versions)),
        "today": today,
        "left": _days_left(referral.due, today),
        "is_with_agency": answer.state in WITH_AGENCY,
        "neighbours": neighbours(request.user, answer),
        "following": next_to_do(request.user, answer) if not deed else None,
    }


VERDICTS = frozenset({"tham-dinh", "duyet"})


@dataclass(frozen=True, slots=True)
class Shown:
    """Which of the submitted versions is read, or which two are compared."""

    options: list[tuple[str, str, bool]]
    version: AnswerVersion | None
    earlier: AnswerVersion | None


def shown_version(versions: list[AnswerVersion], asked: str, *, comparing: bool) -> Shown:
    """The version asked for by `?ban=`; of two or more a judge first sees what changed."""
    if len(versions) < 2:
        return Shown([], None, None)
    earlier, last = versions[-2:]
    chosen = next((v for v in versions if str(v.number) == asked), None)
    compares = asked == COMPARE or (not asked and comparing)
    options = [(f"Bản {v.number}", f"?ban={v.number}", v is chosen) for v in versions]
    words = f"So {earlier.number} với {last.number}"
    options.append((words, f"?ban={COMPARE}", compares))
    return Shown(options, last if compares else chosen, earlier if compares else None)


def checked(referral: Referral, body: str) -> list[AnswerPart]:
    """The four parts an answer should have, as advice."""
    since = timezone.localdate(referral.referred_at)
    place = referral.question.conference.place
    units = agencies_on(place, since).values_list("name", flat=True)
    return four_parts(body, since=since, units=units)


def _readable(user: User, answer: Answer, versions: list[AnswerVersion]) -> str:
    """The text; what an agency is still writing only that agency and its partners read."""
    own = {answer.referral.agency_id, *(a.pk for a in answer.referral.supporting.all())}
    if answer.state not in WITH_AGENCY or user.agency_id in own:
        return answer.body
    return versions[-1].body if versions else ""


def _days_left(due: date, today: date) -> int:
    calendar = work_calendar()
    return working_days_between(today, due, holidays=calendar.holidays, make_up=calendar.make_up)


def _hands(
    answer: Answer, versions: list[AnswerVersion]
) -> Iterator[tuple[str, User, datetime | None]]:
    if answer.drafted_by:
        yield "Người soạn", answer.drafted_by, answer.submitted_at
    elif versions:
        yield "Thư ký ghi tại hội trường", versions[-1].by, answer.submitted_at
    if answer.appraised_by:
        yield "Người thẩm định", answer.appraised_by, None
    if answer.approved_by:
        yield "Người duyệt", answer.approved_by, answer.approved_at


def _steps(answer: Answer) -> Iterator[dict[str, str]]:
    for entry in trail_of(answer):
        after = entry.after or {}
        if entry.verb not in DEED_WORDS:
            continue
        returned = after.get("state") == AnswerState.RETURNED
        words = "Trả lại để sửa" if returned else DEED_WORDS[entry.verb]
        yield {
            "date": f"{moment(entry.at)}.",
            "text": words.format(
                agency=answer.referral.agency.short_name, version=after.get("version", "")
            ),
            "detail": ". ".join(filter(None, [entry.actor_name, after.get("note", "")])),
            "state": "returned" if returned else "past",
        }

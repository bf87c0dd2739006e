"""Plain functions that make things for tests; keywords override."""

import functools
import itertools
from datetime import date
from typing import Any

from django.contrib.auth.hashers import make_password

from doithoai.answers.models import Answer, Referral
from doithoai.answers.states import AnswerState
from doithoai.directory.actions import name_agency
from doithoai.directory.models import Agency, AgencyKind, Place, Right, User
from doithoai.planning.models import (
    Assignment,
    AssignmentUnit,
    Conference,
    Participation,
    Topic,
)
from doithoai.planning.states import ConferenceState
from doithoai.questions.models import Part, Question, Submission
from doithoai.questions.rules import new_code
from doithoai.questions.states import QuestionState

_serial = itertools.count(1)
PASSWORD = "Doi-thoai-2024"


@functools.cache
def _hashed(password: str) -> str:
    """One hash serves all: making it is slow on purpose."""
    return make_password(password)


def a_place(name: str = "Tiền Giang", **over: Any) -> Place:
    """A province; the same name gives the same one."""
    code = over.pop("code", f"noi-{abs(hash(name)) % 10**6}")
    values = {"name": name, "receipt_prefix": "TG", **over}
    return Place.objects.get_or_create(code=code, defaults=values)[0]


def an_agency(name: str = "Sở Y tế", **over: Any) -> Agency:
    """An agency of the province with its name as first alias."""
    place = over.pop("place", None) or a_place()
    aliases = over.pop("aliases", [])
    values = {"short_name": name, "kind": AgencyKind.DEPARTMENT, "key": f"co-quan-{next(_serial)}"}
    agency = Agency.objects.create(place=place, name=name, **(values | over))
    name_agency(agency, aliases)
    return agency


def an_official(agency: Agency | None = None, right: str = Right.DRAFTER, **over: Any) -> User:
    """A person of an agency who may draft."""
    number = next(_serial)
    values = {"username": f"can-bo-{number}", "full_name": f"Cán bộ {number}", "right": right}
    user = User(agency=agency or an_agency(), **(values | over))
    user.password = _hashed(PASSWORD)
    user.save()
    return user


def an_approver(agency: Agency, **over: Any) -> User:
    """A person of an agency who decides."""
    return an_official(agency, Right.APPROVER, **over)


def an_administrator() -> User:
    """Keeps the catalogue and accounts."""
    return an_official(is_administrator=True)


def a_conference(**over: Any) -> Conference:
    """An issued conference collecting questions, with host, office, chair and two departments."""
    place = over.pop("place", None) or a_place()
    number = next(_serial)
    leading = {
        "host": ("Hội Liên hiệp Phụ nữ tỉnh", AgencyKind.MASS_ORGANISATION),
        "office": ("Văn phòng Ủy ban nhân dân tỉnh", AgencyKind.OFFICE),
        "chair": ("Ủy ban nhân dân tỉnh", AgencyKind.COMMITTEE),
        "finance": ("Sở Tài chính", AgencyKind.DEPARTMENT),
    }
    for role, (name, kind) in leading.items():
        if role not in over:
            over[role] = an_agency(name, kind=kind, place=place)
    departments = over.pop("departments", None)
    values: dict[str, Any] = {
        "slug": f"phu-nu-{number}",
        "title": "Tổ chức đối thoại với phụ nữ năm 2024",
        "short_title": "Đối thoại với phụ nữ 2024",
        "audience": "cán bộ, hội viên, phụ nữ",
        "chair_title": "Chủ tịch Ủy ban nhân dân tỉnh",
        "year": 2024,
        "number": "272/KH-UBND",
        "issued_on": date(2024, 7, 12),
        "issuer": "Ủy ban nhân dân tỉnh",
        "held_month": "2024-10",
        "questions_from": date(2024, 8, 1),
        "questions_until": date(2024, 10, 9),
        "state": ConferenceState.ISSUED,
    }
    conference = Conference.objects.create(place=place, **(values | over))
    if departments is None:
        departments = [an_agency("Sở Y tế", place=place), an_agency("Sở Nội vụ", place=place)]
    Participation.objects.bulk_create(
        Participation(conference=conference, agency=agency, role="department")
        for agency in departments
    )
    return conference


def a_topic(conference: Conference, text: str = "Chính sách cho phụ nữ") -> Topic:
    """The next topic of the conference."""
    position = conference.topics.count() + 1
    return Topic.objects.create(conference=conference, position=position, text=text)


def a_task(conference: Conference, *units: Agency, **over: Any) -> Assignment:
    """A task the units lead."""
    position = conference.assignments.count() + 1
    values = {"text": "Xây dựng kịch bản chương trình.", "position": position}
    task = Assignment.objects.create(conference=conference, **(values | over))
    AssignmentUnit.objects.bulk_create(
        AssignmentUnit(assignment=task, agency=unit, name=unit.name, role="lead") for unit in units
    )
    return task


def a_submission(conference: Conference, **over: Any) -> Submission:
    """What one person sent on the public page."""
    values = {"code": new_code("TG", 2024), "text": "Khi nào có nước sạch?"}
    return Submission.objects.create(conference=conference, **(values | over))


def a_question(
    conference: Conference | None = None, state: str = QuestionState.RECEIVED, **over: Any
) -> Question:
    """A question with one submission behind it."""
    conference = conference or a_conference()
    sender = over.pop("sender", {})
    number = conference.questions.count() + 1
    values = {"wording": "Khi nào xã Phú Tân có nước sạch?", "number": number, "state": state}
    if state == QuestionState.SET_ASIDE:
        values["reason"] = "Ngoài phạm vi kế hoạch"
    question = Question.objects.create(conference=conference, **(values | over))
    submission = a_submission(conference, **sender)
    Part.objects.create(
        submission=submission, question=question, text=submission.text, end=len(submission.text)
    )
    return question


def a_referral(
    question: Question | None = None, agency: Agency | None = None, **over: Any
) -> Referral:
    """A question sent to a department, due 15/10/2024."""
    question = question or a_question(state=QuestionState.REFERRED)
    agency = agency or question.conference.participations.first().agency
    office = question.conference.office
    values = {"due": date(2024, 10, 15), "referred_by": over.pop("by", None) or an_official(office)}
    return Referral.objects.create(question=question, agency=agency, **(values | over))


def an_answer(
    referral: Referral | None = None, state: str = AnswerState.DRAFT, **over: Any
) -> Answer:
    """The answer of a referral in any state, with the people that state needs."""
    referral = referral or a_referral()
    conference = referral.question.conference
    values: dict[str, Any] = {"state": state}
    if state != AnswerState.DRAFT:
        values |= {"body": "Sở trả lời như sau.", "drafted_by": an_official(referral.agency)}
    if state in {AnswerState.APPRAISED, AnswerState.APPROVED, AnswerState.PUBLISHED}:
        values["appraised_by"] = an_official(conference.office)
    if state in {AnswerState.APPROVED, AnswerState.PUBLISHED}:
        values["approved_by"] = an_approver(conference.chair)
    if state == AnswerState.PUBLISHED:
        values["published_at"] = referral.referred_at
        Question.objects.filter(pk=referral.question_id).update(state=QuestionState.ANSWERED)
    return Answer.objects.create(referral=referral, **(values | over))

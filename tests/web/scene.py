"""One conference with a question at every step, and a person in every role around it."""

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from django.test import Client
from django.urls import reverse

from doithoai.answers.states import AnswerState
from doithoai.audit.actions import record
from doithoai.directory.models import Holiday, Right
from doithoai.lifecycle.opening import start_by_hand
from doithoai.planning.models import Conference, Milestone, PlanReading
from doithoai.planning.states import ConferenceState
from doithoai.questions.states import QuestionState
from tests.builders import (
    a_conference,
    a_place,
    a_question,
    a_referral,
    a_task,
    a_topic,
    an_administrator,
    an_agency,
    an_answer,
    an_approver,
    an_official,
)

ROLES = (
    *("anonymous", "host", "office", "office_decides", "chair_decides", "leading", "supporting"),
    *("department", "elsewhere", "office_reader", "host_door", "administrator"),
)
STEPS = {
    2: QuestionState.SELECTED,
    3: AnswerState.DRAFT,
    4: AnswerState.SUBMITTED,
    5: AnswerState.APPRAISED,
    6: AnswerState.APPROVED,
    7: AnswerState.PUBLISHED,
}


@dataclass(frozen=True)
class Scene:
    """The conference and everyone; question 1 is new, 2 to 7 stand as STEPS says."""

    conference: Conference
    draft: Conference
    reading: PlanReading
    people: dict[str, Any]
    clients: dict[str, Client]
    code: str
    more_keys: dict[str, Any] = field(default_factory=dict)

    @cached_property
    def keys(self) -> dict[str, Any]:
        """What stands in the addresses of pages, by the name of the address."""
        slug, reading = self.conference.slug, self.reading.pk
        trail = {"thing_type": "planning.conference", "pk": str(self.conference.pk)}
        return {
            "conference": {"slug": slug},
            "draft": {"slug": self.draft.slug},
            "task": {"slug": slug, "position": 1},
            "question": {"slug": slug, "number": 1},
            "answer": {"slug": slug, "number": 4},
            "refer": {"slug": slug, "number": 2},
            "published": {"slug": slug, "number": 7},
            "trail": {"slug": slug, **trail},
            "reading": {"pk": reading},
            "section": {"pk": reading, "section": "identity"},
            "warning": {"pk": reading, "index": 0},
            "receipt": {"slug": slug, "code": self.code},
            "code": {"code": self.code},
            "agency": {"pk": self.conference.host_id},
            "user": {"pk": self.people["leading"].pk},
            "holiday": {"pk": Holiday.objects.get().pk},
            "": {},
            **self.more_keys,
        }

    def address(self, name: str, key: str = "", **over: Any) -> str:
        """The address of a page about one of the things above."""
        return reverse(name, kwargs=self.keys[key] | over)


def a_scene() -> Scene:
    """Everything of the scene, in the database."""
    leading, supporting = an_agency("Sở Nông nghiệp"), an_agency("Sở Tài nguyên")
    departments = [leading, supporting, an_agency("Sở Y tế")]
    conference = a_conference(departments=departments)
    sides = {side: getattr(conference, side) for side in ("host", "office", "chair", "finance")}
    draft = a_conference(**sides, departments=departments, state=ConferenceState.DRAFT)
    people = _people(conference, departments)
    _questions(conference, leading, supporting)
    a_topic(conference)
    a_task(conference, leading)
    Holiday.objects.create(date=date(2024, 9, 2), name="Quốc khánh")
    Milestone.objects.create(conference=conference, name="Tổng duyệt", due=date(2024, 10, 20))
    code = conference.submissions.order_by("pk")[0].code
    record("planning.create_conference", conference, by=people["office"])
    clients = {role: _browser(people.get(role)) for role in ROLES}
    return Scene(conference, draft, _reading(people["office"]), people, clients, code)


def _browser(user: Any) -> Client:
    client = Client()
    if user:
        client.force_login(user)
    return client


def _people(conference: Conference, departments: list[Any]) -> dict[str, Any]:
    far = an_agency("Sở Nội vụ", place=a_place("Cao Bằng", receipt_prefix="CB"))
    return {
        "host": an_official(conference.host),
        "office": an_official(conference.office),
        "office_decides": an_approver(conference.office),
        "chair_decides": an_approver(conference.chair),
        "leading": an_official(departments[0]),
        "supporting": an_official(departments[1]),
        "department": an_official(departments[2]),
        "elsewhere": an_official(far),
        "office_reader": an_official(conference.office, Right.READER),
        "host_door": an_official(conference.host, Right.DOOR),
        "administrator": an_administrator(),
    }


def _questions(conference: Conference, leading: Any, supporting: Any) -> None:
    a_question(conference)
    a_question(conference, state=QuestionState.SELECTED)
    for state in list(STEPS.values())[1:]:
        question = a_question(conference, state=QuestionState.REFERRED)
        referral = a_referral(question, leading)
        referral.supporting.add(supporting)
        an_answer(referral, state=state)


def _reading(office: Any) -> PlanReading:
    reading = start_by_hand(
        title="Tổ chức đối thoại với nông dân", audience="nông dân", year=2024, by=office
    )
    warning = {"code": "no_venue", "message": "Chưa ghi địa điểm.", "places": []}
    reading.facts = {**reading.facts, "warnings": [warning]}
    reading.file, reading.filename = b"Plan", "ke-hoach.txt"
    reading.save()
    return reading

"""The road both journeys walk: plan file, review, conference, question, answer, public page."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from django.test import Client

from doithoai.answers.actions import appraise, approve, publish, refer, submit
from doithoai.audit import clock
from doithoai.directory.actions import load_agencies, load_holidays, load_places
from doithoai.directory.models import Agency, Place, Right, User
from doithoai.directory.queries import agencies_on, work_calendar
from doithoai.lifecycle.opening import open_conference, receive_plan
from doithoai.planning.actions import assign_roles, confirm_section, settle_warning
from doithoai.planning.models import Conference
from doithoai.planning.rules import SECTIONS
from doithoai.questions.actions import select
from doithoai.vietnamese.working_days import add_working_days
from tests.builders import an_official

SEEDS = Path(__file__).parents[3] / "shared" / "seeds"
needs_seeds = pytest.mark.skipif(not SEEDS.is_dir(), reason="the real plans are not here")
HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
Chapter = Callable[[Conference, Client], None]


@contextmanager
def on(day: date, hour: int = 9, minute: int = 0) -> Iterator[None]:
    """Inside, it is that hour of that day in Viet Nam."""
    with clock.at(datetime.combine(day, time(hour, minute), tzinfo=HANOI)):
        yield


def seed(start: str) -> tuple[bytes, str]:
    """The bytes and name of a real plan."""
    path = next(SEEDS.glob(f"{start}*.txt"))
    return path.read_bytes(), path.name


def province(code: str) -> Place:
    """A province with its standard agencies and the calendar."""
    load_places(by=None)
    load_holidays(by=None)
    place = Place.objects.get(code=code)
    load_agencies(place, by=None)
    return place


def agency(place: Place, name: str) -> Agency:
    """The agency of this exact name on the day the journey has reached."""
    return agencies_on(place, clock.today()).get(name=name)


def person(of: Agency, right: str = Right.DRAFTER) -> User:
    """The agency's one person of that right, whoever else it has."""
    username = f"{right}-{of.pk}"
    known = User.objects.filter(username=username).first()
    return known or an_official(of, right, username=username)


def opened(code: str, start: str):
    """Read the real plan, look at every warning, confirm every section, open the conference."""
    place = province(code)
    office = person(agency(place, "Văn phòng Ủy ban nhân dân tỉnh"))
    reading = receive_plan(*seed(start), by=office)
    for index in range(len(reading.facts["warnings"])):
        reading = settle_warning(reading, index, "Giữ nguyên", version=reading.version, by=office)
    for section in SECTIONS:
        if section != "roles":
            reading = confirm_section(reading, section, version=reading.version, by=office)
    reading = assign_roles(reading, reading.roles, version=reading.version, by=office)
    return open_conference(reading, by=office)


def answered(question, wording, lead, on: date):
    """Choose, refer, answer, appraise, approve and publish one question on that day."""
    conference, calendar = question.conference, work_calendar()
    office = person(conference.office)
    question = select(
        question,
        wording=wording,
        kind="question",
        topic=conference.topics.first(),
        version=question.version,
        by=person(conference.host),
    )
    due = add_working_days(
        on, conference.answer_days, holidays=calendar.holidays, make_up=calendar.make_up
    )
    answer = refer(question, agency=lead, due=due, by=office).answer
    body = "Căn cứ Bộ luật Lao động năm 2019, Sở sẽ kiểm tra và trả lời trước ngày 30/11."
    answer = submit(answer, body=body, version=answer.version, by=person(lead))
    answer = appraise(answer, verdict="appraised", version=answer.version, by=office)
    chair = person(conference.chair, Right.APPROVER)
    answer = approve(answer, verdict="approved", version=answer.version, by=chair)
    return publish(answer, version=answer.version, by=office)

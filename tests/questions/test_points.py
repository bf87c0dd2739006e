"""Collection points: opened by name, counted apart, closed when told."""

from datetime import date, timedelta

import pytest

from doithoai.audit import clock
from doithoai.audit.queries import trail_of
from doithoai.questions.actions import close_point, open_points, receive, reopen_point
from doithoai.questions.models import Question, QuestionKind
from doithoai.questions.queries import collection_point_of, point_counts, points_of
from doithoai.questions.states import QuestionState
from doithoai.workflow import Forbidden, Refused
from tests.builders import a_conference, an_official
from tests.builders_questions import a_collection_point

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("role", ["host", "office"])
def test_host_and_office_open_one_for_each_name(conference, role):
    official = an_official(getattr(conference, role))
    points = open_points(conference, names=["Xã Phú Tân", "Xã Bình Phan"], by=official)

    assert [point.name for point in points] == ["Xã Phú Tân", "Xã Bình Phan"]
    assert len({point.code for point in points}) == 2
    assert trail_of(points[0]).get().verb == "questions.open_point"


def test_a_name_that_is_there_or_stands_twice_opens_none(conference):
    official = an_official(conference.host)
    a_collection_point(conference, name="Xã Phú Tân")
    points = open_points(conference, names=["xã  phú tân", "Ấp 3", "ấp 3"], by=official)

    assert [point.name for point in points] == ["Ấp 3"]
    with pytest.raises(Refused, match="đã có trong danh sách"):
        open_points(conference, names=["Ấp 3"], by=official)


@pytest.mark.parametrize("role, right", [("chair", "drafter"), ("host", "reader")])
def test_others_open_and_close_none(conference, role, right):
    person, point = an_official(getattr(conference, role), right), a_collection_point(conference)

    with pytest.raises(Forbidden):
        open_points(conference, names=["Ấp 3"], by=person)
    with pytest.raises(Forbidden):
        close_point(point, by=person)


def test_a_closed_point_gathers_no_more_until_it_is_opened_again(conference):
    official, point = an_official(conference.host), a_collection_point(conference)
    close_point(point, by=official)
    close_point(point, by=official)
    assert collection_point_of(conference, point.code) is None

    reopen_point(point, by=official)
    assert collection_point_of(conference, point.code) == point
    assert [e.verb for e in trail_of(point)] == ["questions.reopen_point", "questions.close_point"]


def test_a_point_belongs_to_its_conference(conference):
    point = a_collection_point(a_conference())

    assert collection_point_of(conference, point.code) is None
    assert collection_point_of(conference, "") is None


def test_counts_are_by_day_and_by_how_far_the_slips_are(conference):
    point = a_collection_point(conference)
    for days, text in ((0, "Hỏi một việc"), (0, "Hỏi hai việc"), (1, "Hỏi ba việc")):
        with clock.at(clock.now() + timedelta(days=days)):
            receive(conference, text=text, by=None, collection_point=point)
    gone = receive(conference, text="Rút lại", by=None, collection_point=point)
    gone.withdrawn_at = clock.now()
    gone.save()
    Question.objects.filter(number=2).update(
        state=QuestionState.PASSED_ON, kind=QuestionKind.DENUNCIATION
    )
    Question.objects.filter(number=3).update(state=QuestionState.SELECTED)

    counts = point_counts(point)
    assert counts.total == 3
    assert counts.by_day == [(date(2024, 10, 7), 2), (date(2024, 10, 8), 1)]
    assert dict(counts.by_state)["Đang phân loại"] == 2
    assert sum(slips for _, slips in counts.by_state) == 3


def test_open_points_stand_first_with_what_each_gathered(conference):
    closed = a_collection_point(conference, name="Ấp 1", closed_at=clock.now())
    open_one = a_collection_point(conference, name="Ấp 2")
    receive(conference, text="Hỏi một việc", by=None, collection_point=closed)

    assert [(p, p.gathered) for p in points_of(conference)] == [(open_one, 0), (closed, 1)]

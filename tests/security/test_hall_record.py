"""What happened in the hall and at the door stays as it happened, whoever sends what."""

from uuid import uuid4

import pytest

from doithoai.audit import clock
from doithoai.delegates.actions import Scan, check_in, receive_scans, walk_in
from doithoai.delegates.models import CheckInWay
from doithoai.delegates.people import Person
from doithoai.delegates.states import DelegateState
from doithoai.hall.actions import start_item, undo
from doithoai.programme.actions import remove_item
from doithoai.workflow import Refused
from tests.builders import an_official
from tests.builders_delegates import a_delegate, a_fixed_conference
from tests.builders_hall import a_driver, a_session, an_item

pytestmark = pytest.mark.django_db


def test_an_item_that_ran_is_not_taken_out_of_the_programme():
    session = a_session()
    first, second = (an_item(session.conference, name) for name in ("Khai mạc", "Đối thoại"))
    by = a_driver(session)
    for item in (first, second):
        session = start_item(session, item=item, version=session.version, by=by)

    with pytest.raises(Refused, match="đã chạy tại hội trường"):
        remove_item(first, by=by)

    assert undo(session, version=session.version, by=by).current_item == first


def test_one_scan_lets_one_person_in_and_the_rest_of_the_batch_is_answered():
    conference = a_fixed_conference()
    one, two = (a_delegate(conference, DelegateState.ACCEPTED) for _ in range(2))
    token, now = uuid4(), clock.now()

    outcomes = receive_scans(
        conference,
        [Scan(token, one.code, now), Scan(token, two.code, now)],
        by=an_official(conference.host),
    )

    assert [outcome.state for outcome in outcomes] == ["done", "refused"]


def test_a_mark_of_another_conference_opens_no_door():
    token, other, here = uuid4(), a_fixed_conference(), a_fixed_conference()
    stranger = a_delegate(other, DelegateState.ACCEPTED)
    check_in(stranger, way=CheckInWay.SCAN, token=token, by=an_official(other.host))

    with pytest.raises(Refused):
        walk_in(here, Person(full_name="Lan", post="Khách"), token=token, by=an_official(here.host))

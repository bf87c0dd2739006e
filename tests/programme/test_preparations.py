"""Preparations are taken up from the plan, planned by host and office, reported by agencies."""

from datetime import date

import pytest

from doithoai.programme.actions import (
    add_preparation,
    amend_preparation,
    drop_preparation,
    report_preparation,
    restore_preparation,
    take_up_preparations,
)
from doithoai.programme.models import Preparation
from doithoai.programme.queries import late_preparations, proposed_preparations
from doithoai.workflow import Forbidden, Refused
from tests.builders import a_conference, a_task, an_agency, an_official
from tests.builders_programme import a_preparation

pytestmark = pytest.mark.django_db
GUARDING = "Bảo đảm an ninh trật tự và phòng, chống dịch tại hội nghị."


def a_guarded_conference(**over):
    conference = a_conference(**over)
    police, health = an_agency("Công an tỉnh"), an_agency("Sở Y tế")
    a_task(conference, police, health, text=GUARDING)
    return conference, police, health


def test_a_proposal_is_taken_up_with_agency_task_and_day():
    conference, police, _ = a_guarded_conference(held_on=date(2024, 10, 24))
    first = proposed_preparations(conference)[0]

    taken = take_up_preparations(conference, keys=[first.key], by=an_official(conference.host))

    one = taken[0]
    assert (one.kind, one.agency, one.due) == ("security", police, date(2024, 10, 22))
    assert one.assignment.text == GUARDING
    assert [left.kind for left in proposed_preparations(conference)] == ["health"]


def test_nothing_chosen_takes_up_nothing():
    conference, *_ = a_guarded_conference()

    with pytest.raises(Refused, match="ít nhất một"):
        take_up_preparations(conference, keys=["khac"], by=an_official(conference.office))
    assert not Preparation.objects.exists()


def test_only_host_and_office_plan():
    conference, police, _ = a_guarded_conference()
    key = proposed_preparations(conference)[0].key

    with pytest.raises(Forbidden):
        take_up_preparations(conference, keys=[key], by=an_official(police))
    with pytest.raises(Forbidden):
        add_preparation(conference, name="Hoa", by=an_official(conference.chair))


def test_its_agency_reports_and_nobody_else():
    conference = a_conference()
    police = an_agency("Công an tỉnh")
    preparation = a_preparation(conference, agency=police)
    said = {"state": "doing", "people": "12 chiến sĩ", "note": "Đã khảo sát", "version": 0}

    done = report_preparation(preparation, by=an_official(police), **said)

    assert (done.state, done.people, done.version) == ("doing", "12 chiến sĩ", 1)
    with pytest.raises(Refused, match="vừa sửa"):
        report_preparation(preparation, by=an_official(conference.office), **said)
    with pytest.raises(Forbidden):
        report_preparation(preparation, by=an_official(an_agency("Sở Tư pháp")), **said)


def test_host_gives_it_to_another_agency_which_joins_the_conference():
    preparation = a_preparation()
    conference, radio = preparation.conference, an_agency("Đài Phát thanh")
    values = {"name": "Phóng sự", "kind": "documentary", "due": None, "minutes": 8}

    amend_preparation(
        preparation, agency=radio, version=0, by=an_official(conference.host), **values
    )

    preparation.refresh_from_db()
    assert (preparation.agency, preparation.minutes) == (radio, 8)
    assert conference.participations.filter(agency=radio).exists()


def test_what_is_not_done_says_why_and_may_come_back():
    preparation = a_preparation()
    host = an_official(preparation.conference.host)
    with pytest.raises(Refused, match="vì sao"):
        drop_preparation(preparation, reason=" ", version=0, by=host)

    dropped = drop_preparation(preparation, reason="Không ký kết", version=0, by=host)
    assert (dropped.state, dropped.note) == ("dropped", "Không ký kết")

    assert restore_preparation(dropped, version=1, by=host).state == "todo"


@pytest.mark.parametrize(
    "state, late", [("todo", True), ("doing", True), ("ready", False), ("dropped", False)]
)
def test_only_open_preparations_are_late(state, late):
    a_preparation(state=state, note="Lý do")

    assert Preparation.objects.filter(late_preparations(date(2024, 10, 7))).exists() is late

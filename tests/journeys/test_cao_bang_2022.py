"""Cao Bằng 2022, workers: from the plan's own file to an answer its sender can read."""

from datetime import UTC, date, datetime

import pytest

from doithoai.audit import clock
from doithoai.directory.models import Right
from doithoai.planning.actions import change_window, issue
from doithoai.planning.models import Conference
from doithoai.planning.states import ConferenceState
from doithoai.programme.models import AgendaItem
from doithoai.questions.actions import receive
from doithoai.workflow import Refused
from tests.journeys import cao_bang
from tests.journeys.road import agency, answered, needs_seeds, opened, person

pytestmark = [pytest.mark.django_db, needs_seeds]
MAY_DAY = datetime(2022, 5, 4, 2, 0, tzinfo=UTC)


@pytest.fixture
def conference():
    with clock.at(MAY_DAY):
        yield opened("cao-bang", "003")


def test_the_plan_becomes_a_conference_with_everything_it_fixes(conference):
    assert (conference.state, conference.number) == (ConferenceState.DRAFT, "")
    assert (conference.held_on, conference.tentative) == (date(2022, 5, 24), True)
    assert conference.expected_delegates == 450
    assert conference.legal_bases.count() == 3
    assert conference.assignments.count() == 11
    assert conference.assignments.filter(due=date(2022, 5, 19)).count() == 1
    assert conference.funding.startswith(
        "Kinh phí tổ chức hội nghị chi từ nguồn tài chính Công đoàn"
    )
    assert conference.signer_name == "Hoàng Xuân Ánh"


def test_the_programme_keeps_its_two_parts_and_performers(conference):
    items = list(AgendaItem.objects.filter(conference=conference))

    assert len(items) == 10
    assert items[0].part == "I. GẶP GỠ, ĐỐI THOẠI"
    assert items[-1].performer == "Văn phòng UBND tỉnh"


def test_roles_are_those_the_plan_gives(conference):
    assert conference.host.name == "Liên đoàn Lao động tỉnh"
    assert conference.office.name == "Văn phòng Ủy ban nhân dân tỉnh"
    names = {p.agency.name for p in conference.participations.select_related("agency")}
    assert {"Công an tỉnh", "Sở Y tế", "Báo Cao Bằng"} <= names


def test_milestones_come_from_the_plan_and_are_counted_from_the_day(conference):
    days = set(conference.milestones.values_list("due", flat=True))

    assert {date(2022, 5, 19), date(2022, 5, 24), date(2022, 6, 3)} <= days


def test_before_it_is_issued_nobody_sees_it_and_nobody_asks(conference, client):
    assert client.get(f"/cong/{conference.slug}/").status_code == 404
    with pytest.raises(Refused):
        receive(conference, text="Hỏi sớm", by=None)


def test_a_workers_question_is_answered_and_he_reads_it(conference, client):
    approver = person(conference.office, Right.APPROVER)
    conference = issue(
        conference,
        number="1086/KH-UBND",
        issued_on=date(2022, 4, 22),
        signer_name=conference.signer_name,
        by=approver,
    )
    conference = change_window(
        conference,
        questions_from=date(2022, 4, 25),
        questions_until=date(2022, 5, 18),
        answer_days=7,
        version=conference.version,
        by=person(conference.host),
    )
    with clock.at(MAY_DAY):
        sent = receive(conference, text="Công ty chậm đóng bảo hiểm xã hội thì hỏi ai?", by=None)
        lead = agency(conference.place, "Bảo hiểm xã hội tỉnh")
        answer = answered(
            sent.parts.get().question,
            "Doanh nghiệp chậm đóng bảo hiểm xã hội thì xử lý ra sao?",
            lead,
            date(2022, 5, 4),
        )

    assert answer.referral.due == date(2022, 5, 13)
    page = client.get(f"/tra-cuu/{sent.code}/").content.decode()
    assert "Bộ luật Lao động năm 2019" in page


def test_the_plan_is_walked_from_its_first_sentence_to_the_last_promise(client):
    conference = cao_bang.opened(client)
    for chapter in cao_bang.CHAPTERS:
        chapter(Conference.objects.get(pk=conference.pk), client)

    assert set(conference.commitments.values_list("state", flat=True)) == {"kept", "carried"}

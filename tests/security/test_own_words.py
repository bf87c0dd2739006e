"""Nobody judges what he wrote himself, also where another person or agency handed it in."""

from datetime import date

import pytest

from doithoai.conclusions.actions import (
    Line,
    add_item,
    begin_notice,
    judge_report,
    sign_notice,
    submit_notice,
)
from doithoai.conclusions.models import NoticePart
from doithoai.hall.actions import close_session, draft_minutes, sign_minutes, submit_minutes
from doithoai.workflow import Forbidden
from tests.builders import an_approver, an_official
from tests.builders_conclusions import a_commitment, a_held_conference, a_report
from tests.builders_hall import a_driver, a_hall_conference, a_session

pytestmark = pytest.mark.django_db


def _led_by_its_office(conference):
    conference.chair = conference.office
    conference.save()
    return conference


def test_who_wrote_the_minutes_does_not_sign_what_another_handed_in():
    session = a_session(_led_by_its_office(a_hall_conference()))
    by, writer = a_driver(session), an_approver(session.conference.office)
    session = close_session(session, version=session.version, by=by)
    minutes = draft_minutes(session, version=0, by=writer)
    minutes = submit_minutes(minutes, body=minutes.body, version=minutes.version, by=by)

    with pytest.raises(Forbidden):
        sign_minutes(minutes, version=minutes.version, by=writer)


def test_who_wrote_a_line_of_the_notice_does_not_sign_what_another_handed_in():
    conference = _led_by_its_office(a_held_conference())
    writer, other = an_approver(conference.office), an_official(conference.host)
    notice = begin_notice(conference, by=other)
    add_item(notice, Line(NoticePart.RAISED, "Nước sạch"), version=notice.version, by=writer)
    notice.refresh_from_db()
    notice = submit_notice(notice, version=notice.version, by=other)
    signed = {"number": "1/TB", "signed_on": date(2024, 10, 4)}

    with pytest.raises(Forbidden):
        sign_notice(
            notice, **signed, signer_title="", signer_name="A", version=notice.version, by=writer
        )


def test_an_agency_does_not_accept_what_its_own_people_reported():
    commitment = a_commitment()
    office, host = commitment.conference.office, commitment.conference.host
    commitment.supporting.add(office)
    report = a_report(commitment, by=an_official(office))
    told = {"verdict": "accepted", "note": "", "version": commitment.version}

    with pytest.raises(Forbidden):
        judge_report(report, **told, by=an_official(office))

    assert judge_report(report, **told, by=an_official(host)).state == "accepted"

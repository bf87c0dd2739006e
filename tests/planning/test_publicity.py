"""News, coverage by the press, difficulties, conferences of lower levels."""

from datetime import date, time

import pytest

from doithoai.planning.actions import (
    amend_announcement,
    attach,
    fix_day,
    grant,
    publish_announcement,
    record_coverage,
    report_difficulty,
    settle_difficulty,
    withdraw_announcement,
    write_announcement,
)
from doithoai.planning.models import Work
from doithoai.planning.queries import difficulties_for, published_news
from doithoai.workflow import Forbidden, Refused
from tests.builders import a_conference, an_agency, an_official

pytestmark = pytest.mark.django_db


def a_piece(conference, by=None):
    by = by or an_official(conference.host)
    return write_announcement(conference, title="Mời gửi câu hỏi", body="Đến 9/10.", by=by)


def test_news_is_read_only_once_it_is_published():
    conference = a_conference()
    piece = a_piece(conference)

    assert list(published_news(conference)) == []
    piece = publish_announcement(piece, by=an_official(conference.office))
    assert list(published_news(conference)) == [piece]
    withdraw_announcement(piece, by=an_official(conference.office))
    assert list(published_news(conference)) == []


def test_news_of_a_plan_not_issued_is_not_published():
    conference = a_conference(state="draft")

    with pytest.raises(Refused, match="chưa ban hành"):
        publish_announcement(a_piece(conference), by=an_official(conference.host))


def test_of_two_who_amend_news_the_second_is_told():
    conference = a_conference()
    piece, by = a_piece(conference), an_official(conference.host)
    amend_announcement(piece, title="Một", body="A", version=0, by=by)

    with pytest.raises(Refused, match="vừa sửa"):
        amend_announcement(piece, title="Hai", body="B", version=0, by=by)


def test_a_newspaper_given_the_work_records_what_it_published():
    conference, paper = a_conference(), an_agency("Báo Ấp Bắc")
    values = {"title": "Đối thoại", "url": "", "published_on": date(2024, 10, 5)}
    with pytest.raises(Forbidden):
        record_coverage(conference, **values, by=an_official(paper))
    grant(conference, agency=paper, work=Work.PUBLICITY, by=an_official(conference.office))

    piece = record_coverage(conference, **values, by=an_official(paper))

    assert piece.agency == paper


def test_a_difficulty_is_seen_by_its_agency_and_by_who_answers_it():
    conference = a_conference()
    ours, theirs = [part.agency for part in conference.participations.all()]
    told = report_difficulty(conference, text="Thiếu số liệu.", by=an_official(ours))

    seen = {
        agency.name: list(difficulties_for(an_official(agency), conference))
        for agency in (ours, theirs, conference.host, conference.office)
    }

    assert seen == {
        ours.name: [told],
        theirs.name: [],
        conference.host.name: [told],
        conference.office.name: [told],
    }


def test_a_difficulty_is_settled_once_by_host_or_office():
    conference = a_conference()
    agency = conference.participations.first().agency
    told = report_difficulty(conference, text="Thiếu số liệu.", by=an_official(agency))
    host = an_official(conference.host)
    with pytest.raises(Forbidden):
        settle_difficulty(told, reply="Đã gửi.", by=an_official(agency))

    settle_difficulty(told, reply="Đã gửi số liệu.", by=host)

    with pytest.raises(Refused):
        settle_difficulty(told, reply="Lần nữa.", by=host)


def test_a_district_holds_its_own_under_the_province_plan():
    parent, district = a_conference(), an_agency("UBND huyện Cái Bè")
    grant(parent, agency=district, work=Work.PUBLICITY, by=an_official(parent.office))
    child = a_conference(host=district)

    child = attach(child, parent=parent, by=an_official(district))

    assert list(parent.children.all()) == [child]
    with pytest.raises(Refused):
        attach(child, parent=parent, by=an_official(district))


def test_nobody_attaches_under_a_conference_they_cannot_see():
    parent, child = a_conference(), a_conference(host=an_agency("UBND huyện Cái Bè"))

    with pytest.raises(Forbidden):
        attach(child, parent=parent, by=an_official(child.host))


def test_the_hours_of_the_day_are_in_order():
    conference = a_conference()
    values = {"held_on": date(2024, 10, 24), "venue": "Hội trường", "tentative": False}

    with pytest.raises(Refused, match="Giờ kết thúc"):
        fix_day(
            conference,
            **values,
            start_time=time(8),
            end_time=time(7),
            version=0,
            by=an_official(conference.office),
        )
    fixed = fix_day(
        conference, **values, start_time=time(8), version=0, by=an_official(conference.office)
    )
    assert f"{fixed.starts_at:%d/%m/%Y %H:%M %z}" == "24/10/2024 08:00 +0700"

"""The plan page of a conference and its deeds, as each role sees them."""

from datetime import date

import pytest
from django.urls import reverse

from doithoai.planning.actions import set_milestone
from doithoai.planning.models import LegalBasis, Milestone
from doithoai.planning.states import ConferenceState
from tests.builders import a_conference, a_topic, an_agency, an_approver, an_official
from tests.builders_programme import a_speech
from tests.web.planning.plans import a_reading

pytestmark = pytest.mark.django_db


def address(conference, name="plan"):
    return reverse(f"planning:{name}", args=[conference.slug])


def draft():
    return a_conference(state=ConferenceState.DRAFT, number="", issued_on=None)


def html_for(client, user, conference, name="plan"):
    client.force_login(user)
    return client.get(address(conference, name)).content.decode()


def test_everything_the_plan_fixed_is_shown(client):
    conference = a_conference(theme="Vốn vay cho phụ nữ", funding="Ngân sách tỉnh")
    a_topic(conference, "Đào tạo nghề")
    LegalBasis.objects.create(
        conference=conference, position=1, kind="Quyết định", number="218-QĐ/TW"
    )
    html = html_for(client, an_official(conference.host), conference)

    for words in (
        "272/KH-UBND",
        "Vốn vay cho phụ nữ",
        "Ngân sách tỉnh",
        "Đào tạo nghề",
        "218-QĐ/TW",
    ):
        assert words in html


def test_a_department_looks_but_changes_nothing(client):
    conference = a_conference()
    html = html_for(client, an_official(conference.participations.first().agency), conference)

    assert "Việc về kế hoạch" not in html
    assert "Dời" not in html


def test_a_stranger_finds_no_plan(client):
    client.force_login(an_official(an_agency("Sở Tư pháp")))

    assert client.get(address(a_conference())).status_code == 404


def test_the_office_issues_a_draft(client):
    conference = draft()
    client.force_login(an_approver(conference.office))
    assert address(conference, "issue") in client.get(address(conference)).content.decode()

    data = {"number": "5/KH-UBND", "issued_on": "1/10/2024", "signer_name": "Trần Văn An"}
    client.post(address(conference, "issue"), data)
    conference.refresh_from_db()
    assert (conference.state, conference.number) == (ConferenceState.ISSUED, "5/KH-UBND")
    assert conference.issued_on == date(2024, 10, 1)


def test_an_issued_plan_is_not_issued_again_and_typed_text_stays(client):
    conference = a_conference()
    client.force_login(an_approver(conference.office))
    assert address(conference, "issue") not in client.get(address(conference)).content.decode()

    data = {"number": "9/KH-UBND", "issued_on": "1/10/2024", "signer_name": "Trần Văn An"}
    answer = client.post(address(conference, "issue"), data)
    assert answer.status_code == 409
    assert "Đã ban hành" in answer.content.decode()
    assert "9/KH-UBND" in answer.content.decode()


@pytest.mark.parametrize("name", ["day", "window", "milestone"])
def test_only_host_and_office_prepare(client, name):
    conference = a_conference()

    for user, status in (
        (an_official(conference.host), 200),
        (an_official(conference.office), 200),
        (an_official(conference.chair), 403),
        (an_official(conference.participations.first().agency), 403),
    ):
        client.force_login(user)
        assert client.get(address(conference, name)).status_code == status


def test_only_who_decides_for_the_office_issues(client):
    conference = draft()

    for user, status in (
        (an_approver(conference.office), 200),
        (an_official(conference.office), 403),
        (an_approver(conference.host), 403),
    ):
        client.force_login(user)
        assert client.get(address(conference, "issue")).status_code == status


def test_the_day_is_fixed(client):
    conference = a_conference()
    client.force_login(an_official(conference.office))
    data = {"version": 0, "held_on": "24/10/2024", "venue": "Hội trường lớn"}
    client.post(address(conference, "day"), data)
    conference.refresh_from_db()

    assert (conference.held_on, conference.tentative) == (date(2024, 10, 24), False)


def test_a_stale_day_is_refused_and_stays_typed(client):
    conference = a_conference(version=3)
    client.force_login(an_official(conference.office))
    data = {"version": 2, "held_on": "24/10/2024", "venue": "Hội trường lớn"}
    answer = client.post(address(conference, "day"), data)

    assert answer.status_code == 409
    assert "Có người vừa sửa hội nghị này." in answer.content.decode()
    assert "Hội trường lớn" in answer.content.decode()


def test_the_window_of_questions_is_set(client):
    conference = a_conference()
    client.force_login(an_official(conference.host))
    days = {"questions_from": "1/9/2024", "questions_until": "30/9/2024", "answer_days": "7"}
    client.post(address(conference, "window"), {"version": 0} | days)
    conference.refresh_from_db()

    assert conference.questions_until == date(2024, 9, 30)
    assert conference.answer_days == 7


def test_a_window_that_ends_before_it_begins_is_refused(client):
    conference = a_conference()
    client.force_login(an_official(conference.host))
    days = {"questions_from": "30/9/2024", "questions_until": "1/9/2024", "answer_days": "7"}
    answer = client.post(address(conference, "window"), {"version": 0} | days)

    assert answer.status_code == 409
    assert "30/9/2024" in answer.content.decode()


def test_a_milestone_is_moved(client):
    conference = a_conference()
    by = an_official(conference.office)
    milestone = set_milestone(conference, name="Gửi thư mời", due=date(2024, 10, 1), by=by)
    html = html_for(client, by, conference, "milestone")
    assert "Gửi thư mời" not in html
    shown = client.get(address(conference, "milestone") + f"?moc={milestone.pk}")
    assert "Gửi thư mời" in shown.content.decode()

    client.post(address(conference, "milestone"), {"name": "Gửi thư mời", "due": "5/10/2024"})
    assert [m.due for m in Milestone.objects.all()] == [date(2024, 10, 5)]


def test_a_broken_address_of_a_milestone_shows_an_empty_form(client):
    conference = a_conference()
    client.force_login(an_official(conference.office))

    assert client.get(address(conference, "milestone") + "?moc=abc").status_code == 200


def test_the_original_is_offered_to_the_agency_that_loaded_it(client):
    conference = a_conference()
    loader = an_official(conference.host)
    reading = a_reading(loader)
    type(reading).objects.filter(pk=reading.pk).update(state="opened", conference=conference)

    assert "Tải tệp gốc" in html_for(client, loader, conference)
    assert "Tải tệp gốc" not in html_for(client, an_official(conference.office), conference)


def test_the_day_moves_the_days_counted_from_it(client):
    conference = a_conference()
    speech = a_speech(conference)
    client.force_login(an_official(conference.office))

    data = {"held_on": "24/10/2024", "venue": "Nhà hát", "version": conference.version}
    client.post(address(conference, "day"), data)

    speech.refresh_from_db()
    assert speech.due == date(2024, 10, 17)

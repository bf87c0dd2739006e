"""Who holds a question is invited."""

import pytest

from doithoai.lifecycle.inviting import asked_but_not_invited, invite_asked
from doithoai.workflow import Forbidden
from tests.builders import a_conference, a_question, a_referral, an_agency, an_official
from tests.builders_delegates import a_delegate

pytestmark = pytest.mark.django_db


@pytest.fixture
def conference():
    return a_conference()


@pytest.fixture
def health(conference):
    return conference.participations.get(agency__name="Sở Y tế").agency


def test_who_leads_or_supports_an_answer_and_has_nobody_coming_is_told(conference, health):
    money = an_agency("Sở Công Thương")
    a_referral(a_question(conference), health).supporting.add(money)
    a_referral(a_question(conference), health)
    a_referral(a_question(conference), conference.host)
    a_delegate(conference, "withdrawn", agency=health)

    assert list(asked_but_not_invited(conference)) == [money, health]
    a_delegate(conference, agency=health)
    assert list(asked_but_not_invited(conference)) == [money]


def test_all_are_put_on_the_list_by_post_in_one_deed_and_once(conference, health):
    a_referral(a_question(conference), health)
    host = an_official(conference.host)
    (leader,) = invite_asked(conference, by=host)

    assert (leader.shown_name, leader.agency, leader.state) == (
        "Lãnh đạo Sở Y tế",
        health,
        "accepted",
    )
    assert invite_asked(conference, by=host) == []


def test_a_department_does_not_invite(conference, health):
    a_referral(a_question(conference), health)

    with pytest.raises(Forbidden):
        invite_asked(conference, by=an_official(health))

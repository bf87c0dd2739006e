"""A plan is issued, a notice signed, with a number no other paper has."""

from datetime import date

import pytest

from doithoai.conclusions.states import NoticeState
from doithoai.lifecycle.numbering import issue_plan, sign_notice
from doithoai.planning.states import ConferenceState
from doithoai.workflow import Forbidden, Refused
from tests.builders import a_conference, an_approver, an_official
from tests.builders_conclusions import a_held_conference, a_notice

pytestmark = pytest.mark.django_db
SIGNED = {"signed_on": date(2024, 10, 7), "signer_title": "CHỦ TỊCH", "signer_name": "Trần Hai"}
ISSUED = {"issued_on": date(2024, 10, 7), "signer_name": "Trần Hai"}


def another_of(conference, **over):
    """A second conference of the same province."""
    sides = {side: getattr(conference, side) for side in ("host", "office", "chair", "finance")}
    return a_held_conference(place=conference.place, departments=[], **(sides | over))


def test_two_notices_of_a_year_do_not_share_a_number():
    first = a_notice(state=NoticeState.SIGNED).conference
    notice = a_notice(another_of(first), NoticeState.SUBMITTED)
    chair = an_approver(first.chair)

    with pytest.raises(Refused, match=r"Số 310 năm 2024 .* tiếp theo là 311"):
        sign_notice(notice, number="310/TB-UBND", version=0, by=chair, **SIGNED)

    notice.refresh_from_db()
    assert notice.state == NoticeState.SUBMITTED
    signed = sign_notice(notice, number="311/TB-UBND", version=0, by=chair, **SIGNED)
    assert signed.state == NoticeState.SIGNED


def test_two_plans_of_a_year_do_not_share_a_number():
    first = a_conference()
    draft = another_of(first, number="", issued_on=None, state=ConferenceState.DRAFT)
    office = an_approver(first.office)

    with pytest.raises(Refused, match="tiếp theo là 273"):
        issue_plan(draft, number="272/KH-UBND", by=office, **ISSUED)

    assert issue_plan(draft, number="273/KH-UBND", by=office, **ISSUED).number == "273/KH-UBND"


def test_who_may_not_sign_learns_nothing_of_numbers():
    first = a_notice(state=NoticeState.SIGNED).conference
    notice = a_notice(another_of(first), NoticeState.SUBMITTED)

    with pytest.raises(Forbidden):
        sign_notice(notice, number="310/TB-UBND", version=0, by=an_official(), **SIGNED)


@pytest.mark.parametrize(
    "number", ["²/TB-UBND", "0/TB-UBND", f"{10**19}/TB-UBND", "TB-UBND", "310"]
)
def test_a_number_nobody_can_count_is_refused_while_it_can_still_be_changed(number):
    notice = a_notice(a_held_conference(), NoticeState.SUBMITTED)
    chair = an_approver(notice.conference.chair)

    with pytest.raises(Refused, match="310/TB-UBND"):
        sign_notice(notice, number=number, version=0, by=chair, **SIGNED)

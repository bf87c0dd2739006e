"""Honours: proposed by agencies, agreed or struck by another person of host or office."""

from datetime import date
from functools import partial

import pytest
from django.db import IntegrityError, transaction

from doithoai.planning.actions import grant
from doithoai.planning.models import Work
from doithoai.programme.actions import (
    agree_award,
    amend_award,
    move_award,
    note_decision,
    propose_award,
    reopen_award,
    strike_award,
)
from doithoai.programme.models import Award
from doithoai.programme.queries import awards_of
from doithoai.programme.states import AwardState
from doithoai.workflow import Forbidden, Refused
from tests.builders import a_conference, an_agency, an_official
from tests.builders_programme import an_award

pytestmark = pytest.mark.django_db
NAMED = {
    "recipient": "Chi hội ấp 3",
    "is_group": True,
    "achievement": "Giữ tuyến đường xanh",
    "form": "Giấy khen",
}


def test_an_agency_with_the_work_proposes_in_its_name():
    conference, union = a_conference(), an_agency("Liên đoàn Lao động")
    with pytest.raises(Forbidden):
        propose_award(conference, agency=union, by=an_official(union), **NAMED)
    grant(conference, agency=union, work=Work.AWARDS, by=an_official(conference.office))

    award = propose_award(conference, agency=union, by=an_official(union), **NAMED)

    assert (award.agency, award.position, award.state) == (union, 1, AwardState.PROPOSED)
    with pytest.raises(Forbidden):
        propose_award(conference, agency=conference.host, by=an_official(union), **NAMED)


def test_who_proposed_does_not_decide():
    conference = a_conference()
    host = an_official(conference.host)
    award = an_award(conference, by=host)

    with pytest.raises(Forbidden, match="người khác"):
        agree_award(award, version=0, by=host)
    agreed = agree_award(award, version=0, by=an_official(conference.host))

    assert agreed.state == AwardState.AGREED
    with pytest.raises(IntegrityError), transaction.atomic():
        Award.objects.filter(pk=award.pk).update(decided_by=host)


def test_who_mended_the_line_does_not_decide_on_it():
    conference = a_conference()
    office, other = an_official(conference.office), an_official(conference.office)
    award = amend_award(an_award(conference), form="Giấy khen", version=0, by=office)

    for decide in (agree_award, partial(strike_award, reason="Trùng tên")):
        with pytest.raises(Forbidden, match="người đã sửa"):
            decide(award, version=1, by=office)
    assert agree_award(award, version=1, by=other).decided_by == other


def test_a_struck_line_says_why_and_comes_back_clean():
    award = an_award()
    office = an_official(award.conference.office)
    with pytest.raises(Refused, match="lý do"):
        strike_award(award, reason=" ", version=0, by=office)

    struck = strike_award(award, reason="Trùng tên", version=0, by=office)
    assert (struck.state, struck.reason) == (AwardState.STRUCK, "Trùng tên")

    back = reopen_award(struck, version=1, by=office)
    assert (back.state, back.reason, back.decided_by) == (AwardState.PROPOSED, "", None)


def test_only_a_proposed_line_is_mended_and_only_an_agreed_one_has_a_decision():
    conference = a_conference()
    host = an_official(conference.host)
    proposed, agreed = an_award(conference), an_award(conference, AwardState.AGREED)
    decision = {"decision_number": "12/QĐ-UBND", "decision_on": date(2024, 10, 1), "version": 0}

    assert amend_award(proposed, unit="Xã Phú Tân", version=0, by=host).unit == "Xã Phú Tân"
    assert note_decision(agreed, by=host, **decision).decision_number == "12/QĐ-UBND"
    with pytest.raises(Refused, match="đã được quyết định"):
        amend_award(agreed, unit="Xã khác", version=1, by=host)
    with pytest.raises(Refused, match="đã đồng ý"):
        note_decision(proposed, by=host, **{**decision, "version": 1})


def test_the_order_is_the_order_of_calling():
    conference = a_conference()
    first = an_award(conference, recipient="A")
    an_award(conference, recipient="B")

    move_award(first, towards="down", by=an_official(conference.host))

    assert [award.recipient for award in awards_of(conference)] == ["B", "A"]

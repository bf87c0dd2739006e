"""The estimate from its first line to its approval; nobody judges his own."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from doithoai.audit.models import Entry
from doithoai.budget.actions import (
    appraise_estimate,
    approve_estimate,
    change_source,
    escalate,
    record_answer,
    start_estimate,
    submit_estimate,
)
from doithoai.budget.models import Estimate
from doithoai.budget.states import EstimateState, LineVerdict
from doithoai.workflow import Forbidden, Refused
from tests.builders import a_conference, an_approver, an_official
from tests.builders_budget import a_line, an_estimate, the_appraiser, the_approver

pytestmark = pytest.mark.django_db
PAPER = ("15/UBND-KT", date(2024, 10, 4))


def at(state, **over):
    estimate = an_estimate(state=state, **over)
    a_line(estimate)
    return estimate


def writer(estimate):
    return an_official(estimate.agency)


def test_it_belongs_to_the_agency_that_began_it():
    conference = a_conference()
    host = an_official(conference.host)
    estimate = start_estimate(conference, source="budget", by=host)

    assert (estimate.agency, estimate.state) == (conference.host, "draft")
    assert Entry.objects.get().after["source"] == "Ngân sách nhà nước"
    with pytest.raises(Refused, match="đã có dự toán"):
        start_estimate(conference, source="union", by=an_official(conference.office))
    with pytest.raises(Forbidden):
        start_estimate(a_conference(), source="budget", by=host)


def test_another_source_brings_other_judges():
    estimate = at(EstimateState.DRAFT)
    changed = change_source(estimate, source="union", version=0, by=writer(estimate))

    assert the_appraiser(changed).agency == estimate.conference.office
    with pytest.raises(Refused, match="vừa sửa"):
        change_source(estimate, source="other", version=0, by=writer(estimate))


def test_it_is_handed_in_with_priced_lines_only():
    estimate = an_estimate()
    host = writer(estimate)

    with pytest.raises(Refused, match="chưa có dòng nào"):
        submit_estimate(estimate, version=0, by=host)
    a_line(estimate, rate=0, content="Thuê hội trường")
    with pytest.raises(Refused, match="Chưa có đơn giá: Thuê hội trường"):
        submit_estimate(estimate, version=0, by=host)
    estimate.lines.update(rate=1, amount=150)
    done = submit_estimate(estimate, version=0, by=host)

    assert (done.state, done.prepared_by) == ("submitted", host)
    assert Entry.objects.latest("pk").after["money"] == "150 đ"


def test_without_another_agency_nobody_could_judge_it():
    conference = a_conference()
    conference.office = conference.chair = conference.host
    conference.finance = None
    conference.save()
    estimate = at(EstimateState.DRAFT, conference=conference)

    with pytest.raises(Refused, match="chưa có cơ quan khác để thẩm định"):
        submit_estimate(estimate, version=0, by=writer(estimate))


def test_every_line_is_judged_before_the_whole_passes():
    estimate = at(EstimateState.SUBMITTED)
    finance = the_appraiser(estimate)

    with pytest.raises(Refused, match="Còn 1 dòng chưa xét"):
        appraise_estimate(estimate, verdict="passed", version=0, by=finance)
    a_line(estimate, verdict=LineVerdict.AGREED)
    estimate.lines.filter(position=1).delete()
    done = appraise_estimate(estimate, verdict="passed", note="Đúng mức.", version=0, by=finance)

    assert (done.state, done.appraised_by, done.appraisal_note) == ("passed", finance, "Đúng mức.")


def test_nothing_agreed_is_returned_and_not_passed():
    estimate = an_estimate(state=EstimateState.SUBMITTED)
    a_line(estimate, verdict=LineVerdict.STRUCK, reason="Không có trong quy định.")

    with pytest.raises(Refused, match="Không dòng nào được chấp nhận"):
        appraise_estimate(estimate, verdict="passed", version=0, by=the_appraiser(estimate))


def test_a_return_says_why_and_comes_back_with_what_was_said():
    estimate = an_estimate(state=EstimateState.SUBMITTED)
    a_line(estimate, verdict=LineVerdict.AGREED)
    finance = the_appraiser(estimate)

    with pytest.raises(Refused, match="lý do trả lại"):
        appraise_estimate(estimate, verdict="returned", note=" ", version=0, by=finance)
    back = appraise_estimate(
        estimate, verdict="returned", note="Thiếu báo giá.", version=0, by=finance
    )
    again = submit_estimate(back, version=1, by=writer(estimate))

    assert (again.state, again.note, again.appraised_by) == ("submitted", "", None)
    assert again.lines.get().verdict == LineVerdict.AGREED


@pytest.mark.parametrize("verdict", ["approved", "escalated", "draft", "nonsense"])
def test_a_verdict_is_one_of_those_offered(verdict):
    estimate = an_estimate(state=EstimateState.SUBMITTED)
    a_line(estimate, verdict=LineVerdict.AGREED)

    with pytest.raises(Refused):
        appraise_estimate(estimate, verdict=verdict, version=0, by=the_appraiser(estimate))


def test_a_third_person_approves():
    estimate = at(EstimateState.APPRAISED)
    chair = the_approver(estimate)

    for other in (estimate.prepared_by, estimate.appraised_by, an_approver(estimate.agency)):
        with pytest.raises(Forbidden):
            approve_estimate(estimate, verdict="approved", version=0, by=other)
    done = approve_estimate(estimate, verdict="approved", version=0, by=chair)

    assert (done.state, done.approved_by) == ("approved", chair)
    assert Entry.objects.get().after["agreed"] == "3.000.000 đ"


def test_the_unions_money_is_approved_by_another_person_of_the_host():
    estimate = at(EstimateState.APPRAISED, source="union")
    host = an_approver(estimate.agency)

    with pytest.raises(Forbidden):
        approve_estimate(
            estimate, verdict="approved", version=0, by=an_approver(estimate.conference.chair)
        )
    assert approve_estimate(estimate, verdict="approved", version=0, by=host).approved_by == host


def test_beyond_its_power_finance_reports_upward_and_the_answer_is_kept():
    estimate = an_estimate(state=EstimateState.SUBMITTED)
    a_line(estimate, verdict=LineVerdict.AGREED)
    finance, chair = the_appraiser(estimate), the_approver(estimate)

    with pytest.raises(Refused, match="Nêu cấp có thẩm quyền"):
        escalate(estimate, to=" ", text="Đề xuất.", version=0, by=finance)
    sent = escalate(estimate, to="HĐND tỉnh", text="Đề xuất bổ sung.", version=0, by=finance)
    with pytest.raises(Refused, match="không sau hôm nay"):
        record_answer(sent, verdict="approved", paper=("15", date(2030, 1, 1)), version=1, by=chair)
    done = record_answer(sent, verdict="approved", paper=PAPER, version=1, by=chair)

    assert (sent.state, done.state) == ("escalated", "approved")
    assert (done.answer_number, done.answer_on) == PAPER


def test_a_higher_body_may_say_no():
    estimate = at(EstimateState.ESCALATED)
    done = record_answer(
        estimate,
        verdict="returned",
        paper=PAPER,
        note="Giảm còn một nửa.",
        version=0,
        by=the_approver(estimate),
    )

    assert (done.state, done.note) == ("returned", "Giảm còn một nửa.")


@pytest.mark.parametrize("state", list(EstimateState))
def test_each_deed_has_its_one_state(state):
    estimate = at(state)
    finance, chair = the_appraiser(estimate), the_approver(estimate)
    deeds = {
        "submit": lambda: submit_estimate(estimate, version=0, by=writer(estimate)),
        "appraise": lambda: appraise_estimate(
            estimate, verdict="returned", note="Sửa.", version=0, by=finance
        ),
        "approve": lambda: approve_estimate(estimate, verdict="approved", version=0, by=chair),
        "answer": lambda: record_answer(
            estimate, verdict="approved", paper=PAPER, version=0, by=chair
        ),
    }
    expected = {
        EstimateState.DRAFT: {"submit"},
        EstimateState.RETURNED: {"submit"},
        EstimateState.SUBMITTED: {"appraise"},
        EstimateState.APPRAISED: {"approve"},
        EstimateState.ESCALATED: {"answer"},
        EstimateState.APPROVED: set(),
    }
    assert {name for name, deed in deeds.items() if is_done(deed)} == expected[state]


def is_done(deed):
    try:
        with transaction.atomic():
            deed()
            transaction.set_rollback(True)
    except Refused:
        return False
    return True


@pytest.mark.parametrize("same", [{"appraised_by": "prepared_by"}, {"approved_by": "appraised_by"}])
def test_the_database_itself_wants_three_people(same):
    estimate = an_estimate(state=EstimateState.APPROVED)
    values = {name: getattr(estimate, other) for name, other in same.items()}

    with pytest.raises(IntegrityError), transaction.atomic():
        Estimate.objects.filter(pk=estimate.pk).update(**values)

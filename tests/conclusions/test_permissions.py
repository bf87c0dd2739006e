"""Who may do what with notices and commitments: role by role."""

import pytest

from doithoai.conclusions.permissions import (
    may_ask_extension,
    may_cancel,
    may_decide_extension,
    may_draft,
    may_judge,
    may_publish,
    may_reopen,
    may_report,
    may_see_draft,
    may_see_evidence,
    may_sign,
)
from doithoai.directory.models import Right
from tests.builders import an_agency, an_approver, an_official
from tests.builders_conclusions import (
    a_commitment,
    a_held_conference,
    a_notice,
    a_report,
    an_adviser,
    an_extension,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def conference():
    return a_held_conference()


@pytest.fixture
def people(conference):
    keeper, other = (p.agency for p in conference.participations.order_by("pk"))
    return {
        "host": an_official(conference.host),
        "office": an_official(conference.office),
        "office decides": an_approver(conference.office),
        "chair decides": an_approver(conference.chair),
        "chair writes": an_official(conference.chair),
        "keeper": an_official(keeper),
        "keeper decides": an_approver(keeper),
        "other": an_official(other),
        "finance": an_official(conference.finance),
        "stranger": an_approver(an_agency("Sở Tư pháp")),
        "office reads": an_official(conference.office, Right.READER),
    }


def who(people, rule):
    return {name for name, person in people.items() if rule(person)}


WRITES_FOR_ALL = {"host", "office", "office decides"}


def test_host_office_and_advisers_write_the_notice(conference, people):
    assert who(people, lambda p: may_draft(p, conference)) == WRITES_FOR_ALL

    people["adviser"] = an_adviser(conference)
    assert who(people, lambda p: may_draft(p, conference)) == {
        *WRITES_FOR_ALL, "adviser", "keeper", "keeper decides"
    }  # fmt: skip


def test_who_follows_all_reads_the_draft(conference, people):
    following = {"host", "office", "office decides", "office reads"}
    chair = {"chair decides", "chair writes"}

    assert who(people, lambda p: may_see_draft(p, conference)) == following | chair


def test_only_the_chairs_approver_signs_and_only_the_office_publishes(conference, people):
    notice = a_notice(conference)

    assert who(people, lambda p: may_sign(p, notice)) == {"chair decides"}
    assert who(people, lambda p: may_publish(p, conference)) == {"office", "office decides"}
    notice.drafted_by = people["chair decides"]
    assert who(people, lambda p: may_sign(p, notice)) == set()


def test_the_agency_reports_and_another_judges(conference, people):
    commitment = a_commitment(conference)
    report = a_report(commitment, by=people["keeper"])

    assert who(people, lambda p: may_report(p, commitment)) == {"keeper", "keeper decides"}
    assert who(people, lambda p: may_judge(p, report)) == WRITES_FOR_ALL
    assert who(people, lambda p: may_reopen(p, commitment)) == WRITES_FOR_ALL
    assert who(people, lambda p: may_cancel(p, commitment)) == {"chair decides"}


def test_a_supporting_agency_reports_too_but_asks_no_more_time(conference, people):
    commitment = a_commitment(conference)
    commitment.supporting.add(people["other"].agency)

    assert who(people, lambda p: may_report(p, commitment)) == {"keeper", "keeper decides", "other"}
    assert who(people, lambda p: may_ask_extension(p, commitment)) == {"keeper", "keeper decides"}


@pytest.mark.parametrize(
    "side, judges",
    [("office", {"host"}), ("host", {"office", "office decides"})],
)
def test_nobody_judges_the_promise_of_the_own_agency(conference, people, side, judges):
    commitment = a_commitment(conference, agency=getattr(conference, side))
    report = a_report(commitment)

    assert who(people, lambda p: may_judge(p, report)) == judges


def test_where_host_is_also_office_the_chair_judges():
    office = an_agency("Liên đoàn Lao động tỉnh")
    conference = a_held_conference(host=office, office=office)
    report = a_report(a_commitment(conference, agency=office))

    assert may_judge(an_official(conference.chair), report)
    assert not may_judge(an_official(office), report)


def test_the_offices_approver_decides_on_more_time_and_the_chairs_on_the_offices_own(
    conference, people
):
    asked = an_extension(a_commitment(conference))
    own = an_extension(a_commitment(conference, agency=conference.office))

    assert who(people, lambda p: may_decide_extension(p, asked)) == {"office decides"}
    assert who(people, lambda p: may_decide_extension(p, own)) == {"chair decides"}


def test_evidence_opens_to_its_agency_and_to_who_follows_all(conference, people):
    commitment = a_commitment(conference)
    following = {"host", "office", "office decides", "office reads"}
    chair, keepers = {"chair decides", "chair writes"}, {"keeper", "keeper decides"}

    assert who(people, lambda p: may_see_evidence(p, commitment)) == following | chair | keepers

"""Who may do what with delegates: each role against each right, and against each state."""

import pytest

from doithoai.delegates.permissions import (
    may_accept,
    may_amend,
    may_invite,
    may_nominate,
    may_organise,
    may_replace,
    may_see_contacts,
    may_see_everyone,
)
from doithoai.delegates.states import DelegateState
from doithoai.directory.models import Right
from doithoai.planning.models import Mandate, Work
from tests.builders import an_agency, an_approver, an_official
from tests.builders_delegates import a_delegate, an_allocation

pytestmark = pytest.mark.django_db
ROLES = (
    *("host", "office", "chair", "finance", "keeper", "inviter", "writer", "agency"),
    *("department", "reader", "stranger"),
)


@pytest.fixture
def share():
    return an_allocation()


def someone(role, share):
    """A person in the role; keeper, inviter and writer have a work of the plan."""
    conference = share.quota_line.conference
    works = {"keeper": Work.DELEGATES, "inviter": Work.INVITATIONS, "writer": Work.SCRIPT}
    if role in works:
        home = an_agency(f"Sở {role}")
        Mandate.objects.create(conference=conference, agency=home, work=works[role])
        conference.participations.create(agency=home, role="department")
        return an_official(home)
    if role == "chair":
        return an_approver(conference.chair)
    if role == "agency":
        return an_official(share.agency)
    if role == "department":
        return an_official(conference.participations.exclude(agency=share.agency)[0].agency)
    if role == "reader":
        return an_official(conference.host, Right.READER)
    return an_official(an_agency() if role == "stranger" else getattr(conference, role))


def allowed(share, permission, thing):
    return {role for role in ROLES if permission(someone(role, share), thing)}


KEEPERS = {"host", "office", "keeper"}


@pytest.mark.parametrize(
    "permission, expected",
    [
        (may_organise, KEEPERS),
        (may_invite, {"host", "office", "inviter"}),
        (
            may_see_everyone,
            KEEPERS | {"chair", "finance", "inviter", "writer", "reader"},
        ),
    ],
)
def test_rights_on_the_conference(share, permission, expected):
    assert allowed(share, permission, share.quota_line.conference) == expected


def test_an_agency_and_who_keeps_the_list_name_people(share):
    assert allowed(share, may_nominate, share) == KEEPERS | {"agency"}


@pytest.mark.parametrize(
    "state, amending, replacing",
    [
        (DelegateState.NOMINATED, KEEPERS | {"agency"}, KEEPERS | {"agency"}),
        (DelegateState.ACCEPTED, KEEPERS, KEEPERS | {"agency"}),
        (DelegateState.REPLACED, set(), set()),
        (DelegateState.WITHDRAWN, set(), set()),
    ],
)
def test_rights_on_a_person_by_state(share, state, amending, replacing):
    delegate = a_delegate(allocation=share, state=state)

    assert allowed(share, may_amend, delegate) == amending
    assert allowed(share, may_replace, delegate) == replacing
    assert allowed(share, may_see_contacts, delegate) == KEEPERS | {"agency"}


def test_an_agency_tells_the_name_of_its_guest_by_post(share):
    guest = a_delegate(allocation=share, state=DelegateState.ACCEPTED, full_name="")

    assert allowed(share, may_amend, guest) == KEEPERS | {"agency"}


def test_nobody_accepts_whom_they_named(share):
    host, other = someone("host", share), someone("host", share)
    delegate = a_delegate(allocation=share, nominated_by=host)

    assert not may_accept(host, delegate)
    assert may_accept(other, delegate)
    assert allowed(share, may_accept, delegate) == KEEPERS


def test_a_person_of_no_agency_s_naming_shows_contacts_to_who_keeps_the_list_alone(share):
    guest = a_delegate(share.quota_line.conference, agency=None)

    assert allowed(share, may_see_contacts, guest) == KEEPERS

"""Who fills the table of seats, names people, accepts them, invites them, sees their contacts."""

from doithoai.delegates.models import Allocation, Delegate
from doithoai.delegates.states import LIVING, DelegateState
from doithoai.directory.models import Right, User
from doithoai.planning.models import Conference, Mandate, Work
from doithoai.planning.permissions import leading_agencies, may_do, may_prepare, may_see

WORKS_WITH_PEOPLE = (
    *(Work.DELEGATES, Work.INVITATIONS, Work.SEATING, Work.SCRIPT),
    *(Work.LOGISTICS, Work.SAFETY, Work.HALL),
)


def may_organise(user: User, conference: Conference) -> bool:
    """Fill the table, allocate, accept: host, office, and who the plan gives the list to."""
    return may_do(user, conference, Work.DELEGATES)


def may_invite(user: User, conference: Conference) -> bool:
    """Prepare invitations and hand them over."""
    return may_do(user, conference, Work.INVITATIONS)


def may_see_everyone(user: User, conference: Conference) -> bool:
    """See the whole list: host, office, chair, finance, and who works with people on the day."""
    if user.agency_id is None or not may_see(user, conference):
        return False
    if user.agency_id in leading_agencies(conference):
        return True
    return Mandate.objects.filter(
        conference=conference, agency_id=user.agency_id, work__in=WORKS_WITH_PEOPLE
    ).exists()


def may_nominate(user: User, allocation: Allocation) -> bool:
    """Name people for the seats of an agency: that agency, and who organises."""
    own = user.drafts and user.agency_id == allocation.agency_id
    return own or may_organise(user, allocation.quota_line.conference)


def may_amend(user: User, delegate: Delegate) -> bool:
    """Correct, name, withdraw, replace: who organises; its agency while it is not accepted."""
    if delegate.state not in LIVING:
        return False
    own = user.drafts and delegate.agency_id is not None and user.agency_id == delegate.agency_id
    free = delegate.state == DelegateState.NOMINATED or not delegate.is_named
    return (own and free) or may_organise(user, delegate.conference)


def may_replace(user: User, delegate: Delegate) -> bool:
    """Withdraw or send another: who organises, and the agency that named the person."""
    own = user.drafts and delegate.agency_id is not None and user.agency_id == delegate.agency_id
    return delegate.state in LIVING and (own or may_organise(user, delegate.conference))


def may_accept(user: User, delegate: Delegate) -> bool:
    """Take a nomination: who organises, but not the person who made it."""
    return may_organise(user, delegate.conference) and user.pk != delegate.nominated_by_id


def may_see_contacts(user: User, delegate: Delegate) -> bool:
    """See phone and e-mail: who organises, and the agency that named the person; each is logged."""
    if not user.drafts or user.agency_id is None:
        return False
    return user.agency_id == delegate.agency_id or may_organise(user, delegate.conference)


def may_seat(user: User, conference: Conference) -> bool:
    """Lay out the hall, seat people: host, office, and who the plan gives the seating to."""
    return may_do(user, conference, Work.SEATING)


def may_confirm_seating(user: User, conference: Conference) -> bool:
    """Confirm the seating as it stands: who writes for the host or the office."""
    return may_prepare(user, conference)


def may_receive(user: User, conference: Conference) -> bool:
    """Let people in at the door: accounts of the door, and who writes, of host and office."""
    at_door = user.is_active and user.right == Right.DOOR
    return (at_door or user.drafts) and user.agency_id in {conference.host_id, conference.office_id}


def may_mark_attendance(user: User, conference: Conference) -> bool:
    """Call the roll: who organises."""
    return may_organise(user, conference)

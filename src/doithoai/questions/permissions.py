"""Who may see, choose and set aside."""

from doithoai.directory.models import User
from doithoai.planning.models import Conference, Work
from doithoai.planning.permissions import may_do, may_see


def may_see_questions(user: User, conference: Conference) -> bool:
    """See the list: host, office, chair."""
    return user.is_active and user.agency_id in {
        conference.host_id,
        conference.office_id,
        conference.chair_id,
    }


def may_choose(user: User, conference: Conference) -> bool:
    """Select or set aside: those who write for the host (plan: "lựa chọn câu hỏi")."""
    return user.drafts and user.agency_id == conference.host_id


def may_enter(user: User, conference: Conference) -> bool:
    """Type in a paper slip or a call: those who write for the host or the office."""
    return user.drafts and user.agency_id in {conference.host_id, conference.office_id}


def may_take_in_hall(user: User, conference: Conference) -> bool:
    """Write down what is asked in the hall: those who drive it."""
    return may_do(user, conference, Work.HALL)


def may_see_sender(user: User, conference: Conference) -> bool:
    """See name and contact of a sender: host and office, each view logged."""
    return (
        user.drafts
        and user.agency_id in {conference.host_id, conference.office_id}
        and may_see(user, conference)
    )

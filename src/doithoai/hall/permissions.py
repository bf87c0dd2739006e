"""Who drives the hall, who sits before its tablets, who signs its minutes."""

from doithoai.directory.models import User
from doithoai.hall.models import Minutes
from doithoai.planning.models import Conference, Work
from doithoai.planning.permissions import may_do


def may_drive(user: User, conference: Conference) -> bool:
    """Drive the session: who writes for host, office, or an agency given "thư ký, điều hành"."""
    return may_do(user, conference, Work.HALL)


def may_preside(user: User, conference: Conference) -> bool:
    """See the chair's tablet, with answers not yet published: the chair's agency and drivers."""
    of_chair = user.is_active and user.agency_id == conference.chair_id
    return of_chair or may_drive(user, conference)


def may_present(user: User, conference: Conference) -> bool:
    """See the presenter's cues: drivers, and who writes the script."""
    return may_drive(user, conference) or may_do(user, conference, Work.SCRIPT)


def may_read_minutes(user: User, conference: Conference) -> bool:
    """Read the minutes before they are signed: drivers, host, office and chair."""
    leading = {conference.host_id, conference.office_id, conference.chair_id}
    return may_drive(user, conference) or (user.is_active and user.agency_id in leading)


def may_sign(user: User, minutes: Minutes) -> bool:
    """Sign for the chair's side, or send back: who decides there and wrote none of their texts."""
    return (
        user.approves
        and user.agency_id == minutes.session.conference.chair_id
        and user.pk != minutes.secretary_id
        and not minutes.versions.filter(by=user).exists()
    )

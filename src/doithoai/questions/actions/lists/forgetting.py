"""Lists nobody has taken in time are left, with all they say of their senders."""

from doithoai.planning.models import Conference
from doithoai.questions.models import ListRow, ReceivedList
from doithoai.questions.queries import lists_left_open
from doithoai.questions.states import ListState


def forget_lists(conference: Conference) -> int:
    """Drop the lists of a conference that were never taken; how many there were.

    The caller has asked whether it may.
    """
    waiting = [received.pk for received in lists_left_open(conference)]
    ListRow.objects.filter(received_list__in=waiting).delete()
    found = ReceivedList.objects.filter(pk__in=waiting)
    return found.update(state=ListState.DROPPED, content=b"", columns={}, claimed_at=None)

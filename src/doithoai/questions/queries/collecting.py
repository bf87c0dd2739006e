"""Reading where questions are gathered: collection points and the lists they send."""

from django.db.models import Count, Q, QuerySet

from doithoai.planning.models import Conference
from doithoai.questions.models import CollectionPoint, ListRow, ReceivedList, RowVerdict
from doithoai.questions.rules import fingerprint


def collection_point_of(conference: Conference, code: str) -> CollectionPoint | None:
    """The point an address names by its code, while it gathers; None when there is none."""
    if not code:
        return None
    return conference.collection_points.filter(code=code, closed_at=None).first()


def lists_of(conference: Conference) -> "QuerySet[ReceivedList]":
    """The lists of a conference, newest first, without their files, with their rows counted."""
    counts = {
        f"{verdict.value}_rows": Count("rows", filter=Q(rows__verdict=verdict))
        for verdict in RowVerdict
    }
    return (
        conference.received_lists.defer("content")
        .select_related("sent_by__agency", "collection_point", "taken_by")
        .annotate(wanted_rows=Count("rows", filter=Q(rows__is_wanted=True)), **counts)
    )


def rows_of(received: ReceivedList) -> "QuerySet[ListRow]":
    """The rows of a list in their order, with what each is like or has become."""
    return received.rows.select_related("like_submission", "submission").order_by("number")


def stored_fingerprints(conference: Conference) -> dict[str, int]:
    """What each submission of a conference is known by, and its key; the first of equals."""
    rows = (
        conference.submissions.order_by("-pk")
        .values_list("pk", "fingerprint", "text", "sender_name", "sender_unit")
        .iterator()
    )
    return {known or fingerprint(*said): key for key, known, *said in rows}

"""Reading where questions are gathered: collection points and the lists they send."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, F, Max, Q, QuerySet
from django.db.models.functions import TruncDate

from doithoai.audit.models import Entry
from doithoai.directory.models import User
from doithoai.planning.models import Conference
from doithoai.questions.models import (
    CollectionPoint,
    ListRow,
    ReceivedList,
    RowVerdict,
    Submission,
)
from doithoai.questions.queries.letters import without_secrets
from doithoai.questions.rules import fingerprint, said_alike
from doithoai.questions.states import ListState, QuestionState

LATELY = 10
POINT_STATES = (
    ("Đang phân loại", (QuestionState.RECEIVED, QuestionState.PASSED_ON)),
    ("Đã chọn, đang trả lời", (QuestionState.SELECTED, QuestionState.REFERRED)),
    ("Đã trả lời", (QuestionState.ANSWERED,)),
    ("Để ngoài, người gửi đã biết lý do", (QuestionState.SET_ASIDE,)),
)


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


def lists_left_open(conference: Conference) -> "QuerySet[ReceivedList]":
    """Lists that were sent in and neither taken nor dropped; one being taken is not among them."""
    open_states = [ListState.UPLOADED, ListState.READING, ListState.READ]
    return conference.received_lists.defer("content").filter(state__in=open_states)


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


def points_of(conference: Conference) -> "QuerySet[CollectionPoint]":
    """The points of a conference with what each has gathered, those still open first."""
    gathered = Count("submissions", filter=Q(submissions__withdrawn_at=None))
    return conference.collection_points.annotate(
        gathered=gathered, last_at=Max("submissions__received_at")
    ).order_by(F("closed_at").desc(nulls_first=True), "name", "pk")


@dataclass(frozen=True, slots=True)
class PointCounts:
    """What a point has gathered: (day, slips) by day, (words, slips) by how far they are."""

    total: int
    by_day: list[tuple[date, int]]
    by_state: list[tuple[str, int]]


def point_counts(point: CollectionPoint) -> PointCounts:
    """Counts of a point for who gathers there; withdrawn slips not counted.

    A letter passed on by law counts as still being sorted: nobody learns of it from a count.
    """
    slips = point.submissions.filter(withdrawn_at=None).order_by()
    days = slips.annotate(day=TruncDate("received_at")).values_list("day")
    states = slips.values_list("parts__question__state").annotate(n=Count("pk", distinct=True))
    counts = dict(states)
    by_state = [(words, sum(counts.get(s, 0) for s in group)) for words, group in POINT_STATES]
    return PointCounts(slips.count(), list(days.annotate(n=Count("pk")).order_by("day")), by_state)


def lately_entered(conference: Conference, user: User) -> "list[Submission]":
    """What a person typed in last, newest first, each with its questions; letters left out."""
    typed = Entry.objects.filter(
        conference_id=conference.pk,
        actor=user,
        verb="questions.receive",
        after__list__isnull=True,
    )
    keys = [int(key) for key in typed.order_by("-pk").values_list("thing_id", flat=True)[:LATELY]]
    found = without_secrets(conference.submissions.filter(pk__in=keys))
    return list(found.prefetch_related("parts__question", "corrections").order_by("-pk"))


def submission_like(conference: Conference, text: str) -> Submission | None:
    """The first slip that says the same, case, marks and punctuation aside; letters left out."""
    wanted = said_alike(text)
    slips = without_secrets(conference.submissions.filter(withdrawn_at=None))
    said = slips.order_by("pk").values_list("pk", "text").iterator()
    found = next((key for key, words in said if said_alike(words) == wanted), None)
    return None if found is None else slips.get(pk=found)

"""Reading where questions are gathered: collection points and the lists they send."""

from doithoai.planning.models import Conference
from doithoai.questions.models import CollectionPoint


def collection_point_of(conference: Conference, code: str) -> CollectionPoint | None:
    """The point an address names by its code, while it gathers; None when there is none."""
    if not code:
        return None
    return conference.collection_points.filter(code=code, closed_at=None).first()

"""Collection points: a union's or commune's own link, opened and closed by host or office."""

from collections.abc import Sequence

from django.db import transaction

from doithoai.audit import clock
from doithoai.audit.actions import record, record_all
from doithoai.directory.models import User
from doithoai.planning.models import Conference
from doithoai.questions.models import CollectionPoint
from doithoai.questions.permissions import may_enter
from doithoai.vietnamese.codes import random_letters
from doithoai.vietnamese.letters import same_name
from doithoai.workflow import Refused, require

CODE_LENGTH = 8
ALL_THERE = "Các điểm này đã có trong danh sách. Viết tên khác."


@transaction.atomic
def open_points(conference: Conference, *, names: Sequence[str], by: User) -> list[CollectionPoint]:
    """Open a point for each name that has none yet; raises Refused when none is new."""
    conference = Conference.objects.select_for_update().get(pk=conference.pk)
    require(may_enter(by, conference))
    there = list(conference.collection_points.values_list("name", flat=True))
    fresh: list[str] = []
    for name in names:
        if not any(same_name(name, known) for known in [*there, *fresh]):
            fresh.append(name)
    if not fresh:
        raise Refused(ALL_THERE)
    points = CollectionPoint.objects.bulk_create(
        CollectionPoint(
            conference=conference,
            name=name,
            code=random_letters(CODE_LENGTH),
            opened_by=by,
            opened_at=clock.now(),
        )
        for name in fresh
    )
    record_all("questions.open_point", [(point, {"name": point.name}) for point in points], by=by)
    return points


@transaction.atomic
def close_point(point: CollectionPoint, *, by: User) -> CollectionPoint:
    """The point gathers no more; what it has gathered stays."""
    point = _locked(point, by)
    if point.closed_at is None:
        point.closed_at = clock.now()
        point.save()
        record("questions.close_point", point, by=by)
    return point


@transaction.atomic
def reopen_point(point: CollectionPoint, *, by: User) -> CollectionPoint:
    """The point gathers again, by the same link."""
    point = _locked(point, by)
    if point.closed_at is not None:
        before = {"closed_at": point.closed_at}
        point.closed_at = None
        point.save()
        record("questions.reopen_point", point, by=by, before=before)
    return point


def _locked(point: CollectionPoint, by: User) -> CollectionPoint:
    locked = CollectionPoint.objects.select_for_update(of=("self",))
    found = locked.select_related("conference").get(pk=point.pk)
    require(may_enter(by, found.conference))
    return found

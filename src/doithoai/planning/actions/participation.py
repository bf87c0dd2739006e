"""Agencies that get a part in a conference after its plan."""

from collections.abc import Iterable

from django.db import transaction

from doithoai.audit.actions import record
from doithoai.directory.models import Agency, User
from doithoai.planning.models import Conference, Participation, ParticipationRole, Work
from doithoai.planning.permissions import may_do
from doithoai.planning.queries import participating_agencies
from doithoai.workflow import require

ASKING = (Work.DELEGATES, Work.HALL)
"""Works in which an agency the plan does not name is asked for people or for an answer."""


@transaction.atomic
def include_agencies(
    conference: Conference, agencies: Iterable[Agency], *, by: User
) -> list[Participation]:
    """Give a part to agencies that are asked to answer and that the plan does not name."""
    conference = Conference.objects.select_for_update().get(pk=conference.pk)
    require(any(may_do(by, conference, work) for work in ASKING))
    known = set(participating_agencies(conference).order_by().values_list("pk", flat=True))
    known.add(conference.chair_id)
    joined = [
        Participation.objects.create(
            conference=conference, agency=agency, role=ParticipationRole.DEPARTMENT
        )
        for agency in {agency.pk: agency for agency in agencies}.values()
        if agency.pk not in known
    ]
    if joined:
        names = [participation.agency for participation in joined]
        record("planning.include_agencies", conference, by=by, after={"agency": names})
    return joined

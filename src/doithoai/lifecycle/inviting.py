"""Agencies that hold questions of a conference but have nobody on its list."""

from django.db import transaction
from django.db.models import Q, QuerySet

from doithoai.answers.models import Referral
from doithoai.delegates.actions import add_delegate
from doithoai.delegates.models import Delegate
from doithoai.delegates.people import Person
from doithoai.delegates.states import LIVING
from doithoai.directory.models import Agency, User
from doithoai.planning.models import Conference

BY_POST = "Lãnh đạo"
"""How an agency is invited before it says who comes."""


def asked_but_not_invited(conference: Conference) -> "QuerySet[Agency]":
    """Agencies that lead or support an answer and have no delegate; host and chair come anyway."""
    asked = Referral.objects.filter(question__conference=conference).order_by()
    coming = Delegate.objects.filter(conference=conference, state__in=sorted(LIVING))
    return (
        Agency.objects.filter(
            Q(pk__in=asked.values("agency")) | Q(pk__in=asked.values("supporting"))
        )
        .exclude(pk__in=coming.exclude(agency=None).order_by().values("agency"))
        .exclude(pk__in=[conference.host_id, conference.chair_id])
        .order_by("name")
    )


@transaction.atomic
def invite_asked(conference: Conference, *, by: User) -> list[Delegate]:
    """Put a leader of each such agency on the list, by post; the agency says who it is.

    Raises Forbidden unless `by` organises.
    """
    conference = Conference.objects.select_for_update().get(pk=conference.pk)
    return [
        add_delegate(
            conference,
            Person(post=BY_POST, organisation=agency.name),
            agency=agency,
            by=by,
        )
        for agency in asked_but_not_invited(conference)
    ]

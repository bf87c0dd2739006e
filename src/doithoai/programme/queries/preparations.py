"""Reading preparations and awards, and what the plan's sentences still propose."""

from datetime import date

from django.db.models import Q, QuerySet

from doithoai.answers.queries import agencies_to_ask
from doithoai.directory.models import Agency, User
from doithoai.planning.models import AssignmentRole, Conference
from doithoai.planning.permissions import may_prepare
from doithoai.planning.queries import participating_agencies
from doithoai.programme.models import Award, Preparation
from doithoai.programme.permissions import may_see_awards
from doithoai.programme.rules.preparing import (
    ItemWords,
    ProposedPreparation,
    Sentence,
    Unit,
    propose_preparations,
)
from doithoai.programme.states import OPEN_PREPARATIONS, AwardState


def late_preparations(today: date) -> Q:
    """The condition that a preparation is late on `today`."""
    return Q(due__lt=today, state__in=sorted(OPEN_PREPARATIONS))


def preparations_of(conference: Conference) -> "QuerySet[Preparation]":
    """Everything to be made ready, the earliest day first."""
    return conference.preparations.select_related("agency", "agenda_item", "assignment")


def agencies_to_choose(user: User, conference: Conference, day: date) -> "QuerySet[Agency]":
    """Who may be given work: for host and office any agency of the place, else those present."""
    if may_prepare(user, conference):
        return agencies_to_ask(conference, day)
    return participating_agencies(conference)


def awards_for(user: User, conference: Conference) -> "QuerySet[Award]":
    """The list of honours as the user may see it: all of it, or what is agreed."""
    found = awards_of(conference)
    agreed = found.filter(state=AwardState.AGREED)
    return found if may_see_awards(user, conference) else agreed


def awards_of(conference: Conference) -> "QuerySet[Award]":
    """The list of honours in its order."""
    return conference.awards.select_related("agency", "proposed_by", "decided_by").order_by(
        "position"
    )


def sentences_of(conference: Conference) -> list[Sentence]:
    """The plan's tasks as the rules read them. Two queries."""
    return [
        Sentence(
            task.pk,
            task.text,
            tuple(
                Unit(unit.name, unit.role == AssignmentRole.LEAD, unit.agency_id)
                for unit in task.units.all()
            ),
        )
        for task in conference.assignments.prefetch_related("units").order_by("position")
    ]


def item_words_of(conference: Conference) -> list[ItemWords]:
    """The programme's items as the rules read them. One query."""
    return [
        ItemWords(item.pk, item.kind, item.name, Unit(item.performer, agency=item.agency_id))
        for item in conference.agenda_items.order_by("position")
    ]


def proposed_preparations(conference: Conference) -> list[ProposedPreparation]:
    """What plan and programme ask to be made ready and nobody has taken up. Four queries."""
    taken = set(conference.preparations.values_list("kind", "assignment_id", "agenda_item_id"))
    known = {(kind, task) for kind, task, _ in taken} | {
        (kind, None) for kind, task, item in taken if item
    }
    found = propose_preparations(sentences_of(conference), item_words_of(conference))
    return [one for one in found if (one.kind, one.task) not in known]

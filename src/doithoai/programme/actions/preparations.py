"""Writing preparations: taken up from the plan, planned by host and office, reported on."""

from collections.abc import Collection
from datetime import date
from typing import Any

from django.db import transaction

from doithoai.audit.actions import changes, record
from doithoai.directory.models import Agency, User
from doithoai.planning.actions import include_agencies
from doithoai.planning.models import Conference
from doithoai.programme.models import Preparation, PreparationKind
from doithoai.programme.permissions import may_plan_preparations, may_report_preparation
from doithoai.programme.queries import proposed_preparations
from doithoai.programme.rules.preparing import due_before
from doithoai.programme.states import PREPARATION_TRANSITIONS, PreparationState
from doithoai.workflow import Refused, require

STALE = "Có người vừa sửa việc này. Chữ vừa gõ còn ở dưới; tải lại trang để xem bản mới."
NONE_CHOSEN = "Chọn ít nhất một việc trong các đề xuất."
WHY = "Nêu rõ vì sao không làm việc này nữa."


@transaction.atomic
def take_up_preparations(
    conference: Conference, *, keys: Collection[str], by: User
) -> list[Preparation]:
    """Confirm proposals of the plan's sentences, by key; each gets its agency and a day."""
    conference = Conference.objects.select_for_update().get(pk=conference.pk)
    require(may_plan_preparations(by, conference))
    chosen = [one for one in proposed_preparations(conference) if one.key in keys]
    if not chosen:
        raise Refused(NONE_CHOSEN)
    taken = [
        Preparation.objects.create(
            conference=conference,
            kind=PreparationKind(one.kind),
            name=one.name,
            agency_id=one.unit.agency,
            due=due_before(conference.held_on, one.kind),
            assignment_id=one.task,
            agenda_item_id=one.item,
        )
        for one in chosen
    ]
    include_agencies(conference, [one.agency for one in taken if one.agency], by=by)
    for one in taken:
        record("programme.take_up_preparation", one, by=by, after={"agency": one.agency})
    return taken


@transaction.atomic
def add_preparation(conference: Conference, *, by: User, **values: Any) -> Preparation:
    """Add something the plan's words did not ask for."""
    conference = Conference.objects.select_for_update().get(pk=conference.pk)
    require(may_plan_preparations(by, conference))
    preparation = Preparation.objects.create(conference=conference, **values)
    if preparation.agency:
        include_agencies(conference, [preparation.agency], by=by)
    record("programme.add_preparation", preparation, by=by, after={"agency": preparation.agency})
    return preparation


@transaction.atomic
def amend_preparation(
    preparation: Preparation,
    *,
    name: str,
    kind: str,
    agency: Agency | None,
    due: date | None,
    version: int,
    by: User,
    minutes: int | None = None,
) -> Preparation:
    """Host or office say anew what it is, who does it and by when."""
    preparation = _locked(preparation)
    require(may_plan_preparations(by, preparation.conference))
    values = {
        "name": name,
        "kind": PreparationKind(kind),
        "agency": agency,
        "due": due,
        "minutes": minutes,
    }
    if agency:
        include_agencies(preparation.conference, [agency], by=by)
    return _amended(preparation, "programme.amend_preparation", values, version, by=by)


@transaction.atomic
def report_preparation(
    preparation: Preparation, *, state: str, people: str, note: str, version: int, by: User
) -> Preparation:
    """The agency says who does it and how far it is."""
    preparation = _locked(preparation)
    require(may_report_preparation(by, preparation))
    wanted = PreparationState(state)
    if wanted == PreparationState.DROPPED:
        raise Refused("Cơ quan chủ trì tổ chức hoặc văn phòng quyết định việc không làm nữa.")
    values = {"state": wanted, "people": people, "note": note}
    return _amended(preparation, "programme.report_preparation", values, version, by=by)


@transaction.atomic
def drop_preparation(
    preparation: Preparation, *, reason: str, version: int, by: User
) -> Preparation:
    """Host or office decide that it is not done, and say why."""
    preparation = _locked(preparation)
    require(may_plan_preparations(by, preparation.conference))
    if not reason.strip():
        raise Refused(WHY)
    values = {"state": PreparationState.DROPPED, "note": reason}
    return _amended(preparation, "programme.drop_preparation", values, version, by=by)


@transaction.atomic
def restore_preparation(preparation: Preparation, *, version: int, by: User) -> Preparation:
    """It is to be done after all."""
    preparation = _locked(preparation)
    require(may_plan_preparations(by, preparation.conference))
    values = {"state": PreparationState.NOT_BEGUN, "note": ""}
    return _amended(preparation, "programme.restore_preparation", values, version, by=by)


def _locked(preparation: Preparation) -> Preparation:
    return (
        Preparation.objects.select_for_update(of=("self",))
        .select_related("conference", "agency")
        .get(pk=preparation.pk)
    )


def _amended(
    preparation: Preparation, verb: str, values: dict[str, Any], version: int, *, by: User
) -> Preparation:
    if preparation.version != version:
        raise Refused(STALE)
    before, after = changes(preparation, values)
    if "state" in values:
        PREPARATION_TRANSITIONS.move(preparation, to=values["state"])
    for name, value in values.items():
        setattr(preparation, name, value)
    preparation.version += 1
    preparation.save()
    record(verb, preparation, by=by, before=before, after=after)
    return preparation

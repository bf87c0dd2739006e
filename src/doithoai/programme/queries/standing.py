"""How programmes stand, for the rail and for what waits, for many conferences at once."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Min, Q, QuerySet, Sum

from doithoai.planning.models import Conference
from doithoai.programme.models import AgendaItem, Preparation, Programme, Script, Speech
from doithoai.programme.queries.preparations import late_preparations
from doithoai.programme.queries.speeches import late_speeches
from doithoai.programme.states import (
    OPEN_PREPARATIONS,
    SPEECH_WITH_AGENCY,
    PreparationState,
    ProgrammeState,
    ScriptState,
    SpeechState,
)


@dataclass(frozen=True, slots=True)
class ProgrammeStanding:
    """How the programme of one conference stands.

    `first_due` is the earliest day of what is still to be prepared or written.
    """

    items: int = 0
    minutes: int = 0
    untimed: int = 0
    is_released: bool = False
    preparations: int = 0
    ready: int = 0
    late_preparations: int = 0
    speeches: int = 0
    submitted: int = 0
    appraised: int = 0
    approved: int = 0
    late_speeches: int = 0
    is_script_released: bool = False
    first_due: date | None = None

    @property
    def late(self) -> int:
        """Preparations and speeches past their day."""
        return self.late_preparations + self.late_speeches

    @property
    def total(self) -> int:
        """Everything to be finished: programme, preparations, speeches, script."""
        return 2 + self.preparations + self.speeches

    @property
    def done(self) -> int:
        """What of it is finished."""
        return self.ready + self.approved + self.is_released + self.is_script_released


def programme_standing_by(
    conferences: Iterable[Conference], *, today: date
) -> dict[int, ProgrammeStanding]:
    """The standing of every conference that has anything of a programme. Five queries."""
    wanted = list(conferences)
    items = _by_key(
        AgendaItem.objects.filter(conference__in=wanted),
        items=Count("pk"),
        minutes=Sum("minutes"),
        untimed=Count("pk", filter=Q(minutes_proposed=True)),
    )
    things = _by_key(
        Preparation.objects.filter(conference__in=wanted).exclude(state=PreparationState.DROPPED),
        preparations=Count("pk"),
        ready=Count("pk", filter=Q(state=PreparationState.READY)),
        late_preparations=Count("pk", filter=late_preparations(today)),
        things_due=Min("due", filter=Q(state__in=sorted(OPEN_PREPARATIONS))),
    )
    speeches = _by_key(
        Speech.objects.filter(conference__in=wanted),
        speeches=Count("pk"),
        submitted=Count("pk", filter=Q(state=SpeechState.SUBMITTED)),
        appraised=Count("pk", filter=Q(state=SpeechState.APPRAISED)),
        approved=Count("pk", filter=Q(state=SpeechState.APPROVED)),
        late_speeches=Count("pk", filter=late_speeches(today)),
        speeches_due=Min("due", filter=Q(state__in=sorted(SPEECH_WITH_AGENCY))),
    )
    released = _released(Programme, wanted, ProgrammeState.RELEASED)
    scripts = _released(Script, wanted, ScriptState.RELEASED)
    known = {*items, *things, *speeches, *released, *scripts}
    return {
        key: _standing(
            {**items.get(key, {}), **things.get(key, {}), **speeches.get(key, {})},
            is_released=key in released,
            is_script_released=key in scripts,
        )
        for key in known
    }


def _standing(sums: dict[str, Any], **released: bool) -> ProgrammeStanding:
    days = [day for day in (sums.pop("things_due", None), sums.pop("speeches_due", None)) if day]
    return ProgrammeStanding(**sums, **released, first_due=min(days, default=None))


def _by_key(rows: "QuerySet[Any]", **sums: Any) -> dict[int, dict[str, Any]]:
    found = rows.order_by().values("conference_id").annotate(**sums)
    return {one.pop("conference_id"): one for one in found}


def _released(model: Any, conferences: list[Conference], state: str) -> set[int]:
    return set(
        model.objects.filter(conference__in=conferences, state=state).values_list(
            "conference_id", flat=True
        )
    )

"""What happens in each sample, in order; each deed as far as the house's day has come."""

from collections.abc import Callable
from contextlib import suppress
from typing import Any

from doithoai.lifecycle.demonstration import (
    delegates,
    floor,
    money,
    papers,
    promises,
    stagecraft,
    telling,
)
from doithoai.lifecycle.demonstration.people import People
from doithoai.lifecycle.demonstration.samples import NotYet, sample_data
from doithoai.planning.models import Conference

Deeds = Callable[[Conference, dict[str, Any], People], None]

LIVES: dict[str, tuple[Deeds, ...]] = {
    "tien-giang-2024": (
        telling.tell,
        delegates.share_out,
        delegates.name_people,
        stagecraft.plan_the_day,
        stagecraft.make_ready,
        stagecraft.write_speeches,
        money.estimate,
        floor.choose,
    ),
    "cao-bang-2022": (
        telling.tell,
        delegates.lay_lines,
        delegates.share_out,
        delegates.name_people,
        delegates.add_guests,
        stagecraft.plan_the_day,
        stagecraft.make_ready,
        stagecraft.honour,
        stagecraft.write_speeches,
        money.estimate,
        floor.choose,
        delegates.invite,
        delegates.seat,
        stagecraft.write_script,
        floor.lay_queue,
        delegates.let_in,
        floor.hold,
        floor.write_minutes,
        floor.judge_the_spoken,
        floor.answer_the_rest,
        promises.conclude,
        money.settle,
        papers.leave,
        promises.keep,
    ),
}


def live(name: str, conference: Conference, people: People) -> None:
    """Walk a sample through its life; what is not yet due stays undone."""
    data = sample_data(f"{name}.life.json")
    for deeds in LIVES[name]:
        with suppress(NotYet):
            deeds(Conference.objects.get(pk=conference.pk), data, people)

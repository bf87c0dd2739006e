"""Keeping what was learned of which agency answers what; in use only when it is no worse."""

from typing import Any

from django.db import transaction

from doithoai.audit import clock
from doithoai.audit.actions import record
from doithoai.directory.models import User
from doithoai.directory.permissions import may_administer
from doithoai.questions.actions.comparing import compare_later
from doithoai.questions.models import RoutingModel, SearchText, Side
from doithoai.questions.states import OPEN_STATES
from doithoai.workflow import require


@transaction.atomic
def keep_routing_model(
    *,
    weights: dict[str, Any],
    figures: dict[str, Any],
    examples: int,
    is_in_use: bool,
    by: User | None,
) -> RoutingModel:
    """Keep learned weights with what was measured; those in use propose for all open questions.

    `by` is None for the background. What was in use stays so unless these take its place.
    """
    require(by is None or may_administer(by))
    if is_in_use:
        before = RoutingModel.objects.select_for_update().filter(is_in_use=True)
        RoutingModel.objects.filter(pk__in=[model.pk for model in before]).update(is_in_use=False)
    model = RoutingModel.objects.create(
        weights=weights,
        figures=figures,
        examples=examples,
        is_in_use=is_in_use,
        learned_at=clock.now(),
    )
    after = {"examples": examples, "is_in_use": is_in_use}
    record("questions.keep_routing_model", model, by=by, after=after)
    if is_in_use:
        waiting = SearchText.objects.filter(side=Side.QUESTION)
        waiting.filter(question__state__in=sorted(OPEN_STATES)).update(version=0)
        compare_later()
    return model

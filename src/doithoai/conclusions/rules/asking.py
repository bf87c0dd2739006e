"""When an asker is asked whether the matter is solved."""

from collections.abc import Collection
from datetime import date

from doithoai.conclusions.states import RUNNING, CommitmentState

ASK_AFTER_DAYS = 30


def asks_if_solved(commitments: Collection[str], published_on: date | None, today: date) -> bool:
    """After every promise is kept; without one, thirty days after the answer came out.

    `commitments` are the states of those made on the question; one that is carried on stands
    again among them as the promise of the later conference.
    """
    states = {CommitmentState(state) for state in commitments}
    if states & RUNNING:
        return False
    if CommitmentState.KEPT in states:
        return True
    return published_on is not None and (today - published_on).days >= ASK_AFTER_DAYS

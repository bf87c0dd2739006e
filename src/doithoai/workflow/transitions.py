"""Transition tables: which state may follow which."""

from collections.abc import Mapping, Set
from typing import Any, Protocol

from doithoai.workflow.refusals import Refused


class State(Protocol):
    """A member of an enum of states with a Vietnamese label."""

    @property
    def label(self) -> Any:
        """How officials call the state."""

    @property
    def value(self) -> str:
        """How the state is stored."""


class Transitions:
    """A life cycle as data: each state and the states that may follow it.

    Raises ValueError when a state of the enum is missing from the table.
    """

    def __init__(self, table: Mapping[Any, Set[Any]]) -> None:
        states = type(next(iter(table)))
        missing = [state for state in states if state not in table]
        if missing:
            raise ValueError(f"States missing from the table: {missing}")
        self.table = {state: frozenset(targets) for state, targets in table.items()}
        self.states = states

    def targets(self, state: Any) -> frozenset[Any]:
        """The states that may follow `state`."""
        return self.table[self.states(state)]

    def allows(self, source: Any, target: Any) -> bool:
        """Whether `target` may follow `source`."""
        return self.states(target) in self.targets(source)

    def move(self, thing: Any, *, to: Any, field: str = "state") -> None:
        """Set the state of `thing`; raises Refused, in Vietnamese, when the table forbids it."""
        present, wanted = self.states(getattr(thing, field)), self.states(to)
        if not self.allows(present, wanted):
            raise Refused(
                f"{thing} đang ở trạng thái “{present.label}”, "
                f"chưa chuyển sang “{wanted.label}” được. Tải lại trang để xem việc tiếp theo."
            )
        setattr(thing, field, wanted)

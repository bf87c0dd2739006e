"""Transition tables: which state may follow which."""

from collections.abc import Iterator, Mapping, Set
from typing import Any, Protocol

from doithoai.workflow.refusals import Refused


class State(Protocol):
    """A member of an enum of states that officials can read."""

    @property
    def name(self) -> str:
        """How the code calls the state."""

    @property
    def label(self) -> Any:
        """How officials call the state."""

    @property
    def value(self) -> Any:
        """How the state is stored."""


class Transitions:
    """A life cycle as data: each state of one enum and the states that may follow it.

    Raises ValueError when the table lacks a state of the enum, or leads out of it.
    """

    def __init__(self, table: Mapping[Any, Set[Any]]) -> None:
        self._enum = type(next(iter(table)))
        missing = [state for state in self._enum if state not in table]
        strange = [
            to for targets in table.values() for to in targets if not isinstance(to, self._enum)
        ]
        if missing or strange:
            raise ValueError(f"States missing from the table: {missing}; unknown: {strange}.")
        self._table = {state: frozenset(table[state]) for state in self._enum}

    def __iter__(self) -> Iterator[Any]:
        """The states, in the order of their enum; the first one is where a thing begins."""
        return iter(self._table)

    def targets(self, state: Any) -> frozenset[Any]:
        """The states that may follow `state`, given as a member or as its stored value."""
        return self._table[self._enum(state)]

    def allows(self, source: Any, target: Any) -> bool:
        """Whether `target` may follow `source`."""
        return self._enum(target) in self.targets(source)

    def move(self, thing: Any, *, to: Any, field: str = "state") -> None:
        """Set the state of `thing`; raises Refused, in Vietnamese, when the table forbids it."""
        present, wanted = self._enum(getattr(thing, field)), self._enum(to)
        if not self.allows(present, wanted):
            raise Refused(
                f"{thing} đang ở trạng thái “{present.label}”, "
                f"chưa chuyển sang “{wanted.label}” được. Tải lại trang để xem việc tiếp theo."
            )
        setattr(thing, field, wanted)

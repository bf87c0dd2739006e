"""One line of a list a place up or down."""

from collections.abc import Sequence
from typing import Protocol, TypeVar

from doithoai.workflow import Refused

UP, DOWN = "up", "down"
AT_THE_END = "Dòng này đã ở đầu hoặc cuối danh sách."


class Line(Protocol):
    """Anything with a key."""

    @property
    def pk(self) -> int:
        """Its key."""


L = TypeVar("L", bound=Line)


def swapped(lines: Sequence[L], pk: int, towards: str) -> list[L]:
    """The order with one line moved past its neighbour. Raises Refused at the end of the list."""
    order = list(lines)
    at = next(index for index, line in enumerate(order) if line.pk == pk)
    to = at - 1 if towards == UP else at + 1
    if not 0 <= to < len(order):
        raise Refused(AT_THE_END)
    order[at], order[to] = order[to], order[at]
    return order

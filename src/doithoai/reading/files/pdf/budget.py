"""How much work one PDF may cost before it is given up."""

import time

from doithoai.reading.source import Unreadable

_MOST_SECONDS = 6.0
_MOST_STEPS = 6_000_000
_LOOK_EVERY = 2_000
TOO_HEAVY = (
    "Tệp PDF quá dài hoặc quá phức tạp để đọc; tách riêng phần kế hoạch hoặc lấy bản .docx "
    "rồi tải lên lại."
)


class Budget:
    """Steps and seconds spent on one file; `spend` raises Unreadable when they run out."""

    def __init__(self) -> None:
        self._steps = 0
        self._end = time.monotonic() + _MOST_SECONDS

    def spend(self, steps: int = 1) -> None:
        """Count steps, and look at the clock now and then."""
        before = self._steps // _LOOK_EVERY
        self._steps += steps
        if self._steps // _LOOK_EVERY == before:
            return
        if self._steps > _MOST_STEPS or time.monotonic() > self._end:
            raise Unreadable(TOO_HEAVY)

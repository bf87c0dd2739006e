"""How much work one file may cost before it is given up."""

import time

from doithoai.reading.source import Unreadable

_MOST_SECONDS = 6.0
_MOST_STEPS = 6_000_000
_LOOK_EVERY = 2_000
TOO_HEAVY = (
    "Tệp quá dài hoặc quá phức tạp để đọc; tách riêng phần kế hoạch, lưu lại thành .docx "
    "bằng Word rồi tải lên lại."
)


class Budget:
    """Steps and seconds of this thread spent on one file; `spend` raises Unreadable past them."""

    def __init__(self) -> None:
        self._steps = 0
        self._end = time.thread_time() + _MOST_SECONDS

    def spend(self, steps: int = 1) -> None:
        """Count steps, and look at the clock now and then."""
        before = self._steps // _LOOK_EVERY
        self._steps += steps
        if self._steps // _LOOK_EVERY == before:
            return
        if self._steps > _MOST_STEPS or time.thread_time() > self._end:
            raise Unreadable(TOO_HEAVY)

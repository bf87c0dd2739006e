"""Decisions of the hall that need no database: the clock, lateness, floods of telephones."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time

from doithoai.programme.rules.timing import duration

LAST_SECONDS = 30
SHORT, MEDIUM, LONG = 140, 220, 420
LONGEST_ASK, SHORTEST_ASK = 400, 10
LONGEST_NAME, LONGEST_UNIT = 120, 200
WAITING_OF_A_DEVICE = 3
SECONDS_BETWEEN = 20
ASKS_IN_A_MINUTE = 90


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks: name, place, whether the name may stand on the screen; or a delegate's code."""

    name: str = ""
    unit: str = ""
    shows_name: bool = False
    code: str = ""


@dataclass(frozen=True, slots=True)
class Clock:
    """A speaker's clock: of `limit` seconds `spent` are gone, and it runs since `since`."""

    limit: int
    spent: int
    since: datetime | None

    def used(self, now: datetime) -> int:
        """Seconds used until `now`."""
        running = max(int((now - self.since).total_seconds()), 0) if self.since else 0
        return self.spent + running

    def left(self, now: datetime) -> int:
        """Seconds left; below zero when over."""
        return self.limit - self.used(now)


def speaker_words(name: str = "", unit: str = "") -> str:
    """`Đại biểu Nguyễn Thị A, xã Phú Tân`; without a name or place, what is known."""
    return f"Đại biểu {', '.join(filter(None, [name, unit]))}".strip()


def minutes_words(seconds: int) -> str:
    """`3 phút`, `2 phút 30 giây`, `45 giây`."""
    minutes, rest = divmod(seconds, 60)
    words = [f"{minutes} phút"] if minutes else []
    return " ".join([*words, f"{rest} giây"] if rest or not minutes else words)


def clock_figures(seconds: int) -> str:
    """`2:15`; without a sign."""
    return f"{abs(seconds) // 60}:{abs(seconds) % 60:02d}"


def size_of(text: str) -> str:
    """How large a question stands on the screen: short, medium, long, longest."""
    sizes = ((SHORT, "short"), (MEDIUM, "medium"), (LONG, "long"))
    return next((size for most, size in sizes if len(text) <= most), "longest")


def lateness(planned: time | None, started: time | None, now: time) -> int:
    """Minutes after plan an item started, or is waiting to start; below zero when early."""
    if planned is None:
        return 0
    late = _minute(started or now) - _minute(planned)
    return late if started else max(late, 0)


def lateness_words(minutes: int) -> str:
    """`chậm 12 phút`, `sớm 1 giờ 5 phút`, `đúng giờ`."""
    if minutes == 0:
        return "đúng giờ"
    return f"{'chậm' if minutes > 0 else 'sớm'} {duration(abs(minutes))}"


def flood_words(waiting: int, last: datetime | None, in_a_minute: int, now: datetime) -> str:
    """Why a telephone may not send now, in a sentence; "" when it may.

    `waiting` of the device's own questions wait for approval, `last` is when it sent before;
    `in_a_minute` came from the whole hall in the last minute.
    """
    if waiting >= WAITING_OF_A_DEVICE:
        return f"Đang có {waiting} câu chờ duyệt từ điện thoại này. Chờ duyệt xong rồi gửi câu mới."
    if last and (now - last).total_seconds() < SECONDS_BETWEEN:
        return f"Vừa gửi một câu. Chờ {SECONDS_BETWEEN} giây rồi gửi câu mới."
    if in_a_minute >= ASKS_IN_A_MINUTE:
        return (
            "Hội trường đang gửi quá nhiều câu. Chờ một phút rồi gửi lại; chữ vừa viết còn ở dưới."
        )
    return ""


def moved(keys: Sequence[int], key: int, places: int) -> list[int]:
    """The keys with one moved up (below zero) or down by `places`, as far as it goes."""
    others = [one for one in keys if one != key]
    at = min(max(keys.index(key) + places, 0), len(others))
    return [*others[:at], key, *others[at:]]


def _minute(at: time) -> int:
    return at.hour * 60 + at.minute

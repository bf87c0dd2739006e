"""The conference as papers speak of it: its name, when, where, who chairs."""

from dataclasses import dataclass
from datetime import date, time

from doithoai.vietnamese.dates import long_date, official_date
from doithoai.vietnamese.letters import nfc

OPENINGS = ("về việc ", "v/v ", "tổ chức ", "mở ")
UNKNOWN = "sẽ thông báo sau"


@dataclass(frozen=True, slots=True)
class Event:
    """One conference; `month` (year, month) stands in while the day is not known."""

    name: str
    chair: str = ""
    day: date | None = None
    month: tuple[int, int] | None = None
    start: time | None = None
    end: time | None = None
    venue: str = ""
    is_tentative: bool = False


def event_name(title: str) -> str:
    """The conference's name from its plan's title: `Tổ chức Hội nghị …` is `Hội nghị …`."""
    words = " ".join(nfc(title).split())
    for opening in OPENINGS:
        if words.lower().startswith(opening):
            words = words[len(opening) :]
    if words.lower().startswith("hội nghị"):
        return f"H{words[1:]}"
    return f"Hội nghị {words[:1].lower()}{words[1:]}"


def clock(at: time) -> str:
    """`08 giờ 00`."""
    return f"{at.hour:02d} giờ {at.minute:02d}"


def when(event: Event) -> str:
    """`08 giờ 00, ngày 24 tháng 10 năm 2024 (thứ Năm)`, or what is known so far."""
    if event.day is None:
        if event.month is None:
            return UNKNOWN
        year, month = event.month
        return f"dự kiến trong tháng {month} năm {year}"
    weekday = long_date(event.day).split(",")[0].replace("Thứ", "thứ").replace("Chủ", "chủ")
    hour = f"{clock(event.start)}, " if event.start else ""
    tentative = "dự kiến " if event.is_tentative else ""
    return f"{tentative}{hour}{official_date(event.day)} ({weekday})"


def where(event: Event) -> str:
    """The venue, or that it is still to be told."""
    return event.venue or UNKNOWN


def capitalised(words: str) -> str:
    """The same words with a capital first letter."""
    return words[:1].upper() + words[1:]


def ended(words: str, sign: str = ".") -> str:
    """The words with `sign` at the end in place of whatever stood there."""
    return f"{words.rstrip().rstrip('.;,/ ')}{sign}"

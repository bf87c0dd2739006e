"""Until when the room takes deeds: all of them to the end of the day, the roll a little longer."""

from datetime import date

from doithoai.audit import clock
from doithoai.directory.queries import work_calendar
from doithoai.planning.models import Conference
from doithoai.vietnamese.dates import short_date
from doithoai.vietnamese.working_days import add_working_days
from doithoai.workflow import Refused

ROLL_DAYS = 5
"""Working days after the conference in which the roll and the names on it may be corrected."""
OVER = (
    "Hội nghị đã diễn ra ngày {day}; danh sách, giấy mời, chỗ ngồi, đón tiếp chỉ còn để xem. "
    "Sai về người có mặt thì sửa ở trang Điểm danh, đến hết ngày {until}."
)
ROLL_SHUT = (
    "Điểm danh, thông tin đại biểu chỉ sửa được đến hết ngày {until}. "
    "Còn sai thì ghi đính chính vào biên bản hội nghị."
)


def is_over(conference: Conference, *, on: date | None = None) -> bool:
    """Whether the conference's day, when it is certain, lies before `on` (today unless given)."""
    if conference.held_on is None or conference.tentative:
        return False
    return conference.held_on < (on or clock.today())


def roll_until(conference: Conference) -> date | None:
    """The last day on which the roll may be corrected; None while no day is certain."""
    if conference.held_on is None or conference.tentative:
        return None
    calendar = work_calendar()
    return add_working_days(
        conference.held_on, ROLL_DAYS, holidays=calendar.holidays, make_up=calendar.make_up
    )


def takes_roll(conference: Conference) -> bool:
    """Whether the roll may still be called or corrected."""
    if not is_over(conference):
        return True
    until = roll_until(conference)
    return until is not None and clock.today() <= until


def require_before_end(conference: Conference, *, on: date | None = None) -> None:
    """Raises Refused when the conference was over on that day (today unless given)."""
    if is_over(conference, on=on):
        raise Refused(OVER.format(day=_day(conference.held_on), until=_until(conference)))


def require_roll(conference: Conference) -> None:
    """Raises Refused when the roll may no longer be corrected."""
    if not takes_roll(conference):
        raise Refused(ROLL_SHUT.format(until=_until(conference)))


def _until(conference: Conference) -> str:
    return _day(roll_until(conference))


def _day(day: date | None) -> str:
    return short_date(day) if day else ""

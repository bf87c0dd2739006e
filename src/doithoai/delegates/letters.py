"""What an invitation says by e-mail, and as an entry for a calendar."""

from datetime import UTC, datetime, timedelta

from icalendar import Calendar, Event

from doithoai.audit import clock
from doithoai.delegates.models import Invitation
from doithoai.planning.models import Conference
from doithoai.planning.models.conference import HANOI
from doithoai.vietnamese.dates import long_date

CALENDAR_TYPE = "text/calendar; charset=utf-8; method=PUBLISH"
CALENDAR_NAME = "giay-moi.ics"


def event_name(conference: Conference) -> str:
    """`Hội nghị đối thoại của Chủ tịch … với phụ nữ năm 2024`."""
    chair = f" của {conference.chair_title}" if conference.chair_title else ""
    return f"Hội nghị đối thoại{chair} với {conference.audience} năm {conference.year}"


def time_words(invitation: Invitation) -> str:
    """`8 giờ 00, Thứ Năm, 24/10/2024`."""
    at = invitation.told_time
    return f"{at.hour} giờ {at.minute:02d}, {long_date(invitation.told_on)}"


def addressee(invitation: Invitation) -> str:
    """Whom the letter greets: by name with post and place, or by post alone."""
    delegate = invitation.delegate
    if not delegate.is_named:
        return delegate.shown_name
    return ", ".join(
        filter(None, [f"Ông/Bà {delegate.full_name}", delegate.post, delegate.organisation])
    )


def subject_of(invitation: Invitation) -> str:
    """The letter's subject; one sent again says so."""
    again = "thay giấy mời trước, " if invitation.number > 1 else ""
    conference = invitation.delegate.conference
    return (
        f"Giấy mời dự hội nghị ({again}{long_date(invitation.told_on)}): {conference.short_title}"
    )


def body_of(invitation: Invitation, *, reply_url: str) -> str:
    """The letter in full."""
    delegate = invitation.delegate
    conference = delegate.conference
    again = (
        "Giấy mời này thay giấy mời đã gửi trước vì thời gian hoặc địa điểm có thay đổi.\n\n"
        if invitation.number > 1
        else ""
    )
    return (
        f"Kính gửi: {addressee(invitation)}\n\n"
        f"{again}"
        f"{conference.host.name} trân trọng kính mời Ông/Bà đến dự "
        f"{event_name(conference)}.\n\n"
        f"Thời gian: {time_words(invitation)}\n"
        f"Địa điểm: {invitation.told_venue}\n"
        f"Mã đại biểu: {delegate.badge} (xuất trình khi đến dự)\n\n"
        "Đề nghị Ông/Bà báo việc dự, không dự được hoặc cử người dự thay tại địa chỉ:\n"
        f"{reply_url}\n\n"
        "Tệp kèm theo để ghi vào lịch. Mọi thay đổi về thời gian, địa điểm sẽ được báo bằng "
        "giấy mời mới.\n\n"
        f"Trân trọng.\n{conference.host.name}\n"
    )


def calendar_of(invitation: Invitation, *, reply_url: str) -> bytes:
    """The conference as an iCalendar entry (RFC 5545); a later invitation replaces the earlier."""
    conference = invitation.delegate.conference
    begins = datetime.combine(invitation.told_on, invitation.told_time, tzinfo=HANOI)
    event = Event()
    event.add("uid", f"giay-moi-{invitation.token}")
    event.add("sequence", invitation.number - 1)
    event.add("dtstamp", clock.now())
    event.add("dtstart", begins.astimezone(UTC))
    event.add("dtend", _end(conference, begins).astimezone(UTC))
    event.add("summary", event_name(conference))
    event.add("location", invitation.told_venue)
    event.add("description", f"Mã đại biểu: {invitation.delegate.badge}. Trả lời: {reply_url}")
    event.add("url", reply_url)
    calendar = Calendar()
    calendar.add("prodid", "-//Đối Thoại//Giấy mời//VI")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add_component(event)
    return calendar.to_ical()


def _end(conference: Conference, begins: datetime) -> datetime:
    """When it ends as planned; half a day when nobody has said."""
    if conference.end_time and conference.held_on == begins.date():
        return datetime.combine(begins.date(), conference.end_time, tzinfo=HANOI)
    return begins + timedelta(hours=4)

"""Who invites, what an invitation says by e-mail, its files: the code of the door, the calendar."""

from datetime import UTC, datetime, timedelta

from icalendar import Calendar, Event

from doithoai.audit import clock
from doithoai.delegates.models import Delegate, Invitation
from doithoai.directory.models import Agency
from doithoai.directory.names import full_name
from doithoai.outbox.rules import Attachment
from doithoai.planning.models import Conference
from doithoai.planning.models.conference import HANOI
from doithoai.vietnamese.dates import long_date
from doithoai.vietnamese.qr import as_png

CALENDAR_TYPE = "text/calendar; charset=utf-8; method=PUBLISH"
CALENDAR_NAME = "giay-moi.ics"
CODE_TYPE = "image/png"
CODE_NAME = "ma-dai-bieu.png"
REPLY_NAMED = "Đề nghị Ông/Bà báo việc dự, không dự được hoặc cử người dự thay tại địa chỉ"
REPLY_BY_POST = "Đề nghị quý cơ quan báo việc dự, không dự được hoặc cử người dự tại địa chỉ"


def inviter(conference: Conference) -> Agency:
    """In whose name people are invited, by e-mail as on paper: the committee that presides."""
    return conference.chair


def inviter_name(conference: Conference) -> str:
    """Its name in full: `Ủy ban nhân dân tỉnh Cao Bằng`."""
    place = conference.place
    return full_name(inviter(conference).name, place.kind, place.name)


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
    inviting = inviter_name(conference)
    again = (
        "Giấy mời này thay giấy mời đã gửi trước vì thời gian hoặc địa điểm có thay đổi.\n\n"
        if invitation.number > 1
        else ""
    )
    return (
        f"Kính gửi: {addressee(invitation)}\n\n"
        f"{again}"
        f"{inviting} trân trọng kính mời {_guest(delegate)} đến dự {event_name(conference)}.\n\n"
        f"Thời gian: {time_words(invitation)}\n"
        f"Địa điểm: {invitation.told_venue}\n"
        f"Mã đại biểu: {delegate.badge} (xuất trình khi đến dự)\n\n"
        f"{REPLY_NAMED if delegate.is_named else REPLY_BY_POST}:\n"
        f"{reply_url}\n\n"
        f"Kèm theo thư: mã QR xuất trình ở cửa ({CODE_NAME}); lịch để ghi vào máy "
        f"({CALENDAR_NAME}). Mọi thay đổi về thời gian, địa điểm sẽ được báo bằng giấy mời mới.\n\n"
        f"Trân trọng.\n{inviting}\n"
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


def files_of(invitation: Invitation, *, reply_url: str) -> tuple[Attachment, Attachment]:
    """What goes with the letter: the square code that the door reads, and the calendar entry."""
    code = as_png(invitation.delegate.code).getvalue()
    entry = calendar_of(invitation, reply_url=reply_url)
    return (
        Attachment(CODE_NAME, CODE_TYPE, code),
        Attachment(CALENDAR_NAME, CALENDAR_TYPE, entry),
    )


def _guest(delegate: Delegate) -> str:
    """Whom the letter's sentence invites: who comes by post is named by post."""
    return "Ông/Bà" if delegate.is_named else delegate.shown_name


def _end(conference: Conference, begins: datetime) -> datetime:
    """When it ends as planned; half a day when nobody has said."""
    if conference.end_time and conference.held_on == begins.date():
        return datetime.combine(begins.date(), conference.end_time, tzinfo=HANOI)
    return begins + timedelta(hours=4)

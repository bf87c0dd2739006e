"""Reminders: before a day, on it, and while it is late, each told once to those who write."""

from collections.abc import Iterable
from datetime import date, timedelta

from doithoai.directory.models import Right, User
from doithoai.lifecycle.duties import Duty, duties_due
from doithoai.outbox.actions import MessageChannel, post
from doithoai.outbox.models import Message
from doithoai.planning.models import Conference
from doithoai.planning.permissions import may_prepare
from doithoai.vietnamese.dates import short_date
from doithoai.workflow import Refused, require

DAYS_BEFORE = 3
DAYS_BETWEEN = 5
SPAN_OF_DAYS = timedelta(days=21)
"""Long enough for three working days over any holidays."""


def remind(conference: Conference, *, today: date, by: User | None) -> list[Message]:
    """Tell every agency what it owes, once a mark; the messages that are new.

    `by` is None for the timer; a person must write for the host or the office.
    """
    require(by is None or may_prepare(by, conference))
    duties = duties_due(conference, today=today, within=SPAN_OF_DAYS)
    marked = [(duty, mark) for duty in duties if (mark := mark_of(duty.left))]
    return _told(marked, by=by)


def press(conference: Conference, *, today: date, by: User) -> list[Message]:
    """Press all agencies that are late, once a day (đôn đốc); the messages that are new.

    Raises Refused when nothing is late, or nobody there can be told.
    """
    require(may_prepare(by, conference))
    late = [duty for duty in duties_due(conference, today=today, within=timedelta(0)) if duty.late]
    if not late:
        raise Refused("Không còn việc nào trễ hạn. Tải lại trang.")
    told = _told([(duty, f"don-doc-{today.isoformat()}") for duty in late], by=by)
    if not told:
        raise Refused(
            "Hôm nay đã đôn đốc các việc này, hoặc cơ quan chưa có tài khoản nào. "
            "Gọi điện trực tiếp nếu cần gấp."
        )
    return told


def mark_of(left: int) -> str | None:
    """The mark a duty has reached with so many working days left: `truoc`, `den-han`, `tre-5` …

    None while it is more than three working days away. A day the timer missed is made up on the
    next: a mark holds until the following one.
    """
    if left > DAYS_BEFORE:
        return None
    if left > 0:
        return "truoc"
    steps = -left // DAYS_BETWEEN
    return f"tre-{steps * DAYS_BETWEEN}" if steps else "den-han"


def _told(marked: Iterable[tuple[Duty, str]], *, by: User | None) -> list[Message]:
    marked = list(marked)
    writers: dict[int, list[User]] = {}
    rights = [Right.DRAFTER, Right.APPROVER]
    agencies = {duty.agency.pk for duty, _ in marked}
    for user in User.objects.filter(agency__in=agencies, is_active=True, right__in=rights):
        writers.setdefault(user.agency_id or 0, []).append(user)
    told = [
        message
        for duty, mark in marked
        for user in writers.get(duty.agency.pk, [])
        for message in _tell(duty, mark, user, by=by)
    ]
    return told


def _tell(duty: Duty, mark: str, user: User, *, by: User | None) -> list[Message]:
    """In the system, and by e-mail to an account that has an address; only what is new."""
    key = f"nhac:{duty.key}:{mark}:{user.pk}"
    if Message.objects.filter(key=key).exists():
        return []
    subject = f"{_degree(duty)}: {duty.what}"
    told = [
        post(
            key=key,
            channel=MessageChannel.IN_APP,
            subject=subject,
            body=_body(duty),
            to_user=user,
            conference_id=duty.conference.pk,
            by=by,
        )
    ]
    if user.email:
        told.append(
            post(
                key=f"{key}:thu",
                channel=MessageChannel.EMAIL,
                subject=subject,
                body=_body(duty),
                to_email=user.email,
                to_user=user,
                conference_id=duty.conference.pk,
                by=by,
            )
        )
    return told


def _degree(duty: Duty) -> str:
    if duty.late:
        return f"Trễ {-duty.left} ngày làm việc"
    return f"Còn {duty.left} ngày làm việc" if duty.left else "Hạn hôm nay"


def _body(duty: Duty) -> str:
    return (
        f"Kính gửi {duty.agency.name},\n\n"
        f"{duty.what}. Hạn: {short_date(duty.due)} ({_degree(duty).lower()}).\n"
        f"Hội nghị: {duty.conference.short_title}"
        f"{', ' + duty.conference.number if duty.conference.number else ''}.\n\n"
        "Mở Bàn việc để làm. Đã làm xong bằng giấy thì ghi lại ở đó để thôi nhắc."
    )

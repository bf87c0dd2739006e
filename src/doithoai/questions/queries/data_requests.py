"""Reading requests about personal data, and all that is kept of one sender."""

from datetime import timedelta
from typing import Any

from django.db.models import F, QuerySet
from django.utils import timezone

from doithoai.audit import clock
from doithoai.directory.models import User
from doithoai.directory.queries import work_calendar
from doithoai.planning.models import Conference
from doithoai.questions.models import DataRequest, Submission
from doithoai.questions.permissions import may_see_sender_of
from doithoai.questions.queries.submissions import attachments_of
from doithoai.questions.rules.data_requests import CONSENTS, days_for
from doithoai.questions.states import QuestionState
from doithoai.vietnamese.dates import moment_words, short_date
from doithoai.vietnamese.working_days import add_working_days

REPLY_DAYS = 2
SHARED_STATES = (QuestionState.REFERRED, QuestionState.ANSWERED)


def data_requests_of(conference: Conference) -> "QuerySet[DataRequest]":
    """All requests of a conference, those without an answer first, the most urgent at the top."""
    return (
        DataRequest.objects.filter(submission__conference=conference)
        .select_related("submission__conference", "answered_by")
        .order_by(F("answered_at").desc(nulls_first=True), "due", "pk")
    )


def open_data_requests(conference: Conference, user: User) -> int:
    """How many requests wait for an answer this person may give."""
    waiting = data_requests_of(conference).filter(answered_at=None)
    return sum(1 for one in waiting if may_see_sender_of(user, one.submission))


def standing_consents(submission: Submission) -> dict[str, str]:
    """What a sender can take back now, by field: how it is told."""
    return {name: words for name, words in CONSENTS.items() if getattr(submission, name)}


def own_data(submission: Submission) -> dict[str, Any]:
    """Everything kept of one sender, in the words of the form, for that sender alone."""
    return {
        "Mã biên nhận": submission.code,
        "Hội nghị": submission.conference.title,
        "Nhận lúc": moment_words(submission.received_at),
        "Ngày nhận phiếu": short_date(submission.given_on) if submission.given_on else "",
        "Cách gửi": submission.get_channel_display(),
        "Nội dung đã gửi": submission.text,
        "Các lần sửa": [one.text for one in submission.corrections.all()],
        "Họ và tên": submission.sender_name,
        "Nơi ở hoặc nơi làm việc": submission.sender_unit,
        "Số điện thoại": submission.phone,
        "Thư điện tử": submission.email,
        "Đồng ý để báo kết quả": submission.consents_contact,
        "Đồng ý nêu tên khi công khai": submission.consents_name,
        "Đồng ý để cơ quan trả lời xem ảnh, giấy tờ": submission.consents_files,
        "Bản thông báo đã đọc": submission.notice_version,
        "Tệp kèm theo": [file.name for file in attachments_of(submission)],
        "Thuộc các câu hỏi": [
            part.question.code for part in submission.parts.select_related("question")
        ],
        "Yêu cầu về dữ liệu": [
            f"{one.get_kind_display()}, {short_date(timezone.localdate(one.asked_at))}"
            for one in submission.data_requests.all()
        ],
        "Rút lúc": moment_words(submission.withdrawn_at) if submission.withdrawn_at else "",
    }


def asked_values(submission: Submission, kind: str) -> dict[str, object]:
    """A request of today with the days the law gives for it."""
    today, calendar = clock.today(), work_calendar()
    days = {"holidays": calendar.holidays, "make_up": calendar.make_up}
    shared = submission.parts.filter(question__state__in=SHARED_STATES).exists()
    return {
        "submission": submission,
        "kind": kind,
        "asked_at": clock.now(),
        "reply_due": add_working_days(today, REPLY_DAYS, **days),
        "due": today + timedelta(days=days_for(kind, is_shared=shared)),
    }

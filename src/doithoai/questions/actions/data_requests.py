"""What senders ask of the data kept about them, and what officials answer."""

from collections.abc import Mapping
from datetime import date, timedelta

from django.db import IntegrityError, transaction

from doithoai.audit import clock
from doithoai.audit.actions import record
from doithoai.directory.models import User
from doithoai.outbox.actions import MessageChannel, post
from doithoai.questions.models import DataRequest, DataRequestKind, Submission
from doithoai.questions.permissions import may_see_sender_of
from doithoai.questions.queries.data_requests import asked_values
from doithoai.questions.rules.data_requests import (
    ANSWERED,
    EXTENDED,
    LONGEST_EXTENSION,
    is_same_person,
)
from doithoai.vietnamese.dates import short_date
from doithoai.workflow import Refused, require

SENDER_WORDS = {
    "sender_name": "họ tên",
    "sender_unit": "nơi ở, nơi làm việc",
    "phone": "điện thoại",
    "email": "thư điện tử",
}
ASKED_ALREADY = "Yêu cầu này đã gửi và đang được xem xét. Xem trả lời trên trang này."
NOT_THE_SENDER = (
    "Chữ vừa gõ không khớp với phiếu. Gõ đúng số điện thoại hoặc thư điện tử đã để lại khi gửi; "
    "chỉ phiếu không có cả hai mới so bằng họ tên."
)
NOBODY_LEFT = (
    "Phiếu này không còn lưu họ tên, số điện thoại hay thư điện tử nào, nên không có ai để so. "
    "Nội dung câu hỏi đọc được ở trang tra cứu."
)
CLOSED_REQUEST = "Yêu cầu này đã có trả lời. Tải lại trang để xem."
TOLD_ALREADY = "Đã báo nhận yêu cầu này. Tải lại trang để xem."
EXTENDED_ALREADY = "Yêu cầu này đã gia hạn một lần. Luật chỉ cho gia hạn một lần."
EXTENSION_DAYS = f"Chọn ngày sau hạn đang có, không quá {LONGEST_EXTENSION} ngày."
NO_REASON = "Ghi lý do gia hạn để người gửi biết."
NO_ANSWER = "Ghi trả lời cho người gửi: đã làm gì, hoặc vì sao không làm được."


@transaction.atomic
def ask_of_data(submission: Submission, *, kind: str, words: str = "") -> DataRequest:
    """Keep a sender's request with the days the law gives for it; raises Refused when it stands.

    Luật Bảo vệ dữ liệu cá nhân 2025, NĐ 356/2025/NĐ-CP.
    """
    try:
        with transaction.atomic():
            request = DataRequest.objects.create(**asked_values(submission, kind), words=words)
    except IntegrityError as error:
        raise Refused(ASKED_ALREADY) from error
    record("questions.ask_of_data", submission, by=None, after={"kind": kind})
    return request


@transaction.atomic
def give_own_data(submission: Submission, *, typed: str) -> DataRequest:
    """Let a sender have their own data once they type what only they left; keeps that they did.

    A telephone or e-mail where one is kept; a name, which others may know, only without either.
    Raises Refused when it is another's, or when nothing is left to compare with.
    """
    contacts = (submission.phone, submission.email)
    left = contacts if any(contacts) else (submission.sender_name,)
    if not any(left):
        raise Refused(NOBODY_LEFT)
    if not is_same_person(typed, left):
        raise Refused(NOT_THE_SENDER)
    values = asked_values(submission, DataRequestKind.ACCESS)
    request = DataRequest.objects.create(**values, is_agreed=True, answered_at=clock.now())
    record("questions.give_own_data", submission, by=None)
    return request


@transaction.atomic
def show_data_request(request: DataRequest, *, by: User) -> DataRequest:
    """Let an official read a request with the sender's name and contact, and keep that they did."""
    require(may_see_sender_of(by, request.submission))
    record("questions.show_sender", request.submission, by=by)
    return request


@transaction.atomic
def acknowledge_data_request(request: DataRequest, *, by: User) -> DataRequest:
    """Tell a sender that the request has come: the first reply, within 2 working days."""
    request = _open_request(request, by=by)
    if request.acknowledged_at:
        raise Refused(TOLD_ALREADY)
    request.acknowledged_by, request.acknowledged_at = by, clock.now()
    request.save()
    after = {"kind": request.kind}
    record("questions.acknowledge_data_request", request.submission, by=by, after=after)
    return request


@transaction.atomic
def extend_data_request(request: DataRequest, *, to: date, reason: str, by: User) -> DataRequest:
    """Give a request more days, once, at most 15, with the reason its sender reads."""
    request = _open_request(request, by=by)
    if request.extended_to:
        raise Refused(EXTENDED_ALREADY)
    if not request.due < to <= request.due + timedelta(days=LONGEST_EXTENSION):
        raise Refused(EXTENSION_DAYS)
    if not reason.strip():
        raise Refused(NO_REASON)
    request.extended_to, request.extension_reason = to, reason
    if not request.acknowledged_at:
        request.acknowledged_by, request.acknowledged_at = by, clock.now()
    request.save()
    after = {"kind": request.kind, "day": short_date(to), "reason": reason}
    record("questions.extend_data_request", request.submission, by=by, after=after)
    words = EXTENDED.format(
        wish=_wish(request), code=request.submission.code, day=short_date(to), reason=reason
    )
    _post(request, request.submission, "extended", "gia hạn", words, by=by)
    return request


@transaction.atomic
def answer_data_request(
    request: DataRequest, *, is_agreed: bool, answer: str, by: User
) -> DataRequest:
    """Answer a sender; a letter goes where a contact is still kept. Raises Refused.

    What was agreed to is done by the caller, in the same transaction.
    """
    request = _open_request(request, by=by)
    submission = request.submission
    if not answer.strip():
        raise Refused(NO_ANSWER)
    request.is_agreed, request.answer = is_agreed, answer
    request.answered_by, request.answered_at = by, clock.now()
    request.save()
    after = {"kind": request.kind, "is_agreed": is_agreed}
    record("questions.answer_data_request", submission, by=by, after=after)
    _tell(request, submission, by=by)
    return request


@transaction.atomic
def correct_sender(submission: Submission, *, values: Mapping[str, str], by: User) -> Submission:
    """Write name, place and contact as their owner wants them; the trail keeps which, not what."""
    submission = Submission.objects.select_for_update().get(pk=submission.pk)
    require(may_see_sender_of(by, submission))
    changed = [name for name, value in values.items() if getattr(submission, name) != value]
    for name in changed:
        setattr(submission, name, values[name])
    if (submission.phone or submission.email) and not submission.consents_contact:
        raise Refused("Người gửi chưa đồng ý dùng liên hệ. Để trống số điện thoại, thư điện tử.")
    if not submission.sender_name:
        submission.consents_name = False
    submission.save()
    labels = [SENDER_WORDS[name] for name in changed]
    record("questions.correct_sender", submission, by=by, after={"sender_values": labels})
    return submission


def _open_request(request: DataRequest, *, by: User) -> DataRequest:
    request = DataRequest.objects.select_for_update().get(pk=request.pk)
    require(may_see_sender_of(by, request.submission))
    if request.answered_at:
        raise Refused(CLOSED_REQUEST)
    return request


def _wish(request: DataRequest) -> str:
    return str(request.get_kind_display()).removeprefix("Xin ")


def _tell(request: DataRequest, submission: Submission, *, by: User) -> None:
    words = ANSWERED.format(
        wish=_wish(request),
        verdict="đã thực hiện" if request.is_agreed else "không thực hiện được",
        answer=request.answer,
        code=submission.code,
    )
    _post(request, submission, "", "trả lời", words, by=by)


def _post(
    request: DataRequest, submission: Submission, step: str, deed: str, body: str, *, by: User
) -> None:
    if not (submission.consents_contact and submission.email):
        return
    post(
        key=f"data_request.{request.pk}{step and '.'}{step}",
        channel=MessageChannel.EMAIL,
        subject=f"Phiếu {submission.code}: {deed} yêu cầu về dữ liệu cá nhân",
        body=body,
        to_email=submission.email,
        conference_id=submission.conference_id,
        by=by,
    )

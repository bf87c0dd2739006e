"""Laying a message down, deciding about it, reading it."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction

from doithoai.audit import clock
from doithoai.audit.actions import record
from doithoai.directory.models import User
from doithoai.outbox.actions.delivery import send_later
from doithoai.outbox.models import Message, MessageChannel, MessageFile
from doithoai.outbox.rules import Attachment, one_line
from doithoai.outbox.states import MESSAGE_TRANSITIONS, MessageState
from doithoai.vietnamese.personal_data import mask
from doithoai.workflow import Refused, require

BEING_SENT = "Thư này đang được gửi. Đợi 10 phút, tải lại trang rồi quyết định."
FORGOTTEN = "Nơi nhận, nội dung thư đã xóa khi hết thời hạn giữ. Lập thư mới nếu cần."


@transaction.atomic
def post(  # noqa: PLR0913 - a letter has as many parts
    *,
    key: str,
    channel: str,
    subject: str,
    body: str,
    to_email: str = "",
    to_user: User | None = None,
    conference_id: int | None = None,
    attachments: Sequence[Attachment] = (),
    not_before: datetime | None = None,
    by: User | None,
) -> Message:
    """Lay down one message, once: the same `key` adds nothing and gives the first one.

    What is told within the system stands there at once; a letter waits for the worker, and until
    `not_before` where that is given. The caller has asked whether `by` may. Raises Refused when
    the address is no address. The trail keeps no address in full.
    """
    if channel == MessageChannel.EMAIL:
        _check_address(to_email)
    values: dict[str, Any] = {
        "channel": channel,
        "subject": one_line(subject)[:300],
        "body": body,
        "to_email": to_email,
        "to_user": to_user,
        "conference_id": conference_id,
    }
    if channel == MessageChannel.IN_APP:
        values |= {"state": MessageState.SENT, "sent_at": clock.now()}
    if not_before:
        values["next_try_at"] = not_before
    message, is_new = Message.objects.get_or_create(key=key, defaults=values)
    if is_new:
        MessageFile.objects.bulk_create(
            MessageFile(message=message, **asdict(file)) for file in attachments
        )
        to = mask(to_email) or to_user
        record("outbox.post", message, by=by, after={"channel": channel, "to": to})
        if channel == MessageChannel.EMAIL:
            send_later(message, by=by)
    return message


@transaction.atomic
def retry(message: Message, *, by: User) -> Message:
    """Send once more what failed, was cancelled, or broke off midway. The caller asks who may."""
    message = _decided(message)
    before = {"state": message.state, "error": mask(message.error)}
    if message.state != MessageState.WAITING:
        MESSAGE_TRANSITIONS.move(message, to=MessageState.WAITING)
    message.attempts, message.error, message.next_try_at = 0, "", clock.now()
    message.save()
    record("outbox.retry", message, by=by, before=before, after={"state": message.state})
    send_later(message, by=by)
    return message


@transaction.atomic
def cancel(message: Message, *, by: User | None) -> Message:
    """Keep a letter that has not gone from going; None is the sender it was for.

    The caller asks who may.
    """
    message = _decided(message)
    before = {"state": message.state}
    MESSAGE_TRANSITIONS.move(message, to=MessageState.CANCELLED)
    message.save()
    record("outbox.cancel", message, by=by, before=before, after={"state": message.state})
    return message


@transaction.atomic
def read(message: Message, *, by: User) -> Message:
    """The person it was told to has opened it."""
    require(message.to_user_id == by.pk)
    unread = Message.objects.select_for_update().filter(pk=message.pk, read_at=None).first()
    if unread is None:
        return message
    unread.read_at = clock.now()
    unread.save()
    return unread


def _decided(message: Message) -> Message:
    message = Message.objects.select_for_update().get(pk=message.pk)
    if message.being_sent(clock.now()):
        raise Refused(BEING_SENT)
    if message.forgotten_at:
        raise Refused(FORGOTTEN)
    return message


def _check_address(address: str) -> None:
    try:
        validate_email(address)
    except ValidationError as error:
        raise Refused(f"“{address}” không phải địa chỉ thư điện tử. Sửa rồi gửi lại.") from error

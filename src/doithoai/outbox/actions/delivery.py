"""Sending letters: claimed first in a transaction of its own, so that none goes twice."""

import hashlib
from smtplib import SMTPException, SMTPRecipientsRefused, SMTPResponseException
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction
from django_tasks import task

from doithoai.audit import clock
from doithoai.audit.actions import record
from doithoai.directory.models import User
from doithoai.outbox.models import Message
from doithoai.outbox.queries import due_messages
from doithoai.outbox.rules import is_final, pause_after
from doithoai.outbox.states import MESSAGE_TRANSITIONS, MessageState
from doithoai.vietnamese.personal_data import mask
from doithoai.workflow import Refused

NO_SERVER = (
    "Máy chủ này chưa nối với máy chủ thư điện tử nên thư vẫn chờ gửi. "
    "Quản trị viên đặt các biến DOITHOAI_EMAIL rồi gửi lại."
)
UNKNOWN = "Kết nối đứt giữa lúc gửi. Hỏi nơi nhận trước khi gửi lại."


def deliver(message: Message, *, by: User | None = None) -> Message:
    """Send one letter that is due; one already claimed, sent or cancelled is left alone.

    Raises Refused when this server has no mail server. A letter whose sending broke off midway
    stays claimed: nobody knows whether it went, and only a person may send it again.
    """
    if not settings.SENDS_EMAIL:
        raise Refused(NO_SERVER)
    claimed = _claim(message)
    if claimed is None:
        message.refresh_from_db()
        return message
    connection = get_connection(timeout=settings.EMAIL_TIMEOUT)
    try:
        connection.open()
    except (SMTPException, OSError) as error:
        return _put_off(claimed, str(error), by=by)
    try:
        return _send(claimed, connection, by=by)
    finally:
        connection.close()


def deliver_due(*, by: User | None = None) -> list[Message]:
    """Send every letter that is due, each as far as it comes; all letters that were tried.

    Raises Refused when this server has no mail server.
    """
    if not settings.SENDS_EMAIL:
        raise Refused(NO_SERVER)
    due = list(due_messages(clock.now()))
    return [deliver(message, by=by) for message in due]


def send_later(message: Message, *, by: User | None = None) -> None:
    """Ask the worker to send a letter once this transaction is committed, and not before due."""
    if settings.SENDS_EMAIL:
        is_early = clock.now() < message.next_try_at
        moment = message.next_try_at if is_early else None
        later = _deliver_in_background.using(run_after=moment)
        transaction.on_commit(lambda: later.enqueue(message.pk), robust=True)


@task()
def _deliver_in_background(pk: int) -> None:
    deliver(Message.objects.get(pk=pk))


@transaction.atomic(durable=True)
def _claim(message: Message) -> Message | None:
    claimed = due_messages(clock.now()).select_for_update().filter(pk=message.pk).first()
    if claimed is None:
        return None
    MESSAGE_TRANSITIONS.move(claimed, to=MessageState.CLAIMED)
    claimed.claimed_at = clock.now()
    claimed.attempts += 1
    claimed.save()
    return claimed


def _send(message: Message, connection: BaseEmailBackend, *, by: User | None) -> Message:
    try:
        connection.send_messages([_letter(message)])
    except SMTPRecipientsRefused as error:
        codes = [code for code, _ in error.recipients.values()]
        return _put_off(message, str(error), codes, by=by)
    except SMTPResponseException as error:
        return _put_off(message, str(error), [error.smtp_code], by=by)
    except (SMTPException, OSError):
        return _close(message, MessageState.CLAIMED, by=by, error=UNKNOWN)
    return _close(message, MessageState.SENT, by=by, error="", sent_at=clock.now())


def _letter(message: Message) -> EmailMessage:
    """The same message has the same Message-ID (RFC 5322 3.6.4) however often it is tried."""
    host = settings.DEFAULT_FROM_EMAIL.rpartition("@")[2].rstrip(">")
    digest = hashlib.sha256(message.key.encode()).hexdigest()[:32]
    letter = EmailMessage(
        message.subject,
        message.body,
        to=[message.to_email],
        headers={"Message-ID": f"<{digest}@{host}>"},
    )
    for file in message.files.all():
        letter.attach(file.name, bytes(file.data), file.content_type)
    return letter


def _put_off(
    message: Message, error: str, codes: list[int] | None = None, *, by: User | None
) -> Message:
    pause = None if is_final(codes or []) else pause_after(message.attempts)
    if pause is None:
        return _close(message, MessageState.FAILED, by=by, error=error)
    later = clock.now() + pause
    return _close(message, MessageState.WAITING, by=by, error=error, next_try_at=later)


@transaction.atomic
def _close(message: Message, state: MessageState, *, by: User | None, **values: Any) -> Message:
    """Write how the attempt ended, unless a person has decided about the message meanwhile."""
    current = Message.objects.select_for_update().get(pk=message.pk)
    if current.state != MessageState.CLAIMED or current.attempts != message.attempts:
        return current
    if state != MessageState.CLAIMED:
        MESSAGE_TRANSITIONS.move(current, to=state)
    for name, value in values.items():
        setattr(current, name, value)
    current.save()
    after = {"state": current.state, "error": mask(current.error)}
    record("outbox.deliver", current, by=by, before={"state": "claimed"}, after=after)
    if state == MessageState.WAITING:
        send_later(current, by=by)
    return current

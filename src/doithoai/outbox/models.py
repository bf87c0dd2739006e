"""Messages: by e-mail, or within the system."""

from datetime import datetime

from django.conf import settings
from django.db import models
from django.db.models import Q

from doithoai.audit import clock
from doithoai.outbox.rules import SENDING_TAKES
from doithoai.outbox.states import MessageState


class MessageChannel(models.TextChoices):
    """How a message reaches its reader."""

    EMAIL = "email", "Thư điện tử"
    IN_APP = "in_app", "Tin trong hệ thống"


class Message(models.Model):
    """One message to one reader (thư đi); the same `key` never makes a second one."""

    key = models.CharField("mã", max_length=200, unique=True)
    conference_id = models.BigIntegerField("hội nghị", null=True, blank=True, db_index=True)
    channel = models.CharField("cách gửi", max_length=10, choices=MessageChannel)
    to_email = models.EmailField("địa chỉ thư", blank=True)
    to_user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="messages_received",
        verbose_name="tài khoản nhận",
    )
    subject = models.CharField("tiêu đề", max_length=300)
    body = models.TextField("nội dung")
    state = models.CharField(
        "trạng thái", max_length=10, choices=MessageState, default=MessageState.WAITING
    )
    attempts = models.PositiveSmallIntegerField("số lần gửi", default=0)
    created_at = models.DateTimeField("lập lúc", default=clock.now)
    next_try_at = models.DateTimeField("gửi từ lúc", default=clock.now)
    claimed_at = models.DateTimeField("bắt đầu gửi lúc", null=True, blank=True)
    sent_at = models.DateTimeField("gửi lúc", null=True, blank=True)
    read_at = models.DateTimeField("đọc lúc", null=True, blank=True)
    error = models.TextField("vì sao chưa gửi được", blank=True)
    forgotten_at = models.DateTimeField("xóa nơi nhận, nội dung lúc", null=True, blank=True)

    class Meta:
        verbose_name = "thư đi"
        ordering = ["-pk"]
        indexes = [
            models.Index(fields=["state", "next_try_at"], name="message_due"),
            models.Index(fields=["to_user", "read_at"], name="message_unread"),
        ]
        constraints = [
            models.CheckConstraint(
                name="message_has_a_reader",
                condition=(
                    Q(channel=MessageChannel.EMAIL)
                    & (~Q(to_email="") | Q(forgotten_at__isnull=False))
                )
                | Q(channel=MessageChannel.IN_APP, to_user__isnull=False),
                violation_error_message="Thư phải có nơi nhận.",
            ),
            models.CheckConstraint(
                name="message_sent_has_moment",
                condition=~Q(state=MessageState.SENT) | Q(sent_at__isnull=False),
                violation_error_message="Thư đã gửi phải có lúc gửi.",
            ),
            models.CheckConstraint(
                name="message_claim_has_moment",
                condition=~Q(state=MessageState.CLAIMED) | Q(claimed_at__isnull=False),
                violation_error_message="Thư đang gửi phải có lúc bắt đầu.",
            ),
        ]

    def __str__(self) -> str:
        return self.subject

    def being_sent(self, moment: datetime) -> bool:
        """Whether someone may be sending it at this very moment."""
        return (
            self.state == MessageState.CLAIMED
            and self.claimed_at is not None
            and moment < self.claimed_at + SENDING_TAKES
        )


class MessageFile(models.Model):
    """One file that goes with a message (tệp kèm)."""

    message = models.ForeignKey(Message, models.CASCADE, related_name="files", verbose_name="thư")
    name = models.CharField("tên tệp", max_length=200)
    content_type = models.CharField("loại tệp", max_length=100)
    data = models.BinaryField("nội dung tệp")

    class Meta:
        verbose_name = "tệp kèm"
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.name

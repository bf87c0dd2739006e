"""The invitation of one delegate: what it told, how it went, what was answered."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q

from doithoai.delegates.models.delegates import Delegate
from doithoai.delegates.states import REPLIED, InvitationState


class InvitationWay(models.TextChoices):
    """By which way an invitation was handed over."""

    PAPER = "paper", "Giấy"
    EMAIL = "email", "Thư điện tử"


class Invitation(models.Model):
    """The invitation of one accepted delegate, with the day and place it tells (giấy mời)."""

    delegate = models.OneToOneField(Delegate, models.PROTECT, related_name="invitation")
    token = models.UUIDField("khóa trang trả lời", unique=True, default=uuid.uuid4, editable=False)
    told_on = models.DateField("ngày đã báo")
    told_time = models.TimeField("giờ đã báo")
    told_venue = models.TextField("địa điểm đã báo")
    number = models.PositiveSmallIntegerField("lần mời", default=1)
    state = models.CharField(
        "trạng thái", max_length=11, choices=InvitationState, default=InvitationState.PREPARED
    )
    way = models.CharField("cách gửi", max_length=5, choices=InvitationWay, blank=True)
    sent_at = models.DateTimeField("gửi lúc", null=True, blank=True)
    sent_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    reply_reason = models.TextField("lý do không dự", blank=True)
    replied_at = models.DateTimeField("trả lời lúc", null=True, blank=True)
    version = models.PositiveIntegerField("lần sửa", default=0)

    class Meta:
        verbose_name = "giấy mời"
        ordering = ["delegate__rank", "delegate_id"]
        constraints = [
            models.CheckConstraint(
                name="invitation_sent_has_time_and_way",
                condition=Q(state=InvitationState.PREPARED)
                | (Q(sent_at__isnull=False) & ~Q(way="")),
                violation_error_message="Giấy mời đã gửi phải có lúc gửi và cách gửi.",
            ),
            models.CheckConstraint(
                name="invitation_replied_has_time",
                condition=~Q(state__in=sorted(REPLIED)) | Q(replied_at__isnull=False),
                violation_error_message="Giấy mời đã trả lời phải có lúc trả lời.",
            ),
        ]

    def __str__(self) -> str:
        return f"Giấy mời {self.delegate}"

    @property
    def conference_id(self) -> int:
        """The conference of its delegate, for the trail."""
        return self.delegate.conference_id

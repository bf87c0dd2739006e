"""The minutes of the session, and every text they had."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from doithoai.audit import clock
from doithoai.hall.models.session import Session
from doithoai.hall.states import MinutesState


class Minutes(models.Model):
    """What was said and agreed in the hall, signed by secretary and chair's side (biên bản)."""

    session = models.OneToOneField(Session, models.PROTECT, related_name="minutes")
    body = models.TextField("nội dung")
    state = models.CharField(
        "trạng thái", max_length=9, choices=MinutesState, default=MinutesState.DRAFT
    )
    note = models.TextField("lý do trả lại", blank=True)
    secretary = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    secretary_signed_at = models.DateTimeField("thư ký ký lúc", null=True, blank=True)
    signer = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    signed_at = models.DateTimeField("chủ trì ký lúc", null=True, blank=True)
    version = models.PositiveIntegerField("lần sửa", default=0)

    class Meta:
        verbose_name = "biên bản"
        verbose_name_plural = "biên bản"
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                name="minutes_submitted_has_secretary",
                condition=Q(state=MinutesState.DRAFT) | Q(secretary__isnull=False),
                violation_error_message="Biên bản đã ký phải có thư ký.",
            ),
            models.CheckConstraint(
                name="minutes_signed_has_signer",
                condition=~Q(state=MinutesState.SIGNED)
                | Q(signer__isnull=False, signed_at__isnull=False),
                violation_error_message="Biên bản đã ký phải có người chủ trì ký.",
            ),
            models.CheckConstraint(
                name="minutes_signer_is_another",
                condition=Q(signer=None) | Q(secretary=None) | ~Q(signer=F("secretary")),
                violation_error_message="Thư ký không ký thay người chủ trì.",
            ),
        ]

    def __str__(self) -> str:
        return f"Biên bản {self.session.conference}"

    @property
    def conference_id(self) -> int:
        """The conference of its session, for the trail."""
        return self.session.conference_id


class MinutesVersion(models.Model):
    """The minutes as they were saved once (bản lưu biên bản)."""

    minutes = models.ForeignKey(Minutes, models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField("bản")
    body = models.TextField("nội dung")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField("lưu lúc", default=clock.now)

    class Meta:
        verbose_name = "bản lưu biên bản"
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["minutes", "number"], name="minutes_version_once")
        ]

    def __str__(self) -> str:
        return f"{self.minutes}, bản {self.number}"

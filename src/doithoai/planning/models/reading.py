"""A plan read from a file and not yet confirmed."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from doithoai.audit import clock
from doithoai.directory.models import Place
from doithoai.planning.models.conference import Conference
from doithoai.planning.states import ReadingState


class PlanReading(models.Model):
    """What was read in one uploaded plan, as corrected by officials (bản đọc kế hoạch).

    `facts` follows the plan reader's JSON; `confirmed` holds the sections an official confirmed;
    `settled` maps a warning's index to the decision; `roles` maps a role to an agency's key.
    A reading without a file is a conference started by hand.
    """

    place = models.ForeignKey(Place, models.PROTECT, verbose_name="địa phương")
    filename = models.CharField("tên tệp", max_length=255, blank=True)
    file = models.BinaryField("tệp gốc", null=True, blank=True)
    sha256 = models.CharField("mã kiểm tra", max_length=64, blank=True)
    lines = models.JSONField("văn bản", default=list)
    facts = models.JSONField("dữ kiện", default=dict)
    confirmed = models.JSONField("phần đã xác nhận", default=list)
    settled = models.JSONField("cảnh báo đã xem", default=dict)
    roles = models.JSONField("vai trò", default=dict)
    state = models.CharField(
        "trạng thái", max_length=10, choices=ReadingState, default=ReadingState.REVIEW
    )
    version = models.PositiveIntegerField("lần sửa", default=0)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    created_at = models.DateTimeField("tải lên lúc", default=clock.now)
    conference = models.OneToOneField(
        Conference, models.PROTECT, null=True, blank=True, related_name="reading"
    )

    class Meta:
        verbose_name = "bản đọc kế hoạch"
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                name="reading_opened_has_conference",
                condition=Q(state=ReadingState.OPENED, conference__isnull=False)
                | ~Q(state=ReadingState.OPENED) & Q(conference=None),
                violation_error_message="Bản đọc đã mở phải gắn với một hội nghị.",
            )
        ]

    def __str__(self) -> str:
        return self.facts.get("title") or self.filename or "Kế hoạch mới"

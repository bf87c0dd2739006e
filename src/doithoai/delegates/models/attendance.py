"""Who came in at the door, when, and who let them in."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from doithoai.audit import clock
from doithoai.delegates.models.delegates import Delegate


class CheckInWay(models.TextChoices):
    """How a delegate was found at the door."""

    CODE = "code", "Gõ mã"
    SCAN = "scan", "Quét mã"
    SEARCH = "search", "Tìm tên"
    WALK_IN = "walk_in", "Ghi tên tại cửa"


class CheckIn(models.Model):
    """One entrance of a delegate, kept also when it was taken back (đón tiếp).

    `token` is the scanning device's own mark: the same one twice is one entrance.
    """

    delegate = models.ForeignKey(Delegate, models.PROTECT, related_name="check_ins")
    way = models.CharField("cách ghi", max_length=8, choices=CheckInWay)
    token = models.UUIDField("dấu chống ghi trùng", unique=True, null=True, blank=True)
    at = models.DateTimeField("vào lúc", default=clock.now)
    recorded_at = models.DateTimeField("ghi lúc", default=clock.now)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    undone_at = models.DateTimeField("hoàn tác lúc", null=True, blank=True)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        verbose_name = "lượt vào cửa"
        ordering = ["-at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["delegate"],
                condition=Q(undone_at=None),
                name="delegate_comes_in_once",
                violation_error_message="Đại biểu này đã vào.",
            ),
            models.CheckConstraint(
                name="check_in_undone_by_someone",
                condition=Q(undone_at=None, undone_by=None)
                | Q(undone_at__isnull=False, undone_by__isnull=False),
                violation_error_message="Hoàn tác phải có người và lúc hoàn tác.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.delegate} vào cửa"

    @property
    def conference_id(self) -> int:
        """The conference of its delegate, for the trail."""
        return self.delegate.conference_id

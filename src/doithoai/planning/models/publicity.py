"""What is told about a conference, what the press made of it, and what agencies report back."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from doithoai.audit import clock
from doithoai.directory.models import Agency
from doithoai.planning.models.conference import Conference
from doithoai.planning.states import AnnouncementState, DifficultyState


class Announcement(models.Model):
    """News of the conference on the portal and in the press kit (tin, bài).

    `token` is the mark of the form it was written in: the same one twice is one piece.
    """

    conference = models.ForeignKey(Conference, models.PROTECT, related_name="announcements")
    title = models.CharField("tiêu đề", max_length=200)
    body = models.TextField("nội dung")
    state = models.CharField(
        "trạng thái", max_length=10, choices=AnnouncementState, default=AnnouncementState.DRAFT
    )
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    published_at = models.DateTimeField("đăng lúc", null=True, blank=True)
    version = models.PositiveIntegerField("lần sửa", default=0)
    token = models.UUIDField("dấu chống ghi trùng", null=True, blank=True)

    class Meta:
        verbose_name = "tin, bài"
        ordering = ["-published_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="announcement_published_has_day",
                condition=~Q(state=AnnouncementState.PUBLISHED) | Q(published_at__isnull=False),
                violation_error_message="Tin đã đăng phải có ngày đăng.",
            ),
            models.UniqueConstraint(
                fields=["conference", "token"],
                name="announcement_token_once",
                violation_error_message="Biểu mẫu này đã gửi rồi.",
            ),
        ]

    def __str__(self) -> str:
        return self.title


class Coverage(models.Model):
    """What a newspaper or station published about the conference (tin, bài của báo, đài)."""

    conference = models.ForeignKey(Conference, models.PROTECT, related_name="coverage")
    agency = models.ForeignKey(
        Agency, models.PROTECT, related_name="coverage", verbose_name="cơ quan báo chí"
    )
    title = models.CharField("tên tin, bài", max_length=300)
    url = models.URLField("địa chỉ trên mạng", max_length=500, blank=True)
    published_on = models.DateField("ngày đăng, phát")
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "tin, bài của báo, đài"
        ordering = ["-published_on", "-pk"]

    def __str__(self) -> str:
        return self.title


class Difficulty(models.Model):
    """A difficulty an agency reports while carrying out the plan (khó khăn, vướng mắc)."""

    conference = models.ForeignKey(Conference, models.PROTECT, related_name="difficulties")
    agency = models.ForeignKey(
        Agency, models.PROTECT, related_name="difficulties", verbose_name="cơ quan phản ánh"
    )
    text = models.TextField("nội dung")
    reported_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    reported_at = models.DateTimeField("phản ánh lúc", default=clock.now)
    reply = models.TextField("ý kiến giải quyết", blank=True)
    replied_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    replied_at = models.DateTimeField("giải quyết lúc", null=True, blank=True)
    state = models.CharField(
        "trạng thái", max_length=8, choices=DifficultyState, default=DifficultyState.OPEN
    )

    class Meta:
        verbose_name = "khó khăn, vướng mắc"
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                name="difficulty_settled_says_how",
                condition=~Q(state=DifficultyState.SETTLED) | ~Q(reply=""),
                violation_error_message="Đã giải quyết thì ghi ý kiến giải quyết.",
            )
        ]

    def __str__(self) -> str:
        return f"Phản ánh của {self.agency}"

"""The day in the hall: what runs now, what the screen shows, how items really went."""

import secrets

from django.db import models
from django.db.models import F, Q

from doithoai.audit import clock
from doithoai.hall.states import SessionState
from doithoai.planning.models import Conference
from doithoai.programme.models import AgendaItem

SPEAK_SECONDS = 180
ANSWER_SECONDS = 300


def new_key() -> str:
    """What opens the big screen on a machine without an account; nobody guesses it."""
    return secrets.token_urlsafe(18)


class ScreenMode(models.TextChoices):
    """What the big screen shows."""

    WELCOME = "welcome", "Chào mừng"
    ITEM = "item", "Mục chương trình"
    QUESTION = "question", "Câu hỏi"
    MESSAGE = "message", "Lời nhắn"
    BLANK = "blank", "Màn hình tối"


class Session(models.Model):
    """The conference in its hall, driven by the secretary (phiên hội trường).

    `version` counts the driver's steps; `stage_key` opens the big screen, a new one shuts the old.
    """

    conference = models.OneToOneField(
        Conference, models.PROTECT, related_name="session", verbose_name="hội nghị"
    )
    state = models.CharField(
        "trạng thái", max_length=8, choices=SessionState, default=SessionState.READY
    )
    current_item = models.ForeignKey(
        AgendaItem, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name="mục"
    )
    screen = models.CharField(
        "màn hình", max_length=8, choices=ScreenMode, default=ScreenMode.WELCOME
    )
    message = models.CharField("lời nhắn trên màn hình", max_length=200, blank=True)
    audience_open = models.BooleanField("nhận câu hỏi từ điện thoại", default=False)
    speak_seconds = models.PositiveSmallIntegerField("giây cho mỗi lượt hỏi", default=SPEAK_SECONDS)
    answer_seconds = models.PositiveSmallIntegerField(
        "giây cho mỗi lượt trả lời", default=ANSWER_SECONDS
    )
    stage_key = models.CharField("khóa màn hình", max_length=32, unique=True, default=new_key)
    started_at = models.DateTimeField("khai mạc lúc", null=True, blank=True)
    closed_at = models.DateTimeField("bế mạc lúc", null=True, blank=True)
    version = models.PositiveIntegerField("lần sửa", default=0)

    class Meta:
        verbose_name = "phiên hội trường"
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                name="session_begun_has_time",
                condition=Q(state=SessionState.READY) | Q(started_at__isnull=False),
                violation_error_message="Phiên đã khai mạc phải có giờ khai mạc.",
            ),
            models.CheckConstraint(
                name="session_closed_has_time",
                condition=~Q(state=SessionState.CLOSED) | Q(closed_at__isnull=False),
                violation_error_message="Phiên đã bế mạc phải có giờ bế mạc.",
            ),
            models.CheckConstraint(
                name="session_limits_positive",
                condition=Q(speak_seconds__gte=10, answer_seconds__gte=10),
                violation_error_message="Mỗi lượt có ít nhất 10 giây.",
            ),
        ]

    def __str__(self) -> str:
        return f"Hội trường {self.conference}"

    @property
    def is_live(self) -> bool:
        """Whether it has begun and not ended."""
        return self.state in {SessionState.RUNNING, SessionState.PAUSED}


class ItemRun(models.Model):
    """An item of the programme as it really went (diễn biến một mục)."""

    session = models.ForeignKey(Session, models.PROTECT, related_name="runs")
    item = models.ForeignKey(AgendaItem, models.PROTECT, related_name="runs")
    started_at = models.DateTimeField("bắt đầu lúc", default=clock.now)
    finished_at = models.DateTimeField("xong lúc", null=True, blank=True)

    class Meta:
        verbose_name = "diễn biến mục chương trình"
        ordering = ["started_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["session"],
                condition=Q(finished_at=None),
                name="item_run_one_at_a_time",
                violation_error_message="Đang có mục khác chạy. Kết thúc mục ấy trước.",
            ),
            models.CheckConstraint(
                name="item_run_ends_after_it_starts",
                condition=Q(finished_at=None) | Q(finished_at__gte=F("started_at")),
                violation_error_message="Giờ xong phải sau giờ bắt đầu.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.item}"

"""What happened in the hall, one row a happening, never changed: the version of all live pages."""

from typing import Any

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models

from doithoai.audit import clock
from doithoai.audit.models import Immutable
from doithoai.hall.models.session import Session


class EventKind(models.TextChoices):
    """What happened."""

    OPENED = "opened", "Mở phiên"
    STARTED = "started", "Khai mạc"
    PAUSED = "paused", "Tạm nghỉ"
    CONTINUED = "continued", "Tiếp tục"
    CLOSED = "closed", "Bế mạc"
    ITEM_STARTED = "item_started", "Bắt đầu mục"
    ITEM_FINISHED = "item_finished", "Kết thúc mục"
    CALLED = "called", "Mời phát biểu"
    SPEAKING = "speaking", "Bắt đầu phát biểu"
    ANSWERING = "answering", "Bắt đầu trả lời"
    ANSWERED = "answered", "Trả lời xong"
    PUT_OFF = "put_off", "Chuyển trả lời bằng văn bản"
    WITHDRAWN = "withdrawn", "Rút lượt"
    REQUEUED = "requeued", "Trả về hàng chờ"
    INTERVENED = "intervened", "Phát biểu xen"
    RESUMED = "resumed", "Tiếp tục lượt"
    ADDED = "added", "Thêm lượt"
    MOVED = "moved", "Đổi thứ tự"
    NAMED = "named", "Ghi người phát biểu"
    SCREEN = "screen", "Đổi màn hình"
    KEY = "key", "Đổi đường dẫn màn hình"
    LIMITS = "limits", "Đổi thời lượng"
    AUDIENCE = "audience", "Mở, đóng nhận câu hỏi"
    ASKED = "asked", "Câu hỏi từ điện thoại"
    JUDGED = "judged", "Xét câu hỏi từ điện thoại"
    UNDONE = "undone", "Hoàn tác"


class HallEventQuerySet(models.QuerySet["HallEvent"]):
    """Events may be read and added, never changed."""

    def update(self, **values: object) -> int:
        """Refuse: what happened has happened."""
        raise Immutable("Diễn biến hội trường chỉ ghi thêm, không sửa.")

    def delete(self) -> tuple[int, dict[str, int]]:
        """Refuse: what happened has happened."""
        raise Immutable("Diễn biến hội trường chỉ ghi thêm, không xóa.")


class HallEvent(models.Model):
    """One happening in the hall (diễn biến).

    `data` holds what a step changed (`undo`), the turn it was about, or the event it took back.
    """

    session = models.ForeignKey(Session, models.PROTECT, related_name="events")
    kind = models.CharField("việc", max_length=13, choices=EventKind)
    text = models.TextField("diễn biến")
    data = models.JSONField("dữ liệu", default=dict, encoder=DjangoJSONEncoder)
    at = models.DateTimeField("lúc", default=clock.now)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    objects = HallEventQuerySet.as_manager()

    class Meta:
        verbose_name = "diễn biến hội trường"
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.text

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Add the happening; refuse to write over one."""
        if not self._state.adding:
            raise Immutable("Diễn biến hội trường chỉ ghi thêm, không sửa.")
        super().save(force_insert=True, using=kwargs.get("using"))

    def delete(self, *args: object, **kwargs: object) -> tuple[int, dict[str, int]]:
        """Refuse: what happened has happened."""
        raise Immutable("Diễn biến hội trường chỉ ghi thêm, không xóa.")

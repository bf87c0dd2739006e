"""Batches of chosen questions as they were sent to the office, word for word and file for file."""

from typing import Any

from django.conf import settings
from django.db import models

from doithoai.audit import clock
from doithoai.audit.models import Immutable
from doithoai.planning.models import Conference
from doithoai.questions.models.questions import Question


class Compilation(models.Model):
    """A batch of chosen questions the host sent to the office (bảng tổng hợp).

    `sent` keeps each question as it stood when it went: key, number, wording, kind, topic, agency
    and how many asked it. `unsorted` is how many were not sorted yet that day; `due` the day the
    plan gave. None of it changes afterwards.
    """

    conference = models.ForeignKey(Conference, models.PROTECT, related_name="compilations")
    number = models.PositiveSmallIntegerField("đợt")
    questions = models.ManyToManyField(Question, related_name="compilations")
    sent = models.JSONField("các câu như khi gửi", default=list)
    unsorted = models.PositiveIntegerField("số câu chưa phân loại khi gửi", default=0)
    due = models.DateField("hạn gửi theo kế hoạch", null=True, blank=True)
    note = models.TextField("lời gửi kèm", blank=True)
    sent_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    sent_at = models.DateTimeField("gửi lúc", default=clock.now)

    class Meta:
        verbose_name = "bảng tổng hợp"
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["conference", "number"], name="compilation_once")
        ]

    def __str__(self) -> str:
        return f"Bảng tổng hợp đợt {self.number}"


class SentFileQuerySet(models.QuerySet["SentFile"]):
    """Files that were sent may be read and added, never changed."""

    def update(self, **values: object) -> int:
        """Refuse: what was sent stays as it was."""
        raise Immutable("Tệp đã gửi không sửa được.")

    def delete(self) -> tuple[int, dict[str, int]]:
        """Refuse: what was sent stays."""
        raise Immutable("Tệp đã gửi không xóa được.")


class SentFile(models.Model):
    """One file of a batch exactly as the office received it (tệp đã gửi)."""

    compilation = models.ForeignKey(Compilation, models.PROTECT, related_name="files")
    ending = models.CharField("loại tệp", max_length=5)
    content = models.BinaryField("nội dung tệp")
    sha256 = models.CharField("mã kiểm tra", max_length=64)

    objects = SentFileQuerySet.as_manager()

    class Meta:
        verbose_name = "tệp đã gửi Văn phòng"
        ordering = ["ending"]
        constraints = [
            models.UniqueConstraint(fields=["compilation", "ending"], name="sent_file_once")
        ]

    def __str__(self) -> str:
        return f"{self.compilation}.{self.ending}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keep it; refuse to write over one."""
        if not self._state.adding:
            raise Immutable("Tệp đã gửi không sửa được.")
        super().save(force_insert=True, using=kwargs.get("using"))

    def delete(self, *args: object, **kwargs: object) -> tuple[int, dict[str, int]]:
        """Refuse: what was sent stays."""
        raise Immutable("Tệp đã gửi không xóa được.")

"""The trail, one row a deed."""

from typing import Any

from django.conf import settings
from django.db import models

from doithoai.audit import clock


class Immutable(Exception):
    """Someone tried to change or remove a line of the trail."""


class EntryQuerySet(models.QuerySet["Entry"]):
    """Entries may be read and added, never changed."""

    def update(self, **values: object) -> int:
        """Refuse: the trail is append-only."""
        raise Immutable("Nhật ký chỉ ghi thêm, không sửa.")

    def delete(self) -> tuple[int, dict[str, int]]:
        """Refuse: the trail is append-only."""
        raise Immutable("Nhật ký chỉ ghi thêm, không xóa.")


class Entry(models.Model):
    """One deed of one person on one thing (dòng nhật ký)."""

    at = models.DateTimeField("lúc", default=clock.now, db_index=True)
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="ai"
    )
    actor_name = models.CharField("tên lúc đó", max_length=300, blank=True)
    verb = models.CharField("việc", max_length=60)
    thing_type = models.CharField("loại", max_length=60)
    thing_id = models.CharField("mã", max_length=40)
    thing_name = models.CharField("tên gọi", max_length=300, blank=True)
    conference_id = models.BigIntegerField("hội nghị", null=True, db_index=True)
    before = models.JSONField("trước", null=True)
    after = models.JSONField("sau", null=True)
    origin = models.CharField("từ đâu", max_length=60, blank=True)

    objects = EntryQuerySet.as_manager()

    class Meta:
        verbose_name = "dòng nhật ký"
        ordering = ["-pk"]
        indexes = [models.Index(fields=["thing_type", "thing_id"], name="audit_entry_thing")]

    def __str__(self) -> str:
        return f"{self.verb} {self.thing_type} {self.thing_id}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Add the line; refuse to write over one."""
        if not self._state.adding:
            raise Immutable("Nhật ký chỉ ghi thêm, không sửa.")
        super().save(force_insert=True, using=kwargs.get("using"))

    def delete(self, *args: object, **kwargs: object) -> tuple[int, dict[str, int]]:
        """Refuse: the trail is append-only."""
        raise Immutable("Nhật ký chỉ ghi thêm, không xóa.")

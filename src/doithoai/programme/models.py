"""The draft programme."""

from django.db import models

from doithoai.planning.models import Conference


class AgendaItem(models.Model):
    """One item of the programme (mục chương trình)."""

    conference = models.ForeignKey(Conference, models.PROTECT, related_name="agenda_items")
    position = models.PositiveSmallIntegerField("thứ tự")
    part = models.TextField("phần", blank=True)
    name = models.TextField("nội dung")
    performer = models.TextField("thực hiện", blank=True)
    time_text = models.TextField("thời gian", blank=True)

    class Meta:
        verbose_name = "mục chương trình"
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["conference", "position"], name="agenda_position_once")
        ]

    def __str__(self) -> str:
        return self.name

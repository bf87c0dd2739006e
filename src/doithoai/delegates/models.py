"""The plan's table of seats."""

from django.db import models

from doithoai.planning.models import Conference


class QuotaLine(models.Model):
    """One line of the seats table as stated; a section has no `parent` (phân bổ số lượng)."""

    conference = models.ForeignKey(Conference, models.PROTECT, related_name="quota_lines")
    parent = models.ForeignKey(
        "self", models.CASCADE, null=True, blank=True, related_name="rows", verbose_name="mục"
    )
    position = models.PositiveSmallIntegerField("thứ tự")
    no = models.CharField("số thứ tự", max_length=40, blank=True)
    name = models.TextField("đại biểu")
    seats = models.PositiveIntegerField("số đại biểu", null=True, blank=True)

    class Meta:
        verbose_name = "dòng phân bổ"
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["conference", "position"], name="quota_position_once")
        ]

    def __str__(self) -> str:
        return self.name

"""The plan's table of seats, and its seats given to agencies."""

from django.db import models
from django.db.models import Q

from doithoai.directory.models import Agency
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
    version = models.PositiveIntegerField("lần sửa", default=0)

    class Meta:
        verbose_name = "dòng phân bổ"
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["conference", "position"], name="quota_position_once")
        ]

    def __str__(self) -> str:
        return self.name


class Allocation(models.Model):
    """Seats of one line that one agency names people for (phân bổ cho cơ quan)."""

    quota_line = models.ForeignKey(
        QuotaLine, models.PROTECT, related_name="allocations", verbose_name="dòng phân bổ"
    )
    agency = models.ForeignKey(
        Agency, models.PROTECT, related_name="allocations", verbose_name="cơ quan cử đại biểu"
    )
    seats = models.PositiveSmallIntegerField("số đại biểu")
    due = models.DateField("hạn cử đại biểu", null=True, blank=True)
    note = models.TextField("lời dặn", blank=True)
    version = models.PositiveIntegerField("lần sửa", default=0)

    class Meta:
        verbose_name = "phần phân bổ"
        ordering = ["quota_line__position", "agency__name"]
        constraints = [
            models.UniqueConstraint(
                fields=["quota_line", "agency"],
                name="allocation_once",
                violation_error_message="Cơ quan này đã được phân bổ ở dòng này.",
            ),
            models.CheckConstraint(
                name="allocation_has_seats",
                condition=Q(seats__gte=1),
                violation_error_message="Phân bổ ít nhất 1 đại biểu.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.agency}: {self.seats} đại biểu"

    @property
    def conference_id(self) -> int:
        """The conference of its line, for the trail."""
        return self.quota_line.conference_id

"""Tasks the plan gives to agencies, and how they go on."""

from django.conf import settings
from django.db import models

from doithoai.audit import clock
from doithoai.directory.models import Agency
from doithoai.planning.models.conference import Conference
from doithoai.planning.states import AssignmentState


class Assignment(models.Model):
    """One task sentence of the plan (phân công)."""

    conference = models.ForeignKey(Conference, models.PROTECT, related_name="assignments")
    position = models.PositiveSmallIntegerField("thứ tự")
    text = models.TextField("nội dung")
    due = models.DateField("hạn", null=True, blank=True)
    state = models.CharField(
        "trạng thái", max_length=8, choices=AssignmentState, default=AssignmentState.NOT_BEGUN
    )

    class Meta:
        verbose_name = "nhiệm vụ"
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(
                fields=["conference", "position"], name="assignment_position_once"
            )
        ]

    def __str__(self) -> str:
        return f"Nhiệm vụ {self.position}"


class AssignmentRole(models.TextChoices):
    """Who answers for a task."""

    LEAD = "lead", "Chủ trì"
    SUPPORT = "support", "Phối hợp"


class AssignmentUnit(models.Model):
    """An agency named for a task, as the plan writes it (đơn vị được giao).

    `is_named` tells the unit whose heading the task stands under from a partner named after
    "phối hợp với"; `agency` is None for collective names ("các sở, ngành tỉnh").
    """

    assignment = models.ForeignKey(Assignment, models.CASCADE, related_name="units")
    agency = models.ForeignKey(
        Agency, models.PROTECT, null=True, blank=True, related_name="assignment_units"
    )
    name = models.TextField("tên trong kế hoạch")
    role = models.CharField("vai trò", max_length=8, choices=AssignmentRole)
    is_named = models.BooleanField("được giao trực tiếp", default=True)

    class Meta:
        verbose_name = "đơn vị được giao"
        ordering = ["-is_named", "pk"]

    def __str__(self) -> str:
        return self.name


class TaskProgress(models.Model):
    """A note on how a task goes (ghi chú tiến độ)."""

    assignment = models.ForeignKey(Assignment, models.PROTECT, related_name="progress")
    state = models.CharField("trạng thái", max_length=8, choices=AssignmentState)
    note = models.TextField("ghi chú", blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField("lúc", default=clock.now)

    class Meta:
        verbose_name = "tiến độ nhiệm vụ"
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.assignment}: {self.get_state_display()}"

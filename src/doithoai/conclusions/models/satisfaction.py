"""What the asker says of it all: solved or not."""

from django.db import models

from doithoai.audit import clock
from doithoai.questions.models import Part


class Verdict(models.TextChoices):
    """Whether the matter is solved, in the asker's eyes; answered is not solved."""

    SOLVED = "solved", "Đã giải quyết"
    PARTLY = "partly", "Giải quyết một phần"
    NOT_SOLVED = "not_solved", "Chưa giải quyết"


class Satisfaction(models.Model):
    """The asker's own word on their matter; it may be changed (ý kiến của người hỏi)."""

    part = models.OneToOneField(Part, models.PROTECT, related_name="satisfaction")
    verdict = models.CharField("ý kiến", max_length=10, choices=Verdict)
    note = models.TextField("nói thêm", blank=True)
    at = models.DateTimeField("lúc", default=clock.now)

    class Meta:
        verbose_name = "ý kiến của người hỏi"
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"Ý kiến của người hỏi về {self.part.question}"

    @property
    def conference_id(self) -> int:
        """The conference of the question, for the trail."""
        return self.part.question.conference_id

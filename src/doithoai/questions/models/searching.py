"""The words of a question and of its answer as search looks for them."""

from django.db import models

from doithoai.questions.models.questions import Question


class Side(models.TextChoices):
    """Which text of a matter it is."""

    QUESTION = "question", "Câu hỏi"
    ANSWER = "answer", "Trả lời"


class SearchText(models.Model):
    """A text in the two forms search needs, personal data masked (chữ để tìm).

    `fold` holds ASCII words without diacritics, short forms spelled out and also as written;
    `exact` the same words as they were written. `of_version` is the question's version that the
    wording was taken at: when it is behind, the question waits to be compared and indexed again.
    """

    question = models.ForeignKey(Question, models.CASCADE, related_name="search_texts")
    side = models.CharField("chữ của", max_length=8, choices=Side)
    fold = models.TextField("chữ không dấu")
    exact = models.TextField("chữ có dấu")
    version = models.PositiveSmallIntegerField("bản chuẩn hóa")
    of_version = models.PositiveIntegerField("lần sửa của câu hỏi", default=0)

    class Meta:
        verbose_name = "chữ để tìm"
        constraints = [
            models.UniqueConstraint(fields=["question", "side"], name="search_text_once")
        ]

    def __str__(self) -> str:
        return f"{self.question}, {self.get_side_display()}"

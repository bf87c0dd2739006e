"""What the comparing engine needs kept: words, postings, proposals, the province's own lexicon."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from doithoai.audit import clock
from doithoai.questions.models.questions import Question
from doithoai.questions.models.submissions import Part
from doithoai.vietnamese.dates import moment_words


class PartWords(models.Model):
    """The words of one part in the one form they are compared in (chữ đã chuẩn hóa)."""

    part = models.OneToOneField(Part, models.CASCADE, related_name="words")
    fold = models.TextField("chữ không dấu")
    exact = models.TextField("chữ có dấu")
    digest = models.CharField("mã của chữ không dấu", max_length=32, db_index=True)
    version = models.PositiveSmallIntegerField("bản chuẩn hóa")

    class Meta:
        verbose_name = "chữ đã chuẩn hóa"

    def __str__(self) -> str:
        return self.exact


class Term(models.Model):
    """A word or pair of words by its hash, and how many parts have it."""

    hash = models.BigIntegerField("mã", primary_key=True)
    parts = models.PositiveIntegerField("số phần có", default=0)

    class Meta:
        verbose_name = "từ để so"

    def __str__(self) -> str:
        return str(self.hash)


class Posting(models.Model):
    """A part has a term."""

    hash = models.BigIntegerField("mã")
    part = models.ForeignKey(Part, models.CASCADE, related_name="postings")

    class Meta:
        verbose_name = "từ có trong phần"
        constraints = [models.UniqueConstraint(fields=["hash", "part"], name="posting_once")]

    def __str__(self) -> str:
        return f"{self.hash} {self.part_id}"


class Suggestion(models.Model):
    """What the engine proposes for a question, each with its reasons (đề xuất)."""

    question = models.OneToOneField(Question, models.CASCADE, related_name="suggestion")
    kind = models.CharField("loại", max_length=12, blank=True)
    kind_reasons = models.JSONField("vì sao loại này", default=list)
    agencies = models.JSONField("cơ quan, tốt nhất trước, kèm lý do", default=list)
    parts = models.PositiveSmallIntegerField("số vấn đề", default=1)
    group = models.PositiveIntegerField("nhóm, theo số câu nhỏ nhất", null=True, blank=True)
    version = models.PositiveSmallIntegerField("bản chuẩn hóa")
    made_at = models.DateTimeField("lập lúc", default=clock.now)

    class Meta:
        verbose_name = "đề xuất cho câu hỏi"

    def __str__(self) -> str:
        return str(self.question)


class Sameness(models.TextChoices):
    """What an official said of two questions."""

    SAME = "same", "Cùng một việc"
    DIFFERENT = "different", "Việc khác nhau"


class Likeness(models.Model):
    """How like two questions are, and whether an official has said; `one` has the lower number."""

    one = models.ForeignKey(Question, models.CASCADE, related_name="+")
    other = models.ForeignKey(Question, models.CASCADE, related_name="+")
    score = models.PositiveSmallIntegerField("điểm, phần nghìn", default=0)
    is_near_duplicate = models.BooleanField("gần như trùng", default=False)
    reasons = models.JSONField("vì sao", default=list)
    decided = models.CharField("cán bộ cho là", max_length=10, choices=Sameness, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    decided_at = models.DateTimeField("lúc", null=True, blank=True)

    class Meta:
        verbose_name = "độ giống nhau"
        constraints = [
            models.UniqueConstraint(fields=["one", "other"], name="likeness_once"),
            models.CheckConstraint(
                name="likeness_in_order", condition=Q(one__lt=models.F("other"))
            ),
            models.CheckConstraint(name="likeness_per_mille", condition=Q(score__lte=1000)),
        ]

    def __str__(self) -> str:
        return f"{self.one} ~ {self.other}"


class LexiconEntry(models.Model):
    """A province's own word for the engine: an abbreviation, synonym or agency phrase (từ điển)."""

    class Kind(models.TextChoices):
        """What the entry tells the engine."""

        ABBREVIATION = "abbreviation", "Viết tắt"
        SYNONYM = "synonym", "Từ cùng nghĩa"
        OPPOSED = "opposed", "Từ trái việc"
        FORMULA = "formula", "Câu mở lời"
        AGENCY_PHRASE = "agency", "Cụm từ của cơ quan"

    kind = models.CharField("loại", max_length=12, choices=Kind)
    left = models.CharField("từ", max_length=120)
    right = models.CharField("là, cùng nghĩa với, hoặc cơ quan", max_length=400, blank=True)
    is_on = models.BooleanField("đang dùng", default=True)
    set_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    set_at = models.DateTimeField("ghi lúc", default=clock.now)

    class Meta:
        verbose_name = "mục từ điển"
        ordering = ["kind", "left", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "left", "right"],
                name="lexicon_entry_once",
                violation_error_message="Mục này đã có trong từ điển.",
            )
        ]

    def __str__(self) -> str:
        return self.left


class RoutingModel(models.Model):
    """What was learned from confirmed referrals, with the figures that let it be used or not."""

    weights = models.JSONField("trọng số")
    figures = models.JSONField("kết quả đo trên phần để riêng")
    examples = models.PositiveIntegerField("số câu đã học")
    is_in_use = models.BooleanField("đang dùng", default=False)
    learned_at = models.DateTimeField("học lúc", default=clock.now)

    class Meta:
        verbose_name = "bản học chọn cơ quan"
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["is_in_use"], condition=Q(is_in_use=True), name="routing_model_in_use_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.examples} câu, {moment_words(self.learned_at)}"

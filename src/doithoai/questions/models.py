"""What one person sent, its parts, and the matter they belong to."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from doithoai.audit import clock
from doithoai.planning.models import Conference, Topic
from doithoai.questions.rules import code_of
from doithoai.questions.states import QuestionState


class QuestionKind(models.TextChoices):
    """What a matter is."""

    QUESTION = "question", "Câu hỏi"
    PETITION = "petition", "Kiến nghị"
    PROPOSAL = "proposal", "Đề xuất"


class Channel(models.TextChoices):
    """By which way a submission came."""

    WEB = "web", "Trang công khai"
    PAPER = "paper", "Phiếu giấy"
    PHONE = "phone", "Điện thoại"
    UNION = "union", "Tổ chức hội, công đoàn gửi"
    COMMUNE = "commune", "Xã, phường gửi"
    HALL = "hall", "Tại hội trường"


class Question(models.Model):
    """A matter that is chosen, referred and answered, in a wording an official chose (câu hỏi)."""

    conference = models.ForeignKey(Conference, models.PROTECT, related_name="questions")
    number = models.PositiveIntegerField("số")
    wording = models.TextField("nội dung")
    kind = models.CharField(
        "loại", max_length=10, choices=QuestionKind, default=QuestionKind.QUESTION
    )
    topic = models.ForeignKey(
        Topic,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="questions",
        verbose_name="nội dung đối thoại",
    )
    state = models.CharField(
        "trạng thái", max_length=10, choices=QuestionState, default=QuestionState.RECEIVED
    )
    reason = models.TextField("lý do để ngoài", blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    decided_at = models.DateTimeField("quyết định lúc", null=True, blank=True)
    hall_position = models.PositiveSmallIntegerField("thứ tự tại hội trường", null=True, blank=True)
    version = models.PositiveIntegerField("lần sửa", default=0)

    class Meta:
        verbose_name = "câu hỏi, kiến nghị"
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(
                fields=["conference", "hall_position"],
                name="question_hall_position_once",
                violation_error_message="Thứ tự này đã có câu khác.",
            ),
            models.UniqueConstraint(fields=["conference", "number"], name="question_number_once"),
            models.CheckConstraint(
                name="question_set_aside_says_why",
                condition=~Q(state=QuestionState.SET_ASIDE) | ~Q(reason=""),
                violation_error_message="Câu để ngoài phải có lý do.",
            ),
        ]

    def __str__(self) -> str:
        return self.code

    @property
    def code(self) -> str:
        """How officials call it: C-018."""
        return code_of(self.number)


class Compilation(models.Model):
    """A batch of chosen questions the host sent to the office (bảng tổng hợp)."""

    conference = models.ForeignKey(Conference, models.PROTECT, related_name="compilations")
    number = models.PositiveSmallIntegerField("đợt")
    questions = models.ManyToManyField(Question, related_name="compilations")
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


class Submission(models.Model):
    """What one person sent once; its text never changes (ý kiến gửi đến)."""

    conference = models.ForeignKey(Conference, models.PROTECT, related_name="submissions")
    code = models.CharField("mã biên nhận", max_length=20, unique=True)
    token = models.UUIDField("dấu chống gửi trùng", unique=True, null=True, blank=True)
    text = models.TextField("nội dung đã gửi")
    channel = models.CharField("cách gửi", max_length=8, choices=Channel, default=Channel.WEB)
    sender_name = models.CharField("người gửi", max_length=120, blank=True)
    sender_unit = models.CharField("nơi ở, nơi làm việc", max_length=200, blank=True)
    phone = models.CharField("điện thoại", max_length=20, blank=True)
    email = models.EmailField("thư điện tử", blank=True)
    consents_contact = models.BooleanField("đồng ý để báo kết quả", default=False)
    consents_name = models.BooleanField("đồng ý nêu tên khi công khai", default=False)
    notice_version = models.CharField("bản thông báo đã đọc", max_length=12, blank=True)
    received_at = models.DateTimeField("nhận lúc", default=clock.now)
    is_late = models.BooleanField("gửi sau hạn", default=False)

    class Meta:
        verbose_name = "ý kiến gửi đến"
        ordering = ["-received_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="submission_contact_needs_consent",
                condition=Q(consents_contact=True) | Q(phone="", email=""),
                violation_error_message="Chỉ giữ số điện thoại, thư điện tử khi người gửi đồng ý.",
            ),
            models.CheckConstraint(
                name="submission_name_shown_has_name",
                condition=Q(consents_name=False) | ~Q(sender_name=""),
                violation_error_message="Đồng ý nêu tên thì phải có tên.",
            ),
        ]

    def __str__(self) -> str:
        return self.code


class Part(models.Model):
    """One matter within a submission; it belongs to exactly one question (phần)."""

    submission = models.ForeignKey(Submission, models.PROTECT, related_name="parts")
    question = models.ForeignKey(Question, models.PROTECT, related_name="parts")
    text = models.TextField("nội dung")

    class Meta:
        verbose_name = "phần của ý kiến"
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.submission} → {self.question}"

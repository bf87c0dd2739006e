"""What one person sent once, with its files, corrections and parts."""

from django.db import models
from django.db.models import Q

from doithoai.audit import clock
from doithoai.planning.models import Conference
from doithoai.questions.models.collecting import CollectionPoint
from doithoai.questions.models.questions import Question
from doithoai.vietnamese.dates import moment_words


class Channel(models.TextChoices):
    """By which way a submission came."""

    WEB = "web", "Trang công khai"
    PAPER = "paper", "Phiếu giấy"
    PHONE = "phone", "Điện thoại"
    UNION = "union", "Tổ chức hội, công đoàn gửi"
    COMMUNE = "commune", "Xã, phường gửi"
    EMAIL = "email", "Thư điện tử"
    HALL = "hall", "Tại hội trường"


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
    consents_files = models.BooleanField("đồng ý công khai ảnh, tài liệu kèm", default=False)
    received_at = models.DateTimeField("nhận lúc", default=clock.now)
    given_on = models.DateField("nhận phiếu ngày", null=True, blank=True)
    is_late = models.BooleanField("gửi sau hạn", default=False)
    collection_point = models.ForeignKey(
        CollectionPoint,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="submissions",
        verbose_name="điểm thu thập",
    )
    fingerprint = models.CharField("dấu nhận dạng", max_length=64, blank=True)
    withdrawn_at = models.DateTimeField("người gửi rút lúc", null=True, blank=True)

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
            models.UniqueConstraint(
                fields=["conference", "fingerprint"],
                condition=~Q(fingerprint=""),
                name="submission_fingerprint_once",
                violation_error_message="Ý kiến này đã được nhận trong một danh sách.",
            ),
        ]

    def __str__(self) -> str:
        return self.code

    @property
    def said(self) -> str:
        """The text as its sender last corrected it; the first one stays in `text`."""
        last = max(self.corrections.all(), key=lambda one: one.pk, default=None)
        return last.text if last else self.text


class Correction(models.Model):
    """What a sender wrote instead, before anyone had decided (bản sửa)."""

    submission = models.ForeignKey(Submission, models.PROTECT, related_name="corrections")
    text = models.TextField("nội dung sửa lại")
    corrected_at = models.DateTimeField("sửa lúc", default=clock.now)

    class Meta:
        verbose_name = "bản sửa của người gửi"
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.submission}, sửa {moment_words(self.corrected_at)}"


class Attachment(models.Model):
    """A photo or paper sent along, made anew by the house, without its hidden data (tệp kèm)."""

    submission = models.ForeignKey(Submission, models.PROTECT, related_name="attachments")
    position = models.PositiveSmallIntegerField("thứ tự")
    name = models.CharField("tên tệp", max_length=120)
    content_type = models.CharField("loại tệp", max_length=40)
    content = models.BinaryField("nội dung tệp")
    size = models.PositiveIntegerField("số byte")
    sha256 = models.CharField("mã kiểm tra", max_length=64)

    class Meta:
        verbose_name = "tệp kèm theo ý kiến"
        ordering = ["submission", "position"]
        constraints = [
            models.UniqueConstraint(
                fields=["submission", "position"], name="attachment_position_once"
            )
        ]

    def __str__(self) -> str:
        return self.name


class DraftFile(models.Model):
    """A file chosen while a question is being written; it goes with it, or after some hours alone.

    Kept under the form's token, made anew already, so that a mistake elsewhere loses none.
    """

    token = models.UUIDField("dấu của phiếu đang viết", db_index=True)
    name = models.CharField("tên tệp", max_length=120)
    content_type = models.CharField("loại tệp", max_length=40)
    content = models.BinaryField("nội dung tệp")
    added_at = models.DateTimeField("chọn lúc", default=clock.now)

    class Meta:
        verbose_name = "tệp của phiếu đang viết"
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.name


class Part(models.Model):
    """One matter within a submission; it belongs to exactly one question (phần).

    The parts of a submission follow each other from `start` to `end` (characters of what was
    said) and together hold all of it; cutting makes more of them, nothing ever unmakes one.
    """

    submission = models.ForeignKey(Submission, models.PROTECT, related_name="parts")
    question = models.ForeignKey(Question, models.PROTECT, related_name="parts")
    text = models.TextField("nội dung")
    start = models.PositiveIntegerField("từ ký tự", default=0)
    end = models.PositiveIntegerField("đến ký tự")

    class Meta:
        verbose_name = "phần của ý kiến"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["submission", "start"], name="part_starts_once"),
            models.CheckConstraint(
                name="part_is_not_empty",
                condition=Q(end__gt=models.F("start")),
                violation_error_message="Mỗi phần phải có chữ.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.submission} → {self.question}"

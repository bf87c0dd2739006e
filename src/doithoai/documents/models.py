"""The register: papers as they were issued, number and bytes."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q

from doithoai.audit import clock
from doithoai.audit.models import Immutable
from doithoai.directory.models import Agency
from doithoai.planning.models import Conference


class PaperKind(models.TextChoices):
    """What a paper is."""

    PLAN = "plan", "Kế hoạch"
    DELEGATE_LIST = "delegate_list", "Danh sách đại biểu"
    INVITATION = "invitation", "Giấy mời"
    SEATING_PLAN = "seat_map", "Sơ đồ chỗ ngồi"
    COMPILED = "compiled_questions", "Bảng tổng hợp ý kiến"
    GUIDANCE = "guidance_slip", "Phiếu hướng dẫn"
    TRANSFER = "transfer_slip", "Phiếu chuyển đơn"
    REFERRAL = "referral_letter", "Công văn chuyển câu hỏi"
    BOOKLET = "answers_booklet", "Tập hỏi - đáp"
    PROGRAMME = "programme", "Chương trình"
    SCRIPT = "script", "Kịch bản"
    SPEECH = "speech", "Bài phát biểu"
    ESTIMATE = "estimate", "Dự toán"
    ESCALATION = "escalation_report", "Báo cáo vượt thẩm quyền"
    SETTLEMENT = "settlement", "Quyết toán"
    MINUTES = "minutes", "Biên bản"
    NOTICE = "conclusion_notice", "Thông báo kết luận"
    REPORT = "result_report", "Báo cáo kết quả"
    PRESS_KIT = "press_kit", "Tài liệu báo chí"


class IssuedDocumentQuerySet(models.QuerySet["IssuedDocument"]):
    """Issued papers may be read and added, never changed."""

    def update(self, **values: object) -> int:
        """Refuse: what is issued stays as it is."""
        raise Immutable("Văn bản đã phát hành không sửa được.")

    def delete(self) -> tuple[int, dict[str, int]]:
        """Refuse: what is issued stays."""
        raise Immutable("Văn bản đã phát hành không xóa được.")


class IssuedDocument(models.Model):
    """One paper as it was issued (văn bản đã phát hành); nothing of it changes afterwards.

    `subject` tells papers of one kind apart (the agency of a letter); `code` is the type of the
    decree (KH, GM …), "" for a paper that bears no number.
    """

    conference = models.ForeignKey(
        Conference, models.PROTECT, related_name="documents", verbose_name="hội nghị"
    )
    kind = models.CharField("loại văn bản", max_length=20, choices=PaperKind)
    subject = models.CharField("về ai, việc gì (khóa)", max_length=40, blank=True)
    subject_name = models.CharField("về ai, việc gì", max_length=300, blank=True)
    agency = models.ForeignKey(
        Agency, models.PROTECT, related_name="documents", verbose_name="cơ quan ban hành"
    )
    code = models.CharField("mã loại", max_length=6, blank=True)
    number = models.PositiveIntegerField("số", null=True, blank=True)
    symbol = models.CharField("ký hiệu", max_length=60, blank=True)
    year = models.PositiveSmallIntegerField("năm")
    title = models.CharField("trích yếu", max_length=600)
    issued_on = models.DateField("ngày văn bản")
    capacity = models.CharField("quyền hạn, chức vụ", max_length=300, blank=True)
    signer = models.CharField("người ký", max_length=120, blank=True)
    docx = models.BinaryField("tệp Word")
    docx_sha256 = models.CharField("mã băm tệp Word", max_length=64)
    pdf = models.BinaryField("tệp PDF")
    pdf_sha256 = models.CharField("mã băm tệp PDF", max_length=64)
    issued_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="người phát hành"
    )
    issued_at = models.DateTimeField("phát hành lúc", default=clock.now)

    objects = IssuedDocumentQuerySet.as_manager()

    class Meta:
        verbose_name = "văn bản đã phát hành"
        ordering = ["-issued_on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "code", "year", "number"],
                name="document_number_once",
                violation_error_message="Số này đã cấp cho văn bản khác cùng loại trong năm.",
            ),
            models.CheckConstraint(
                name="document_numbered_has_symbol",
                condition=(Q(number=None) & Q(symbol="", code=""))
                | (Q(number__gte=1) & ~Q(symbol="") & ~Q(code="")),
                violation_error_message="Văn bản có số phải có ký hiệu.",
            ),
        ]

    def __str__(self) -> str:
        name = self.get_kind_display()
        return f"{name} số {self.full_number}" if self.number else name

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Add it to the register; refuse to write over one."""
        if not self._state.adding:
            raise Immutable("Văn bản đã phát hành không sửa được.")
        super().save(force_insert=True, using=kwargs.get("using"))

    def delete(self, *args: object, **kwargs: object) -> tuple[int, dict[str, int]]:
        """Refuse: what is issued stays."""
        raise Immutable("Văn bản đã phát hành không xóa được.")

    @property
    def full_number(self) -> str:
        """`05/KH-UBND`; "" for a paper without number."""
        return f"{self.number:02d}/{self.symbol}" if self.number else ""

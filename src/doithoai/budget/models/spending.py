"""What was really spent, and the settlement made of it."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from doithoai.audit import clock
from doithoai.budget.models.estimate import Estimate, EstimateLine
from doithoai.budget.rules import MOST_BYTES, MOST_OF_A_LINE
from doithoai.budget.states import SettlementState


class Voucher(models.Model):
    """One invoice, receipt or signed list that paid for a line (chứng từ)."""

    line = models.ForeignKey(EstimateLine, models.PROTECT, related_name="vouchers")
    number = models.CharField("số chứng từ", max_length=60)
    day = models.DateField("ngày chứng từ")
    payee = models.CharField("người, đơn vị nhận tiền", max_length=200)
    amount = models.PositiveBigIntegerField("số tiền (đồng)")
    note = models.CharField("ghi chú", max_length=300, blank=True)
    content = models.BinaryField("bản chụp", null=True, blank=True)
    media_type = models.CharField("loại tệp", max_length=40, blank=True)
    size = models.PositiveIntegerField("số byte", default=0)
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    added_at = models.DateTimeField("ghi lúc", default=clock.now)

    class Meta:
        verbose_name = "chứng từ"
        ordering = ["day", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["line", "number", "payee", "day"],
                name="voucher_once_a_line",
                violation_error_message="Chứng từ này đã ghi ở dòng này.",
            ),
            models.CheckConstraint(
                name="voucher_is_some_money",
                condition=Q(amount__gt=0, amount__lte=MOST_OF_A_LINE),
                violation_error_message="Số tiền phải lớn hơn 0 đồng.",
            ),
            models.CheckConstraint(
                name="voucher_paper_is_light_and_known",
                condition=Q(content=None, media_type="", size=0)
                | (Q(content__isnull=False, size__gt=0, size__lte=MOST_BYTES) & ~Q(media_type="")),
                violation_error_message="Bản chụp là tệp .pdf, .jpg, .png không quá 5 MB.",
            ),
        ]

    def __str__(self) -> str:
        return f"Chứng từ {self.number}"

    @property
    def conference_id(self) -> int:
        """The conference of its estimate, for the trail."""
        return self.line.estimate.conference_id


class Settlement(models.Model):
    """What was spent against what was approved, handed in and accepted (quyết toán)."""

    estimate = models.OneToOneField(Estimate, models.PROTECT, related_name="settlement")
    state = models.CharField(
        "trạng thái", max_length=10, choices=SettlementState, default=SettlementState.DRAFT
    )
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    submitted_at = models.DateTimeField("gửi lúc", null=True, blank=True)
    judged_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    judged_at = models.DateTimeField("thẩm định lúc", null=True, blank=True)
    note = models.TextField("ý kiến, lý do trả lại", blank=True)
    version = models.PositiveIntegerField("lần sửa", default=0)

    class Meta:
        verbose_name = "quyết toán"
        constraints = [
            models.CheckConstraint(
                name="settlement_accepted_by_another",
                condition=~Q(state=SettlementState.ACCEPTED)
                | (Q(judged_by__isnull=False) & ~Q(judged_by=F("made_by"))),
                violation_error_message="Người lập quyết toán không tự chấp nhận.",
            ),
            models.CheckConstraint(
                name="settlement_returned_says_why",
                condition=~Q(state=SettlementState.RETURNED) | ~Q(note=""),
                violation_error_message="Nêu lý do trả lại quyết toán.",
            ),
        ]

    def __str__(self) -> str:
        return f"Quyết toán {self.estimate.conference}"

    @property
    def conference_id(self) -> int:
        """The conference of its estimate, for the trail."""
        return self.estimate.conference_id


class SettlementLine(models.Model):
    """One line of a settlement: what its vouchers came to, and why that differs."""

    settlement = models.ForeignKey(Settlement, models.PROTECT, related_name="lines")
    line = models.OneToOneField(EstimateLine, models.PROTECT, related_name="settled")
    spent = models.PositiveBigIntegerField("thực chi (đồng)", default=0)
    reason = models.TextField("lý do chênh lệch", blank=True)

    class Meta:
        verbose_name = "dòng quyết toán"
        ordering = ["line__position"]

    def __str__(self) -> str:
        return f"Quyết toán: {self.line}"

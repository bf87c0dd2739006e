"""The estimate of a conference and its lines."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from doithoai.budget.models.rates import Rate
from doithoai.budget.rules import MOST_OF_A_LINE
from doithoai.budget.states import JUDGED, EstimateState, LineVerdict
from doithoai.directory.models import Agency
from doithoai.planning.models import Conference


class FundingSource(models.TextChoices):
    """Whose money it is; this decides who appraises and who approves."""

    BUDGET = "budget", "Ngân sách nhà nước"
    UNION = "union", "Tài chính công đoàn"
    OTHER = "other", "Nguồn khác, xã hội hóa"


class CostGroup(models.TextChoices):
    """The parts of an estimate, in the order it is printed."""

    PREPARATION = "preparation", "Chi chuẩn bị"
    HOLDING = "holding", "Chi tổ chức hội nghị"
    OTHER = "other", "Chi khác, dự phòng"


class Estimate(models.Model):
    """What a conference is to cost, line by line, as one agency prepared it (dự toán)."""

    conference = models.OneToOneField(Conference, models.PROTECT, related_name="estimate")
    agency = models.ForeignKey(
        Agency, models.PROTECT, related_name="+", verbose_name="cơ quan lập dự toán"
    )
    source = models.CharField("nguồn kinh phí", max_length=8, choices=FundingSource)
    state = models.CharField(
        "trạng thái", max_length=10, choices=EstimateState, default=EstimateState.DRAFT
    )
    prepared_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    submitted_at = models.DateTimeField("gửi thẩm định lúc", null=True, blank=True)
    appraised_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    appraised_at = models.DateTimeField("thẩm định lúc", null=True, blank=True)
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    approved_at = models.DateTimeField("duyệt lúc", null=True, blank=True)
    appraisal_note = models.TextField("ý kiến thẩm định", blank=True)
    note = models.TextField("ý kiến khi duyệt, lý do trả lại", blank=True)
    escalated_to = models.CharField("cấp có thẩm quyền", max_length=200, blank=True)
    escalation_text = models.TextField("nội dung báo cáo, đề xuất", blank=True)
    answer_number = models.CharField("số văn bản trả lời", max_length=100, blank=True)
    answer_on = models.DateField("ngày văn bản trả lời", null=True, blank=True)
    version = models.PositiveIntegerField("lần sửa", default=0)

    class Meta:
        verbose_name = "dự toán"
        constraints = [
            models.CheckConstraint(
                name="estimate_judged_by_another",
                condition=~Q(state__in=sorted(JUDGED))
                | (
                    Q(prepared_by__isnull=False, appraised_by__isnull=False)
                    & ~Q(appraised_by=F("prepared_by"))
                ),
                violation_error_message="Người lập dự toán không tự thẩm định.",
            ),
            models.CheckConstraint(
                name="estimate_approved_by_a_third",
                condition=~Q(state=EstimateState.APPROVED)
                | (
                    Q(approved_by__isnull=False, approved_at__isnull=False)
                    & ~Q(approved_by=F("prepared_by"))
                    & ~Q(approved_by=F("appraised_by"))
                ),
                violation_error_message="Người duyệt phải khác người lập và người thẩm định.",
            ),
            models.CheckConstraint(
                name="estimate_escalated_says_to_whom",
                condition=~Q(state=EstimateState.ESCALATED)
                | (~Q(escalated_to="") & ~Q(escalation_text="")),
                violation_error_message="Nêu cấp có thẩm quyền và nội dung báo cáo.",
            ),
            models.CheckConstraint(
                name="estimate_returned_says_why",
                condition=~Q(state=EstimateState.RETURNED) | ~Q(note=""),
                violation_error_message="Nêu lý do trả lại dự toán.",
            ),
        ]

    def __str__(self) -> str:
        return f"Dự toán {self.conference}"


class EstimateLine(models.Model):
    """One thing to be paid: quantity × times × rate, and what the appraiser made of it."""

    estimate = models.ForeignKey(Estimate, models.PROTECT, related_name="lines")
    position = models.PositiveSmallIntegerField("thứ tự")
    group = models.CharField("nhóm", max_length=12, choices=CostGroup, default=CostGroup.HOLDING)
    content = models.CharField("nội dung chi", max_length=300)
    unit = models.CharField("đơn vị tính", max_length=60)
    quantity = models.PositiveBigIntegerField("số lượng")
    times = models.PositiveBigIntegerField("số buổi, ngày, lần", default=1)
    rate = models.PositiveBigIntegerField("đơn giá (đồng)")
    amount = models.PositiveBigIntegerField("thành tiền (đồng)")
    norm = models.ForeignKey(
        Rate, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="mức chi"
    )
    basis = models.CharField("căn cứ, ghi chú", max_length=300, blank=True)
    basis_on = models.DateField("ngày của căn cứ", null=True, blank=True)
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    verdict = models.CharField(
        "ý kiến thẩm định", max_length=8, choices=LineVerdict, default=LineVerdict.PENDING
    )
    agreed_quantity = models.PositiveBigIntegerField("số lượng đồng ý", default=0)
    agreed_times = models.PositiveBigIntegerField("số lần đồng ý", default=0)
    agreed_rate = models.PositiveBigIntegerField("đơn giá đồng ý", default=0)
    agreed_amount = models.PositiveBigIntegerField("thành tiền đồng ý", default=0)
    reason = models.TextField("lý do điều chỉnh, không chấp nhận", blank=True)
    judged_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    version = models.PositiveIntegerField("lần sửa", default=0)

    class Meta:
        verbose_name = "dòng dự toán"
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(
                fields=["estimate", "position"], name="estimate_line_position_once"
            ),
            models.CheckConstraint(
                name="estimate_line_amount_is_the_product",
                condition=Q(amount=F("quantity") * F("times") * F("rate")),
                violation_error_message="Thành tiền phải bằng số lượng × số lần × đơn giá.",
            ),
            models.CheckConstraint(
                name="estimate_line_agreed_is_the_product",
                condition=Q(
                    agreed_amount=F("agreed_quantity") * F("agreed_times") * F("agreed_rate")
                ),
                violation_error_message="Số tiền đồng ý phải bằng số lượng × số lần × đơn giá.",
            ),
            models.CheckConstraint(
                name="estimate_line_is_within_bounds",
                condition=Q(amount__lte=MOST_OF_A_LINE, agreed_amount__lte=MOST_OF_A_LINE),
                violation_error_message="Thành tiền của một dòng quá lớn.",
            ),
            models.CheckConstraint(
                name="estimate_line_verdict_fits_its_money",
                condition=Q(verdict=LineVerdict.CHANGED)
                | Q(verdict=LineVerdict.AGREED, agreed_amount=F("amount"))
                | Q(verdict__in=[LineVerdict.PENDING, LineVerdict.STRUCK], agreed_amount=0),
                violation_error_message="Số tiền đồng ý không khớp ý kiến thẩm định.",
            ),
            models.CheckConstraint(
                name="estimate_line_refused_says_why",
                condition=~Q(verdict__in=[LineVerdict.CHANGED, LineVerdict.STRUCK]) | ~Q(reason=""),
                violation_error_message="Điều chỉnh hoặc không chấp nhận thì nêu lý do.",
            ),
            models.CheckConstraint(
                name="estimate_line_judged_by_another",
                condition=Q(verdict=LineVerdict.PENDING)
                | (Q(judged_by__isnull=False) & ~Q(judged_by=F("written_by"))),
                violation_error_message="Người ghi dòng này không tự thẩm định.",
            ),
        ]

    def __str__(self) -> str:
        return self.content

    @property
    def conference_id(self) -> int:
        """The conference of its estimate, for the trail."""
        return self.estimate.conference_id

"""The conclusion notice in its four parts."""

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from doithoai.conclusions.rules import notice_due
from doithoai.conclusions.states import NoticeState
from doithoai.directory.models import Agency
from doithoai.planning.models import Conference, Topic
from doithoai.questions.models import Question


class NoticePart(models.TextChoices):
    """The four parts a notice must have (Nghị định 13/2021/NĐ-CP)."""

    RAISED = "raised", "Vấn đề được nêu tại đối thoại"
    ANSWERED = "answered", "Vấn đề đã trả lời tại hội nghị"
    TRANSFERRED = "transferred", "Vấn đề chuyển cơ quan trả lời bằng văn bản"
    ASSIGNED = "assigned", "Giao cơ quan giải quyết"


class Notice(models.Model):
    """What the chair concludes after the dialogue (thông báo kết luận)."""

    conference = models.OneToOneField(Conference, models.PROTECT, related_name="notice")
    state = models.CharField(
        "trạng thái", max_length=10, choices=NoticeState, default=NoticeState.DRAFT
    )
    is_complex = models.BooleanField("phức tạp, nhiều lĩnh vực", default=False)
    complex_reason = models.TextField("lý do phức tạp", blank=True)
    number = models.CharField("số, ký hiệu", max_length=60, blank=True)
    signed_on = models.DateField("ngày ký", null=True, blank=True)
    signer_title = models.CharField("chức vụ người ký", max_length=200, blank=True)
    signer_name = models.CharField("người ký", max_length=120, blank=True)
    note = models.TextField("lý do trả lại", blank=True)
    drafted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    signed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    published_at = models.DateTimeField("công bố lúc", null=True, blank=True)
    version = models.PositiveIntegerField("lần sửa", default=0)

    class Meta:
        verbose_name = "thông báo kết luận"
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="notice_complex_says_why",
                condition=Q(is_complex=False) | ~Q(complex_reason=""),
                violation_error_message="Ghi lý do cần 15 ngày.",
            ),
            models.CheckConstraint(
                name="notice_signed_has_number_day_signer",
                condition=~Q(state__in=[NoticeState.SIGNED, NoticeState.PUBLISHED])
                | (~Q(number="") & Q(signed_on__isnull=False) & Q(signed_by__isnull=False)),
                violation_error_message="Thông báo đã ký phải có số, ngày và người ký.",
            ),
            models.CheckConstraint(
                name="notice_signer_is_not_drafter",
                condition=Q(signed_by=None) | Q(drafted_by=None) | ~Q(signed_by=F("drafted_by")),
                violation_error_message="Người soạn không tự ký.",
            ),
            models.CheckConstraint(
                name="notice_published_has_day",
                condition=~Q(state=NoticeState.PUBLISHED) | Q(published_at__isnull=False),
                violation_error_message="Thông báo đã công bố phải có ngày công bố.",
            ),
        ]

    def __str__(self) -> str:
        return f"Thông báo kết luận {self.number}".strip()

    @property
    def due(self) -> date | None:
        """The day by which it must be published; None until the conference has a day."""
        return notice_due(self.conference.held_on, is_complex=self.is_complex)


class NoticeItem(models.Model):
    """One line of a part of the notice (mục của thông báo).

    `source` is what it was proposed from, word for word; an assigned item counts only once a
    person has confirmed it.
    """

    notice = models.ForeignKey(Notice, models.CASCADE, related_name="items")
    part = models.CharField("phần", max_length=12, choices=NoticePart)
    position = models.PositiveSmallIntegerField("thứ tự")
    text = models.TextField("nội dung")
    source = models.TextField("lấy từ", blank=True)
    question = models.ForeignKey(
        Question, models.PROTECT, null=True, blank=True, related_name="notice_items"
    )
    topic = models.ForeignKey(
        Topic, models.PROTECT, null=True, blank=True, related_name="notice_items"
    )
    agency = models.ForeignKey(
        Agency,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="notice_items",
        verbose_name="cơ quan",
    )
    due = models.DateField("hạn", null=True, blank=True)
    is_confirmed = models.BooleanField("đã xác nhận", default=True)

    class Meta:
        verbose_name = "mục của thông báo kết luận"
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(
                name="notice_item_says_something",
                condition=~Q(text=""),
                violation_error_message="Mục phải có nội dung.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_part_display()}, mục {self.position}"

    @property
    def conference_id(self) -> int:
        """The conference of its notice, for the trail."""
        return self.notice.conference_id

    @property
    def is_whole(self) -> bool:
        """Whether it may go to be signed: an assigned item needs agency, day and a person's yes."""
        if self.part != NoticePart.ASSIGNED:
            return True
        return self.is_confirmed and self.agency_id is not None and self.due is not None

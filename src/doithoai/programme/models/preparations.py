"""What must be made ready for the day, and who is honoured on it."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from doithoai.directory.models import Agency
from doithoai.planning.models import Assignment, Conference
from doithoai.programme.models.agenda import AgendaItem
from doithoai.programme.states import AwardState, PreparationState


class PreparationKind(models.TextChoices):
    """What is made ready."""

    DOCUMENTARY = "documentary", "Phóng sự"
    PERFORMANCE = "performance", "Văn nghệ"
    SIGNING = "signing", "Ký kết"
    DECORATION = "decoration", "Phông chữ, trang trí"
    HALL = "hall", "Hội trường, cơ sở vật chất"
    PRESENTER = "presenter", "Người dẫn chương trình"
    RECEPTION = "reception", "Lễ tân"
    SECURITY = "security", "An ninh trật tự"
    HEALTH = "health", "Y tế, phòng dịch"
    MATERIALS = "materials", "Tài liệu"
    OTHER = "other", "Khác"


class Preparation(models.Model):
    """One thing to be ready before the conference (công tác chuẩn bị)."""

    conference = models.ForeignKey(Conference, models.PROTECT, related_name="preparations")
    kind = models.CharField(
        "loại", max_length=12, choices=PreparationKind, default=PreparationKind.OTHER
    )
    name = models.TextField("nội dung")
    agency = models.ForeignKey(
        Agency,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="preparations",
        verbose_name="cơ quan chuẩn bị",
    )
    people = models.TextField("người làm", blank=True)
    due = models.DateField("hạn", null=True, blank=True)
    minutes = models.PositiveSmallIntegerField("thời lượng, phút", null=True, blank=True)
    state = models.CharField(
        "trạng thái", max_length=8, choices=PreparationState, default=PreparationState.NOT_BEGUN
    )
    note = models.TextField("ghi chú", blank=True)
    agenda_item = models.ForeignKey(
        AgendaItem,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="preparations",
        verbose_name="phục vụ mục",
    )
    assignment = models.ForeignKey(
        Assignment,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="preparations",
        verbose_name="theo nhiệm vụ",
    )
    version = models.PositiveIntegerField("lần sửa", default=0)

    class Meta:
        verbose_name = "công tác chuẩn bị"
        ordering = [F("due").asc(nulls_last=True), "pk"]
        constraints = [
            models.CheckConstraint(
                name="preparation_dropped_says_why",
                condition=~Q(state=PreparationState.DROPPED) | ~Q(note=""),
                violation_error_message="Không làm nữa thì ghi lý do.",
            )
        ]

    def __str__(self) -> str:
        return self.name


class Award(models.Model):
    """One person or group honoured at the conference (khen thưởng)."""

    conference = models.ForeignKey(Conference, models.PROTECT, related_name="awards")
    position = models.PositiveSmallIntegerField("thứ tự")
    recipient = models.CharField("cá nhân, tập thể", max_length=200)
    is_group = models.BooleanField("là tập thể", default=False)
    unit = models.CharField("đơn vị", max_length=200, blank=True)
    achievement = models.TextField("thành tích")
    form = models.CharField("hình thức khen thưởng", max_length=200)
    decision_number = models.CharField("số quyết định", max_length=60, blank=True)
    decision_on = models.DateField("ngày quyết định", null=True, blank=True)
    agency = models.ForeignKey(
        Agency, models.PROTECT, related_name="awards", verbose_name="cơ quan đề nghị"
    )
    state = models.CharField(
        "trạng thái", max_length=8, choices=AwardState, default=AwardState.PROPOSED
    )
    reason = models.TextField("lý do gạch", blank=True)
    proposed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    version = models.PositiveIntegerField("lần sửa", default=0)

    class Meta:
        verbose_name = "khen thưởng"
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["conference", "position"], name="award_position_once"),
            models.CheckConstraint(
                name="award_struck_says_why",
                condition=~Q(state=AwardState.STRUCK) | ~Q(reason=""),
                violation_error_message="Gạch tên phải có lý do.",
            ),
            models.CheckConstraint(
                name="award_decided_by_another",
                condition=(Q(state=AwardState.PROPOSED) & Q(decided_by=None))
                | (
                    ~Q(state=AwardState.PROPOSED)
                    & Q(decided_by__isnull=False)
                    & ~Q(decided_by=F("proposed_by"))
                ),
                violation_error_message="Người đề nghị không tự quyết định.",
            ),
        ]

    def __str__(self) -> str:
        return self.recipient

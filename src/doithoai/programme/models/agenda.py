"""The programme of the day: its items, and every version given out."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from doithoai.audit import clock
from doithoai.directory.models import Agency
from doithoai.planning.models import Conference
from doithoai.programme.states import ProgrammeState


class ItemKind(models.TextChoices):
    """What happens in an item of the programme."""

    WELCOME = "welcome", "Đón tiếp đại biểu"
    PERFORMANCE = "performance", "Văn nghệ"
    INTRODUCTION = "introduction", "Tuyên bố lý do, giới thiệu đại biểu"
    OPENING = "opening", "Khai mạc"
    DOCUMENTARY = "documentary", "Phóng sự"
    REPORT = "report", "Báo cáo"
    DIALOGUE = "dialogue", "Đối thoại"
    CONCLUSION = "conclusion", "Kết luận"
    ADDRESS = "address", "Phát biểu"
    AWARD = "award", "Khen thưởng"
    SIGNING = "signing", "Ký kết"
    BREAK = "break", "Giải lao"
    CLOSING = "closing", "Bế mạc"
    OTHER = "other", "Khác"


class AgendaItem(models.Model):
    """One item of the programme (mục chương trình).

    `minutes` is a proposal after the kind until a person sets it (`minutes_proposed`); `token` is
    the mark of the form that made it: the same one twice is one item.
    """

    conference = models.ForeignKey(Conference, models.PROTECT, related_name="agenda_items")
    position = models.PositiveSmallIntegerField("thứ tự")
    part = models.TextField("phần", blank=True)
    name = models.TextField("nội dung")
    performer = models.TextField("thực hiện", blank=True)
    time_text = models.TextField("thời gian", blank=True)
    kind = models.CharField("loại", max_length=12, choices=ItemKind, default=ItemKind.OTHER)
    minutes = models.PositiveSmallIntegerField("số phút", default=10)
    minutes_proposed = models.BooleanField("số phút còn là đề xuất", default=True)
    agency = models.ForeignKey(
        Agency,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="agenda_items",
        verbose_name="cơ quan chuẩn bị",
    )
    version = models.PositiveIntegerField("lần sửa", default=0)
    token = models.UUIDField("dấu chống ghi trùng", null=True, blank=True)

    class Meta:
        verbose_name = "mục chương trình"
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["conference", "position"], name="agenda_position_once"),
            models.UniqueConstraint(
                fields=["conference", "token"],
                name="agenda_token_once",
                violation_error_message="Biểu mẫu này đã gửi rồi.",
            ),
            models.CheckConstraint(
                name="agenda_minutes_within_a_day",
                condition=Q(minutes__gte=1, minutes__lte=600),
                violation_error_message="Mỗi mục từ 1 đến 600 phút.",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Programme(models.Model):
    """The programme of one conference as a thing given out (chương trình).

    `number` counts what was given out; 0 while nothing was.
    """

    conference = models.OneToOneField(Conference, models.PROTECT, related_name="programme")
    state = models.CharField(
        "trạng thái", max_length=8, choices=ProgrammeState, default=ProgrammeState.DRAFT
    )
    number = models.PositiveSmallIntegerField("bản phát hành", default=0)
    version = models.PositiveIntegerField("lần sửa", default=0)

    class Meta:
        verbose_name = "chương trình"
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="programme_released_has_number",
                condition=~Q(state=ProgrammeState.RELEASED) | Q(number__gte=1),
                violation_error_message="Chương trình đã phát hành phải có số bản.",
            )
        ]

    def __str__(self) -> str:
        return f"Chương trình, {self.conference}"


class ProgrammeRelease(models.Model):
    """The programme as it was given out once (bản chương trình).

    `items` holds one object an item: key, part, name, performer, agency, minutes, starts, ends.
    """

    programme = models.ForeignKey(Programme, models.PROTECT, related_name="releases")
    number = models.PositiveSmallIntegerField("bản")
    items = models.JSONField("các mục")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField("phát hành lúc", default=clock.now)

    class Meta:
        verbose_name = "bản chương trình"
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["programme", "number"], name="programme_release_once")
        ]

    def __str__(self) -> str:
        return f"{self.programme}, bản {self.number}"

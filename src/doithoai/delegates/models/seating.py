"""The hall as laid out for one conference, and who sits where."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from doithoai.delegates.models.delegates import Delegate
from doithoai.delegates.models.quotas import QuotaLine
from doithoai.delegates.seating import AUDIENCE, PRESS, STAFF, STAGE, Spot
from doithoai.delegates.states import SeatingState
from doithoai.planning.models import Conference


class BlockKind(models.TextChoices):
    """For whom a block of seats is."""

    STAGE = STAGE, "Bàn chủ trì"
    AUDIENCE = AUDIENCE, "Đại biểu"
    PRESS = PRESS, "Báo chí"
    STAFF = STAFF, "Thư ký, phục vụ"


class SeatingPlan(models.Model):
    """The seating of one conference as a whole (sơ đồ chỗ ngồi); every deed on it locks it."""

    conference = models.OneToOneField(Conference, models.PROTECT, related_name="seating_plan")
    state = models.CharField(
        "trạng thái", max_length=9, choices=SeatingState, default=SeatingState.DRAFT
    )
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    confirmed_at = models.DateTimeField("xác nhận lúc", null=True, blank=True)
    version = models.PositiveIntegerField("lần sửa", default=0)

    class Meta:
        verbose_name = "sơ đồ chỗ ngồi"
        constraints = [
            models.CheckConstraint(
                name="seating_confirmed_by_someone",
                condition=~Q(state=SeatingState.CONFIRMED)
                | Q(confirmed_by__isnull=False, confirmed_at__isnull=False),
                violation_error_message="Sơ đồ đã xác nhận phải có người xác nhận.",
            )
        ]

    def __str__(self) -> str:
        return f"Sơ đồ chỗ ngồi, {self.conference}"


class SeatBlock(models.Model):
    """Rows of seats under one letter, the front row first (khối ghế)."""

    conference = models.ForeignKey(Conference, models.PROTECT, related_name="seat_blocks")
    position = models.PositiveSmallIntegerField("thứ tự từ sân khấu")
    letter = models.CharField("chữ của khối", max_length=2)
    name = models.CharField("tên khối", max_length=120)
    kind = models.CharField("dành cho", max_length=8, choices=BlockKind, default=BlockKind.AUDIENCE)
    rows = models.PositiveSmallIntegerField("số hàng")
    seats_per_row = models.PositiveSmallIntegerField("số ghế mỗi hàng")
    aisles = models.PositiveSmallIntegerField("số lối đi dọc", default=2)
    quota_line = models.ForeignKey(
        QuotaLine,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="seat_blocks",
        verbose_name="mục của bảng phân bổ",
    )

    class Meta:
        verbose_name = "khối ghế"
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(
                fields=["conference", "letter"],
                name="seat_block_letter_once",
                violation_error_message="Chữ này đã dùng cho khối khác.",
            ),
            models.UniqueConstraint(
                fields=["conference", "position"], name="seat_block_position_once"
            ),
            models.CheckConstraint(
                name="seat_block_has_seats",
                condition=Q(rows__gte=1, rows__lte=60, seats_per_row__gte=1, seats_per_row__lte=60),
                violation_error_message="Khối có từ 1 đến 60 hàng, mỗi hàng từ 1 đến 60 ghế.",
            ),
        ]

    def __str__(self) -> str:
        return f"Khối {self.letter}, {self.name}"


class Seat(models.Model):
    """One chair and who has it (ghế). `reason` says why it was proposed; "" when set by hand."""

    block = models.ForeignKey(SeatBlock, models.CASCADE, related_name="seats")
    row = models.PositiveSmallIntegerField("hàng")
    number = models.PositiveSmallIntegerField("số ghế")
    is_spare = models.BooleanField("ghế dự phòng", default=False)
    delegate = models.OneToOneField(
        Delegate, models.PROTECT, null=True, blank=True, related_name="seat"
    )
    reason = models.CharField("vì sao ngồi đây", max_length=400, blank=True)

    class Meta:
        verbose_name = "ghế"
        ordering = ["block__position", "row", "number"]
        constraints = [
            models.UniqueConstraint(fields=["block", "row", "number"], name="seat_once"),
            models.CheckConstraint(
                name="spare_seat_is_empty",
                condition=Q(is_spare=False) | Q(delegate=None),
                violation_error_message="Ghế dự phòng chưa xếp cho ai.",
            ),
        ]

    def __str__(self) -> str:
        return f"Ghế {self.name}"

    @property
    def name(self) -> str:
        """As printed on cards: A4-10."""
        return self.spot.name

    @property
    def spot(self) -> Spot:
        """Where it stands, as the pure rules take it."""
        return Spot(self.block.letter, self.row, self.number)

    @property
    def conference_id(self) -> int:
        """The conference of its block, for the trail."""
        return self.block.conference_id

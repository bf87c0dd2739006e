"""The table of rates: what the country and each province allow to be paid, in which years."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from doithoai.budget.rules import MOST_OF_A_LINE, Norm
from doithoai.directory.models import Place


class RateItem(models.TextChoices):
    """Items whose ceiling a province may set anew."""

    BREAK = "break", "Giải khát giữa giờ"
    MEAL_CITY = "meal_city", "Tiền ăn ở nội thành thành phố trực thuộc trung ương"
    MEAL_TOWN = "meal_town", "Tiền ăn ở thành phố thuộc tỉnh, huyện, thị xã"
    MEAL_COMMUNE = "meal_commune", "Tiền ăn khi cấp xã tổ chức"
    TRAVEL = "travel", "Phụ cấp lưu trú"
    TRAVEL_SEA = "travel_sea", "Phụ cấp lưu trú trên biển, đảo"
    OTHER = "other", "Mục khác"


class Rate(models.Model):
    """The most that may be paid for one item in some years (mức chi).

    Without a `place` it holds for the whole country; `key` tells the standard lines apart.
    """

    key = models.SlugField("mã", max_length=60, unique=True, null=True, blank=True)
    place = models.ForeignKey(
        Place,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="rates",
        verbose_name="địa phương",
    )
    item = models.CharField("mục chi", max_length=12, choices=RateItem)
    content = models.CharField("nội dung chi", max_length=200)
    unit = models.CharField("đơn vị tính", max_length=60)
    ceiling = models.PositiveBigIntegerField("mức chi tối đa (đồng)")
    basis = models.CharField("căn cứ", max_length=300)
    basis_on = models.DateField("ngày của căn cứ")
    is_verified = models.BooleanField("đã đối chiếu văn bản", default=False)
    note = models.TextField("ghi chú", blank=True)
    valid_from = models.DateField("áp dụng từ")
    valid_to = models.DateField("đến hết", null=True, blank=True)
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        verbose_name = "mức chi"
        ordering = ["item", "-valid_from", "pk"]
        constraints = [
            models.CheckConstraint(
                name="rate_ends_after_it_begins",
                condition=Q(valid_to=None) | Q(valid_to__gte=F("valid_from")),
                violation_error_message="Ngày hết áp dụng phải sau ngày bắt đầu áp dụng.",
            ),
            models.CheckConstraint(
                name="rate_is_some_money",
                condition=Q(ceiling__gt=0, ceiling__lte=MOST_OF_A_LINE),
                violation_error_message="Mức chi phải lớn hơn 0 đồng.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.content} ({self.basis})"

    @property
    def norm(self) -> Norm:
        """The rate as the rules take it."""
        return Norm(
            key=self.pk,
            item=self.item,
            content=self.content,
            unit=self.unit,
            ceiling=self.ceiling,
            basis=self.basis,
            basis_on=self.basis_on,
            is_local=self.place_id is not None,
            is_verified=self.is_verified,
            valid_from=self.valid_from,
            valid_to=self.valid_to,
        )

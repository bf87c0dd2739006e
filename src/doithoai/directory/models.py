"""Places, agencies with their years, what they answer for, accounts, and the day calendar."""

from datetime import date

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.db.models import F, Q


class AgencyKind(models.TextChoices):
    """What an agency is, for lists and for proposing its role."""

    COMMITTEE = "committee", "Ủy ban nhân dân"
    OFFICE = "office", "Văn phòng"
    DEPARTMENT = "department", "Sở, ngành"
    PARTY = "party", "Cơ quan Đảng"
    COUNCIL = "council", "Hội đồng nhân dân"
    FRONT = "front", "Mặt trận Tổ quốc"
    MASS_ORGANISATION = "mass_organisation", "Đoàn thể"
    PRESS = "press", "Báo chí"
    ARMED_FORCE = "armed_force", "Lực lượng vũ trang"
    VERTICAL = "vertical", "Cơ quan ngành dọc"
    ASSOCIATION = "association", "Hội, hiệp hội"
    COURT_PROCURACY = "court_procuracy", "Tòa án, viện kiểm sát"
    DISTRICT_COMMITTEE = "district_committee", "UBND cấp huyện"
    COMMUNE_COMMITTEE = "commune_committee", "UBND cấp xã"
    COLLECTIVE = "collective", "Tên gọi chung"
    OTHER = "other", "Khác"


class Level(models.TextChoices):
    """At which level of government an agency stands."""

    CENTRAL = "central", "Trung ương"
    PROVINCE = "province", "Cấp tỉnh"
    DISTRICT = "district", "Cấp huyện"
    COMMUNE = "commune", "Cấp xã"


class Right(models.TextChoices):
    """What an account may do within the role of its agency."""

    DRAFTER = "drafter", "Soạn"
    APPROVER = "approver", "Duyệt"
    READER = "reader", "Chỉ xem"
    DOOR = "door", "Kiểm soát cửa"


class HolidayKind(models.TextChoices):
    """Why a day breaks the week's pattern."""

    OFF = "off", "Nghỉ"
    WORKING = "working", "Làm bù"


class Place(models.Model):
    """A province or city in the years it exists (tỉnh, thành phố)."""

    code = models.SlugField("mã", unique=True)
    name = models.CharField("tên", max_length=100)
    kind = models.CharField("cấp", max_length=20, default="tỉnh")
    receipt_prefix = models.CharField("đầu mã biên nhận", max_length=3)
    valid_from = models.DateField("có từ", null=True, blank=True)
    valid_to = models.DateField("đến hết", null=True, blank=True)
    successor = models.ForeignKey("self", models.PROTECT, null=True, blank=True)

    class Meta:
        verbose_name = "địa phương"
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(
                name="place_ends_after_it_begins",
                condition=Q(valid_from=None) | Q(valid_to=None) | Q(valid_to__gt=F("valid_from")),
                violation_error_message="Ngày kết thúc phải sau ngày bắt đầu.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.name}"

    @property
    def name_with_years(self) -> str:
        """`An Giang (đến 2025)`: tells a place from its successor of the same name."""
        if self.valid_from:
            return f"{self.name} (từ {self.valid_from.year})"
        return f"{self.name} (đến {self.valid_to.year})" if self.valid_to else self.name


class Agency(models.Model):
    """An agency or organisation in the years it exists (cơ quan, đơn vị)."""

    place = models.ForeignKey(Place, models.PROTECT, related_name="agencies")
    key = models.SlugField("mã", max_length=80)
    name = models.CharField("tên đầy đủ", max_length=200)
    short_name = models.CharField("tên gọi tắt", max_length=80)
    kind = models.CharField("loại", max_length=20, choices=AgencyKind)
    level = models.CharField("cấp", max_length=12, default="province")
    fields = models.JSONField("lĩnh vực", default=list, blank=True)
    phrases = models.JSONField("cụm từ nhận biết", default=list, blank=True)
    valid_from = models.DateField("có từ", null=True, blank=True)
    valid_to = models.DateField("đến hết", null=True, blank=True)

    class Meta:
        verbose_name = "cơ quan"
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                fields=["place", "key"],
                name="one_agency_of_a_key_in_a_place",
                violation_error_message="Mã này đã có ở địa phương này.",
            ),
            models.CheckConstraint(
                name="agency_ends_after_it_begins",
                condition=Q(valid_from=None) | Q(valid_to=None) | Q(valid_to__gt=F("valid_from")),
                violation_error_message="Ngày kết thúc phải sau ngày bắt đầu.",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def exists_on(self, day: date) -> bool:
        """Whether the agency exists on `day`."""
        return (self.valid_from is None or self.valid_from <= day) and (
            self.valid_to is None or day <= self.valid_to
        )


class AgencyAlias(models.Model):
    """Another spelling of an agency's name (tên gọi khác)."""

    agency = models.ForeignKey(Agency, models.CASCADE, related_name="aliases")
    text = models.CharField("tên gọi", max_length=200)
    key = models.CharField("dạng so khớp", max_length=200, db_index=True)

    class Meta:
        verbose_name = "tên gọi khác"
        ordering = ["text"]
        constraints = [
            models.UniqueConstraint(fields=["agency", "key"], name="one_alias_of_an_agency")
        ]

    def __str__(self) -> str:
        return self.text


class Succession(models.Model):
    """Which agency took over which fields (kế thừa nhiệm vụ)."""

    agency = models.ForeignKey(Agency, models.CASCADE, related_name="successions")
    successor = models.ForeignKey(Agency, models.CASCADE, related_name="predecessions")
    fields = models.CharField("lĩnh vực chuyển sang", max_length=300, blank=True)

    class Meta:
        verbose_name = "kế thừa"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["agency", "successor"], name="one_succession_a_pair")
        ]

    def __str__(self) -> str:
        return f"{self.agency} → {self.successor}"


class User(AbstractUser):
    """An account of one person in one agency (tài khoản)."""

    first_name = None  # type: ignore[assignment]
    last_name = None  # type: ignore[assignment]
    full_name = models.CharField("họ và tên", max_length=120)
    post = models.CharField("chức vụ", max_length=120, blank=True)
    agency = models.ForeignKey(
        Agency, models.PROTECT, null=True, blank=True, related_name="users", verbose_name="cơ quan"
    )
    right = models.CharField("quyền", max_length=10, choices=Right, default=Right.READER)
    is_administrator = models.BooleanField("quản trị danh mục, tài khoản", default=False)

    REQUIRED_FIELDS = ["full_name"]

    class Meta:
        verbose_name = "tài khoản"
        ordering = ["username"]

    def __str__(self) -> str:
        return self.full_name or self.username

    def get_full_name(self) -> str:
        """The person's name as shown."""
        return self.full_name

    def get_short_name(self) -> str:
        """The person's name as shown in narrow places."""
        return self.full_name

    @property
    def drafts(self) -> bool:
        """May write for the agency."""
        return self.is_active and self.right in {Right.DRAFTER, Right.APPROVER}

    @property
    def approves(self) -> bool:
        """May decide for the agency."""
        return self.is_active and self.right == Right.APPROVER


class Holiday(models.Model):
    """A day off on a weekday, or a weekend day that is worked (ngày nghỉ, làm bù)."""

    date = models.DateField("ngày", unique=True)
    name = models.CharField("tên", max_length=120)
    kind = models.CharField("loại", max_length=8, choices=HolidayKind, default=HolidayKind.OFF)

    class Meta:
        verbose_name = "ngày nghỉ, làm bù"
        ordering = ["date"]

    def __str__(self) -> str:
        return f"{self.name} {self.date:%d/%m/%Y}"

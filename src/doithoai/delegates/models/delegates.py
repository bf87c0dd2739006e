"""A person, or a post not yet named, who is to attend."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from doithoai.delegates.models.quotas import QuotaLine
from doithoai.delegates.rules import badge_of
from doithoai.delegates.states import AttendanceState, DelegateState
from doithoai.directory.models import Agency
from doithoai.planning.models import Conference
from doithoai.vietnamese.letters import joined, same_name


class DelegateKind(models.TextChoices):
    """As what a person attends."""

    DELEGATE = "delegate", "Đại biểu"
    GUEST = "guest", "Khách mời"
    PRESS = "press", "Báo chí"
    STAFF = "staff", "Phục vụ hội nghị"


class Delegate(models.Model):
    """One place at the conference and who takes it (đại biểu).

    A guest invited by post ("01 đồng chí lãnh đạo") has no `full_name` until it is told.
    """

    conference = models.ForeignKey(Conference, models.PROTECT, related_name="delegates")
    quota_line = models.ForeignKey(
        QuotaLine,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="delegates",
        verbose_name="dòng phân bổ",
    )
    agency = models.ForeignKey(
        Agency,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="delegates",
        verbose_name="cơ quan cử",
    )
    organisation = models.CharField("nơi công tác, nơi ở", max_length=200, blank=True)
    full_name = models.CharField("họ và tên", max_length=120, blank=True)
    post = models.CharField("chức vụ", max_length=200, blank=True)
    phone = models.CharField("điện thoại", max_length=20, blank=True)
    email = models.EmailField("thư điện tử", blank=True)
    kind = models.CharField(
        "loại", max_length=8, choices=DelegateKind, default=DelegateKind.DELEGATE
    )
    state = models.CharField(
        "trạng thái", max_length=9, choices=DelegateState, default=DelegateState.NOMINATED
    )
    reason = models.TextField("lý do rút, thay", blank=True)
    replaces = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="substitutes",
        verbose_name="thay cho",
    )
    paid_by_budget = models.BooleanField("ngân sách chi trả", null=True, blank=True)
    wants_to_speak = models.BooleanField("đăng ký phát biểu", default=False)
    rank = models.PositiveSmallIntegerField("thứ tự lễ tân", default=80)
    code = models.CharField("mã đại biểu", max_length=8, unique=True)
    attendance = models.CharField(
        "điểm danh", max_length=8, choices=AttendanceState, default=AttendanceState.EXPECTED
    )
    attendance_reason = models.CharField("lý do vắng", max_length=300, blank=True)
    nominated_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    accepted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    version = models.PositiveIntegerField("lần sửa", default=0)

    class Meta:
        verbose_name = "đại biểu"
        ordering = ["rank", "pk"]
        constraints = [
            models.CheckConstraint(
                name="delegate_has_name_or_post",
                condition=~Q(full_name="") | ~Q(post=""),
                violation_error_message="Đại biểu phải có họ tên hoặc chức vụ.",
            ),
            models.CheckConstraint(
                name="delegate_withdrawn_says_why",
                condition=~Q(state=DelegateState.WITHDRAWN) | ~Q(reason=""),
                violation_error_message="Rút đại biểu phải có lý do.",
            ),
            models.CheckConstraint(
                name="delegate_excused_says_why",
                condition=~Q(attendance=AttendanceState.EXCUSED) | ~Q(attendance_reason=""),
                violation_error_message="Vắng có lý do thì phải ghi lý do.",
            ),
            models.CheckConstraint(
                name="delegate_accepted_by_another",
                condition=Q(accepted_by=None)
                | Q(nominated_by=None)
                | ~Q(accepted_by=F("nominated_by")),
                violation_error_message="Người cử không tự chấp thuận.",
            ),
            models.CheckConstraint(
                name="delegate_does_not_replace_himself",
                condition=Q(replaces=None) | ~Q(replaces=F("id")),
                violation_error_message="Đại biểu không thay cho chính mình.",
            ),
        ]

    def __str__(self) -> str:
        return self.shown_name

    @property
    def shown_name(self) -> str:
        """The name; of one invited by post, the post and where: Lãnh đạo Sở Y tế."""
        return self.full_name or joined(self.post, self.organisation)

    @property
    def is_of_its_agency(self) -> bool:
        """Whether the person works at the agency that named him, not at a unit it named him of."""
        agency = self.agency
        own = [agency.name, agency.short_name] if agency else []
        return not self.organisation or any(same_name(self.organisation, one) for one in own)

    @property
    def workplace(self) -> str:
        """Where the person works or lives, in full: his own words before the agency's name."""
        return self.organisation or (self.agency.name if self.agency else "")

    @property
    def unit(self) -> str:
        """The same, with the agency by its short name."""
        return self.agency.short_name if self.agency and self.is_of_its_agency else self.workplace

    @property
    def is_named(self) -> bool:
        """Whether the person is known by name."""
        return bool(self.full_name)

    @property
    def badge(self) -> str:
        """The code as printed and read out: `7K3-M9Q`."""
        return badge_of(self.code)

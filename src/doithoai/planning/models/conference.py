"""The conference as its plan fixes it."""

from datetime import datetime
from zoneinfo import ZoneInfo

from django.db import models
from django.db.models import F, Q

from doithoai.directory.models import Agency, Place
from doithoai.planning.states import ConferenceState
from doithoai.vietnamese.dates import short_date

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")


class Conference(models.Model):
    """One dialogue conference under one plan (hội nghị đối thoại)."""

    slug = models.SlugField("mã", max_length=80, unique=True)
    parent = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="children",
        verbose_name="thực hiện theo hội nghị",
    )
    place = models.ForeignKey(Place, models.PROTECT, verbose_name="địa phương")
    title = models.TextField("tên kế hoạch")
    short_title = models.CharField("tên gọi", max_length=200)
    audience = models.TextField("đối tượng")
    chair_title = models.TextField("chủ trì")
    theme = models.TextField("chủ đề", blank=True)
    form = models.TextField("hình thức", blank=True)
    year = models.PositiveSmallIntegerField("năm")
    number = models.CharField("số kế hoạch", max_length=200, blank=True)
    issued_on = models.DateField("ngày ban hành", null=True, blank=True)
    issuer = models.TextField("cơ quan ban hành", blank=True)
    signer_title = models.CharField("chức vụ người ký", max_length=300, blank=True)
    signer_name = models.CharField("người ký", max_length=300, blank=True)
    time_text = models.TextField("thời gian ghi trong kế hoạch", blank=True)
    held_on = models.DateField("ngày tổ chức", null=True, blank=True)
    held_month = models.CharField("tháng tổ chức", max_length=7, blank=True)
    start_time = models.TimeField("giờ bắt đầu", null=True, blank=True)
    end_time = models.TimeField("giờ kết thúc dự kiến", null=True, blank=True)
    tentative = models.BooleanField("còn dự kiến", default=True)
    venue = models.TextField("địa điểm", blank=True)
    funding = models.TextField("kinh phí", blank=True)
    expected_delegates = models.PositiveIntegerField("số đại biểu dự kiến", null=True, blank=True)
    questions_from = models.DateField("nhận câu hỏi từ", null=True, blank=True)
    questions_until = models.DateField("nhận câu hỏi đến hết", null=True, blank=True)
    answer_days = models.PositiveSmallIntegerField("số ngày làm việc để trả lời", default=10)
    host = models.ForeignKey(
        Agency, models.PROTECT, related_name="+", verbose_name="cơ quan chủ trì tổ chức"
    )
    office = models.ForeignKey(
        Agency, models.PROTECT, related_name="+", verbose_name="văn phòng thẩm định"
    )
    chair = models.ForeignKey(
        Agency, models.PROTECT, related_name="+", verbose_name="người chủ trì"
    )
    finance = models.ForeignKey(
        Agency,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="cơ quan thẩm định kinh phí",
    )
    state = models.CharField(
        "trạng thái", max_length=12, choices=ConferenceState, default=ConferenceState.DRAFT
    )
    version = models.PositiveIntegerField("lần sửa", default=0)

    class Meta:
        verbose_name = "hội nghị"
        ordering = ["-year", "short_title"]
        constraints = [
            models.CheckConstraint(
                name="conference_collects_in_order",
                condition=Q(questions_from=None)
                | Q(questions_until=None)
                | Q(questions_until__gte=F("questions_from")),
                violation_error_message="Ngày thôi nhận câu hỏi phải sau ngày bắt đầu nhận.",
            ),
            models.CheckConstraint(
                name="conference_fixed_day_is_known",
                condition=Q(tentative=True) | Q(held_on__isnull=False),
                violation_error_message="Đã chốt thì phải có ngày tổ chức.",
            ),
            models.CheckConstraint(
                name="conference_ends_after_it_starts",
                condition=Q(start_time=None) | Q(end_time=None) | Q(end_time__gt=F("start_time")),
                violation_error_message="Giờ kết thúc phải sau giờ bắt đầu.",
            ),
            models.CheckConstraint(
                name="conference_is_not_its_own_parent",
                condition=Q(parent=None) | ~Q(parent=F("id")),
                violation_error_message="Hội nghị không thực hiện theo chính nó.",
            ),
            models.CheckConstraint(
                name="conference_answer_days_positive",
                condition=Q(answer_days__gte=1),
                violation_error_message="Thời hạn trả lời ít nhất 1 ngày làm việc.",
            ),
        ]

    def __str__(self) -> str:
        return self.short_title

    @property
    def conference_id(self) -> int:
        """Its own key, so that the trail files it under itself."""
        return self.pk

    @property
    def starts_at(self) -> datetime | None:
        """The moment it starts in Viet Nam; None until both day and hour are known."""
        if self.held_on is None or self.start_time is None:
            return None
        return datetime.combine(self.held_on, self.start_time, tzinfo=HANOI)

    @property
    def held_words(self) -> str:
        """`24/5/2022`, `Dự kiến 24/10/2024`, `Dự kiến tháng 10/2024`, `Chưa có ngày`."""
        if self.held_on:
            return f"{'Dự kiến ' if self.tentative else ''}{short_date(self.held_on)}"
        if self.held_month:
            year, month = self.held_month.split("-")
            return f"Dự kiến tháng {int(month)}/{year}"
        return "Chưa có ngày"


class Topic(models.Model):
    """One matter the conference is held about (nội dung đối thoại)."""

    conference = models.ForeignKey(Conference, models.PROTECT, related_name="topics")
    position = models.PositiveSmallIntegerField("thứ tự")
    text = models.TextField("nội dung")

    class Meta:
        verbose_name = "nội dung đối thoại"
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["conference", "position"], name="topic_position_once")
        ]

    def __str__(self) -> str:
        return self.text


class ObjectiveKind(models.TextChoices):
    """What a sentence of the first section is."""

    PURPOSE = "purpose", "Mục đích"
    REQUIREMENT = "requirement", "Yêu cầu"


class Objective(models.Model):
    """One purpose or requirement of the plan (mục đích, yêu cầu)."""

    conference = models.ForeignKey(Conference, models.PROTECT, related_name="objectives")
    kind = models.CharField("loại", max_length=12, choices=ObjectiveKind)
    position = models.PositiveSmallIntegerField("thứ tự")
    text = models.TextField("nội dung")

    class Meta:
        verbose_name = "mục đích, yêu cầu"
        ordering = ["kind", "position"]

    def __str__(self) -> str:
        return self.text


class LegalBasis(models.Model):
    """A document the plan rests on (căn cứ)."""

    conference = models.ForeignKey(Conference, models.PROTECT, related_name="legal_bases")
    position = models.PositiveSmallIntegerField("thứ tự")
    kind = models.TextField("loại văn bản")
    number = models.TextField("số, ký hiệu", blank=True)
    date = models.DateField("ngày", null=True, blank=True)
    issuer = models.TextField("cơ quan ban hành", blank=True)

    class Meta:
        verbose_name = "căn cứ"
        ordering = ["position"]

    def __str__(self) -> str:
        return f"{self.kind} {self.number}".strip()


class AttendanceEntry(models.Model):
    """One line of who attends (thành phần tham dự)."""

    conference = models.ForeignKey(Conference, models.PROTECT, related_name="attendance")
    group = models.TextField("nhóm", blank=True)
    position = models.PositiveSmallIntegerField("thứ tự")
    text = models.TextField("thành phần")

    class Meta:
        verbose_name = "thành phần tham dự"
        ordering = ["position"]

    def __str__(self) -> str:
        return self.text


class Recipient(models.Model):
    """One line of where the plan is sent (nơi nhận)."""

    conference = models.ForeignKey(Conference, models.PROTECT, related_name="recipients")
    position = models.PositiveSmallIntegerField("thứ tự")
    text = models.TextField("nơi nhận")

    class Meta:
        verbose_name = "nơi nhận"
        ordering = ["position"]

    def __str__(self) -> str:
        return self.text


class Milestone(models.Model):
    """A day by which something must be so (mốc thời gian)."""

    conference = models.ForeignKey(Conference, models.PROTECT, related_name="milestones")
    name = models.TextField("mốc")
    due = models.DateField("ngày")
    reason = models.TextField("vì sao", blank=True)

    class Meta:
        verbose_name = "mốc thời gian"
        ordering = ["due", "pk"]

    def __str__(self) -> str:
        return self.name


class ParticipationRole(models.TextChoices):
    """What an agency does besides host, office, chair and finance."""

    DEPARTMENT = "department", "Trả lời, thực hiện"
    PRESS = "press", "Báo chí"


class Participation(models.Model):
    """An agency that takes part (cơ quan tham gia)."""

    conference = models.ForeignKey(Conference, models.PROTECT, related_name="participations")
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="participations")
    role = models.CharField("vai trò", max_length=12, choices=ParticipationRole)

    class Meta:
        verbose_name = "cơ quan tham gia"
        ordering = ["agency__name"]
        constraints = [
            models.UniqueConstraint(
                fields=["conference", "agency", "role"],
                name="participation_once",
                violation_error_message="Cơ quan này đã có trong hội nghị.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.agency}, {self.get_role_display()}"

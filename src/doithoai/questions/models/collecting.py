"""Where questions are gathered: a union's or commune's own link, and the lists it sends."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from doithoai.audit import clock
from doithoai.directory.models import Agency
from doithoai.planning.models import Conference
from doithoai.questions.states import ListState


class CollectionPoint(models.Model):
    """A union or commune that gathers questions by its own link (điểm thu thập)."""

    conference = models.ForeignKey(Conference, models.PROTECT, related_name="collection_points")
    name = models.CharField("tên hội, công đoàn, xã, phường", max_length=200)
    agency = models.ForeignKey(Agency, models.PROTECT, null=True, blank=True, related_name="+")
    code = models.CharField("mã đường dẫn", max_length=12, unique=True)
    opened_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    opened_at = models.DateTimeField("lập lúc", default=clock.now)
    closed_at = models.DateTimeField("ngừng lúc", null=True, blank=True)

    class Meta:
        verbose_name = "điểm thu thập ý kiến"
        ordering = ["name", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["conference", "name"],
                name="collection_point_name_once",
                violation_error_message="Đã có điểm thu thập mang tên này.",
            )
        ]

    def __str__(self) -> str:
        return self.name


class ReceivedList(models.Model):
    """A file of questions from a commune or union, looked through before it is taken in.

    It is read row by row in the background; nothing of it counts until it is taken, whole.
    """

    conference = models.ForeignKey(Conference, models.PROTECT, related_name="received_lists")
    collection_point = models.ForeignKey(
        CollectionPoint, models.PROTECT, null=True, blank=True, related_name="lists"
    )
    file_name = models.CharField("tên tệp", max_length=200)
    content = models.BinaryField("tệp gốc")
    sha256 = models.CharField("mã kiểm tra", max_length=64)
    columns = models.JSONField("cột nào là gì", default=dict)
    channel = models.CharField("cách gửi", max_length=8, default="union")
    state = models.CharField(
        "trạng thái", max_length=10, choices=ListState, default=ListState.UPLOADED
    )
    total = models.PositiveIntegerField("số dòng", default=0)
    done = models.PositiveIntegerField("số dòng đã xong", default=0)
    fault = models.TextField("vì sao không đọc được", blank=True)
    sent_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    sent_at = models.DateTimeField("gửi lúc", default=clock.now)
    skips_faulty = models.BooleanField("nhận, bỏ các dòng có lỗi", default=False)
    claimed_at = models.DateTimeField("máy bắt đầu làm lúc", null=True, blank=True)
    taken_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    taken_at = models.DateTimeField("nhận vào lúc", null=True, blank=True)
    version = models.PositiveIntegerField("lần sửa", default=0)

    class Meta:
        verbose_name = "danh sách ý kiến"
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                name="received_list_taken_has_moment",
                condition=~Q(state=ListState.TAKEN) | Q(taken_at__isnull=False),
                violation_error_message="Danh sách đã nhận phải có lúc nhận.",
            ),
            models.UniqueConstraint(
                fields=["conference", "sha256"],
                condition=~Q(state__in=[ListState.DROPPED, ListState.UNREADABLE]),
                name="received_list_file_once",
                violation_error_message="Tệp này đã tải lên.",
            ),
        ]

    def __str__(self) -> str:
        return self.file_name


class RowVerdict(models.TextChoices):
    """What would become of a row."""

    NEW = "new", "Mới"
    DUPLICATE = "duplicate", "Trùng"
    FAULTY = "faulty", "Có lỗi"


class ListRow(models.Model):
    """One row of a received list, as read, with what would become of it."""

    received_list = models.ForeignKey(ReceivedList, models.CASCADE, related_name="rows")
    number = models.PositiveIntegerField("dòng")
    values = models.JSONField("các ô")
    verdict = models.CharField("sẽ", max_length=10, choices=RowVerdict)
    fault = models.TextField("lỗi", blank=True)
    is_wanted = models.BooleanField("cán bộ cho nhận", default=False)
    fingerprint = models.CharField("dấu nhận dạng", max_length=64, blank=True)
    like_row = models.PositiveIntegerField("giống dòng", null=True, blank=True)
    like_submission = models.ForeignKey(
        "questions.Submission", models.PROTECT, null=True, blank=True, related_name="+"
    )
    submission = models.OneToOneField(
        "questions.Submission", models.PROTECT, null=True, blank=True, related_name="list_row"
    )

    class Meta:
        verbose_name = "dòng của danh sách"
        ordering = ["received_list", "number"]
        constraints = [
            models.UniqueConstraint(fields=["received_list", "number"], name="list_row_once")
        ]

    def __str__(self) -> str:
        return f"{self.received_list}, dòng {self.number}"

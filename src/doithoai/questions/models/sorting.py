"""How questions are sorted: merged, passed on by law, held by someone, each step undoable."""

from datetime import date, datetime

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from doithoai.audit import clock
from doithoai.planning.models import Conference
from doithoai.questions.models.questions import LETTER_KINDS, Question, QuestionKind
from doithoai.questions.models.submissions import Part, Submission


class Merging(models.Model):
    """One question's parts moved to another; which ones is kept, so that it can be undone (gộp)."""

    source = models.ForeignKey(Question, models.PROTECT, related_name="mergings")
    target = models.ForeignKey(Question, models.PROTECT, related_name="mergings_here")
    parts = models.ManyToManyField(Part, related_name="mergings")
    merged_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    merged_at = models.DateTimeField("gộp lúc", default=clock.now)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    undone_at = models.DateTimeField("tách ra lúc", null=True, blank=True)

    class Meta:
        verbose_name = "lần gộp"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["source"],
                condition=Q(undone_at__isnull=True),
                name="question_merged_once",
                violation_error_message="Câu này đang nằm trong một câu khác.",
            ),
            models.CheckConstraint(
                name="merging_between_two",
                condition=~Q(source=models.F("target")),
                violation_error_message="Không gộp một câu vào chính nó.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.source} → {self.target}"


class TriageStep(models.Model):
    """One step of sorting with what stood before it; its doer can undo it for ten minutes."""

    FIELDS = (
        "state",
        "wording",
        "kind",
        "topic_id",
        "lead_id",
        "reason",
        "hall_position",
        "in_writing",
        "merged_into_id",
        "decided_by_id",
    )
    """What of a question is kept in `before`, besides the moment it was decided."""

    conference = models.ForeignKey(Conference, models.PROTECT, related_name="triage_steps")
    batch = models.UUIDField("lượt làm")
    verb = models.CharField("việc", max_length=20)
    question = models.ForeignKey(Question, models.PROTECT, related_name="steps")
    before = models.JSONField("trước khi làm")
    version = models.PositiveIntegerField("lần sửa sau khi làm")
    done_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    done_at = models.DateTimeField("làm lúc", default=clock.now)
    undone_at = models.DateTimeField("hoàn tác lúc", null=True, blank=True)

    class Meta:
        verbose_name = "bước phân loại"
        ordering = ["pk"]
        indexes = [models.Index(fields=["conference", "done_by", "done_at"], name="step_of_person")]

    def __str__(self) -> str:
        return f"{self.verb} {self.question}"

    def put_back(self, question: Question) -> None:
        """Set, unsaved, what a question was before the step."""
        fields = self.before["fields"]
        for name in self.FIELDS:
            if name in fields:
                setattr(question, name, fields[name])
        moment = fields["decided_at"]
        question.decided_at = datetime.fromisoformat(moment) if moment else None


class Hold(models.Model):
    """Who has a question open right now; it runs out by itself (đang giữ)."""

    question = models.OneToOneField(Question, models.CASCADE, related_name="hold")
    held_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    since = models.DateTimeField("từ lúc", default=clock.now)
    until = models.DateTimeField("đến lúc")

    class Meta:
        verbose_name = "người đang giữ câu hỏi"
        constraints = [
            models.CheckConstraint(
                name="hold_ends_after_it_begins", condition=Q(until__gt=models.F("since"))
            )
        ]

    def __str__(self) -> str:
        return f"{self.held_by}: {self.question}"


class PassOn(models.Model):
    """A complaint or denunciation on its way to who must handle it (chuyển đơn).

    A complaint's sender is guided to the right body (phiếu hướng dẫn) or the letter is sent on
    (phiếu chuyển); Luật Khiếu nại 2011, Luật Tố cáo 2018, domain of neither this conference.
    """

    class Paper(models.TextChoices):
        """The paper the law asks for."""

        GUIDANCE = "guidance", "Phiếu hướng dẫn"
        TRANSFER = "transfer", "Phiếu chuyển đơn"

    question = models.ForeignKey(Question, models.PROTECT, related_name="pass_ons")
    kind = models.CharField(
        "loại đơn",
        max_length=12,
        choices=[(kind.value, kind.label) for kind in QuestionKind if kind in LETTER_KINDS],
    )
    paper = models.CharField("văn bản", max_length=10, choices=Paper)
    body = models.CharField("cơ quan có thẩm quyền giải quyết", max_length=200)
    ground = models.TextField("căn cứ, dấu hiệu")
    due = models.DateField("hạn chuyển")
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    decided_at = models.DateTimeField("xác nhận lúc", default=clock.now)
    sent_on = models.DateField("đã chuyển ngày", null=True, blank=True)
    taken_back_at = models.DateTimeField("rút lại lúc", null=True, blank=True)

    class Meta:
        verbose_name = "chuyển đơn theo luật"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["question"],
                condition=Q(taken_back_at__isnull=True),
                name="pass_on_once",
                violation_error_message="Đơn này đã được chuyển.",
            ),
            models.CheckConstraint(
                name="pass_on_sent_stays",
                condition=Q(sent_on__isnull=True) | Q(taken_back_at__isnull=True),
                violation_error_message="Đơn đã chuyển đi thì không rút lại được.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.question} → {self.body}"


class SecrecyKeeper(models.Model):
    """One of two accounts that may see who sent a denunciation (người giữ bí mật).

    Luật Tố cáo 2018 keeps the denouncer's name, address, handwriting secret.
    """

    conference = models.ForeignKey(Conference, models.PROTECT, related_name="secrecy_keepers")
    place = models.PositiveSmallIntegerField(
        "thứ", choices=[(1, "Người thứ nhất"), (2, "Người thứ hai")]
    )
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    named_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    named_at = models.DateTimeField("giao lúc", default=clock.now)

    class Meta:
        verbose_name = "người giữ bí mật người tố cáo"
        ordering = ["place"]
        constraints = [
            models.UniqueConstraint(fields=["conference", "place"], name="keeper_place_once"),
            models.UniqueConstraint(
                fields=["conference", "user"],
                name="keeper_named_once",
                violation_error_message="Người này đã được giao giữ bí mật.",
            ),
            models.CheckConstraint(name="keepers_are_two", condition=Q(place__in=[1, 2])),
        ]

    def __str__(self) -> str:
        return str(self.user)


class DataRequestKind(models.TextChoices):
    """What a sender asks of the data kept about them."""

    ACCESS = "access", "Xin bản dữ liệu của tôi"
    CORRECTION = "correction", "Xin sửa họ tên, liên hệ"
    DELETION = "deletion", "Xin xóa dữ liệu của tôi"
    RESTRICTION = "restrict", "Xin ngừng, hạn chế xử lý dữ liệu của tôi"
    WITHDRAWAL = "withdrawal", "Rút lại sự đồng ý"


class DataRequest(models.Model):
    """A sender's wish about their own data, answered in the days the law gives (yêu cầu dữ liệu).

    Luật Bảo vệ dữ liệu cá nhân 2025, NĐ 356/2025/NĐ-CP: a first reply within 2 working days,
    access and correction within 10 days, deletion within 20, stopping or restricting within 15,
    or 20 when another agency holds the data too; one extension of at most 15 days, with reason.
    """

    submission = models.ForeignKey(Submission, models.PROTECT, related_name="data_requests")
    kind = models.CharField("yêu cầu", max_length=10, choices=DataRequestKind)
    words = models.TextField("lời người gửi", blank=True)
    asked_at = models.DateTimeField("gửi lúc", default=clock.now)
    reply_due = models.DateField("hạn báo nhận")
    due = models.DateField("hạn thực hiện")
    acknowledged_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    acknowledged_at = models.DateTimeField("báo nhận lúc", null=True, blank=True)
    extended_to = models.DateField("gia hạn đến", null=True, blank=True)
    extension_reason = models.TextField("lý do gia hạn", blank=True)
    is_agreed = models.BooleanField("đồng ý thực hiện", null=True, blank=True)
    answer = models.TextField("trả lời", blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    answered_at = models.DateTimeField("trả lời lúc", null=True, blank=True)

    class Meta:
        verbose_name = "yêu cầu về dữ liệu cá nhân"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["submission", "kind"],
                condition=Q(answered_at__isnull=True),
                name="data_request_open_once",
                violation_error_message="Yêu cầu này đã gửi và đang được xem xét.",
            ),
            models.CheckConstraint(
                name="data_request_answer_is_whole",
                condition=Q(answered_at__isnull=True, is_agreed__isnull=True)
                | Q(answered_at__isnull=False, is_agreed__isnull=False),
                violation_error_message="Trả lời phải ghi đồng ý hay không.",
            ),
            models.CheckConstraint(
                name="data_request_extension_has_reason",
                condition=Q(extended_to__isnull=True, extension_reason="")
                | (Q(extended_to__gt=F("due")) & ~Q(extension_reason="")),
                violation_error_message="Gia hạn phải đến ngày muộn hơn và ghi lý do.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.submission}"

    @property
    def last_day(self) -> date:
        """The day to do it by, extended or not."""
        return self.extended_to or self.due

"""Which agency does which work of a conference, after the plan's own sentences."""

from django.db import models

from doithoai.directory.models import Agency
from doithoai.planning.models.conference import Conference
from doithoai.planning.models.tasks import Assignment


class Work(models.TextChoices):
    """A work of the conference that the plan gives to agencies."""

    QUESTIONS = "questions", "Tiếp nhận, tổng hợp, lựa chọn câu hỏi"
    DELEGATES = "delegates", "Phân bổ, lập danh sách đại biểu"
    INVITATIONS = "invitations", "Phát hành giấy mời"
    SEATING = "seating", "Bố trí sơ đồ chỗ ngồi"
    SCRIPT = "script", "Xây dựng chương trình, kịch bản"
    SPEECHES = "speeches", "Chuẩn bị bài phát biểu"
    DOCUMENTARY = "documentary", "Phóng sự, văn nghệ"
    AWARDS = "awards", "Nội dung khen thưởng"
    BUDGET = "budget", "Lập dự toán, thanh quyết toán"
    LOGISTICS = "logistics", "Chuẩn bị hội trường, tài liệu, lễ tân"
    SAFETY = "safety", "An ninh trật tự, y tế"
    HALL = "hall", "Thư ký, điều hành hội trường"
    CONCLUSION = "conclusion", "Tham mưu kết luận"
    PUBLICITY = "publicity", "Đăng tải, đưa tin, tuyên truyền"


class Mandate(models.Model):
    """One work of a conference in the hands of one agency (được giao việc)."""

    conference = models.ForeignKey(Conference, models.PROTECT, related_name="mandates")
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="mandates")
    work = models.CharField("việc", max_length=12, choices=Work)
    assignment = models.ForeignKey(
        Assignment,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="mandates",
        verbose_name="theo nhiệm vụ",
    )

    class Meta:
        verbose_name = "việc được giao"
        ordering = ["work", "agency__name"]
        constraints = [
            models.UniqueConstraint(
                fields=["conference", "agency", "work"],
                name="mandate_once",
                violation_error_message="Cơ quan này đã được giao việc này.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_work_display()}: {self.agency}"

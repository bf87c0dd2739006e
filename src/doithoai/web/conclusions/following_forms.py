"""What is filled in while a promise is followed: reports, verdicts, more time, the end."""

from typing import Any

from django import forms

from doithoai.conclusions.actions import Evidence
from doithoai.conclusions.rules import LONGEST_FILE, file_type
from doithoai.conclusions.states import ExtensionState, ReportState
from doithoai.web.conclusions.forms import VersionedForm
from doithoai.web.fields import DayField, NoteField


class ReportForm(VersionedForm):
    """Báo cáo tiến độ."""

    text = NoteField(
        label="Đã làm được gì",
        help_text="Hiện công khai khi được xác nhận. Không ghi tên, số điện thoại người dân.",
        rows=4,
        error_messages={"required": "Ghi việc đã làm."},
    )
    claims_done = forms.BooleanField(label="Đã làm xong cam kết này", required=False)
    evidence_url = forms.URLField(
        label="Đường dẫn chứng minh",
        help_text="Không bắt buộc. Bắt đầu bằng https://",
        required=False,
        max_length=500,
        assume_scheme="https",
        error_messages={"invalid": "Viết đường dẫn theo mẫu https://vidu.gov.vn/tin-bai."},
    )
    file = forms.FileField(
        label="Tệp chứng minh",
        help_text="Không bắt buộc. PDF, JPG, PNG hoặc Word (.docx), không quá 5 MB.",
        required=False,
        error_messages={"empty": "Tệp trống. Chọn tệp khác."},
    )

    def clean_file(self) -> tuple[str, bytes] | None:
        """Its name and content; what it is is told by the content."""
        chosen = self.cleaned_data["file"]
        if not chosen:
            return None
        if chosen.size > LONGEST_FILE:
            raise forms.ValidationError("Tệp quá 5 MB. Chọn tệp nhỏ hơn, hoặc gắn đường dẫn.")
        data = chosen.read()
        if file_type(data) is None:
            raise forms.ValidationError(
                "Chỉ nhận tệp PDF, ảnh JPG, PNG hoặc Word (.docx). Chọn tệp khác."
            )
        return chosen.name, data

    @property
    def evidence(self) -> Evidence:
        """What the action takes."""
        name, data = self.cleaned_data["file"] or ("", b"")
        return Evidence(self.cleaned_data["evidence_url"], name, data)


class VerdictForm(VersionedForm):
    """Ý kiến: one of two, with a reason for the second; nothing is chosen beforehand."""

    choices: tuple[tuple[str, str], ...] = ()
    negative = ""
    reason = "Nêu rõ lý do."

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["verdict"] = forms.ChoiceField(
            label="Ý kiến",
            widget=forms.RadioSelect,
            choices=self.choices,
            error_messages={"required": "Chọn một ý kiến."},
        )
        self.fields["note"] = NoteField(
            label="Ý kiến thêm",
            help_text=f"Bắt buộc khi {self.choices[1][1].lower()}.",
            required=False,
            rows=3,
        )

    def clean(self) -> dict[str, Any]:
        """The second one says why."""
        cleaned: dict[str, Any] = super().clean() or {}
        said = (cleaned.get("note") or "").strip()
        if cleaned.get("verdict") == self.negative and not said:
            self.add_error("note", self.reason)
        return cleaned


class JudgeForm(VerdictForm):
    """Xác nhận báo cáo."""

    choices = (
        (ReportState.ACCEPTED, "Xác nhận đúng như báo cáo"),
        (ReportState.RETURNED, "Trả lại để làm tiếp"),
    )
    negative = ReportState.RETURNED
    reason = "Nêu rõ lý do trả lại để cơ quan làm tiếp."


class DecideForm(VerdictForm):
    """Quyết định gia hạn."""

    choices = (
        (ExtensionState.GRANTED, "Đồng ý gia hạn"),
        (ExtensionState.REFUSED, "Không gia hạn"),
    )
    negative = ExtensionState.REFUSED
    reason = "Nêu rõ lý do không gia hạn."


class ExtensionForm(VersionedForm):
    """Xin gia hạn."""

    new_due = DayField(label="Xin lùi hạn đến", error_messages={"required": "Nhập ngày."})
    reason = NoteField(
        label="Lý do xin gia hạn",
        help_text="Hiện ở trang công khai cùng hạn cũ và hạn mới.",
        rows=3,
        error_messages={"required": "Ghi lý do xin gia hạn."},
    )


class CancelForm(VersionedForm):
    """Hủy cam kết."""

    reason = NoteField(
        label="Lý do hủy",
        help_text="Hiện ở trang công khai.",
        rows=3,
        error_messages={"required": "Ghi lý do hủy."},
    )


class ReopenForm(VersionedForm):
    """Mở lại cam kết."""

    due = DayField(label="Hạn mới", error_messages={"required": "Nhập ngày."})
    reason = NoteField(
        label="Lý do mở lại",
        help_text="Hiện ở trang công khai.",
        rows=3,
        error_messages={"required": "Ghi lý do mở lại."},
    )

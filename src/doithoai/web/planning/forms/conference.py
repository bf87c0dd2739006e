"""Forms of an open conference: issue, day, window, milestones, tasks; and answers to warnings."""

from typing import Any, cast

from django import forms

from doithoai.planning.states import ASSIGNMENT_TRANSITIONS, AssignmentState
from doithoai.web.fields import (
    CountField,
    DayField,
    HourField,
    NoteField,
    WordsField,
)

KEPT, MENDED = "keep", "mended"
DECISIONS = {KEPT: "Giữ nguyên như kế hoạch", MENDED: "Đã sửa"}


class VersionForm(forms.Form):
    """A deed on a thing as it stood when the page was shown."""

    version = forms.IntegerField(widget=forms.HiddenInput)


class SettleForm(VersionForm):
    """An official's answer to a warning."""

    decision = forms.ChoiceField(choices=list(DECISIONS.items()))
    note = WordsField(
        label="Ghi chú", help_text="Ai xem, căn cứ vào đâu; để trống cũng được.", required=False
    )

    @property
    def words(self) -> str:
        """The decision as the trail keeps it."""
        decision = DECISIONS[self.cleaned_data["decision"]]
        note = self.cleaned_data["note"]
        return f"{decision}: {note}" if note else decision


class IssueForm(forms.Form):
    """The number, day and signer of the issued plan."""

    number = WordsField(
        label="Số, ký hiệu",
        help_text="Như trên bản đã ký, ví dụ 272/KH-UBND.",
        max_length=60,
        error_messages={"required": "Nhập số, ký hiệu, ví dụ 272/KH-UBND."},
    )
    issued_on = DayField(label="Ngày ban hành")
    signer_name = WordsField(
        label="Người ký", max_length=120, error_messages={"required": "Nhập họ và tên người ký."}
    )


class DayForm(VersionForm):
    """The day and place of the conference."""

    held_on = DayField(label="Ngày tổ chức")
    start_time = HourField(label="Giờ bắt đầu", help_text="Chưa biết thì để trống.", required=False)
    end_time = HourField(label="Giờ kết thúc dự kiến", required=False)
    venue = WordsField(
        label="Địa điểm", max_length=500, error_messages={"required": "Nhập địa điểm."}
    )
    tentative = forms.BooleanField(
        label="Còn dự kiến, chưa chốt",
        help_text="Bỏ chọn khi đã có ý kiến của người chủ trì.",
        required=False,
    )


class WindowForm(VersionForm):
    """From when to when questions are taken, and how soon they are answered."""

    questions_from = DayField(label="Nhận câu hỏi từ ngày")
    questions_until = DayField(label="Nhận đến hết ngày")
    answer_days = CountField(
        label="Thời hạn trả lời",
        help_text="Tính từ ngày chuyển câu hỏi cho cơ quan trả lời.",
        message="Nhập số ngày làm việc, từ 1 đến 60.",
        min_value=1,
        max_value=60,
    )


class MilestoneForm(forms.Form):
    """A day to keep."""

    name = WordsField(
        label="Mốc",
        help_text="Trùng tên với mốc đã có thì mốc đó dời sang ngày mới.",
        max_length=300,
        error_messages={"required": "Nhập tên mốc."},
    )
    due = DayField(label="Ngày")
    reason = WordsField(label="Vì sao", max_length=300, required=False)


class ProgressForm(forms.Form):
    """How a task goes."""

    state = forms.ChoiceField(
        label="Tình hình",
        widget=forms.RadioSelect,
        error_messages={"required": "Chọn tình hình thực hiện."},
    )
    note = NoteField(
        label="Ghi chú",
        help_text="Việc đã làm, văn bản đã gửi, vướng mắc nếu có.",
        required=False,
    )

    def __init__(self, data: Any = None, *, present: str) -> None:
        super().__init__(data)
        possible = ASSIGNMENT_TRANSITIONS.targets(present)
        field = cast("forms.ChoiceField", self.fields["state"])
        field.choices = [(s.value, s.label) for s in AssignmentState if s in possible]

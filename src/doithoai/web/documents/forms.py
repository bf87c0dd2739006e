"""What is filled in to issue a paper: number, day, who signs."""

from typing import Any

from django import forms

from doithoai.documents.actions import Terms
from doithoai.web.fields import DayField

NUMBER = {
    "required": "Nhập số văn bản.",
    "invalid": "Nhập số văn bản bằng chữ số.",
    "min_value": "Số văn bản bắt đầu từ 1.",
    "max_value": "Xem lại số văn bản: số quá lớn.",
}
DAY = {"required": "Nhập ngày văn bản.", "invalid": "Viết ngày theo mẫu 15/10/2024."}


class IssueForm(forms.Form):
    """Phát hành: shape only; without `code` the kind bears no number."""

    number = forms.IntegerField(
        label="Số",
        min_value=1,
        max_value=99_999,
        error_messages=NUMBER,
        widget=forms.TextInput(attrs={"size": "6", "inputmode": "numeric"}),
    )
    symbol = forms.CharField(
        label="Ký hiệu",
        help_text="Đề xuất theo tên cơ quan; sửa theo quy định của cơ quan nếu khác.",
        max_length=60,
        error_messages={"required": "Nhập ký hiệu, ví dụ GM-UBND."},
        widget=forms.TextInput(attrs={"size": "16"}),
    )
    issued_on = DayField(label="Ngày văn bản", error_messages=DAY)
    capacity = forms.CharField(
        label="Quyền hạn, chức vụ người ký",
        help_text="Mỗi dòng một phần, ví dụ TL. CHỦ TỊCH rồi CHÁNH VĂN PHÒNG.",
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    signer = forms.CharField(
        label="Họ và tên người ký",
        help_text="Không ghi học hàm, học vị.",
        max_length=120,
        required=False,
    )

    def __init__(self, code: str, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not code:
            del self.fields["number"]
            del self.fields["symbol"]

    @property
    def terms(self) -> Terms:
        """How the paper is to leave."""
        data = self.cleaned_data
        lines = (line.strip() for line in data["capacity"].splitlines())
        return Terms(
            issued_on=data["issued_on"],
            capacity=tuple(filter(None, lines)),
            signer=data["signer"].strip(),
            number=data.get("number"),
            symbol=data.get("symbol", "").strip(),
        )

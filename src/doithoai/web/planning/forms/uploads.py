"""How a plan comes in: its file, or the first three facts typed by hand."""

from django import forms
from django.core.files.uploadedfile import UploadedFile

from doithoai.web.fields import CountField, WordsField

KINDS = (".docx", ".pdf", ".txt", ".md")
MOST_BYTES = 25_000_000


class UploadForm(forms.Form):
    """One file of a plan."""

    plan = forms.FileField(
        label="Tệp kế hoạch",
        help_text="Tệp .docx, .pdf, .txt hoặc .md, nặng không quá 25 MB. Chọn tệp hoặc kéo vào ô.",
        widget=forms.FileInput(attrs={"accept": ",".join(KINDS), "class": "file-drop"}),
        error_messages={
            "required": "Chọn tệp kế hoạch.",
            "empty": "Chọn lại tệp. Tệp vừa chọn không có nội dung.",
        },
    )

    def clean_plan(self) -> UploadedFile:
        """Light enough; what is in it is for the reader to judge."""
        plan: UploadedFile = self.cleaned_data["plan"]
        if (plan.size or 0) > MOST_BYTES:
            raise forms.ValidationError("Chọn tệp nhẹ hơn 25 MB, hoặc bỏ bớt ảnh trong tệp.")
        return plan


class ByHandForm(forms.Form):
    """What a conference started by hand needs first."""

    title = WordsField(
        label="Tên kế hoạch",
        help_text="Bỏ chữ “Kế hoạch” ở đầu, ví dụ: Tổ chức đối thoại với nông dân năm 2026.",
        max_length=500,
        rows=2,
        error_messages={"required": "Nhập tên kế hoạch."},
    )
    audience = WordsField(
        label="Đối tượng đối thoại",
        help_text="Ví dụ: nông dân; cán bộ, hội viên, phụ nữ.",
        max_length=300,
        error_messages={"required": "Nhập đối tượng đối thoại."},
    )
    year = CountField(
        label="Năm tổ chức",
        message="Nhập năm có bốn chữ số, ví dụ 2026.",
        min_value=2000,
        max_value=2100,
    )

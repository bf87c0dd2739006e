"""Forms of news, press coverage, difficulties and conferences of lower levels."""

from typing import Any, cast

from django import forms

from doithoai.planning.models import Conference
from doithoai.web.fields import DayField, NoteField, WordsField
from doithoai.web.planning.forms.conference import VersionForm


class AnnouncementForm(forms.Form):
    """The words of a piece of news."""

    title = WordsField(
        label="Tiêu đề", max_length=200, error_messages={"required": "Nhập tiêu đề tin."}
    )
    body = NoteField(
        label="Nội dung",
        help_text="Mỗi đoạn cách nhau một dòng trống.",
        rows=10,
        max_length=20_000,
        error_messages={"required": "Nhập nội dung tin."},
    )


class NewAnnouncementForm(AnnouncementForm):
    """The same, for a new piece; its token makes of one form one piece."""

    token = forms.UUIDField(widget=forms.HiddenInput, required=False)


class AmendAnnouncementForm(AnnouncementForm, VersionForm):
    """The same, for a piece that stands."""


class CoverageForm(forms.Form):
    """What a newspaper or station published."""

    title = WordsField(
        label="Tên tin, bài, phóng sự",
        max_length=300,
        error_messages={"required": "Nhập tên tin, bài."},
    )
    url = forms.URLField(
        label="Địa chỉ trên mạng",
        help_text="Bắt đầu bằng https://. Tin phát sóng không có địa chỉ thì để trống.",
        max_length=500,
        required=False,
        assume_scheme="https",
        error_messages={"invalid": "Nhập địa chỉ đầy đủ, ví dụ https://baoapbac.vn/tin-tuc."},
    )
    published_on = DayField(label="Ngày đăng, phát")


class DifficultyForm(forms.Form):
    """What hinders an agency."""

    text = NoteField(
        label="Khó khăn, vướng mắc",
        help_text="Nêu việc nào, vướng ở đâu, đề nghị gì.",
        rows=5,
        max_length=5_000,
        error_messages={"required": "Nêu khó khăn, vướng mắc."},
    )


class ReplyForm(forms.Form):
    """How a difficulty is dealt with."""

    reply = NoteField(
        label="Ý kiến giải quyết",
        rows=3,
        max_length=5_000,
        error_messages={"required": "Ghi ý kiến giải quyết."},
    )


class AttachForm(forms.Form):
    """Which conference is held under this one."""

    conference = forms.ModelChoiceField(
        Conference.objects.none(),
        label="Hội nghị của cơ quan",
        error_messages={
            "required": "Chọn một hội nghị.",
            "invalid_choice": "Chọn một hội nghị trong danh sách.",
        },
    )

    def __init__(self, data: Any = None, *, found: Any) -> None:
        super().__init__(data)
        cast("forms.ModelChoiceField[Conference]", self.fields["conference"]).queryset = found

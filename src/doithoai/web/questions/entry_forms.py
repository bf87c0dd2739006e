"""Typing in what came on paper, by telephone or in the hall."""

from typing import Any

from django import forms

from doithoai.planning.models import Conference
from doithoai.questions.models import Channel
from doithoai.questions.rules import contact_faults, said_alike
from doithoai.vietnamese.letters import nfc
from doithoai.vietnamese.phones import read_phone


class SaidField(forms.CharField):
    """What somebody wrote or said: letters in one form, lines kept."""

    def __init__(self, **options: Any) -> None:
        preset: dict[str, Any] = {
            "label": "Nội dung",
            "max_length": 20_000,
            "widget": forms.Textarea(attrs={"rows": 6, "autofocus": True}),
            "error_messages": {"required": "Gõ nội dung của phiếu hoặc cuộc gọi."},
        }
        super().__init__(**(preset | options))

    def clean(self, value: Any) -> str:
        """Composed letters, so that search and masking read them."""
        said = nfc(super().clean(value)).replace("\r\n", "\n").strip()
        self.validate(said)
        return said


class EntryForm(forms.Form):
    """A paper slip or a call, typed in; what is the same for the next slip stands below."""

    token = forms.UUIDField(widget=forms.HiddenInput)
    channel = forms.ChoiceField(
        label="Cách gửi", choices=[choice for choice in Channel.choices if choice[0] != Channel.WEB]
    )
    alike = forms.CharField(widget=forms.HiddenInput, required=False)
    text = SaidField(help_text="Gõ đúng như người gửi viết hoặc nói.")
    sender_name = forms.CharField(label="Họ và tên", required=False, max_length=120)
    phone = forms.CharField(
        label="Số điện thoại",
        required=False,
        max_length=20,
        widget=forms.TelInput(attrs={"size": "16"}),
    )
    email = forms.EmailField(
        label="Thư điện tử",
        required=False,
        max_length=254,
        error_messages={"invalid": "Viết địa chỉ thư theo mẫu ten@vidu.vn, hoặc xóa để trống."},
    )
    consents_contact = forms.BooleanField(
        label="Người gửi đồng ý để số điện thoại, thư điện tử nhận kết quả", required=False
    )
    consents_name = forms.BooleanField(
        label="Người gửi đồng ý nêu tên khi công khai", required=False
    )
    sender_unit = forms.CharField(label="Nơi ở hoặc nơi làm việc", required=False, max_length=200)

    def __init__(self, conference: Conference, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        points = conference.collection_points.filter(closed_at=None)
        self.fields["collection_point"] = forms.ModelChoiceField(
            points, label="Điểm thu thập", required=False, empty_label="Không qua điểm nào"
        )

    def clean_phone(self) -> str:
        """Digits alone."""
        try:
            return read_phone(self.cleaned_data["phone"])
        except ValueError as fault:
            raise forms.ValidationError(str(fault)) from fault

    def clean(self) -> dict[str, Any]:
        """Contact is kept only with consent."""
        cleaned: dict[str, Any] = super().clean() or {}
        for name, message in contact_faults(self.data, cleaned).items():
            self.add_error(name, message)
        return cleaned

    @property
    def is_meant(self) -> bool:
        """Whether the official has been shown a slip that says the same as these very words."""
        return self.cleaned_data["alike"] == said_alike(self.cleaned_data["text"])[:200]

    @property
    def facts(self) -> dict[str, Any]:
        """What is kept of a slip."""
        return {name: value for name, value in self.cleaned_data.items() if name != "alike"}


class TypingForm(forms.Form):
    """Sửa lỗi gõ: the words once more."""

    text = SaidField(help_text="Sửa chữ gõ sai cho đúng với phiếu. Chữ đã lưu lúc đầu vẫn giữ.")

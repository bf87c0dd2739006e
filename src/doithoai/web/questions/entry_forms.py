"""Typing in what came on paper, by telephone or in the hall."""

from datetime import date
from typing import Any

from django import forms

from doithoai.audit import clock
from doithoai.planning.models import Conference
from doithoai.questions.actions.intake import NOT_IN_HALL, NOT_YET
from doithoai.questions.models import Channel
from doithoai.questions.rules import contact_faults, notice_on, said_alike
from doithoai.vietnamese.letters import nfc
from doithoai.vietnamese.phones import read_phone
from doithoai.web.fields import DayField
from doithoai.web.portal.attaching import FilesForm

FORM_ONLY = frozenset({"alike", "papers", "has_heard"})
PAPERS = (
    "Không bắt buộc. Nhiều nhất 3 tệp, mỗi tệp không quá 8 MB: ảnh JPEG, PNG, WebP hoặc PDF. "
    "Chữ viết tay, tên trên phiếu chỉ người được xem người gửi mở được."
)


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


class EntryForm(FilesForm):
    """A paper slip or a call, typed in; what is the same for the next slip stands below."""

    token = forms.UUIDField(widget=forms.HiddenInput)
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
    consents_files = forms.BooleanField(
        label="Người gửi đồng ý để cơ quan trả lời xem ảnh, giấy tờ kèm theo", required=False
    )
    has_heard = forms.BooleanField(
        label="Đã đọc thông báo cho người gửi",
        help_text="Đánh dấu khi đã đọc thông báo dưới đây qua điện thoại hoặc cho người gửi đọc.",
        required=False,
    )
    sender_unit = forms.CharField(label="Nơi ở hoặc nơi làm việc", required=False, max_length=200)
    given_on = DayField(
        label="Ngày nhận",
        required=False,
        help_text="Ngày nhận phiếu hoặc cuộc gọi, để trống là hôm nay. Gửi sau hạn hay không tính "
        "theo ngày này.",
    )

    def __init__(
        self, conference: Conference, *args: Any, takes_hall: bool = False, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.conference = conference
        self.fields["given_on"].widget.attrs |= {"size": "12"}
        ways = [
            way for way in Channel if way != Channel.WEB and (takes_hall or way != Channel.HALL)
        ]
        self.fields["channel"] = forms.ChoiceField(
            label="Cách gửi", choices=[(way.value, way.label) for way in ways]
        )
        self.fields["topic"] = forms.ModelChoiceField(
            conference.topics.all(),
            label="Nội dung của hội nghị",
            required=False,
            empty_label="Xếp khi phân loại",
        )
        self.fields["papers"].label = "Ảnh chụp, bản quét phiếu và giấy tờ kèm theo"
        self.fields["papers"].help_text = PAPERS
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

    def clean_given_on(self) -> date:
        """A day that has come; none is today."""
        day: date = self.cleaned_data["given_on"] or clock.today()
        if day > clock.today():
            raise forms.ValidationError(NOT_YET)
        return day

    def clean(self) -> dict[str, Any]:
        """Contact is kept only with consent; a slip of the hall is of the conference's day."""
        cleaned: dict[str, Any] = super().clean() or {}
        for name, message in contact_faults(self.data, cleaned).items():
            self.add_error(name, message)
        day = cleaned.get("given_on")
        if day and cleaned.get("channel") == Channel.HALL and day != self.conference.held_on:
            self.add_error("given_on", NOT_IN_HALL)
        return cleaned

    @property
    def is_meant(self) -> bool:
        """Whether the official has been shown a slip that says the same as these very words."""
        return self.cleaned_data["alike"] == said_alike(self.cleaned_data["text"])[:200]

    @property
    def facts(self) -> dict[str, Any]:
        """What is kept of a slip."""
        kept = {name: value for name, value in self.cleaned_data.items() if name not in FORM_ONLY}
        heard = self.cleaned_data["has_heard"]
        version = notice_on(self.cleaned_data["given_on"]) if heard else ""
        return kept | {"notice_version": version}


class TypingForm(forms.Form):
    """Sửa lỗi gõ: the words once more."""

    text = SaidField(help_text="Sửa chữ gõ sai cho đúng với phiếu. Chữ đã lưu lúc đầu vẫn giữ.")

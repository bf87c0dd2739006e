"""What is filled in at the secretary's desk, and on a telephone in the hall."""

from typing import Any

from django import forms
from django.db.models import QuerySet

from doithoai.directory.models import Agency
from doithoai.hall.models import TurnKind
from doithoai.hall.rules import LONGEST_ASK, SHORTEST_ASK, Speaker

LONGEST_TURN = 2000


class StepForm(forms.Form):
    """A button of the desk: at which state it was seen; what was noted meanwhile."""

    version = forms.IntegerField(
        widget=forms.HiddenInput, error_messages={"required": "Tải lại trang rồi bấm lại."}
    )
    note = forms.CharField(required=False)

    def __init__(self, agencies: "QuerySet[Agency]", *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["agency"] = forms.ModelChoiceField(agencies, required=False)


class SpeakerForm(StepForm):
    """Who speaks, and whether the name may stand on the screen."""

    speaker_name = forms.CharField(label="Họ và tên", required=False, max_length=120)
    speaker_unit = forms.CharField(label="Đơn vị, địa phương", required=False, max_length=200)
    shows_name = forms.BooleanField(
        label="Người phát biểu đồng ý nêu tên trên màn hình", required=False
    )
    code = forms.CharField(
        label="Mã đại biểu",
        help_text="Trên thẻ đại biểu. Có mã thì không cần gõ tên.",
        required=False,
        max_length=12,
        widget=forms.TextInput(attrs={"size": 12, "autocomplete": "off"}),
    )

    @property
    def speaker(self) -> Speaker:
        """What the action takes."""
        data = self.cleaned_data
        return Speaker(data["speaker_name"], data["speaker_unit"], data["shows_name"], data["code"])


class AddForm(SpeakerForm):
    """Thêm lượt: the question asked from the floor."""

    text = forms.CharField(
        label="Câu hỏi",
        max_length=LONGEST_TURN,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": "Gõ câu hỏi, ít nhất một dòng."},
    )


class InterveneForm(SpeakerForm):
    """Phát biểu xen: of which kind, by whom."""

    kind = forms.ChoiceField(
        label="Loại",
        widget=forms.RadioSelect,
        choices=[(k.value, k.label) for k in (TurnKind.INTERVENTION, TurnKind.POINT_OF_ORDER)],
        initial=TurnKind.INTERVENTION,
        error_messages={"required": "Chọn loại phát biểu xen."},
    )


class NameForm(SpeakerForm):
    """Ghi tên: of the turn that stood on the floor."""

    turn = forms.IntegerField(
        widget=forms.HiddenInput, error_messages={"required": "Chưa có lượt nào được mời."}
    )


class MessageForm(StepForm):
    """Lời nhắn trên màn hình lớn."""

    message = forms.CharField(
        label="Lời nhắn trên màn hình lớn",
        max_length=200,
        error_messages={
            "required": "Gõ lời nhắn rồi bấm đưa lên màn hình.",
            "max_length": "Viết ngắn lại còn 200 chữ cái và dấu cách.",
        },
    )


class LimitsForm(StepForm):
    """Thời lượng: of those who ask and of those who answer."""

    speak_seconds = forms.IntegerField(
        label="Mỗi lượt hỏi", widget=forms.NumberInput(attrs={"size": 6})
    )
    answer_seconds = forms.IntegerField(
        label="Mỗi lượt trả lời", widget=forms.NumberInput(attrs={"size": 6})
    )


class AskForm(forms.Form):
    """Hỏi từ điện thoại; the last field people never see and machines fill in."""

    text = forms.CharField(
        label="Câu hỏi",
        help_text="Một việc, viết ngắn như đang nói.",
        min_length=SHORTEST_ASK,
        max_length=LONGEST_ASK,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={
            "required": "Viết điều cần hỏi.",
            "min_length": "Viết rõ hơn: việc gì, ở đâu.",
            "max_length": "Viết ngắn lại còn 400 chữ cái và dấu cách.",
        },
    )
    name = forms.CharField(
        label="Họ và tên",
        help_text="Không bắt buộc.",
        required=False,
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    unit = forms.CharField(
        label="Đơn vị hoặc nơi ở", help_text="Không bắt buộc.", required=False, max_length=200
    )
    shows_name = forms.BooleanField(label="Đồng ý nêu tên trên màn hình", required=False)
    website = forms.CharField(
        label="Để trống ô này",
        required=False,
        widget=forms.TextInput(attrs={"tabindex": "-1", "autocomplete": "off"}),
    )

    def clean_website(self) -> str:
        """Whatever filled it may be a browser's own help, so say what to do."""
        if self.cleaned_data["website"]:
            raise forms.ValidationError("Xóa chữ trong ô phải để trống rồi bấm gửi lại.")
        return ""


class MinutesForm(forms.Form):
    """Biên bản: its text, or why it is sent back."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    body = forms.CharField(
        label="Biên bản", required=False, widget=forms.Textarea(attrs={"rows": 28})
    )
    note = forms.CharField(
        label="Chỗ cần sửa",
        help_text="Bắt buộc khi trả lại; thư ký đọc nguyên văn.",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

"""What each hand on an answer fills in: referral, draft, verdict."""

from collections.abc import Iterable
from typing import Any

from django import forms

from doithoai.answers.states import AnswerState
from doithoai.directory.models import Agency


class ReferForm(forms.Form):
    """Chuyển: the leading agency, those that support it, the day, a note."""

    agency = forms.ModelChoiceField(
        label="Cơ quan chủ trì trả lời",
        queryset=Agency.objects.none(),
        empty_label="Chọn cơ quan",
        error_messages={"required": "Chọn một cơ quan chủ trì trả lời."},
    )
    supporting = forms.ModelMultipleChoiceField(
        label="Cơ quan phối hợp",
        help_text="Không bắt buộc. Giữ phím Ctrl để chọn nhiều cơ quan.",
        queryset=Agency.objects.none(),
        required=False,
        widget=forms.SelectMultiple(attrs={"size": "6"}),
    )
    due = forms.DateField(
        label="Hạn trả lời",
        error_messages={
            "required": "Nhập hạn trả lời.",
            "invalid": "Viết ngày theo mẫu 15/10/2024.",
        },
    )
    note = forms.CharField(
        label="Lời dặn",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, agencies: Iterable[Agency], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("agency", "supporting"):
            self.fields[name].queryset = agencies


class VersionedForm(forms.Form):
    """A deed on an answer as it stood when the page was opened."""

    version = forms.IntegerField(widget=forms.HiddenInput)


class DraftForm(VersionedForm):
    """Soạn: the text, saved as a draft or submitted."""

    body = forms.CharField(
        label="Nội dung trả lời",
        help_text="Nêu căn cứ, việc làm cụ thể, đơn vị làm, thời hạn.",
        required=False,
        widget=forms.Textarea(attrs={"rows": 16}),
    )


class SubmitForm(DraftForm):
    """Nộp: there must be a text."""

    def clean_body(self) -> str:
        """An empty answer is not handed in."""
        body = self.cleaned_data["body"]
        if not body.strip():
            raise forms.ValidationError("Soạn nội dung trả lời rồi nộp.")
        return body


class VerdictForm(VersionedForm):
    """Ý kiến: pass or return with a reason; nothing is chosen beforehand."""

    verdict = forms.ChoiceField(
        label="Ý kiến",
        widget=forms.RadioSelect,
        error_messages={"required": "Chọn một ý kiến."},
    )
    note = forms.CharField(
        label="Lý do trả lại",
        help_text="Cơ quan soạn sẽ đọc nguyên văn. Bắt buộc khi trả lại.",
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    choices: tuple[tuple[AnswerState, str], ...] = ()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["verdict"].choices = self.choices

    def clean(self) -> dict[str, Any]:
        """A return says why."""
        cleaned: dict[str, Any] = super().clean()
        returned = cleaned.get("verdict") == AnswerState.RETURNED
        if returned and not (cleaned.get("note") or "").strip():
            self.add_error("note", "Nêu rõ lý do để cơ quan sửa lại.")
        return cleaned


class AppraiseForm(VerdictForm):
    """Thẩm định."""

    choices = (
        (AnswerState.APPRAISED, "Đồng ý, trình Chủ tịch duyệt"),
        (AnswerState.RETURNED, "Trả lại để sửa"),
    )


class ApproveForm(VerdictForm):
    """Duyệt."""

    choices = (
        (AnswerState.APPROVED, "Duyệt câu trả lời"),
        (AnswerState.RETURNED, "Trả lại để sửa"),
    )


class PublishForm(VersionedForm):
    """Công bố: nothing more to say."""


class ListFilter(forms.Form):
    """Agency and words of the list."""

    tim = forms.CharField(label="Tìm trong câu hỏi", required=False, widget=forms.SearchInput())

    def __init__(self, agencies: Iterable[Agency], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        names = [(str(agency.pk), agency.short_name) for agency in agencies]
        self.fields["co-quan"] = forms.ChoiceField(
            label="Cơ quan trả lời", required=False, choices=[("", "Mọi cơ quan"), *names]
        )

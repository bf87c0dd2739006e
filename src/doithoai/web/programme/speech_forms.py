"""What people fill in on the pages of speeches: shape only."""

from typing import Any

from django import forms

from doithoai.directory.models import User
from doithoai.planning.models import Conference
from doithoai.programme.models import SpeechKind
from doithoai.programme.queries import agencies_to_choose, items_of
from doithoai.programme.states import SpeechState
from doithoai.web.fields import DayField, NoteField, WordsField
from doithoai.web.programme.forms import ItemChoiceField, VersionForm, agency_field


class SpeechForm(forms.Form):
    """Who says what, who drafts it and by when."""

    title = WordsField(label="Tên bài", max_length=300)
    speaker = WordsField(label="Người phát biểu", max_length=300)
    due = DayField(label="Hạn nộp", required=False)

    def __init__(self, user: User, conference: Conference, day: Any, *args: Any, **kw: Any) -> None:
        super().__init__(*args, **kw)
        agencies = agencies_to_choose(user, conference, day)
        self.fields["agency"] = agency_field(agencies, label="Cơ quan soạn")
        self.fields["agenda_item"] = ItemChoiceField(
            label="Mục chương trình",
            help_text="Để so thời lượng của bài với mục.",
            queryset=items_of(conference),
            required=False,
            empty_label="Không gắn mục nào",
        )


class NewSpeechForm(SpeechForm):
    """A speech the plan did not ask for."""

    kind = forms.ChoiceField(label="Loại", choices=SpeechKind.choices)
    field_order = ("kind", "title", "speaker", "agency", "due", "agenda_item")


class AssignSpeechForm(SpeechForm, VersionForm):
    """The same for one that is already there; handed in, it keeps title, speaker and drafter."""

    def keep_what_was_handed_in(self) -> None:
        """Show what is being judged, but let nobody change it."""
        for name in ("title", "speaker", "agency"):
            self.fields[name].disabled = True


class DraftForm(VersionForm):
    """The text of a speech, saved or handed in."""

    body = NoteField(label="Nội dung bài", rows=22, required=False, max_length=60_000)


class SubmitForm(DraftForm):
    """Nộp: there must be a text."""

    def clean_body(self) -> str:
        """An empty speech is not handed in."""
        body = str(self.cleaned_data["body"])
        if not body.strip():
            raise forms.ValidationError("Soạn nội dung bài rồi nộp.")
        return body


class VerdictForm(VersionForm):
    """Pass or return with a reason; nothing is chosen beforehand."""

    passing: tuple[str, str] = (SpeechState.APPRAISED, "Đồng ý, trình Chủ tịch duyệt")
    note = NoteField(
        label="Lý do trả lại",
        help_text="Cơ quan soạn sẽ đọc nguyên văn. Bắt buộc khi trả lại.",
        required=False,
        max_length=2000,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["verdict"] = forms.ChoiceField(
            label="Ý kiến",
            widget=forms.RadioSelect,
            choices=[self.passing, (SpeechState.RETURNED, "Trả lại để sửa")],
            error_messages={"required": "Chọn một ý kiến."},
        )

    def clean(self) -> dict[str, Any]:
        """A return says why."""
        cleaned: dict[str, Any] = super().clean() or {}
        returned = cleaned.get("verdict") == SpeechState.RETURNED
        if returned and not cleaned.get("note"):
            self.add_error("note", "Nêu rõ lý do để cơ quan sửa lại.")
        return cleaned


class ApproveForm(VerdictForm):
    """Duyệt."""

    passing = (SpeechState.APPROVED, "Duyệt bài phát biểu")


class ReopenForm(VersionForm):
    """Trả lại bài đã duyệt: why."""

    note = NoteField(
        label="Lý do trả lại",
        help_text="Cơ quan soạn sẽ đọc nguyên văn, sửa rồi nộp lại để thẩm định, duyệt lại.",
        max_length=2000,
        error_messages={"required": "Nêu rõ lý do để cơ quan sửa lại."},
    )

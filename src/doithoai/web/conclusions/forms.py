"""What is filled in on the notice: its lines, its judging, its signing."""

from collections.abc import Iterable
from typing import Any

from django import forms

from doithoai.conclusions.actions import Line, Terms
from doithoai.conclusions.models import NoticeItem, NoticePart
from doithoai.directory.models import Agency
from doithoai.planning.models import Conference
from doithoai.questions.models import Question
from doithoai.web.fields import DayField, NoteField, WordsField


class VersionedForm(forms.Form):
    """A deed on a thing as it stood when the page was opened."""

    version = forms.IntegerField(widget=forms.HiddenInput)


class ReturnForm(VersionedForm):
    """Trả lại dự thảo."""

    note = NoteField(
        label="Lý do trả lại",
        help_text="Cơ quan soạn đọc nguyên văn.",
        rows=3,
        error_messages={"required": "Nêu rõ lý do để cơ quan sửa lại."},
    )


class SignForm(VersionedForm):
    """Ghi số, ngày, người ký."""

    number = WordsField(
        label="Số, ký hiệu",
        max_length=60,
        help_text="Ví dụ 310/TB-UBND",
        widget=forms.TextInput(attrs={"size": "16"}),
        error_messages={"required": "Nhập số, ký hiệu của thông báo."},
    )
    signed_on = DayField(label="Ngày ký", error_messages={"required": "Nhập ngày ký."})
    signer_title = WordsField(label="Chức vụ người ký", max_length=200, required=False)
    signer_name = WordsField(
        label="Người ký", max_length=120, error_messages={"required": "Nhập họ tên người ký."}
    )


class ComplexForm(VersionedForm):
    """Mười hay mười lăm ngày."""

    is_complex = forms.BooleanField(
        label="Nội dung phức tạp, liên quan nhiều lĩnh vực: công bố trong 15 ngày", required=False
    )
    reason = NoteField(
        label="Lý do",
        help_text="Bắt buộc khi cần 15 ngày.",
        required=False,
        rows=2,
    )


def agency_choices(agencies: Iterable[Agency]) -> list[tuple[str, str]]:
    """All agencies for a list, with a first line that chooses none."""
    return [("", "Chọn cơ quan"), *((str(agency.pk), agency.name) for agency in agencies)]


class OfQuestion(forms.Form):
    """Gắn với một câu hỏi: a code of the conference, or nothing."""

    code = WordsField(
        label="Mã câu hỏi",
        help_text="Không bắt buộc. Ví dụ C-018",
        required=False,
        max_length=12,
        widget=forms.TextInput(attrs={"size": "10"}),
    )

    def __init__(
        self, conference: Conference, agencies: Iterable[Agency], *args: Any, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.conference = conference
        self.agencies = {str(agency.pk): agency for agency in agencies}
        self.fields["agency"].choices = agency_choices(self.agencies.values())  # type: ignore[attr-defined]

    def clean_code(self) -> Question | None:
        """The question of this code."""
        typed = self.cleaned_data["code"].upper().removeprefix("C-").strip()
        if not typed:
            return None
        numbered = self.conference.questions.filter(number=typed) if typed.isdecimal() else None
        question = numbered.first() if numbered is not None else None
        if question is None:
            raise forms.ValidationError("Không có câu hỏi mang mã này. Xem lại mã, ví dụ C-018.")
        return question

    def clean_agency(self) -> Agency | None:
        """The agency itself."""
        return self.agencies.get(self.cleaned_data["agency"])


class LineForm(OfQuestion, VersionedForm):
    """Một mục của thông báo."""

    part = forms.ChoiceField(label="Thuộc phần", choices=NoticePart.choices)
    text = NoteField(
        label="Nội dung",
        rows=4,
        error_messages={"required": "Viết nội dung của mục."},
    )
    agency = forms.ChoiceField(
        label="Cơ quan", help_text="Bắt buộc ở phần giao việc.", required=False
    )
    due = DayField(
        label="Hạn",
        help_text="Bắt buộc ở phần giao việc. Ví dụ 30/11/2024",
        required=False,
    )
    field_order = ("part", "text", "agency", "due", "code")

    @property
    def line(self) -> Line:
        """What the action takes."""
        data = self.cleaned_data
        return Line(
            NoticePart(data["part"]), data["text"], data["agency"], data["due"], data["code"]
        )

    @staticmethod
    def opened_with(item: NoticeItem) -> dict[str, Any]:
        """What stands in the fields before anything is changed."""
        return {
            "part": item.part,
            "text": item.text,
            "agency": item.agency_id,
            "due": item.due,
            "code": item.question.code if item.question else "",
        }


class PromiseForm(OfQuestion):
    """Một cam kết ghi bằng tay."""

    text = NoteField(
        label="Việc phải làm",
        help_text="Một việc cụ thể, làm xong thì nhìn thấy được.",
        rows=3,
        error_messages={"required": "Viết việc phải làm."},
    )
    agency = forms.ChoiceField(
        label="Cơ quan chủ trì", error_messages={"required": "Chọn cơ quan chủ trì."}
    )
    due = DayField(
        label="Hạn", help_text="Ví dụ 30/11/2024", error_messages={"required": "Nhập hạn."}
    )
    evidence_wanted = WordsField(
        label="Tài liệu chứng minh cần có",
        help_text="Không bắt buộc. Ví dụ: biên bản nghiệm thu, ảnh công trình",
        required=False,
        max_length=300,
    )
    supporting = forms.MultipleChoiceField(
        label="Cơ quan phối hợp", required=False, widget=forms.CheckboxSelectMultiple
    )
    field_order = ("text", "agency", "due", "evidence_wanted", "code", "supporting")

    def __init__(
        self,
        conference: Conference,
        agencies: Iterable[Agency],
        partners: Iterable[Agency],
        *args: Any,
        **kwargs: Any,
    ) -> None:
        super().__init__(conference, agencies, *args, **kwargs)
        self.fields["supporting"].choices = [  # type: ignore[attr-defined]
            (str(agency.pk), agency.short_name) for agency in partners
        ]

    @property
    def terms(self) -> Terms:
        """What the action takes."""
        data = self.cleaned_data
        partners = [self.agencies[key] for key in data["supporting"] if key in self.agencies]
        return Terms(data["text"], data["agency"], data["due"], partners, data["evidence_wanted"])

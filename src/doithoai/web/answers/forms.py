"""What each hand on an answer fills in: referral, draft, verdict."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.utils.html import format_html

from doithoai.answers.states import AnswerState
from doithoai.directory.models import Agency
from doithoai.directory.queries import WorkCalendar
from doithoai.vietnamese.dates import long_date
from doithoai.vietnamese.working_days import is_working_day

OTHER = "khac"


@dataclass(frozen=True, slots=True)
class Choices:
    """The agencies that may be asked, by key, and those proposed with the reason for each.

    `named` are the keys of those that have a part in the plan.
    """

    agencies: dict[int, Agency]
    named: frozenset[int]
    proposed: Sequence[tuple[Agency, str]]

    def proposals(self) -> list[tuple[str, str]]:
        """The proposed agencies with their reasons, then any other."""
        found = [(str(agency.pk), _reasoned(agency, why)) for agency, why in self.proposed]
        return [*found, (OTHER, "Cơ quan khác, chọn ở danh sách dưới")]

    def grouped(self) -> list[tuple[str, Any]]:
        """All agencies for a list: those of the plan first."""
        named = [(str(key), a.name) for key, a in self.agencies.items() if key in self.named]
        others = [(str(key), a.name) for key, a in self.agencies.items() if key not in self.named]
        groups = (("Có trong kế hoạch", named), ("Cơ quan khác của địa phương", others))
        return [("", "Chọn cơ quan"), *((name, group) for name, group in groups if group)]

    def flat(self) -> list[tuple[str, str]]:
        """All agencies by short name, those of the plan first."""
        listed = sorted(
            self.agencies.values(), key=lambda a: (a.pk not in self.named, a.short_name)
        )
        return [(str(agency.pk), agency.short_name) for agency in listed]


class ReferForm(forms.Form):
    """Chuyển: the leading agency, those that support it, the day, a note."""

    due = forms.DateField(
        label="Hạn trả lời",
        error_messages={
            "required": "Nhập hạn trả lời.",
            "invalid": "Viết ngày theo mẫu 15/10/2024.",
        },
    )
    note = forms.CharField(
        label="Lời dặn",
        help_text="Không bắt buộc. Cơ quan nhận câu hỏi đọc nguyên văn.",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(
        self,
        choices: Choices,
        proposed_day: tuple[date, str],
        calendar: WorkCalendar,
        *args: Any,
        **kwargs: Any,
    ) -> None:
        day, hint = proposed_day
        kwargs["initial"] = {"due": day, "agency": choices.proposals()[0][0]}
        super().__init__(*args, **kwargs)
        self.choices, self.calendar = choices, calendar
        self.fields["due"].help_text = hint
        self.fields |= _agency_fields(choices)

    def clean_due(self) -> date:
        """A day on which offices work."""
        due: date = self.cleaned_data["due"]
        calendar = self.calendar
        if not is_working_day(due, holidays=calendar.holidays, make_up=calendar.make_up):
            raise forms.ValidationError(f"{long_date(due)} là ngày nghỉ. Chọn một ngày làm việc.")
        return due

    def clean(self) -> dict[str, Any]:
        """One leading agency: of the list where one is chosen there, else the proposed one."""
        cleaned: dict[str, Any] = super().clean() or {}
        cleaned["lead"] = cleaned.get("other") or cleaned.get("agency")
        if cleaned["lead"] in {None, "", OTHER}:
            self.add_error("other", "Chọn cơ quan chủ trì trả lời trong danh sách.")
        return cleaned

    @property
    def referral(self) -> dict[str, Any]:
        """What the action takes."""
        data, agencies = self.cleaned_data, self.choices.agencies
        return {
            "agency": agencies[int(data["lead"])],
            "supporting": [agencies[int(key)] for key in data["supporting"]],
            "due": data["due"],
            "note": data["note"],
        }


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

    note = forms.CharField(
        label="Lý do trả lại",
        help_text="Cơ quan soạn sẽ đọc nguyên văn. Bắt buộc khi trả lại.",
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    choices: tuple[tuple[AnswerState, str], ...] = ()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["verdict"] = forms.ChoiceField(
            label="Ý kiến",
            widget=forms.RadioSelect,
            choices=self.choices,
            error_messages={"required": "Chọn một ý kiến."},
        )

    def clean(self) -> dict[str, Any]:
        """A return says why."""
        cleaned: dict[str, Any] = super().clean() or {}
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

    tim = forms.CharField(
        label="Tìm trong câu hỏi",
        required=False,
        widget=forms.SearchInput(attrs={"placeholder": "Chữ trong câu hỏi, mã câu C-018"}),
    )

    def __init__(self, agencies: Iterable[Agency], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        names = [(str(agency.pk), agency.short_name) for agency in agencies]
        self.fields["co-quan"] = forms.ChoiceField(
            label="Cơ quan trả lời", required=False, choices=[("", "Mọi cơ quan"), *names]
        )


def _agency_fields(choices: Choices) -> dict[str, forms.Field]:
    return {
        "agency": forms.ChoiceField(
            label="Cơ quan chủ trì trả lời",
            help_text="Đề xuất theo cụm từ có trong câu hỏi; người chuyển quyết định.",
            required=False,
            widget=forms.RadioSelect,
            choices=choices.proposals(),
        ),
        "other": forms.ChoiceField(
            label="Cơ quan khác",
            help_text="Chọn ở đây thì thay cho đề xuất ở trên.",
            required=False,
            choices=choices.grouped(),
        ),
        "supporting": forms.MultipleChoiceField(
            label="Cơ quan phối hợp",
            required=False,
            widget=forms.CheckboxSelectMultiple,
            choices=choices.flat(),
        ),
    }


def _reasoned(agency: Agency, why: str) -> str:
    return format_html('<b>{}</b> <span class="choice-why">{}</span>', agency.name, why)

"""A line of the table, and its seats for agencies."""

from typing import Any

from django import forms

from doithoai.delegates.models import QuotaLine
from doithoai.delegates.queries import Proposal
from doithoai.directory.models import Agency
from doithoai.web.fields import CountField, DayField, NoteField, WordsField

MOST_SEATS = 10_000
NO_AGENCY = "Chọn một cơ quan trong danh sách."


class LineForm(forms.Form):
    """Dòng phân bổ: number, words, seats."""

    no = WordsField(label="Số thứ tự", max_length=40, required=False)
    name = WordsField(
        label="Đại biểu",
        max_length=2000,
        rows=3,
        error_messages={"required": "Ghi thành phần đại biểu của dòng này."},
    )
    seats = CountField(
        label="Số đại biểu",
        help_text="Để trống nếu kế hoạch không ghi.",
        required=False,
        max_value=MOST_SEATS,
        message="Nhập số đại biểu, ví dụ 18.",
    )


class AmendLineForm(LineForm):
    """Sửa dòng as it stood when the page was opened."""

    version = forms.IntegerField(widget=forms.HiddenInput)


class NewLineForm(LineForm):
    """Thêm dòng into a section, or a section of its own."""

    def __init__(self, sections: list[QuotaLine], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.sections = {str(line.pk): line for line in sections}
        choices = [
            ("", "Là một mục mới"),
            *((key, str(line)) for key, line in self.sections.items()),
        ]
        self.fields["parent"] = forms.ChoiceField(
            label="Thuộc mục", choices=choices, required=False
        )
        self.order_fields(["parent"])

    def clean_parent(self) -> QuotaLine | None:
        """The section chosen."""
        return self.sections.get(self.cleaned_data["parent"])


class TermsForm(forms.Form):
    """By which day, with which words."""

    due = DayField(label="Hạn cử đại biểu", required=False)
    note = NoteField(
        label="Lời dặn",
        help_text="Không bắt buộc. Cơ quan cử đại biểu đọc nguyên văn.",
        required=False,
        rows=2,
    )


class ProposalForm(TermsForm):
    """Đề xuất: the agencies the line names, each with its seats."""

    def __init__(self, proposal: Proposal, *args: Any, **kwargs: Any) -> None:
        kwargs = {"auto_id": "proposal_%s"} | kwargs
        super().__init__(*args, **kwargs)
        self.by_key = {str(agency.pk): (agency, seats) for agency, seats in proposal.shares}
        self.fields["agencies"] = forms.MultipleChoiceField(
            label="Cơ quan nêu trong dòng này",
            choices=[(key, f"{agency}: {seats}") for key, (agency, seats) in self.by_key.items()],
            initial=list(self.by_key),
            widget=forms.CheckboxSelectMultiple,
            error_messages={"required": "Đánh dấu ít nhất một cơ quan."},
        )
        self.order_fields(["agencies"])

    @property
    def shares(self) -> list[tuple[Agency, int]]:
        """The shares confirmed."""
        return [self.by_key[key] for key in self.cleaned_data["agencies"]]


class ShareForm(TermsForm):
    """One more agency, chosen from the list."""

    seats = CountField(
        label="Số đại biểu",
        min_value=1,
        max_value=MOST_SEATS,
        message="Nhập số đại biểu từ 1 trở lên.",
    )

    def __init__(self, agencies: dict[int, Agency], *args: Any, **kwargs: Any) -> None:
        kwargs = {"auto_id": "share_%s"} | kwargs
        super().__init__(*args, **kwargs)
        self.agencies = agencies
        choices = [(str(key), agency.name) for key, agency in agencies.items()]
        self.fields["agency"] = forms.ChoiceField(
            label="Cơ quan",
            choices=[("", "Chọn cơ quan"), *choices],
            error_messages={"required": NO_AGENCY, "invalid_choice": NO_AGENCY},
        )
        self.order_fields(["agency", "seats"])

    @property
    def shares(self) -> list[tuple[Agency, int]]:
        """The one share."""
        return [(self.agencies[int(self.cleaned_data["agency"])], self.cleaned_data["seats"])]


class AmendShareForm(TermsForm):
    """Sửa phần phân bổ as it stood when the page was opened."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    seats = CountField(
        label="Số đại biểu",
        min_value=1,
        max_value=MOST_SEATS,
        message="Nhập số đại biểu từ 1 trở lên.",
    )
    field_order = ["seats", "due", "note"]

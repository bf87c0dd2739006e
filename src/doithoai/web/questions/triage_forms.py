"""What an official fills in at the triage desk."""

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.utils.html import format_html

from doithoai.directory.models import Agency
from doithoai.matching.drafting import Draft
from doithoai.questions.models import LETTER_KINDS, Question, QuestionKind
from doithoai.web.questions.forms import SelectForm

OTHER, LATER = "khac", "sau"
KINDS = [(kind.value, kind.label) for kind in QuestionKind if kind not in LETTER_KINDS]


class AcceptForm(SelectForm):
    """Nhận câu hỏi: kind, topic, who is expected to answer, in an official wording.

    `draft` says what in the slip calls for a look at the wording before it is taken.
    """

    draft: Draft

    def __init__(
        self,
        question: Question,
        agencies: Iterable[Agency],
        proposed: Sequence[dict[str, Any]],
        *args: Any,
        **kwargs: Any,
    ) -> None:
        super().__init__(question, *args, **kwargs)
        self.agencies = {str(agency.pk): agency for agency in agencies}
        known = [one for one in proposed if str(one["agency"]) in self.agencies]
        self.fields["wording"].widget.attrs["rows"] = 3
        self.fields["kind"] = forms.ChoiceField(label="Loại", choices=KINDS)
        self.fields["agency"] = forms.ChoiceField(
            label="Cơ quan trả lời",
            choices=[
                *(
                    (str(one["agency"]), _reasoned(one, place))
                    for place, one in enumerate(known, 1)
                ),
                (OTHER, "Cơ quan khác, chọn ở danh sách dưới"),
                (LATER, "Chọn sau"),
            ],
            initial=str(question.lead_id or (known[0]["agency"] if known else LATER)),
            widget=forms.RadioSelect,
        )
        if question.lead_id and question.lead_id not in {one["agency"] for one in known}:
            self.fields["agency"].initial = OTHER
        self.fields["other"] = forms.ChoiceField(
            label="Cơ quan khác",
            required=False,
            choices=[("", "Chọn cơ quan"), *((key, a.name) for key, a in self.agencies.items())],
            initial=str(question.lead_id or ""),
        )

    def clean(self) -> dict[str, Any]:
        """The agency itself, or None for later."""
        cleaned: dict[str, Any] = super().clean() or {}
        chosen = cleaned.get("agency")
        key = cleaned.pop("other", "") if chosen == OTHER else chosen
        cleaned.pop("other", None)
        if chosen == OTHER and not key:
            self.add_error("other", "Chọn cơ quan trong danh sách, hoặc chọn “Chọn sau”.")
        return cleaned | {"agency": self.agencies.get(key or "")}


class CutsForm(forms.Form):
    """Where one slip is cut: before which sentences."""

    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, places: Sequence[int], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["cuts"] = forms.TypedMultipleChoiceField(
            coerce=int,
            choices=[(place, str(place)) for place in places],
            error_messages={
                "required": "Đánh dấu ít nhất một chỗ tách.",
                "invalid_choice": "Chỗ tách không còn đúng. Tải lại trang rồi đánh dấu lại.",
            },
        )


def _reasoned(proposed: dict[str, Any], place: int) -> str:
    return format_html(
        "{} <kbd>{}</kbd><span class='choice-reason'>{}</span>",
        *(proposed["name"], place, proposed["reason"]),
    )

"""Confirming a complaint or denunciation, noting that it has gone, naming who keeps it secret."""

from typing import Any

from django import forms

from doithoai.directory.models import User
from doithoai.planning.models import Conference
from doithoai.questions.models import LETTER_KINDS, PassOn, Question, QuestionKind
from doithoai.questions.queries.letters import keepers_of, possible_keepers
from doithoai.questions.rules import LETTER_GROUNDS
from doithoai.web.fields import DayField
from doithoai.web.questions.forms import OWN_WORDS, DecisionForm

KINDS = [(kind.value, kind.label) for kind in QuestionKind if kind in LETTER_KINDS]
PAPERS = [
    (PassOn.Paper.GUIDANCE, "Hướng dẫn người gửi nộp đơn đúng nơi (phiếu hướng dẫn)"),
    (PassOn.Paper.TRANSFER, "Chuyển đơn đến cơ quan có thẩm quyền (phiếu chuyển đơn)"),
]


class PassOnForm(DecisionForm):
    """Chuyển đơn theo luật: what it is, on which ground, to whom."""

    kind = forms.ChoiceField(
        label="Là đơn gì",
        choices=KINDS,
        widget=forms.RadioSelect,
        error_messages={"required": "Chọn khiếu nại hoặc tố cáo."},
    )
    ground = forms.ChoiceField(
        label="Dấu hiệu",
        choices=[*((ground, ground) for ground in LETTER_GROUNDS), (OWN_WORDS, "Dấu hiệu khác")],
        widget=forms.RadioSelect,
        error_messages={"required": "Chọn dấu hiệu khiến đơn thuộc luật riêng."},
    )
    words = forms.CharField(
        label="Nói rõ thêm",
        help_text="Không chép lời đơn, không ghi tên người gửi.",
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    paper = forms.ChoiceField(
        label="Cách xử lý",
        choices=PAPERS,
        widget=forms.RadioSelect,
        error_messages={"required": "Chọn hướng dẫn hoặc chuyển đơn."},
    )
    body = forms.CharField(
        label="Cơ quan có thẩm quyền giải quyết",
        help_text="Ví dụ: Chủ tịch Ủy ban nhân dân huyện Cái Bè; Thanh tra tỉnh.",
        max_length=200,
        error_messages={"required": "Ghi cơ quan giải quyết đơn."},
    )

    def __init__(self, question: Question, *args: Any, **kwargs: Any) -> None:
        suggestion = getattr(question, "suggestion", None)
        proposed = suggestion.kind if suggestion and suggestion.kind in LETTER_KINDS else ""
        super().__init__(question, *args, initial={"kind": proposed}, **kwargs)

    def clean(self) -> dict[str, Any]:
        """The chosen ground and the added words as one."""
        cleaned: dict[str, Any] = super().clean() or {}
        ground, words = cleaned.get("ground"), (cleaned.pop("words", "") or "").strip()
        if ground == OWN_WORDS and not words:
            self.add_error("words", "Ghi dấu hiệu, hoặc chọn một dấu hiệu có sẵn.")
        chosen = [ground] if ground and ground != OWN_WORDS else []
        return cleaned | {"ground": ". ".join([*chosen, words] if words else chosen)}


class SentOnForm(forms.Form):
    """Đã chuyển đi: the paper's number and on which day; looked at once more before it is kept."""

    number = forms.CharField(
        label="Số, ký hiệu văn bản đã gửi",
        help_text="Ví dụ: 15/PC-VPUB. Văn bản lấy số ở văn thư rồi mới gửi.",
        max_length=60,
        error_messages={"required": "Ghi số, ký hiệu của phiếu đã gửi."},
    )
    day = DayField(label="Ngày chuyển đi")


class KeepersForm(forms.Form):
    """Two accounts that alone see who denounces."""

    def __init__(self, conference: Conference, data: Any = None) -> None:
        super().__init__(data)
        named: list[User | None] = [*keepers_of(conference), None, None]
        for place, name in enumerate(("first", "second")):
            self.fields[name] = PersonField(
                possible_keepers(conference),
                label=("Người thứ nhất", "Người thứ hai")[place],
                initial=named[place],
                empty_label="Chọn một người",
                error_messages={"required": "Chọn một người của cơ quan chủ trì hoặc Văn phòng."},
            )

    def users(self) -> list[User]:
        """The two chosen."""
        return [self.cleaned_data["first"], self.cleaned_data["second"]]


class PersonField(forms.ModelChoiceField):
    """A person with the agency."""

    def label_from_instance(self, person: User) -> str:
        """`Trần Thị Bảy, Văn phòng UBND tỉnh`."""
        return f"{person.get_full_name()}, {person.agency.short_name if person.agency else ''}"

"""What officials decide of a question, and what they type in from paper or the telephone."""

from collections.abc import Sequence
from textwrap import shorten
from typing import Any

from django import forms

from doithoai.audit import clock
from doithoai.planning.models import Conference, Topic
from doithoai.questions.models import LETTER_KINDS, Channel, Question, QuestionKind
from doithoai.questions.rules import SET_ASIDE_REASONS
from doithoai.questions.rules.laws import GROUNDS_FOR_SETTING_ASIDE, in_force
from doithoai.vietnamese.letters import nfc
from doithoai.vietnamese.personal_data import mask

OWN_WORDS = "khac"


class DecisionForm(forms.Form):
    """A decision on a question as it stood when the page was opened."""

    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, question: Question, *args: Any, **kwargs: Any) -> None:
        kwargs["initial"] = {"version": question.version} | kwargs.get("initial", {})
        kwargs["auto_id"] = f"{type(self).__name__.lower()}_%s"
        super().__init__(*args, **kwargs)


class TopicField(forms.ModelChoiceField):
    """A topic of the plan by its number and first words."""

    def label_from_instance(self, topic: Topic) -> str:
        """Short enough for a list."""
        return f"{topic.position}. {shorten(topic.text, 90, placeholder=' …')}"


class SelectForm(DecisionForm):
    """Chọn: the official wording, what it is, under which topic."""

    wording = forms.CharField(
        label="Câu chữ chính thức",
        help_text="Sửa gọn nếu cần, giữ nguyên ý người gửi. Số điện thoại, số giấy tờ đã che.",
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={"required": "Viết câu hỏi sẽ chuyển đến cơ quan trả lời."},
    )
    kind = forms.ChoiceField(
        label="Loại",
        choices=[(kind.value, kind.label) for kind in QuestionKind if kind not in LETTER_KINDS],
    )

    def __init__(self, question: Question, *args: Any, **kwargs: Any) -> None:
        initial = {
            "wording": mask(nfc(question.wording)),
            "kind": question.kind,
            "topic": question.topic_id,
        }
        super().__init__(question, *args, initial=initial, **kwargs)
        self.fields["topic"] = TopicField(
            question.conference.topics.all(),
            label="Nội dung trong kế hoạch",
            required=False,
            empty_label="Không thuộc nội dung nào",
        )


class ReasonForm(forms.Form):
    """A lawful reason for leaving out, in words the sender is told."""

    ground = forms.ChoiceField(
        label="Lý do, người gửi sẽ đọc nguyên văn",
        choices=[*((reason, reason) for reason in SET_ASIDE_REASONS), (OWN_WORDS, "Lý do khác")],
        widget=forms.RadioSelect,
        error_messages={"required": "Chọn lý do để người gửi biết vì sao."},
    )
    words = forms.CharField(
        label="Nói rõ thêm",
        help_text="Bắt buộc khi chọn lý do khác. Ví dụ: gửi đến đâu thì được giải quyết.",
        required=False,
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        basis = in_force(GROUNDS_FOR_SETTING_ASIDE, clock.today())
        self.fields["ground"].help_text = f"Căn cứ: {basis}."

    def clean(self) -> dict[str, Any]:
        """The chosen reason and the added words as one."""
        cleaned: dict[str, Any] = super().clean() or {}
        ground, words = cleaned.get("ground"), (cleaned.get("words") or "").strip()
        if ground == OWN_WORDS and not words:
            self.add_error("words", "Viết lý do, hoặc chọn một lý do có sẵn.")
        parts = [ground] if ground and ground != OWN_WORDS else []
        return cleaned | {"reason": ". ".join([*parts, words] if words else parts)}


class SetAsideForm(DecisionForm, ReasonForm):
    """Để ngoài: one question, for a reason."""


class RestoreForm(DecisionForm):
    """Đưa về mới nhận: nothing more to say."""


SEARCH = forms.SearchInput(attrs={"placeholder": "Chữ, mã câu C-018, mã biên nhận"})


class ListFilter(forms.Form):
    """Topic, channel, words and order of the list."""

    tim = forms.CharField(label="Tìm trong câu hỏi", required=False, widget=SEARCH)

    def __init__(self, conference: Conference, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        topics = [(str(t.position), f"Nội dung {t.position}") for t in conference.topics.all()]
        self.fields["noi-dung"] = _choice("Nội dung", [("", "Mọi nội dung"), *topics])
        self.fields["cach-gui"] = _choice("Cách gửi", [("", "Mọi cách gửi"), *Channel.choices])
        self.fields["han"] = _choice("Hạn nhận", [("", "Trong và sau hạn"), ("sau", "Gửi sau hạn")])
        self.fields["xep"] = _choice("Xếp theo", list(ORDERS.items()))


ORDERS = {
    "": "Chưa quyết trước",
    "so": "Số thứ tự",
    "moi": "Mới nhận trước",
    "nhieu": "Nhiều phiếu trước",
}


def _choice(label: str, choices: list[tuple[str, Any]]) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, required=False, choices=choices)


class HallOrderForm(forms.Form):
    """The order of the hall's questions: one number for each."""

    def __init__(self, data: Any = None, *, listed: Sequence[Question]) -> None:
        super().__init__(data)
        self.listed = listed
        for place, question in enumerate(listed, start=1):
            self.fields[self.name_of(question)] = forms.IntegerField(
                label=f"Thứ tự của {question.code}",
                initial=place,
                min_value=1,
                max_value=999,
                widget=forms.TextInput({"size": "3", "inputmode": "numeric"}),
                error_messages=dict.fromkeys(
                    ("required", "invalid", "min_value", "max_value"),
                    f"Nhập thứ tự của {question.code}, ví dụ 1.",
                ),
            )

    @staticmethod
    def name_of(question: Question) -> str:
        """The field of a question."""
        return f"cau-{question.number}"

    def numbers(self) -> list[int]:
        """The questions' numbers in the order asked for; equal places keep their order."""
        place = {one.number: self.cleaned_data[self.name_of(one)] for one in self.listed}
        return sorted(place, key=lambda number: place[number])


class HandOverForm(forms.Form):
    """A word to the office with a batch of chosen questions."""

    note = forms.CharField(
        label="Lời gửi kèm",
        help_text="Để trống cũng được.",
        required=False,
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

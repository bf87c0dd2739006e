"""One deed on many questions: what each deed needs to know, and what it is called."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django import forms

from doithoai.answers.queries import agencies_to_ask
from doithoai.audit import clock
from doithoai.questions.actions.merging import TARGET_STATES
from doithoai.questions.models import Question
from doithoai.questions.rules import SET_ASIDE_REASONS
from doithoai.web.questions.forms import ReasonForm
from doithoai.web.questions.triage_desk import letter_of


class BulkForm(forms.Form):
    """What a deed on all the marked questions needs besides them: nothing."""

    def __init__(self, marked: Sequence[Question], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.marked = marked

    def more(self) -> dict[str, Any]:
        """What the action is given; before anything is filled in, what it would most likely be."""
        return {}


class BulkReasonForm(BulkForm, ReasonForm):
    """Để ngoài: one reason for all."""

    def more(self) -> dict[str, Any]:
        """The reason."""
        filled = self.is_bound and self.is_valid()
        return {"reason": self.cleaned_data["reason"] if filled else SET_ASIDE_REASONS[0]}


class BulkMergeForm(BulkForm):
    """Gộp: which of the marked questions holds the others."""

    def __init__(self, marked: Sequence[Any], *args: Any, **kwargs: Any) -> None:
        super().__init__(marked, *args, **kwargs)
        able = [one for one in marked if one.state in TARGET_STATES and not letter_of(one)]
        able = able or list(marked)
        self.first = max(able, key=lambda one: (one.asked, -one.number))
        self.fields["chinh"] = forms.TypedChoiceField(
            label="Câu chính, giữ các câu kia",
            coerce=int,
            choices=[(one.number, one.code) for one in able],
            error_messages={"required": "Chọn câu chính trong các câu đã đánh dấu."},
        )
        self.fields["wording"] = forms.CharField(
            label="Câu chữ chung sau khi gộp",
            help_text="Để trống thì giữ câu chữ của câu chính.",
            required=False,
            max_length=4_000,
            widget=forms.Textarea(attrs={"rows": 3}),
        )

    def more(self) -> dict[str, Any]:
        """The question that holds the others: at first the one asked by most."""
        if not (self.is_bound and self.is_valid()):
            return {"into": self.first}
        number = self.cleaned_data["chinh"]
        into = next(one for one in self.marked if one.number == number)
        wording = self.cleaned_data["wording"].strip()
        return {"into": into, "wording": wording} if wording else {"into": into}


class BulkAgencyForm(BulkForm):
    """Đặt cơ quan trả lời: one agency for all."""

    def __init__(self, marked: Sequence[Question], *args: Any, **kwargs: Any) -> None:
        super().__init__(marked, *args, **kwargs)
        self.fields["agency"] = forms.ModelChoiceField(
            agencies_to_ask(marked[0].conference, clock.today()),
            label="Cơ quan trả lời",
            empty_label="Chọn cơ quan",
            error_messages={"required": "Chọn cơ quan dự kiến trả lời các câu này."},
        )

    def more(self) -> dict[str, Any]:
        """The agency."""
        filled = self.is_bound and self.is_valid()
        return {"agency": self.cleaned_data["agency"] if filled else None}


@dataclass(frozen=True, slots=True)
class Deed:
    """A deed on many: its action, its form, what it is called, what is said when it is done."""

    verb: str
    form: type[BulkForm]
    label: str
    heading: str
    button: str
    note: str
    done: str


DEEDS = {
    "chon": Deed(
        "select",
        BulkForm,
        "Chọn, giữ nguyên câu chữ",
        "Chọn nhiều câu",
        "Chọn {count} câu",
        "Câu chữ, loại, nội dung giữ như đang có; số điện thoại, số giấy tờ được che.",
        "Đã chọn {count} câu.",
    ),
    "de-ngoai": Deed(
        "set_aside",
        BulkReasonForm,
        "Để ngoài, báo lý do",
        "Để nhiều câu ra ngoài",
        "Để {count} câu ra ngoài",
        "Người gửi từng câu đọc nguyên văn một lý do này; thư báo đi sau 10 phút.",
        "Đã để {count} câu ra ngoài.",
    ),
    "gop": Deed(
        "merge",
        BulkMergeForm,
        "Gộp vào một câu",
        "Gộp nhiều câu vào một câu",
        "Gộp {count} câu",
        "Phiếu của các câu gộp chuyển sang câu chính; lời gốc giữ nguyên, tách ra được.",
        "Đã gộp {count} câu vào {into}.",
    ),
    "co-quan": Deed(
        "set_lead",
        BulkAgencyForm,
        "Đặt cơ quan trả lời",
        "Đặt cơ quan trả lời cho nhiều câu",
        "Đặt cơ quan cho {count} câu",
        "Đây là cơ quan dự kiến; văn phòng chuyển câu hỏi ở mục Trả lời.",
        "Đã đặt cơ quan trả lời cho {count} câu.",
    ),
    "tra-ve": Deed(
        "restore",
        BulkForm,
        "Đưa về mới nhận",
        "Đưa nhiều câu về mới nhận",
        "Đưa {count} câu về mới nhận",
        "Quyết định cũ còn trong nhật ký.",
        "Đã đưa {count} câu về mới nhận.",
    ),
}

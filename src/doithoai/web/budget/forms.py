"""What each hand on the estimate fills in."""

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms

from doithoai.budget.actions import LineFacts, LineJudgement
from doithoai.budget.models import CostGroup, FundingSource
from doithoai.budget.rules import Norm
from doithoai.budget.states import EstimateState, LineVerdict
from doithoai.vietnamese.numbers import format_money
from doithoai.web.budget.fields import MoneyField
from doithoai.web.fields import CountField, DayField, NoteField, WordsField

MOST_PIECES, MOST_TIMES = 100_000, 1_000
CHOOSE = {"required": "Chọn một ý kiến."}


class VersionedForm(forms.Form):
    """A deed on a thing as it stood when the page was opened."""

    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("auto_id", f"{type(self).__name__.lower()}_%s")
        super().__init__(*args, **kwargs)


class StartForm(forms.Form):
    """Lập dự toán: whose money it is."""

    source = forms.ChoiceField(
        label="Nguồn kinh phí", choices=FundingSource.choices, widget=forms.RadioSelect
    )


class SourceForm(VersionedForm, StartForm):
    """Đổi nguồn kinh phí."""


class TakeForm(forms.Form):
    """Thêm một dòng đề xuất."""

    key = forms.CharField(widget=forms.HiddenInput, max_length=40)


class LineForm(VersionedForm):
    """One line of the estimate; a chosen norm fills in the basis."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    group = forms.ChoiceField(label="Nhóm", choices=CostGroup.choices)
    content = WordsField(
        label="Nội dung chi",
        max_length=300,
        error_messages={"required": "Nhập nội dung chi, ví dụ: Thuê hội trường."},
    )
    norm = forms.TypedChoiceField(
        label="Mức chi áp dụng",
        help_text="Mức có hiệu lực vào ngày hội nghị. Chọn thì căn cứ được ghi theo văn bản đó.",
        required=False,
        coerce=int,
        empty_value=None,
    )
    unit = WordsField(
        label="Đơn vị tính",
        max_length=60,
        widget=forms.TextInput({"size": "16"}),
        error_messages={"required": "Nhập đơn vị tính, ví dụ: đại biểu."},
    )
    quantity = CountField(label="Số lượng", min_value=1, max_value=MOST_PIECES)
    times = CountField(label="Số buổi, ngày, lần", initial=1, min_value=1, max_value=MOST_TIMES)
    rate = MoneyField(label="Đơn giá", message="Nhập đơn giá bằng chữ số, ví dụ 20.000.")
    basis = WordsField(
        label="Căn cứ, ghi chú",
        help_text="Văn bản quy định mức chi, hoặc báo giá, hợp đồng.",
        max_length=300,
        required=False,
    )
    basis_on = DayField(label="Ngày của căn cứ", required=False)

    def __init__(self, norms: Iterable[Norm], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.norms = {norm.key: norm for norm in norms}
        named = [(key, _norm_words(norm)) for key, norm in self.norms.items()]
        field: Any = self.fields["norm"]
        field.choices = [("", "Không theo mức nào, chi theo thực tế"), *named]

    @property
    def facts(self) -> LineFacts:
        """The line as the action takes it."""
        data = self.cleaned_data
        norm = self.norms.get(data["norm"])
        own = bool(data["basis"]) or norm is None
        return LineFacts(
            group=data["group"],
            content=data["content"],
            unit=data["unit"],
            quantity=data["quantity"],
            times=data["times"],
            rate=data["rate"],
            norm_id=data["norm"],
            basis=data["basis"] if own or norm is None else norm.basis,
            basis_on=data["basis_on"] if own or norm is None else norm.basis_on,
        )


def _norm_words(norm: Norm) -> str:
    return f"{norm.content}: tối đa {format_money(norm.ceiling)}, {norm.basis}"


class JudgeForm(VersionedForm):
    """Ý kiến về một dòng; the numbers count when the line is changed."""

    verdict = forms.ChoiceField(
        label="Ý kiến về dòng này",
        choices=[
            (LineVerdict.AGREED, "Đồng ý"),
            (LineVerdict.CHANGED, "Điều chỉnh số lượng, số lần, đơn giá"),
            (LineVerdict.STRUCK, "Không chấp nhận"),
        ],
        widget=forms.RadioSelect,
        error_messages=CHOOSE,
    )
    quantity = CountField(label="Số lượng đồng ý", required=False, max_value=MOST_PIECES)
    times = CountField(label="Số buổi, ngày, lần đồng ý", required=False, max_value=MOST_TIMES)
    rate = MoneyField(label="Đơn giá đồng ý", required=False)
    reason = NoteField(
        label="Lý do",
        help_text="Cơ quan lập dự toán đọc nguyên văn. Bắt buộc khi không đồng ý trọn dòng.",
        required=False,
        rows=3,
    )

    def clean(self) -> dict[str, Any]:
        """A change has its three numbers; whatever is not agreed has a reason."""
        cleaned: dict[str, Any] = super().clean() or {}
        verdict = cleaned.get("verdict")
        if verdict == LineVerdict.CHANGED:
            for name in ("quantity", "times", "rate"):
                if cleaned.get(name) is None and name not in self.errors:
                    self.add_error(name, "Nhập số sau khi điều chỉnh.")
        if verdict in {LineVerdict.CHANGED, LineVerdict.STRUCK} and not cleaned.get("reason"):
            self.add_error("reason", "Nêu lý do để cơ quan lập dự toán biết.")
        return cleaned

    @property
    def judgement(self) -> LineJudgement:
        """What the action takes."""
        data = self.cleaned_data
        numbers = {name: data[name] or 0 for name in ("quantity", "times", "rate")}
        return LineJudgement(verdict=data["verdict"], reason=data["reason"], **numbers)


class DecisionForm(VersionedForm):
    """A verdict on the whole; a return says why, nothing is chosen beforehand."""

    choices: Sequence[tuple[str, str]] = ()
    note = NoteField(
        label="Ý kiến chung, lý do trả lại", help_text="Bắt buộc khi trả lại.", required=False
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["verdict"] = forms.ChoiceField(
            label="Ý kiến", choices=self.choices, widget=forms.RadioSelect, error_messages=CHOOSE
        )

    def clean(self) -> dict[str, Any]:
        """The reason of a return."""
        cleaned: dict[str, Any] = super().clean() or {}
        if cleaned.get("verdict") == EstimateState.RETURNED and not cleaned.get("note"):
            self.add_error("note", "Nêu rõ lý do để cơ quan lập dự toán sửa lại.")
        return cleaned


class AppraiseForm(DecisionForm):
    """Thẩm định: pass, report upward, return."""

    choices = (
        (EstimateState.APPRAISED, "Đồng ý, trình phê duyệt"),
        (EstimateState.ESCALATED, "Vượt thẩm quyền, báo cáo cấp có thẩm quyền"),
        (EstimateState.RETURNED, "Trả lại để sửa"),
    )
    to = WordsField(label="Báo cáo ai", max_length=200, required=False)
    text = NoteField(
        label="Nội dung báo cáo, đề xuất",
        help_text="Phần nào vượt thẩm quyền, vì sao, đề xuất mức nào.",
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        """A report says to whom and what."""
        cleaned = super().clean()
        if cleaned.get("verdict") == EstimateState.ESCALATED:
            for name, message in (
                ("to", "Nhập cấp có thẩm quyền quyết định."),
                ("text", "Nêu phần vượt thẩm quyền và đề xuất."),
            ):
                if not cleaned.get(name):
                    self.add_error(name, message)
        return cleaned


class ApproveForm(DecisionForm):
    """Duyệt."""

    choices = (
        (EstimateState.APPROVED, "Duyệt dự toán theo số đã thẩm định"),
        (EstimateState.RETURNED, "Trả lại để sửa"),
    )


class AnswerForm(DecisionForm):
    """Trả lời của cấp có thẩm quyền."""

    choices = (
        (EstimateState.APPROVED, "Cấp có thẩm quyền đồng ý"),
        (EstimateState.RETURNED, "Cấp có thẩm quyền không đồng ý, trả lại để sửa"),
    )
    number = WordsField(
        label="Số văn bản trả lời",
        max_length=100,
        widget=forms.TextInput({"size": "24"}),
        error_messages={"required": "Nhập số, ký hiệu của văn bản trả lời."},
    )
    day = DayField(label="Ngày văn bản")
    field_order = ["version", "number", "day", "verdict", "note"]

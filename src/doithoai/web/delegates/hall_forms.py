"""What officials type to lay out the hall and to seat people."""

from typing import Any

from django import forms
from django.forms import BaseFormSet, formset_factory

from doithoai.delegates.actions import BlockPlan
from doithoai.delegates.models import BlockKind, QuotaLine, SeatBlock
from doithoai.delegates.queries import SeatMap
from doithoai.delegates.seating import Spot, read_spot
from doithoai.planning.models import Conference

BLANK_BLOCKS = 2
MOST_BLOCKS = 40


HOW = "Ghi ghế theo mẫu A4-10: chữ của khối, số hàng, số ghế."


class SpotField(forms.Field):
    """A seat by its name."""

    default_error_messages = {"required": HOW}

    def to_python(self, value: str | None) -> Spot | None:
        """A Spot; None for nothing."""
        typed = (value or "").strip()
        if not typed:
            return None
        spot = read_spot(typed[:12])
        if spot is None:
            raise forms.ValidationError(HOW)
        return spot


class SeatDeedForm(forms.Form):
    """One deed on a seat: who, from which seat, to which."""

    nguoi = forms.IntegerField(required=False, error_messages={"invalid": "Chọn đại biểu."})
    ghe = SpotField(label="Ghế", required=False)
    den = SpotField(label="Đến ghế", required=False)


class BlockForm(forms.Form):
    """One block of the hall; a row left without a letter counts for nothing."""

    position = forms.IntegerField(label="Thứ tự", min_value=1, max_value=99, required=False)
    letter = forms.RegexField(
        label="Chữ",
        regex=r"(?i)[a-z]{1,2}",
        required=False,
        error_messages={"invalid": "Đặt một hoặc hai chữ cái không dấu, ví dụ A."},
    )
    name = forms.CharField(label="Tên khối", max_length=120, required=False)
    kind = forms.ChoiceField(label="Dành cho", choices=BlockKind, initial=BlockKind.AUDIENCE)
    rows = forms.IntegerField(label="Số hàng", min_value=1, max_value=60, required=False)
    seats_per_row = forms.IntegerField(
        label="Ghế mỗi hàng", min_value=1, max_value=60, required=False
    )
    aisles = forms.ChoiceField(
        label="Lối đi dọc", choices=[("0", "Không"), ("1", "1"), ("2", "2")], initial="2"
    )
    spare = forms.IntegerField(
        label="Ghế dự phòng", min_value=0, max_value=3600, required=False, initial=0
    )

    def __init__(self, *args: Any, conference: Conference, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["quota_line"] = forms.ModelChoiceField(
            QuotaLine.objects.filter(conference=conference, parent=None),
            label="Mục của bảng phân bổ",
            required=False,
            empty_label="Không riêng mục nào",
        )
        for name in ("position", "rows", "seats_per_row", "spare"):
            self.fields[name].widget.attrs["size"] = "4"
            self.fields[name].error_messages["invalid"] = "Ghi một số."

    def clean_letter(self) -> str:
        """Letters are capitals on cards."""
        typed: str = self.cleaned_data["letter"]
        return typed.upper()

    def clean(self) -> dict[str, Any]:
        """A lettered block has a name, rows and seats."""
        cleaned: dict[str, Any] = super().clean() or {}
        if not cleaned.get("letter"):
            return cleaned
        wanted = {
            "name": "Đặt tên khối, ví dụ: Cấp tỉnh.",
            "rows": "Ghi số hàng, từ 1 đến 60.",
            "seats_per_row": "Ghi số ghế mỗi hàng, từ 1 đến 60.",
        }
        for name, message in wanted.items():
            if not cleaned.get(name) and name not in self.errors:
                self.add_error(name, message)
        return cleaned

    def plan(self) -> BlockPlan:
        """The block as the action takes it."""
        data = self.cleaned_data
        return BlockPlan(
            letter=data["letter"],
            name=data["name"],
            rows=data["rows"],
            seats_per_row=data["seats_per_row"],
            kind=data["kind"],
            aisles=int(data["aisles"]),
            quota_line=data["quota_line"],
            spare=data["spare"] or 0,
        )


class LayoutForm(forms.Form):
    """The version of the hall the rows belong to."""

    version = forms.IntegerField(widget=forms.HiddenInput)


BlockFormSet: type[BaseFormSet[BlockForm]] = formset_factory(
    BlockForm, extra=BLANK_BLOCKS, max_num=MOST_BLOCKS, absolute_max=MOST_BLOCKS + BLANK_BLOCKS
)


def block_rows(conference: Conference, hall: SeatMap, data: Any = None) -> "BaseFormSet[BlockForm]":
    """The blocks as rows of a form, and two blank ones."""
    initial = [_initial(one.block, one.spare) for one in hall.blocks]
    return BlockFormSet(
        data, initial=initial, prefix="khoi", form_kwargs={"conference": conference}
    )


def block_plans(rows: "BaseFormSet[BlockForm]") -> list[BlockPlan]:
    """The lettered rows in the order of their numbers, unnumbered ones last."""
    filled = [form for form in rows.forms if form.cleaned_data.get("letter")]
    filled.sort(key=lambda form: form.cleaned_data.get("position") or MOST_BLOCKS * 10)
    return [form.plan() for form in filled]


def spot_from(typed: str) -> Spot | None:
    """The seat an address names."""
    return read_spot(typed) if typed else None


def _initial(block: SeatBlock, spare: int) -> dict[str, Any]:
    return {
        "position": block.position,
        "letter": block.letter,
        "name": block.name,
        "kind": block.kind,
        "rows": block.rows,
        "seats_per_row": block.seats_per_row,
        "aisles": str(block.aisles),
        "spare": spare,
        "quota_line": block.quota_line_id,
    }

"""What people fill in on the room's pages: shape only."""

from typing import Any

from django import forms
from django.db.models import QuerySet

from doithoai.directory.models import Agency, User
from doithoai.planning.models import Conference
from doithoai.programme.models import ItemKind, PreparationKind
from doithoai.programme.queries import agencies_to_choose, items_of
from doithoai.programme.states import PreparationState
from doithoai.web.fields import CountField, DayField, NoteField, WordsField

BY_WORDS = "Theo lời văn của mục"
LONGEST_ITEM = 600


class AgencyField(forms.ModelChoiceField):
    """One agency by its full name."""

    def label_from_instance(self, obj: Any) -> str:
        """Its full name."""
        return str(obj.name)


class ItemChoiceField(forms.ModelChoiceField):
    """One item of the programme by its number and words."""

    def label_from_instance(self, obj: Any) -> str:
        """`3. Khai mạc hội nghị`, cut between words."""
        words = str(obj.name).split()
        short = " ".join(words[:12]) + (" …" if len(words) > 12 else "")
        return f"{obj.position}. {short}"


def agency_field(agencies: "QuerySet[Agency]", **options: Any) -> AgencyField:
    """A list of agencies to choose one from."""
    options = {"label": "Cơ quan chuẩn bị", "empty_label": "Chưa giao", **options}
    missing = {"required": "Chọn cơ quan.", "invalid_choice": "Chọn cơ quan trong danh sách."}
    return AgencyField(queryset=agencies, error_messages=missing, **options)


class VersionForm(forms.Form):
    """A deed on a thing as it stood when the page was shown."""

    version = forms.IntegerField(widget=forms.HiddenInput)


class ItemForm(forms.Form):
    """One item of the programme."""

    name = WordsField(
        label="Nội dung",
        rows=2,
        max_length=600,
        error_messages={"required": "Nhập nội dung của mục."},
    )
    kind = forms.ChoiceField(
        label="Loại", required=False, choices=[("", BY_WORDS), *ItemKind.choices]
    )
    minutes = CountField(
        label="Thời lượng",
        help_text="Để trống thì lấy số phút đề xuất theo loại.",
        required=False,
        min_value=1,
        max_value=LONGEST_ITEM,
        message="Nhập số phút từ 1 đến 600.",
    )
    performer = WordsField(label="Thực hiện", required=False, max_length=300)
    part = WordsField(
        label="Phần",
        help_text="Các mục liền nhau cùng một phần thì ghi giống nhau; để trống cũng được.",
        required=False,
        max_length=300,
    )

    def __init__(self, user: User, conference: Conference, day: Any, *args: Any, **kw: Any) -> None:
        super().__init__(*args, **kw)
        agencies = agencies_to_choose(user, conference, day)
        self.fields["agency"] = agency_field(agencies, required=False)


class NewItemForm(ItemForm):
    """A new item and where it stands; its token makes of one form one item."""

    token = forms.UUIDField(widget=forms.HiddenInput, required=False)

    def __init__(self, user: User, conference: Conference, day: Any, *args: Any, **kw: Any) -> None:
        super().__init__(user, conference, day, *args, **kw)
        self.fields["after"] = ItemChoiceField(
            label="Đặt sau mục",
            queryset=items_of(conference),
            required=False,
            empty_label="Cuối chương trình",
        )


class AmendItemForm(ItemForm, VersionForm):
    """An item as it is to stand; kind and minutes are said."""

    kind = forms.ChoiceField(label="Loại", choices=ItemKind.choices)
    minutes = CountField(
        label="Thời lượng",
        min_value=1,
        max_value=LONGEST_ITEM,
        message="Nhập số phút từ 1 đến 600.",
    )


class PreparationForm(forms.Form):
    """What is made ready, by whom, by when."""

    kind = forms.ChoiceField(label="Loại", choices=PreparationKind.choices)
    name = WordsField(label="Nội dung", rows=2, max_length=600)
    due = DayField(label="Hạn", required=False)
    minutes = CountField(
        label="Thời lượng",
        help_text="Chỉ ghi khi chiếm giờ của hội nghị, ví dụ phóng sự 8 phút.",
        required=False,
        min_value=1,
        max_value=LONGEST_ITEM,
        message="Nhập số phút từ 1 đến 600.",
    )

    def __init__(self, user: User, conference: Conference, day: Any, *args: Any, **kw: Any) -> None:
        super().__init__(*args, **kw)
        agencies = agencies_to_choose(user, conference, day)
        self.fields["agency"] = agency_field(agencies, required=False)


class AmendPreparationForm(PreparationForm, VersionForm):
    """The same for one that is already there."""


class ReportForm(VersionForm):
    """How a preparation goes."""

    state = forms.ChoiceField(
        label="Tình hình",
        widget=forms.RadioSelect,
        choices=[
            (state.value, state.label)
            for state in (
                PreparationState.NOT_BEGUN,
                PreparationState.DOING,
                PreparationState.READY,
            )
        ],
    )
    people = WordsField(
        label="Người làm",
        help_text="Họ tên, chức vụ; số điện thoại công vụ nếu cần.",
        rows=2,
        required=False,
        max_length=600,
    )
    note = NoteField(label="Ghi chú", required=False, max_length=2000)


class ReasonForm(VersionForm):
    """A decision that says why."""

    reason = NoteField(
        label="Lý do", rows=3, max_length=1000, error_messages={"required": "Nêu rõ lý do."}
    )


class AwardForm(forms.Form):
    """Somebody to be honoured."""

    recipient = WordsField(label="Cá nhân hoặc tập thể", max_length=200)
    is_group = forms.BooleanField(label="Là tập thể", required=False)
    unit = WordsField(label="Đơn vị", required=False, max_length=200)
    achievement = NoteField(
        label="Thành tích", max_length=2000, error_messages={"required": "Nêu tóm tắt thành tích."}
    )
    form = WordsField(
        label="Hình thức khen thưởng",
        help_text="Ví dụ: Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh.",
        max_length=200,
    )


class AmendAwardForm(AwardForm, VersionForm):
    """The same for a line that is already there."""


class DecisionForm(VersionForm):
    """Number and day of the signed decision."""

    decision_number = WordsField(label="Số quyết định", max_length=60)
    decision_on = DayField(label="Ngày quyết định")


class CueForm(forms.Form):
    """One moment of the script."""

    title = WordsField(label="Lúc", max_length=300)
    speaker = WordsField(label="Thực hiện", required=False, max_length=300)
    text = NoteField(
        label="Lời dẫn", rows=12, max_length=10_000, error_messages={"required": "Nhập lời dẫn."}
    )
    minutes = CountField(
        label="Số phút",
        help_text="Ghi 0 khi đã tính trong mục chương trình.",
        max_value=LONGEST_ITEM,
        message="Nhập số phút từ 0 đến 600.",
    )


class EditCueForm(CueForm, VersionForm):
    """The same for a cue that is already there."""

"""A person of the list: named, corrected, replaced, withdrawn."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile

from doithoai.delegates.models import Delegate, DelegateKind, QuotaLine
from doithoai.delegates.people import LONGEST, Person
from doithoai.directory.models import Agency
from doithoai.vietnamese.phones import read_phone
from doithoai.web.fields import CountField, NoteField, WordsField

MOST_BYTES = 2_000_000
MOST_RANK = 999
PAID = (("", "Chưa rõ"), ("1", "Có"), ("0", "Không"))


class PersonForm(forms.Form):
    """Who comes; a name or a post at least."""

    full_name = WordsField(
        label="Họ và tên",
        help_text="Chưa biết tên thì để trống và ghi chức vụ.",
        max_length=LONGEST["full_name"],
        required=False,
    )
    post = WordsField(label="Chức vụ", max_length=LONGEST["post"], required=False)
    organisation = WordsField(
        label="Nơi công tác, nơi ở", max_length=LONGEST["organisation"], required=False
    )
    phone = forms.CharField(
        label="Số điện thoại",
        required=False,
        max_length=LONGEST["phone"],
        widget=forms.TelInput(attrs={"size": "16"}),
    )
    email = forms.EmailField(
        label="Thư điện tử",
        required=False,
        max_length=LONGEST["email"],
        error_messages={"invalid": "Viết địa chỉ thư theo mẫu ten@vidu.vn, hoặc để trống."},
    )
    wants_to_speak = forms.BooleanField(label="Đăng ký phát biểu", required=False)
    paid_by_budget = forms.TypedChoiceField(
        label="Ngân sách chi trả chế độ",
        choices=PAID,
        required=False,
        coerce=lambda typed: typed == "1",
        empty_value=None,
    )

    def clean_phone(self) -> str:
        """Digits alone."""
        try:
            return read_phone(self.cleaned_data["phone"])
        except ValueError as fault:
            raise forms.ValidationError(str(fault)) from fault

    def clean(self) -> dict[str, Any]:
        """A person is known by name or by post."""
        cleaned: dict[str, Any] = super().clean() or {}
        if not cleaned.get("full_name") and not cleaned.get("post") and not self.errors:
            self.add_error("full_name", "Ghi họ và tên, hoặc chức vụ nếu chưa biết tên.")
        return cleaned

    @property
    def person(self) -> Person:
        """What the actions take."""
        return Person(**{name: self.cleaned_data[name] for name in Person.__dataclass_fields__})


class OrganiserForm(PersonForm):
    """Thêm đại biểu, khách mời, báo chí by who organises."""

    kind = forms.ChoiceField(label="Dự với tư cách", choices=DelegateKind)

    def __init__(
        self, lines: Iterable[QuotaLine], agencies: Iterable[Agency], *args: Any, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.lines = {str(line.pk): line for line in lines}
        self.agencies = {str(agency.pk): agency for agency in agencies}
        self.fields["quota_line"] = _choice("Tính vào dòng phân bổ", "Ngoài bảng", self.lines)
        self.fields["agency"] = _choice("Cơ quan sẽ báo tên", "Không có", self.agencies)
        self.order_fields(["kind", "full_name", "post", "organisation", "quota_line", "agency"])

    @property
    def place(self) -> dict[str, Any]:
        """Kind, line and agency for the action."""
        data = self.cleaned_data
        return {
            "kind": data["kind"],
            "quota_line": self.lines.get(data["quota_line"]),
            "agency": self.agencies.get(data["agency"]),
        }


class AmendForm(PersonForm):
    """Sửa as it stood when the page was opened; rank and kind when the person may.

    Phone and e-mail stand in it only when the person asked to see them, which is kept.
    """

    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(
        self,
        delegate: Delegate,
        *args: Any,
        is_organiser: bool,
        with_contacts: bool = False,
        **kwargs: Any,
    ) -> None:
        known = {name: getattr(delegate, name) for name in self.base_fields}
        paid = {None: "", True: "1", False: "0"}[delegate.paid_by_budget]
        initial = known | {"paid_by_budget": paid, "kind": delegate.kind, "rank": delegate.rank}
        kwargs |= {"initial": initial, "auto_id": "amend_%s"}
        super().__init__(*args, **kwargs)
        if not with_contacts:
            del self.fields["phone"], self.fields["email"]
        if is_organiser:
            self.fields["kind"] = forms.ChoiceField(label="Dự với tư cách", choices=DelegateKind)
            self.fields["rank"] = CountField(
                label="Thứ tự lễ tân",
                help_text="Số nhỏ được giới thiệu và xếp chỗ trước.",
                max_value=MOST_RANK,
                message="Nhập số từ 0 đến 999.",
            )


class SubstituteForm(PersonForm):
    """Thay người: who comes instead, and why."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    reason = NoteField(
        label="Lý do thay", rows=2, error_messages={"required": "Nêu lý do thay người."}
    )

    def __init__(self, delegate: Delegate, *args: Any, **kwargs: Any) -> None:
        initial = {"version": delegate.version, "organisation": delegate.organisation}
        kwargs |= {"initial": initial, "auto_id": "substitute_%s"}
        super().__init__(*args, **kwargs)

    @property
    def terms(self) -> dict[str, Any]:
        """Why, and of which version."""
        return {name: self.cleaned_data[name] for name in ("reason", "version")}


class WithdrawForm(forms.Form):
    """Rút: why."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    reason = NoteField(
        label="Lý do rút", rows=2, error_messages={"required": "Nêu lý do rút đại biểu."}
    )

    def __init__(self, delegate: Delegate, *args: Any, **kwargs: Any) -> None:
        initial = {"version": delegate.version}
        kwargs |= {"initial": initial, "auto_id": "withdraw_%s"}
        super().__init__(*args, **kwargs)


class SheetForm(forms.Form):
    """Tệp Excel: one list of people."""

    sheet = forms.FileField(
        label="Tệp danh sách (.xlsx)",
        help_text="Nặng không quá 2 MB. Tên cột, thứ tự cột có thể khác mẫu.",
        widget=forms.FileInput(attrs={"accept": ".xlsx", "class": "file-drop"}),
        error_messages={
            "required": "Chọn tệp danh sách.",
            "empty": "Chọn lại tệp. Tệp vừa chọn không có nội dung.",
        },
    )

    def clean_sheet(self) -> UploadedFile:
        """Light enough."""
        sheet: UploadedFile = self.cleaned_data["sheet"]
        if (sheet.size or 0) > MOST_BYTES:
            raise forms.ValidationError("Chọn tệp nhẹ hơn 2 MB, hoặc bỏ bớt ảnh trong tệp.")
        return sheet


def _choice(label: str, none: str, things: dict[str, Any]) -> forms.ChoiceField:
    choices = [("", none), *((key, str(thing)[:110]) for key, thing in things.items())]
    return forms.ChoiceField(label=label, choices=choices, required=False)

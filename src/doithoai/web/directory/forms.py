"""Shapes of what administrators type."""

from datetime import timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from doithoai.audit import clock
from doithoai.directory.models import Agency, AgencyKind, HolidayKind, Level, Place, Right
from doithoai.directory.queries import Resolver
from doithoai.web.directory.lines import HeirLines, Lines, PhraseLines, resolved_heirs

DAY = "Ngày/tháng/năm, ví dụ 1/7/2025. Để trống nếu không có."


class PlaceField(forms.ModelChoiceField):
    """Provinces and cities, each with its years."""

    def label_from_instance(self, place: Any) -> str:
        """Old and new places of one name are told apart."""
        return str(place.name_with_years)


class AgencyField(forms.ModelChoiceField):
    """Agencies, each with its place."""

    def label_from_instance(self, agency: Any) -> str:
        """The same department exists in many places."""
        return f"{agency.place.name_with_years}: {agency.name}"


class AgencyForm(forms.Form):
    """One agency with its other names."""

    name = forms.CharField(label="Tên đầy đủ", max_length=200)
    short_name = forms.CharField(label="Tên gọi tắt", max_length=80)
    kind = forms.ChoiceField(label="Loại", choices=AgencyKind.choices)
    level = forms.ChoiceField(label="Cấp", choices=Level.choices)
    aliases = Lines(
        label="Tên gọi khác", required=False, help_text="Mỗi dòng một cách viết gặp trong văn bản."
    )
    responsibilities = Lines(
        label="Lĩnh vực", required=False, help_text="Mỗi dòng một lĩnh vực phụ trách."
    )
    valid_from = forms.DateField(label="Có từ ngày", required=False, help_text=DAY)
    valid_to = forms.DateField(label="Đến hết ngày", required=False, help_text=DAY)
    successors = HeirLines(
        label="Cơ quan kế thừa",
        required=False,
        help_text="Mỗi dòng một cơ quan: Tên cơ quan | lĩnh vực chuyển sang.",
    )
    phrases = PhraseLines(
        label="Cụm từ nhận biết câu hỏi",
        required=False,
        help_text="Thêm vào các cụm từ có sẵn. Mỗi dòng một cụm từ: cụm từ | trọng số; "
        "không ghi trọng số thì tính là 1,0.",
    )

    def __init__(self, *args: Any, place: Place | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.known_place = place

    def clean(self) -> dict[str, Any]:
        """Find the successors among the agencies of the same place."""
        typed = self.cleaned_data
        place = self.known_place or typed.get("place")
        pairs = typed.get("successors")
        if place and pairs:
            last = typed.get("valid_to")
            resolver = Resolver.of(place, last + timedelta(1) if last else clock.today())
            named = {name: resolver.named(name) for name, _ in pairs}
            try:
                typed["successors"] = list(resolved_heirs(pairs, named))
            except ValidationError as error:
                self.add_error("successors", error)
        return typed

    def values(self) -> dict[str, Any]:
        """What was typed, under the names of the agency's own fields."""
        typed = dict(self.cleaned_data)
        fields = typed.pop("responsibilities")
        return typed | {"fields": fields}


class NewAgencyForm(AgencyForm):
    """An agency that is not in the catalogue yet."""

    place = PlaceField(label="Địa phương", queryset=Place.objects.all())
    key = forms.SlugField(
        label="Mã", max_length=80, help_text="Chữ thường không dấu, ví dụ so-du-lich."
    )
    field_order = ("place", "key", "name", "short_name")


class PlaceForm(forms.Form):
    """A province whose standard agencies are wanted."""

    place = PlaceField(label="Địa phương", queryset=Place.objects.all())


class AccountForm(forms.Form):
    """One account."""

    full_name = forms.CharField(label="Họ và tên", max_length=120)
    post = forms.CharField(label="Chức vụ", max_length=120, required=False)
    agency = AgencyField(
        label="Cơ quan", queryset=Agency.objects.select_related("place").order_by("place", "name")
    )
    right = forms.ChoiceField(
        label="Quyền",
        choices=Right.choices,
        help_text="Việc được làm còn tùy vai trò của cơ quan ở từng hội nghị.",
    )
    email = forms.EmailField(label="Thư điện tử", required=False, max_length=254)
    is_administrator = forms.BooleanField(label="Quản trị danh mục, tài khoản", required=False)
    is_active = forms.BooleanField(label="Đang dùng", required=False, initial=True)


class NewAccountForm(AccountForm):
    """A new account and its first password."""

    username = forms.RegexField(
        r"^[a-z0-9._-]+$",
        label="Tên đăng nhập",
        max_length=60,
        error_messages={"invalid": "Dùng chữ thường không dấu, chữ số, dấu chấm, ví dụ lan.nv."},
    )
    password = forms.CharField(
        label="Mật khẩu lần đầu",
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text="Ít nhất 8 ký tự, có chữ thường, chữ hoa, chữ số và ký tự đặc biệt.",
    )
    field_order = ("username", "password", "full_name")


class PasswordForm(forms.Form):
    """A new password for someone who lost theirs."""

    password = forms.CharField(
        label="Mật khẩu mới",
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text="Ít nhất 8 ký tự, có chữ thường, chữ hoa, chữ số và ký tự đặc biệt.",
    )


class HolidayForm(forms.Form):
    """A day off, or a weekend day that is worked."""

    day = forms.DateField(label="Ngày", help_text="Ví dụ 2/9/2026.")
    name = forms.CharField(label="Tên", max_length=120)
    kind = forms.ChoiceField(label="Loại", choices=HolidayKind.choices)

"""The list of delegates: filtered, counted, as rows of a page or of a sheet."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.db.models import Count, QuerySet
from django.utils.http import urlencode

from doithoai.delegates.models import Delegate, DelegateKind, QuotaLine
from doithoai.delegates.queries import DelegateFilter
from doithoai.delegates.states import DelegateState
from doithoai.directory.models import Agency
from doithoai.web.requests import key_from

HEAD = (
    *("Mã", "Họ và tên", "Chức vụ", "Nơi công tác, nơi ở", "Tư cách", "Dòng phân bổ"),
    *("Cơ quan cử", "Trạng thái", "Thay cho", "Đăng ký phát biểu", "Ngân sách chi trả"),
)
CONTACTS_HEAD = (*HEAD, "Số điện thoại", "Thư điện tử")
FILTERS = ("trang-thai", "dong", "co-quan", "loai", "tim", "xep")
PAID = {None: "", True: "có", False: "không"}


@dataclass(frozen=True, slots=True)
class Chip:
    """One state as a link, with how many delegates stand so."""

    label: str
    url: str
    pressed: bool
    count: int


def wanted(query: Mapping[str, str]) -> DelegateFilter:
    """What the address asks for; what it cannot mean narrows nothing."""
    state, kind = query.get("trang-thai", ""), query.get("loai", "")
    return DelegateFilter(
        state=state if state in DelegateState.values else "",
        line=key_from(query, "dong"),
        agency=key_from(query, "co-quan"),
        kind=kind if kind in DelegateKind.values else "",
        words=query.get("tim", "")[:200],
        by_name=query.get("xep") == "ten",
    )


def chips(delegates: "QuerySet[Delegate]", query: Mapping[str, str]) -> list[Chip]:
    """All states with their counts; a pressed one links back to all."""
    counts = dict(delegates.order_by().values_list("state").annotate(Count("pk")))
    return [_chip(state, counts.get(state.value, 0), query) for state in DelegateState]


def rest(query: Mapping[str, str], *without: str) -> dict[str, str]:
    """The filters in force, without some and without the page."""
    return {name: query[name] for name in FILTERS if name not in without and query.get(name)}


def rows(delegates: Iterable[Delegate], *, contacts: bool = False) -> Iterator[tuple[Any, ...]]:
    """The list for Excel; phones and e-mails only where who takes it has been noted."""
    for one in delegates:
        told = (one.phone, one.email) if contacts else ()
        yield (
            one.badge,
            one.full_name,
            one.post,
            one.organisation,
            one.get_kind_display(),
            one.quota_line.name if one.quota_line else "",
            one.agency.name if one.agency else "",
            one.get_state_display(),
            one.replaces.shown_name if one.replaces else "",
            "có" if one.wants_to_speak else "",
            PAID[one.paid_by_budget],
            *told,
        )


class ListFilter(forms.Form):
    """Words, line, agency, kind and order of the list."""

    tim = forms.CharField(
        label="Tìm tên, chức vụ, nơi công tác hoặc mã; không cần dấu",
        required=False,
        widget=forms.SearchInput(attrs={"placeholder": "Tên, chức vụ, đơn vị, mã"}),
    )

    def __init__(
        self, lines: Iterable[QuotaLine], agencies: Iterable[Agency], *args: Any, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        named = [(str(one.pk), _line_label(one)) for one in lines]
        senders = [(str(one.pk), one.short_name) for one in agencies]
        self.fields["dong"] = _choice("Nhóm", "Mọi nhóm", named)
        self.fields["co-quan"] = _choice("Cơ quan cử", "Mọi cơ quan", senders)
        self.fields["loai"] = _choice("Tư cách", "Mọi tư cách", DelegateKind.choices)
        self.fields["xep"] = _choice("Xếp theo", "Theo lễ tân", [("ten", "Theo tên")])


def _line_label(line: QuotaLine) -> str:
    lead = "\u2003" if line.parent_id else ""
    return f"{lead}{line.no} {line.name}"[:70].rstrip()


def _choice(label: str, none: str, choices: Iterable[tuple[str, Any]]) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, required=False, choices=[("", none), *choices])


def _chip(state: DelegateState, count: int, query: Mapping[str, str]) -> Chip:
    pressed = query.get("trang-thai") == state.value
    kept = rest(query, "trang-thai") | ({} if pressed else {"trang-thai": state.value})
    return Chip(str(state.label), f"?{urlencode(kept)}", pressed, count)

"""The list of commitments: its filters, its figures, its rows for Excel."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from django import forms

from doithoai.conclusions.queries import CommitmentFigures, CommitmentFilter
from doithoai.conclusions.states import CommitmentState
from doithoai.directory.models import Agency
from doithoai.web.portal.promises import Shown
from doithoai.web.requests import key_from

HEAD = (
    "Số",
    "Cam kết",
    "Cơ quan chủ trì",
    "Cơ quan phối hợp",
    "Hạn",
    "Trạng thái",
    "Số ngày làm việc quá hạn",
    "Ngày báo cáo đã làm xong",
    "Câu hỏi",
)
FILTERS = ("co-quan", "trang-thai", "tre", "sap-xep")


class FilterForm(forms.Form):
    """Agency and state of the list."""

    def __init__(self, agencies: Iterable[Agency], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        names = [(str(agency.pk), agency.short_name) for agency in agencies]
        self.fields["co-quan"] = forms.ChoiceField(
            label="Cơ quan", required=False, choices=[("", "Mọi cơ quan"), *names]
        )
        self.fields["trang-thai"] = forms.ChoiceField(
            label="Trạng thái",
            required=False,
            choices=[("", "Mọi trạng thái"), *CommitmentState.choices],
        )


class PublicFilter(forms.Form):
    """The same for everyone, agencies by their full names."""

    def __init__(self, names: list[tuple[str, str]], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["co-quan"] = forms.ChoiceField(
            label="Cơ quan", required=False, choices=[("", "Mọi cơ quan"), *names]
        )
        self.fields["trang-thai"] = forms.ChoiceField(
            label="Trạng thái",
            required=False,
            choices=[("", "Mọi trạng thái"), *CommitmentState.choices],
        )
        self.fields["tre"] = forms.ChoiceField(
            label="Thời hạn", required=False, choices=[("", "Tất cả"), ("1", "Chỉ cam kết quá hạn")]
        )


def wanted(query: Mapping[str, str]) -> CommitmentFilter:
    """What the address asks for; what it cannot mean narrows nothing."""
    state = query.get("trang-thai", "")
    return CommitmentFilter(
        agency=key_from(query, "co-quan"),
        state=state if state in CommitmentState else "",
        late=bool(query.get("tre")),
        by_due=query.get("sap-xep") == "han",
    )


def rest(query: Mapping[str, str], *without: str) -> dict[str, str]:
    """The filters in force, without some and without the page."""
    return {name: query[name] for name in FILTERS if name not in without and query.get(name)}


def turned(query: Mapping[str, str]) -> dict[str, str]:
    """The filters with sorting by day turned the other way."""
    kept = rest(query, "sap-xep")
    return kept if query.get("sap-xep") == "han" else kept | {"sap-xep": "han"}


def strip(figures: CommitmentFigures) -> list[dict[str, Any]]:
    """Figures side by side; those after the first add up to it. Each leads to its list."""
    late = {"tone": "alarm"} if figures.late else {}
    return [
        {"label": "Cam kết", "value": figures.total, "url": "?", "tone": "key"},
        {"label": "Đang làm, còn hạn", "value": figures.in_time},
        {"label": "Quá hạn", "value": figures.late, "url": "?tre=1", **late},
        {"label": "Chờ xác nhận", "value": figures.reported, "url": "?trang-thai=reported"},
        {"label": "Đã làm xong", "value": figures.kept, "url": "?trang-thai=kept"},
        {
            "label": "Đã hủy, chuyển sau",
            "value": figures.cancelled + figures.carried,
        },
    ]


def rows(found: Iterable[Shown]) -> Iterator[tuple[Any, ...]]:
    """The list for Excel, personal data masked."""
    for one in found:
        commitment = one.commitment
        yield (
            commitment.number,
            one.text,
            commitment.agency.name,
            "; ".join(agency.name for agency in commitment.supporting.all()),
            commitment.due,
            commitment.get_state_display(),
            one.late,
            commitment.kept_on,
            commitment.question.code if commitment.question else "",
        )

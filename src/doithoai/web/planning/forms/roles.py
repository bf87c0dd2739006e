"""Which agency plays which role."""

from collections.abc import Iterable, Iterator
from itertools import groupby, islice
from typing import Any

from django import forms
from django.forms.boundfield import BoundWidget

from doithoai.directory.models import Agency, AgencyKind

Kind = tuple[str, list[tuple[str, str]]]
SINGLE_ROLES = {
    "host": "Cơ quan chủ trì tổ chức",
    "office": "Văn phòng thẩm định",
    "chair": "Cơ quan của người chủ trì",
    "finance": "Cơ quan thẩm định kinh phí",
}
GROUP_ROLES = {"departments": "Cơ quan trả lời, thực hiện", "press": "Cơ quan báo chí"}
BY_HAND = "Cán bộ chọn."


class RolesForm(forms.Form):
    """Roles of agencies that exist on the day of the plan."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(
        self,
        data: Any = None,
        *,
        agencies: Iterable[Agency],
        reasons: dict[str, str],
        **options: Any,
    ) -> None:
        super().__init__(data, **options)
        self.grouped = grouped = _grouped(agencies)
        for role, label in SINGLE_ROLES.items():
            self.fields[role] = forms.ChoiceField(
                label=label,
                choices=[("", "Chưa chọn"), *grouped],
                required=role != "finance",
                help_text=reasons.get(role, ""),
                error_messages={"required": f"Chọn {label[0].lower()}{label[1:]}."},
            )
        for role, label in GROUP_ROLES.items():
            self.fields[role] = forms.MultipleChoiceField(
                label=label,
                choices=_press(grouped) if role == "press" else _without_press(grouped),
                required=False,
                widget=forms.CheckboxSelectMultiple,
            )

    @staticmethod
    def initial_of(roles: dict[str, Any]) -> dict[str, Any]:
        """What is proposed or was chosen."""
        single = {role: str((roles.get(role) or {}).get("agency") or "") for role in SINGLE_ROLES}
        return single | {role: [str(pk) for pk in roles.get(role, [])] for role in GROUP_ROLES}

    def departments_by_kind(self) -> Iterator[tuple[str, list[BoundWidget]]]:
        """The boxes of agencies that answer, kind by kind."""
        boxes = iter(self["departments"])
        for label, choices in _without_press(self.grouped):
            yield label, list(islice(boxes, len(choices)))

    def values(self, roles: dict[str, Any]) -> dict[str, Any]:
        """The roles as chosen; a proposal that was kept keeps its reason."""
        chosen: dict[str, Any] = {}
        for role in SINGLE_ROLES:
            pk = self.cleaned_data[role]
            before = roles.get(role) or {}
            kept = str(before.get("agency")) == pk
            if pk:
                chosen[role] = {"agency": int(pk), "reason": before["reason"] if kept else BY_HAND}
        return chosen | {role: [int(pk) for pk in self.cleaned_data[role]] for role in GROUP_ROLES}


def reasons_of(roles: dict[str, Any], facts: dict[str, Any]) -> dict[str, str]:
    """Why each agency is proposed; words of the plan are quoted."""
    quoted = {task["text"] for task in facts.get("tasks") or []}
    stated = {role: (roles.get(role) or {}).get("reason") or "" for role in SINGLE_ROLES}
    return {
        role: f"Kế hoạch ghi: “{reason}”" if reason in quoted else reason
        for role, reason in stated.items()
    }


def _grouped(agencies: Iterable[Agency]) -> list[Kind]:
    ordered = sorted(agencies, key=lambda agency: (KINDS.index(agency.kind), agency.name))
    return [
        (AgencyKind(kind).label, [(str(agency.pk), agency.name) for agency in group])
        for kind, group in groupby(ordered, key=lambda agency: agency.kind)
    ]


def _press(grouped: list[Kind]) -> list[tuple[str, str]]:
    label = AgencyKind.PRESS.label
    return [choice for kind, choices in grouped if kind == label for choice in choices]


def _without_press(grouped: list[Kind]) -> list[Kind]:
    return [(kind, choices) for kind, choices in grouped if kind != AgencyKind.PRESS.label]


KINDS = list(AgencyKind.values)

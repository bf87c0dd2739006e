"""The roll as shown: people of a filter, figures that add up, rows for Excel, the form."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.http import urlencode

from doithoai.delegates.models import Delegate
from doithoai.delegates.queries import AttendanceCounts, section_of
from doithoai.delegates.states import AttendanceState
from doithoai.vietnamese.letters import fold

ROLL_HEAD = (
    "Mã đại biểu",
    "Họ và tên",
    "Chức vụ",
    "Nơi công tác",
    "Nhóm",
    "Ghế",
    "Điểm danh",
    "Lý do vắng",
    "Vào cửa lúc",
    "Người ghi",
)
FILTERS = ("trang-thai", "nhom", "co-quan", "tim")
SHAPES = {
    AttendanceState.EXPECTED: "unopened",
    AttendanceState.PRESENT: "done",
    AttendanceState.ONLINE: "submitted",
    AttendanceState.EXCUSED: "set-aside",
    AttendanceState.ABSENT: "late",
}
WHOLE, CHOSEN = "loc", "chon"


@dataclass(frozen=True, slots=True)
class Figure:
    """One number of the strip, with the list behind it."""

    label: str
    value: int
    url: str = ""
    tone: str = ""


@dataclass(frozen=True, slots=True)
class RollRow:
    """One person of the roll."""

    delegate: Delegate
    group: str

    @property
    def shape(self) -> str:
        """The drawing of the answer."""
        return SHAPES[AttendanceState(self.delegate.attendance)]

    @property
    def entrance(self) -> Any:
        """The entrance that stands, if the person came in at the door."""
        entrances = self.delegate.entrances  # type: ignore[attr-defined]
        return entrances[0] if entrances else None


class RollForm(forms.Form):
    """One answer for the chosen people, or for all of the filter."""

    state = forms.ChoiceField(
        label="Ghi là",
        choices=AttendanceState,
        initial=AttendanceState.PRESENT,
        error_messages={"required": "Chọn có mặt, trực tuyến hoặc vắng."},
    )
    reason = forms.CharField(
        label="Lý do vắng",
        help_text="Chỉ ghi khi vắng có lý do, ví dụ: họp đột xuất.",
        max_length=300,
        required=False,
    )
    scope = forms.ChoiceField(
        label="Cho", choices=[(CHOSEN, "những người đã chọn"), (WHOLE, "tất cả người đang lọc")]
    )


def people_wanted(people: Iterable[Delegate], query: Mapping[str, str]) -> list[RollRow]:
    """The people asked for by state, group, agency, words without marks."""
    rows = [RollRow(one, section_of(one)[1]) for one in people]
    if query.get("trang-thai") in AttendanceState.values:
        rows = [row for row in rows if row.delegate.attendance == query["trang-thai"]]
    if query.get("nhom"):
        rows = [row for row in rows if row.group == query["nhom"]]
    if query.get("co-quan"):
        rows = [row for row in rows if str(row.delegate.agency_id) == query["co-quan"]]
    words = fold(query.get("tim", "")).split()
    if words:
        rows = [row for row in rows if all(word in _said(row.delegate) for word in words)]
    return rows


def groups_of(people: Iterable[Delegate]) -> list[str]:
    """The groups in the order of the seats table."""
    return [name for _, name in sorted({section_of(one) for one in people})]


def agencies_of(people: Iterable[Delegate]) -> list[tuple[str, str]]:
    """The agencies of the people, by name."""
    found = {str(one.agency_id): one.agency.short_name for one in people if one.agency}
    return sorted(found.items(), key=lambda pair: fold(pair[1]))


def figures(counts: AttendanceCounts, query: Mapping[str, str]) -> list[Figure]:
    """The total and every answer; the answers add up to the total."""
    rest = {name: query[name] for name in FILTERS[1:] if query.get(name)}
    parts = [
        Figure(
            str(state.label),
            getattr(counts, state.value),
            f"?{urlencode(rest | {'trang-thai': state.value})}",
            "key" if state == AttendanceState.PRESENT else "",
        )
        for state in AttendanceState
    ]
    return [*parts, Figure("Tổng số đại biểu", counts.total, f"?{urlencode(rest)}")]


def roll_rows(rows: Iterable[RollRow]) -> Iterator[tuple[Any, ...]]:
    """The roll for Excel, under ROLL_HEAD; no contacts."""
    for row in rows:
        one = row.delegate
        seat = getattr(one, "seat", None)
        came = row.entrance
        yield (
            one.badge,
            one.shown_name,
            one.post,
            one.workplace,
            row.group,
            seat.name if seat else "",
            one.get_attendance_display(),
            one.attendance_reason,
            came.at if came else None,
            str(came.by) if came else "",
        )


def _said(one: Delegate) -> str:
    agency = one.agency.name if one.agency else ""
    return fold(f"{one.full_name} {one.post} {one.organisation} {agency} {one.code}")

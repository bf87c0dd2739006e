"""The sections of a plan that are tables: bases, those who attend, tasks, seats, programme."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django import forms

from doithoai.planning.models import AssignmentRole
from doithoai.web.fields import CountField, IsoDayField, LinesField, WordsField
from doithoai.web.planning.forms.rows import Row, RowsForm, is_blank

SECTION, ROW, PART, ITEM = "section", "row", "part", "item"


class BasesForm(RowsForm):
    """The documents the plan rests on."""

    row_name = "căn cứ"
    row_fields = {
        "kind": WordsField(label="Loại văn bản", max_length=200, required=False),
        "number": WordsField(label="Số, ký hiệu", max_length=80, required=False),
        "date": IsoDayField(label="Ngày", required=False),
        "issuer": WordsField(label="Cơ quan ban hành", max_length=300, required=False),
    }
    needed = {"kind": "Nhập loại văn bản, ví dụ Quyết định, hoặc tên luật."}

    @classmethod
    def rows_from(cls, facts: dict[str, Any]) -> list[Row]:
        """One row a basis."""
        return [dict(basis) for basis in facts.get("legal_bases") or []]

    def values(self, facts: dict[str, Any]) -> dict[str, Any]:
        """The bases in order."""
        return {"legal_bases": [_or_none(row) for row in self.filled()]}


class AttendanceForm(RowsForm):
    """Who attends, group by group."""

    expected_delegates = CountField(
        label="Số đại biểu dự kiến", help_text="Kế hoạch không ghi thì để trống.", required=False
    )
    row_name = "nhóm"
    row_fields = {
        "group": WordsField(label="Tên nhóm", max_length=300, required=False),
        "entries": LinesField(label="Thành phần, mỗi dòng một", rows=4, required=False),
    }
    needed = {"entries": "Nhập thành phần của nhóm, mỗi dòng một."}

    @classmethod
    def rows_from(cls, facts: dict[str, Any]) -> list[Row]:
        """One row a group."""
        return [dict(group) for group in facts.get("composition") or []]

    def values(self, facts: dict[str, Any]) -> dict[str, Any]:
        """The total and the groups."""
        return {
            "expected_delegates": self.cleaned_data["expected_delegates"],
            "composition": [_or_none(row) for row in self.filled()],
        }


class TasksForm(RowsForm):
    """The duties the plan gives, sentence by sentence."""

    row_name = "nhiệm vụ"
    row_fields = {
        "units": LinesField(
            label="Đơn vị được giao, mỗi dòng một", rows=1, longest=300, required=False
        ),
        "text": WordsField(label="Nội dung", rows=2, required=False),
        "role": forms.ChoiceField(
            label="Vai trò", choices=AssignmentRole, initial=AssignmentRole.LEAD, required=False
        ),
        "with": LinesField(label="Phối hợp với, mỗi dòng một", rows=1, longest=300, required=False),
        "due": IsoDayField(label="Hạn", required=False),
    }
    needed = {
        "units": "Nhập đơn vị được giao, mỗi dòng một.",
        "text": "Nhập nội dung nhiệm vụ.",
    }

    @classmethod
    def rows_from(cls, facts: dict[str, Any]) -> list[Row]:
        """One row a task."""
        return [
            {name: task.get(name) for name in cls.row_fields} for task in facts.get("tasks") or []
        ]

    def values(self, facts: dict[str, Any]) -> dict[str, Any]:
        """The tasks in order."""
        tasks = [{**row, "role": row["role"] or AssignmentRole.LEAD.value} for row in self.filled()]
        return {"tasks": tasks}


@dataclass(frozen=True, slots=True)
class Tally:
    """A section of the seats table: what it states and what its rows come to."""

    name: str
    stated: int | None
    added: int

    @property
    def agrees(self) -> bool:
        """Whether the statement, when there is one, is the sum."""
        return self.stated is None or self.stated == self.added


class QuotasForm(RowsForm):
    """The seats table as stated: sections, each above its rows."""

    quota_total = CountField(
        label="Tổng cộng ghi trong kế hoạch", help_text="Không ghi thì để trống.", required=False
    )
    row_fields = {
        "kind": forms.ChoiceField(
            label="Loại dòng",
            choices=[(ROW, "Dòng"), (SECTION, "Mục")],
            initial=ROW,
            required=False,
        ),
        "no": WordsField(label="STT", max_length=10, required=False),
        "name": WordsField(label="Đại biểu", rows=1, required=False),
        "seats": CountField(label="Số đại biểu", required=False),
    }

    @classmethod
    def rows_from(cls, facts: dict[str, Any]) -> list[Row]:
        """A section's own line, then its rows; a table without sections has rows only."""
        return list(_flat(facts.get("quotas") or [], "rows", SECTION, ROW))

    def clean(self) -> dict[str, Any]:
        """A row says who sits there."""
        _need_names(self, SECTION, "Nhập đại biểu của dòng này.")
        return self.cleaned_data

    def values(self, facts: dict[str, Any]) -> dict[str, Any]:
        """Sections with rows, exactly as typed even when they do not add up."""
        sections = _nested(self.filled(), SECTION, "rows", ("no", "name", "seats"))
        return {"quotas": sections, "quota_total": self.cleaned_data["quota_total"]}

    def total(self) -> Tally:
        """The whole table: what it states, and what its sections come to."""
        tallies = self.tallies()
        added = sum(t.added if t.stated is None else t.stated for t in tallies)
        return Tally("Tổng cộng", _number(self["quota_total"].value()), added)

    def tallies(self) -> list[Tally]:
        """What is typed now, added up section by section."""
        tallies: list[Tally] = []
        for number in range(self.count):
            kind, name, seats = (
                self[f"r{number}-{name}"].value() for name in ("kind", "name", "seats")
            )
            if kind == SECTION:
                tallies.append(Tally(str(name or ""), _number(seats), 0))
            elif _number(seats) is not None:
                last = tallies.pop() if tallies else Tally("Các dòng đầu bảng", None, 0)
                tallies.append(Tally(last.name, last.stated, last.added + (_number(seats) or 0)))
        return tallies


class ProgrammeForm(RowsForm):
    """The draft programme: parts, each above its items."""

    row_fields = {
        "kind": forms.ChoiceField(
            label="Loại dòng",
            choices=[(ITEM, "Việc"), (PART, "Phần")],
            initial=ITEM,
            required=False,
        ),
        "no": WordsField(label="STT", max_length=10, required=False),
        "time": WordsField(label="Thời gian", max_length=100, required=False),
        "name": WordsField(label="Nội dung", rows=2, required=False),
        "performer": WordsField(label="Thực hiện", max_length=500, rows=2, required=False),
    }

    @classmethod
    def rows_from(cls, facts: dict[str, Any]) -> list[Row]:
        """A part's own line, then its items."""
        return list(_flat(facts.get("programme") or [], "items", PART, ITEM))

    def clean(self) -> dict[str, Any]:
        """An item says what is done."""
        _need_names(self, PART, "Nhập nội dung của việc này.")
        return self.cleaned_data

    def values(self, facts: dict[str, Any]) -> dict[str, Any]:
        """Parts with items in order."""
        items = ("no", "name", "performer", "time")
        return {"programme": _nested(self.filled(), PART, "items", items, head=("no", "name"))}


def _flat(groups: list[Row], inside: str, head: str, row: str) -> Iterator[Row]:
    for group in groups:
        if any(group.get(name) is not None for name in ("no", "name", "seats")):
            own = {name: value for name, value in group.items() if name != inside}
            yield {**own, "kind": head}
        for line in group[inside]:
            yield {**line, "kind": row}


def _nested(
    rows: list[Row], head_kind: str, inside: str, names: tuple[str, ...], head: tuple[str, ...] = ()
) -> list[Row]:
    groups: list[Row] = []
    for row in rows:
        own = {name: _or_none(row)[name] for name in names}
        own["no"] = (
            int(own["no"]) if str(own["no"]).isdecimal() and own["no"][0] != "0" else own["no"]
        )
        if row["kind"] == head_kind:
            kept = {name: own[name] for name in head or names}
            groups.append({**kept, "no": row["no"] or None, inside: []})
            continue
        if not groups:
            groups.append(dict.fromkeys(head or names) | {inside: []})
        groups[-1][inside].append(own)
    return groups


def _need_names(form: RowsForm, head: str, message: str) -> None:
    for number in range(form.count):
        row = {name: form.cleaned_data.get(f"r{number}-{name}") for name in form.row_fields}
        if row["kind"] != head and not row["name"] and not is_blank(row, form.row_fields):
            form.add_error(f"r{number}-name", message)


def _or_none(row: Row) -> Row:
    return {name: None if value == "" else value for name, value in row.items()}


def _number(value: Any) -> int | None:
    try:
        return CountField(required=False).clean(value)
    except forms.ValidationError:
        return None

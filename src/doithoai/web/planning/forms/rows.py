"""Lists typed as rows: added, inserted and taken out by the server, so no script is needed."""

from collections.abc import Iterator, Mapping
from copy import deepcopy
from typing import Any, Self

from django import forms
from django.forms import BoundField

BLANK_ROWS = 2
ADDED_ROWS = 3
MOST_ROWS = 2000
MOST_DIGITS = 9

Row = dict[str, Any]


class SectionForm(forms.Form):
    """One section of a reading: how its facts go into the form and come out corrected."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    @classmethod
    def of(cls, facts: dict[str, Any], version: int, data: Mapping[str, Any] | None = None) -> Self:
        """The form filled from facts, or from what was typed."""
        return cls(data, initial={**cls.initial_of(facts), "version": version})

    @classmethod
    def initial_of(cls, facts: dict[str, Any]) -> dict[str, Any]:
        """The facts as the fields show them."""
        return {name: facts.get(name) for name in cls.base_fields}

    def singles(self) -> list[BoundField]:
        """The declared fields a person sees, without those of rows."""
        return [self[name] for name in self.base_fields if not self[name].is_hidden]

    def values(self, facts: dict[str, Any]) -> dict[str, Any]:
        """The corrected facts; an emptied field is None, as "not stated" is."""
        return {
            name: None if value == "" else value
            for name, value in self.cleaned_data.items()
            if name != "version"
        }


class RowsForm(SectionForm):
    """A section that is a list: single fields as declared, and `row_fields` for every row."""

    row_fields: dict[str, forms.Field] = {}
    needed: dict[str, str] = {}
    row_name = "dòng"

    rows_typed = forms.IntegerField(widget=forms.HiddenInput, required=False, max_value=MOST_ROWS)

    def __init__(self, data: Mapping[str, Any] | None = None, **options: Any) -> None:
        super().__init__(data, **options)
        self.count = self._count()
        self.initial["rows_typed"] = self.count
        for number in range(self.count):
            for name, template in self.row_fields.items():
                field = deepcopy(template)
                field.label = f"{template.label}, {self.row_name} {number + 1}"
                self.fields[f"r{number}-{name}"] = field

    def _count(self) -> int:
        typed = self.data.get("rows_typed") if self.is_bound else self.initial.get("rows_typed")
        said = str(typed or "")
        return min(int(said[:MOST_DIGITS]), MOST_ROWS) if said.isdecimal() else BLANK_ROWS

    @classmethod
    def initial_of(cls, facts: dict[str, Any]) -> dict[str, Any]:
        """Single facts by name, then every row and a few blank ones."""
        rows = cls.rows_from(facts)
        initial = super().initial_of(facts)
        return initial | _numbered(rows) | {"rows_typed": len(rows) + BLANK_ROWS}

    @classmethod
    def rows_from(cls, facts: dict[str, Any]) -> list[Row]:
        """The rows the facts give; none unless a list says which."""
        return []

    def heads(self) -> list[str]:
        """What stands over the columns."""
        return [str(field.label) for field in self.row_fields.values()]

    def rows(self) -> Iterator[list[BoundField]]:
        """The fields of each row."""
        for number in range(self.count):
            yield [self[f"r{number}-{name}"] for name in self.row_fields]

    def clean(self) -> dict[str, Any]:
        """A row with anything in it has what every row needs."""
        for number, row in self._cleaned():
            if is_blank(row, self.row_fields):
                continue
            for name, message in self.needed.items():
                if not row[name] and not self.has_error(f"r{number}-{name}"):
                    self.add_error(f"r{number}-{name}", message)
        return self.cleaned_data

    def filled(self) -> list[Row]:
        """Rows that hold anything, as cleaned."""
        rows = (row for _, row in self._cleaned())
        return [row for row in rows if not is_blank(row, self.row_fields)]

    def reshaped(self, deed: str) -> Self:
        """The same words with rows added at the end, put in after a row, or one taken out.

        `deed` is "them", "chen-3" (after row 3) or "bo-3"; anything else only draws the form anew.
        """
        rows = [self._raw(number) for number in range(self.count)]
        name, _, at = deed.partition("-")
        place = int(at[:MOST_DIGITS]) if at.isdecimal() else 0
        if name == "them":
            rows += [{}] * ADDED_ROWS
        elif name == "chen":
            rows.insert(place, {})
        elif name == "bo":
            rows[place - 1 : place] = []
        single = {name: self.data.get(name) for name in self.base_fields}
        return type(self)(initial=single | _numbered(rows) | {"rows_typed": len(rows)})

    def _raw(self, number: int) -> Row:
        return {name: self.data.get(f"r{number}-{name}") for name in self.row_fields}

    def _cleaned(self) -> Iterator[tuple[int, Row]]:
        for number in range(self.count):
            yield (
                number,
                {name: self.cleaned_data.get(f"r{number}-{name}") for name in self.row_fields},
            )


def is_blank(row: Row, fields: Mapping[str, forms.Field]) -> bool:
    """Whether nothing was typed in a row; a choice left as it stands is nothing."""
    return all(
        row[name] in (None, "", [], field.initial if field.initial is not None else "")
        for name, field in fields.items()
    )


def _numbered(rows: list[Row]) -> Row:
    return {
        f"r{number}-{name}": value for number, row in enumerate(rows) for name, value in row.items()
    }

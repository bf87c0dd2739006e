"""Fields for official text: one spelling of letters, single spaces, days as they are written."""

import re
from datetime import date, time
from typing import Any

from django import forms

from doithoai.vietnamese.dates import short_date
from doithoai.vietnamese.letters import nfc

WRONG_DAY = "Nhập ngày theo thứ tự ngày/tháng/năm, ví dụ 24/5/2022."
WRONG_MONTH = "Nhập tháng theo thứ tự tháng/năm, ví dụ 10/2024."
WRONG_HOUR = "Nhập giờ và phút, ví dụ 8:00 hoặc 13:30."
TOO_LONG = "Rút còn %(limit_value)d ký tự. Đang có %(show_value)d ký tự."
WRONG_YEAR = "Xem lại năm: nhập năm từ 1945 đến 2100."
YEARS = range(1945, 2101)
MISSING = "Nhập nội dung ô này."


class WordsField(forms.CharField):
    """Running text on one line; `rows` makes the box higher, the text stays one line."""

    def __init__(self, *, rows: int = 0, **options: Any) -> None:
        if rows:
            options["widget"] = forms.Textarea(attrs={"rows": rows})
        messages = {"required": MISSING, "max_length": TOO_LONG}
        options["error_messages"] = messages | options.get("error_messages", {})
        super().__init__(**options)

    def to_python(self, value: Any) -> str:
        """Composed letters, single spaces."""
        return " ".join(nfc(super().to_python(value) or "").split())


class NoteField(forms.CharField):
    """Running text that keeps its lines."""

    def __init__(self, *, rows: int = 4, **options: Any) -> None:
        super().__init__(widget=forms.Textarea(attrs={"rows": rows}), **options)

    def to_python(self, value: Any) -> str:
        """Composed letters."""
        return nfc(super().to_python(value) or "").replace("\r\n", "\n").strip()


class LinesField(forms.Field):
    """A list typed one entry a line."""

    separator = r"\n"
    joint = "\n"

    def __init__(self, *, rows: int = 3, longest: int = 0, **options: Any) -> None:
        self.longest = longest
        options["error_messages"] = {"required": MISSING} | options.get("error_messages", {})
        super().__init__(widget=forms.Textarea(attrs={"rows": rows}), **options)

    def to_python(self, value: Any) -> list[str]:
        """Entries without the empty ones."""
        text = nfc(str(value or "")).replace("\r\n", "\n")
        entries = (" ".join(part.split()) for part in re.split(self.separator, text))
        return [entry for entry in entries if entry]

    def validate(self, value: Any) -> None:
        """Each entry fits where it is kept."""
        super().validate(value)
        for entry in value:
            if self.longest and len(entry) > self.longest:
                limit = f"{self.longest} ký tự, dòng “{entry[:40]}…” có {len(entry)}"
                raise forms.ValidationError(f"Rút mỗi dòng còn {limit}.")

    def prepare_value(self, value: Any) -> Any:
        """The list as typed."""
        return self.joint.join(value) if isinstance(value, list) else value

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Whether the list differs."""
        return (initial or []) != self.to_python(data)


class ParagraphsField(LinesField):
    """A list of paragraphs, an empty line between two; broken lines are joined."""

    separator = r"\n[ \t]*\n"
    joint = "\n\n"


class DayField(forms.DateField):
    """A day, shown and typed as 24/5/2022; kept as a date."""

    def __init__(self, **options: Any) -> None:
        messages = {"required": WRONG_DAY, "invalid": WRONG_DAY}
        options["error_messages"] = messages | options.get("error_messages", {})
        super().__init__(widget=forms.TextInput, **options)

    def to_python(self, value: Any) -> date | None:
        """The day, in a year that plans speak of."""
        day = super().to_python(value)
        if day and day.year not in YEARS:
            raise forms.ValidationError(WRONG_YEAR)
        return day

    def prepare_value(self, value: Any) -> Any:
        """Without leading zeros; what was typed stays as typed."""
        return short_date(value) if isinstance(value, date) else value


class IsoDayField(DayField):
    """A day kept as ISO text, as the plan reader's facts keep it."""

    def prepare_value(self, value: Any) -> Any:
        """2024-07-12 as 12/7/2024."""
        known = isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", value)
        return super().prepare_value(date.fromisoformat(value) if known else value)

    def clean(self, value: Any) -> Any:
        """The ISO text, None when empty."""
        day = super().clean(value)
        return day.isoformat() if day else None


class MonthField(forms.CharField):
    """A month typed as 10/2024 and kept as 2024-10."""

    def __init__(self, **options: Any) -> None:
        super().__init__(widget=forms.TextInput(attrs={"size": "8"}), **options)

    def clean(self, value: Any) -> Any:
        """The ISO month, None when empty."""
        text = super().clean(value)
        if not text:
            return None
        found = re.fullmatch(r"(?:tháng\s*)?(1[0-2]|0?[1-9])\s*[/.-]\s*(\d{4})", nfc(text).lower())
        if not found:
            raise forms.ValidationError(WRONG_MONTH)
        if int(found[2]) not in YEARS:
            raise forms.ValidationError(WRONG_YEAR)
        return f"{found[2]}-{int(found[1]):02}"

    def prepare_value(self, value: Any) -> Any:
        """2024-10 as 10/2024."""
        found = re.fullmatch(r"(\d{4})-(\d\d)", value or "")
        return f"{int(found[2])}/{found[1]}" if found else value


class CountField(forms.IntegerField):
    """A number of people; Vietnamese thousands (1.884) are understood."""

    def __init__(self, *, message: str = "Nhập số, ví dụ 150.", **options: Any) -> None:
        names = ("required", "invalid", "min_value", "max_value")
        preset: dict[str, Any] = {
            "min_value": 0,
            "max_value": 1_000_000,
            "widget": forms.TextInput(COUNT_ATTRS),
            "error_messages": dict.fromkeys(names, message),
        }
        super().__init__(**(preset | options))

    def to_python(self, value: Any) -> int | None:
        """The number without dots between thousands."""
        return super().to_python(re.sub(r"(?<=\d)[. ](?=\d{3}\b)", "", str(value or "")))


class HourField(forms.TimeField):
    """An hour of the day, typed as 8:00, 8h00 or 8 giờ 30."""

    def __init__(self, **options: Any) -> None:
        messages = {"required": WRONG_HOUR, "invalid": WRONG_HOUR}
        options["error_messages"] = messages | options.get("error_messages", {})
        super().__init__(widget=forms.TextInput({"size": "6", "autocomplete": "off"}), **options)

    def to_python(self, value: Any) -> time | None:
        """The hour, whatever stands between hours and minutes."""
        found = re.fullmatch(r"(\d{1,2})\s*(?:h|g|giờ|:)\s*(\d{2})?\s*(?:phút)?", str(value or ""))
        return super().to_python(f"{found[1]}:{found[2] or '00'}" if found else value)

    def prepare_value(self, value: Any) -> Any:
        """8:00; what was typed stays as typed."""
        return f"{value.hour}:{value.minute:02}" if isinstance(value, time) else value


COUNT_ATTRS = {"size": "6", "inputmode": "numeric", "autocomplete": "off"}

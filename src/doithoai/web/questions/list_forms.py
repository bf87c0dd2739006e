"""Sending a list in, and saying which of its columns is what."""

from collections.abc import Sequence
from textwrap import shorten
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile

from doithoai.planning.models import Conference
from doithoai.questions.actions.lists import MOST_BYTES
from doithoai.questions.models import Channel
from doithoai.questions.rules import FIELDS, LOOKS_AT

SENT_BY = (Channel.UNION, Channel.COMMUNE, Channel.PAPER, Channel.EMAIL)
ACCEPTED = ".xlsx,.csv,.tsv,.txt,.docx"
NOT_READ = ""
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


class ListFileForm(forms.Form):
    """Tải danh sách lên."""

    sheet = forms.FileField(
        label="Tệp danh sách (.xlsx, .csv, .docx)",
        help_text="Nặng không quá 20 MB, không quá 5.000 dòng. Tên cột, thứ tự cột khác mẫu vẫn "
        "đọc được.",
        widget=forms.FileInput(
            attrs={"accept": ".xlsx,.csv,.tsv,.txt,.docx", "class": "list-file"}
        ),
        error_messages={
            "required": "Chọn tệp danh sách.",
            "empty": "Chọn lại tệp. Tệp vừa chọn không có nội dung.",
        },
    )
    channel = forms.ChoiceField(
        label="Nơi gửi", choices=[(channel.value, channel.label) for channel in SENT_BY]
    )

    def __init__(self, conference: Conference, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["point"] = forms.ModelChoiceField(
            conference.collection_points.all(),
            label="Điểm thu thập",
            required=False,
            empty_label="Không qua điểm nào",
            help_text="Các câu trong danh sách được tính cho điểm này.",
        )

    def clean_sheet(self) -> UploadedFile:
        """A file that is not too heavy to look at."""
        sheet: UploadedFile = self.cleaned_data["sheet"]
        if (sheet.size or 0) > MOST_BYTES:
            raise forms.ValidationError("Chọn tệp nhẹ hơn 20 MB.")
        return sheet


class ColumnsForm(forms.Form):
    """Cột nào là gì: one choice of column for each thing a list may say."""

    head = forms.IntegerField(
        label="Dòng tên cột",
        min_value=0,
        max_value=LOOKS_AT,
        help_text="Số thứ tự dòng cuối của tên cột; 0 khi tệp không có tên cột.",
        widget=forms.TextInput(attrs={"size": "4", "inputmode": "numeric"}),
        error_messages=dict.fromkeys(
            ("required", "invalid", "min_value", "max_value"),
            f"Nhập số dòng từ 0 đến {LOOKS_AT}.",
        ),
    )

    def __init__(self, columns: dict[str, Any], data: Any = None) -> None:
        guess = {name: str(place) for name, place in columns["fields"].items()}
        super().__init__(data, initial={"head": columns["head"], **guess})
        width = max([len(columns["labels"]), *map(len, columns["samples"])], default=0)
        choices = [(str(place), column_name(place, columns["labels"])) for place in range(width)]
        for name, label in FIELDS.items():
            self.fields[name] = forms.ChoiceField(
                label=label,
                required=name == "text",
                choices=[
                    (NOT_READ, "Chọn cột" if name == "text" else "Không có cột này"),
                    *choices,
                ],
                error_messages={"required": "Chọn cột có nội dung câu hỏi, kiến nghị."},
            )

    def clean(self) -> dict[str, Any]:
        """A column is one thing only."""
        cleaned: dict[str, Any] = super().clean() or {}
        used: dict[str, str] = {}
        for name in FIELDS:
            place = cleaned.get(name)
            if place and place in used:
                self.add_error(name, f"Cột này đã chọn cho “{FIELDS[used[place]]}”. Chọn cột khác.")
            elif place:
                used[place] = name
        chosen = {name: int(place) for place, name in used.items()}
        return {"head": cleaned.get("head"), "fields": chosen}


def column_name(place: int, labels: Sequence[str]) -> str:
    """Cột C: Ý kiến, kiến nghị."""
    label = labels[place] if place < len(labels) else ""
    name = f"Cột {column_letter(place)}"
    return f"{name}: {shorten(label, 60, placeholder=' …')}" if label else name


def column_letter(place: int) -> str:
    """How a spreadsheet calls the column counted from 0: A … Z, AA …"""
    before = "" if place < len(LETTERS) else LETTERS[place // len(LETTERS) - 1]
    return before + LETTERS[place % len(LETTERS)]

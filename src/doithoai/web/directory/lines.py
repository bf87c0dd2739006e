"""Lists administrators type one entry a line, the parts of an entry parted by `|`."""

import re
from collections.abc import Iterator
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from doithoai.directory.models import Agency

DEFAULT_WEIGHT, LARGEST_WEIGHT, LONGEST_FIELDS = 1.0, 10.0, 300
WEIGHT = re.compile(r"\d{1,3}([.,]\d{1,3})?")


class Lines(forms.CharField):
    """A textarea read as a list, one entry a line."""

    widget = forms.Textarea(attrs={"rows": 5})

    def prepare_value(self, value: Any) -> Any:
        """A list shown as lines."""
        return "\n".join(value) if isinstance(value, list) else value

    def clean(self, value: Any) -> list[Any]:
        """The lines that say something."""
        return [line.strip() for line in super().clean(value).splitlines() if line.strip()]


class PhraseLines(Lines):
    """Phrases that tell an agency's matters, each with how much it weighs: `đất đai | 2,5`."""

    def clean(self, value: Any) -> list[dict[str, Any]]:
        """[{"text", "weight"}]. Raises ValidationError naming the line."""
        return [_phrase(line) for line in super().clean(value)]


class HeirLines(Lines):
    """Agencies that took over, each with the fields it got: `Sở Xây dựng | giao thông`."""

    def clean(self, value: Any) -> list[tuple[str, str]]:
        """[(name as typed, fields)]. Raises ValidationError naming the line."""
        pairs = [_halves(line) for line in super().clean(value)]
        for name, fields in pairs:
            if not name:
                raise ValidationError(f"Dòng “| {fields}” thiếu tên cơ quan. Ghi tên trước dấu |.")
            if len(fields) > LONGEST_FIELDS:
                raise ValidationError(
                    f"Lĩnh vực của “{name}” dài quá {LONGEST_FIELDS} ký tự. Ghi gọn lại."
                )
        return pairs


def phrase_lines(agency: Agency) -> list[str]:
    """The phrases of an agency as they are typed."""
    return [f"{p['text']} | {p['weight']:g}".replace(".", ",") for p in agency.phrases]


def heir_lines(agency: Agency) -> list[str]:
    """The successors of an agency as they are typed."""
    successions = agency.successions.select_related("successor")
    return [" | ".join(filter(None, (s.successor.name, s.fields))) for s in successions]


def resolved_heirs(
    pairs: list[tuple[str, str]], named: dict[str, Agency | None]
) -> Iterator[tuple[Agency, str]]:
    """The pairs with agencies for names. Raises ValidationError for a name nobody bears."""
    seen: set[int] = set()
    for name, fields in pairs:
        agency = named[name]
        if agency is None:
            raise ValidationError(
                f"Chưa có “{name}” trong danh mục của địa phương này. "
                "Ghi đúng tên trong danh mục, hoặc thêm cơ quan đó trước rồi quay lại."
            )
        if agency.pk in seen:
            raise ValidationError(f"“{agency.name}” ghi hai lần. Gộp lĩnh vực vào một dòng.")
        seen.add(agency.pk)
        yield agency, fields


def _halves(line: str) -> tuple[str, str]:
    head, _, tail = line.partition("|")
    return head.strip(), tail.strip()


def _phrase(line: str) -> dict[str, Any]:
    text, weight = _halves(line)
    if not text:
        raise ValidationError(f"Dòng “{line}” thiếu cụm từ. Ghi cụm từ trước dấu |.")
    if not weight:
        return {"text": text, "weight": DEFAULT_WEIGHT}
    number = float(weight.replace(",", ".")) if WEIGHT.fullmatch(weight) else 0
    if not 0 < number <= LARGEST_WEIGHT:
        raise ValidationError(
            f"Trọng số của “{text}” phải là số lớn hơn 0, không quá 10, ví dụ 2,5."
        )
    return {"text": text, "weight": number}

"""A field for money: whole đồng as officials type them."""

import re
from typing import Any

from django import forms

from doithoai.vietnamese.letters import nfc
from doithoai.vietnamese.numbers import format_number
from doithoai.web.fields import CountField

MOST_OF_A_RATE = 10**10
UNIT = re.compile(r"\s*(?:đ|đồng|vnđ|vnd)\.?$", re.IGNORECASE)
SHAPE = {"size": "16", "inputmode": "numeric", "autocomplete": "off", "class": "mono"}


class MoneyField(CountField):
    """Whole đồng: 7.500.000, 7500000, 7 500 000 đ."""

    def __init__(self, **options: Any) -> None:
        preset: dict[str, Any] = {
            "message": "Nhập số tiền bằng chữ số, ví dụ 7.500.000.",
            "max_value": MOST_OF_A_RATE,
            "widget": forms.TextInput(SHAPE),
        }
        super().__init__(**(preset | options))

    def to_python(self, value: Any) -> int | None:
        """The number without its dots and unit."""
        return super().to_python(UNIT.sub("", nfc(str(value or "")).strip()))

    def prepare_value(self, value: Any) -> Any:
        """With dots between thousands; what was typed stays as typed."""
        return format_number(value) if isinstance(value, int) else value

"""What the door types: a code or a name, a guest nobody expected, who came instead."""

import json
from collections.abc import Iterator
from datetime import timedelta
from typing import Any
from uuid import UUID

from django import forms

from doithoai.audit import clock
from doithoai.delegates.actions import Scan
from doithoai.delegates.people import Person
from doithoai.web.fields import WordsField

MOST_SCANS = 500
LONGEST_WAIT = 24 * 3600


class LookForm(forms.Form):
    """Mã hoặc họ tên: what a hand scanner types, or a name."""

    q = forms.CharField(
        label="Mã đại biểu hoặc họ tên",
        help_text="Quét thẻ, giấy mời; hoặc gõ mã, họ tên không cần dấu.",
        max_length=200,
        error_messages={"required": "Quét mã, hoặc gõ mã, họ tên."},
        widget=forms.TextInput(
            attrs={"autofocus": True, "autocomplete": "off", "spellcheck": "false"}
        ),
    )


class NewcomerForm(forms.Form):
    """Somebody nobody expected; `token` makes a form sent twice one entrance."""

    token = forms.UUIDField(widget=forms.HiddenInput)
    full_name = WordsField(
        label="Họ và tên",
        max_length=120,
        error_messages={"required": "Ghi họ và tên."},
        widget=forms.TextInput(attrs={"autocomplete": "off", "autofocus": True}),
    )
    post = WordsField(label="Chức vụ", max_length=200, required=False)

    def person(self) -> Person:
        """The person as the room takes him."""
        data = self.cleaned_data
        return Person(
            full_name=data["full_name"],
            post=data["post"],
            organisation=data.get("organisation", ""),
        )


class WalkInForm(NewcomerForm):
    """A guest on no list, with where from."""

    organisation = WordsField(
        label="Nơi công tác, nơi ở",
        max_length=200,
        error_messages={"required": "Ghi nơi công tác hoặc nơi ở."},
    )


def read_scans(text: str) -> list[Scan]:
    """The scans a device sends: token, code, how many seconds ago. Raises ValueError."""
    try:
        sent = json.loads(text)
        return list(_scans(sent[:MOST_SCANS]))
    except (KeyError, TypeError, AttributeError, OverflowError, RecursionError) as error:
        raise ValueError("Not a list of scans.") from error


def _scans(sent: list[dict[str, Any]]) -> Iterator[Scan]:
    now = clock.now()
    for one in sent:
        ago = min(max(float(one["ago"]), 0), LONGEST_WAIT)
        yield Scan(UUID(str(one["token"])), str(one["code"])[:200], now - timedelta(seconds=ago))

"""Happenings and trail written before names were kept with the turn alone: take the names out."""

import re
from typing import Any

from django.db import migrations

from doithoai.audit import append_only as trail
from doithoai.hall import append_only as happenings

SUBJECT = re.compile(
    r"^(?P<called>Mời đ|Đ)ại biểu.*? ?(?=(?:nêu|rút|đăng ký hỏi|sẽ nêu|phát biểu|ý kiến về|đã nói) )"
)
TOLD = ("added", "called", "speaking", "answered", "withdrawn", "intervened", "resumed", "named")


def said(text: str) -> str:
    """What was done, without whose deed it was: `nêu câu C-001`; "" when it says nobody."""
    found = SUBJECT.match(text)
    if not found:
        return ""
    return ("được mời " if found["called"] == "Mời đ" else "") + text[found.end() :]


def name_nobody(apps: Any, schema_editor: Any) -> None:
    """With the guards down for as long as it takes."""
    trail.unguard(apps, schema_editor)
    happenings.unguard(apps, schema_editor)
    events = apps.get_model("hall", "HallEvent").objects
    for event in events.filter(kind__in=TOLD):
        words = said(event.text) if "speaks" not in event.data and "turn" in event.data else ""
        if words:
            events.filter(pk=event.pk).update(text=words, data=event.data | {"speaks": True})
    entries = apps.get_model("audit", "Entry").objects
    for entry in entries.filter(verb__in=[f"hall.{kind}" for kind in TOLD]):
        words = said((entry.after or {}).get("text", ""))
        if words:
            entries.filter(pk=entry.pk).update(after=entry.after | {"text": f"Đại biểu {words}"})
    happenings.guard(apps, schema_editor)
    trail.guard(apps, schema_editor)


class Migration(migrations.Migration):
    dependencies = [("hall", "0002_runs_keep_their_items"), ("audit", "0003_append_only")]
    operations = [migrations.RunPython(name_nobody, migrations.RunPython.noop)]

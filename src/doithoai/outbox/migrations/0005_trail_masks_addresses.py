"""The trail written before held addresses in full: mask them."""

from typing import Any

from django.db import migrations

from doithoai.audit import append_only as trail
from doithoai.vietnamese.personal_data import mask


def mask_addresses(apps: Any, schema_editor: Any) -> None:
    """With the guard down for as long as it takes."""
    entries = apps.get_model("audit", "Entry").objects
    trail.unguard(apps, schema_editor)
    for entry in entries.filter(verb__startswith="outbox."):
        before, after = _masked(entry.before), _masked(entry.after)
        if (before, after) != (entry.before, entry.after):
            entries.filter(pk=entry.pk).update(before=before, after=after)
    trail.guard(apps, schema_editor)


def _masked(values: Any) -> Any:
    if not isinstance(values, dict):
        return values
    return {name: mask(one) if isinstance(one, str) else one for name, one in values.items()}


class Migration(migrations.Migration):
    dependencies = [("outbox", "0004_forgotten_letters"), ("audit", "0003_append_only")]
    operations = [migrations.RunPython(mask_addresses, migrations.RunPython.noop)]

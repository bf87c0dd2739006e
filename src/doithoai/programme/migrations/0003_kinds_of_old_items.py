"""Items laid down before they had a kind get the one their words show, with its usual minutes."""

from typing import Any

from django.db import migrations

from doithoai.programme.rules.items import kind_of, usual_minutes


def propose(apps: Any, schema_editor: Any) -> None:
    """Kinds and minutes of items nobody has timed yet."""
    items = apps.get_model("programme", "AgendaItem")
    for item in items.objects.filter(minutes_proposed=True):
        item.kind = kind_of(item.name)
        item.minutes = usual_minutes(item.kind)
        item.save(update_fields=["kind", "minutes"])


class Migration(migrations.Migration):
    dependencies = [("programme", "0002_programme_of_the_day")]
    operations = [migrations.RunPython(propose, migrations.RunPython.noop)]

"""Triggers that keep the trail append-only."""

from django.db import migrations

from doithoai.audit.append_only import guard, unguard


class Migration(migrations.Migration):
    dependencies = [("audit", "0002_initial")]
    operations = [migrations.RunPython(guard, unguard)]

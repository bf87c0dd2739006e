"""Triggers that keep the register append-only."""

from django.db import migrations

from doithoai.audit.append_only import guards


class Migration(migrations.Migration):
    dependencies = [("documents", "0001_initial")]
    operations = [migrations.RunPython(*guards("documents_issueddocument"))]

"""Conferences opened before works were given to agencies get them from their tasks."""

from django.db import migrations

from doithoai.planning.rules import works_named


def lay(apps, schema_editor):
    mandate = apps.get_model("planning", "Mandate")
    unit = apps.get_model("planning", "AssignmentUnit")
    named = unit.objects.filter(agency__isnull=False).select_related("assignment")
    found = {
        (one.assignment.conference_id, one.agency_id, work): mandate(
            conference_id=one.assignment.conference_id,
            agency_id=one.agency_id,
            work=work,
            assignment_id=one.assignment_id,
        )
        for one in named.order_by("-pk")
        for work in works_named(one.assignment.text)
    }
    mandate.objects.bulk_create(found.values(), ignore_conflicts=True)


class Migration(migrations.Migration):
    dependencies = [("planning", "0002_works_and_publicity")]
    operations = [migrations.RunPython(lay, migrations.RunPython.noop)]

"""The columns of the single file are gone."""

from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('outbox', '0002_files'),
    ]

    operations = [
        migrations.RemoveField(model_name='message', name='attachment'),
        migrations.RemoveField(model_name='message', name='attachment_name'),
        migrations.RemoveField(model_name='message', name='attachment_type'),
    ]

"""A message carries any number of files; the one it carried so far moves over."""

import django.db.models.deletion
from django.db import migrations, models


def move_files(apps, schema_editor):
    """Copy the single file of each message."""
    Message = apps.get_model("outbox", "Message")
    MessageFile = apps.get_model("outbox", "MessageFile")
    for message in Message.objects.exclude(attachment=None).iterator():
        MessageFile.objects.create(
            message=message,
            name=message.attachment_name,
            content_type=message.attachment_type,
            data=message.attachment,
        )


class Migration(migrations.Migration):

    dependencies = [
        ('outbox', '0001_messages'),
    ]

    operations = [
        migrations.CreateModel(
            name='MessageFile',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=200, verbose_name='tên tệp')),
                ('content_type', models.CharField(max_length=100, verbose_name='loại tệp')),
                ('data', models.BinaryField(verbose_name='nội dung tệp')),
                ('message', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='files', to='outbox.message', verbose_name='thư')),
            ],
            options={
                'verbose_name': 'tệp kèm',
                'ordering': ['pk'],
            },
        ),
        migrations.RunPython(move_files, migrations.RunPython.noop),
    ]

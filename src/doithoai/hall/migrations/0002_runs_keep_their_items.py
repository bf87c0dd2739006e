"""An item of the programme that ran in the hall stays: its run tells what really happened."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("hall", "0001_initial"),
        ("programme", "0003_kinds_of_old_items"),
    ]

    operations = [
        migrations.AlterField(
            model_name="itemrun",
            name="item",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="runs",
                to="programme.agendaitem",
            ),
        ),
    ]

from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [("rounds", "0008_overrides")]

    operations = [
        migrations.AddField("round", "procedure", models.JSONField(default=dict, blank=True)),
        migrations.AddField(
            "result", "barred_by", models.CharField(max_length=80, blank=True, default="")
        ),
        migrations.AddField("result", "barred_at", models.DateTimeField(null=True, blank=True)),
        migrations.AddField("result", "passed_over_for", models.DateField(null=True, blank=True)),
        migrations.AddConstraint(
            "result",
            models.CheckConstraint(
                name="result_barred_has_date",
                condition=Q(barred_by="", barred_at=None)
                | (~Q(barred_by="") & Q(barred_at__isnull=False)),
            ),
        ),
    ]

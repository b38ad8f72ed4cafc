from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [("rounds", "0009_requirements_by_steps")]

    operations = [
        migrations.AddField(
            "offer", "failed", models.CharField(max_length=80, blank=True, default="")
        ),
        migrations.AddConstraint(
            "offer",
            models.CheckConstraint(
                name="offer_failed_is_decided",
                condition=Q(failed="") | Q(state__in=["withdrawn", "accepted"]),
            ),
        ),
    ]

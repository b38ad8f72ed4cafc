from __future__ import annotations

import django.db.models.deletion
from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

AT_ONCE = 20


def apart(apps: Apps, _editor: BaseDatabaseSchemaEditor) -> None:
    there, rounds = apps.get_model("rounds", "Destinations"), apps.get_model("rounds", "Round")
    frozen = rounds.objects.exclude(vacancies_digest="").values_list("pk", "destinations")
    for pk, kept in frozen.iterator(AT_ONCE):
        there.objects.create(round_id=pk, countries=kept)


def back(apps: Apps, _editor: BaseDatabaseSchemaEditor) -> None:
    there, rounds = apps.get_model("rounds", "Destinations"), apps.get_model("rounds", "Round")
    for kept in there.objects.iterator(AT_ONCE):
        rounds.objects.filter(pk=kept.round_id).update(destinations=kept.countries)


class Migration(migrations.Migration):
    dependencies = [("rounds", "0010_offers_after_a_failed_step")]

    operations = [
        migrations.CreateModel(
            name="Destinations",
            fields=[
                (
                    "round",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="+",
                        serialize=False,
                        to="rounds.round",
                    ),
                ),
                ("countries", models.JSONField(default=dict)),
            ],
        ),
        migrations.RunPython(apart, back),
        migrations.RemoveField("round", "destinations"),
        migrations.AlterField(
            "destinations",
            "round",
            models.OneToOneField(
                on_delete=django.db.models.deletion.CASCADE,
                primary_key=True,
                related_name="destinations",
                serialize=False,
                to="rounds.round",
            ),
        ),
    ]

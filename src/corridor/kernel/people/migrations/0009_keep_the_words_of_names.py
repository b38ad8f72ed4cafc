"""The words of names, as they are spelt and as they sound, in a table of their own."""

import django.db.models.deletion
from django.db import migrations, models

from corridor.kernel.people.naming import name_words

CHUNK = 5_000


def keep_words(apps, schema_editor):
    Person = apps.get_model("people", "Person")
    NameWord = apps.get_model("people", "NameWord")
    columns = ("pk", "full_name", "native_name", "given_name", "family_name")
    named = Person.objects.exclude(full_name="").order_by("pk").values_list(*columns)
    last = 0
    while rows := list(named.filter(pk__gt=last)[:CHUNK]):
        NameWord.objects.bulk_create(
            (NameWord(person_id=pk, word=word) for pk, *names in rows for word in name_words(*names)),
            batch_size=CHUNK,
        )
        last = rows[-1][0]


class Migration(migrations.Migration):
    dependencies = [("people", "0008_sort_the_pool")]
    operations = [
        migrations.CreateModel(
            name="NameWord",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("word", models.BinaryField(max_length=64)),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="name_words",
                        to="people.person",
                    ),
                ),
            ],
        ),
        migrations.AddConstraint(
            model_name="nameword",
            constraint=models.UniqueConstraint(fields=("word", "person"), name="name_word_once"),
        ),
        migrations.RunPython(keep_words, migrations.RunPython.noop),
    ]

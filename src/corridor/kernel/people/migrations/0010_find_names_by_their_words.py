"""The key that held all words of a name in one text goes; e-mail gets an index."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("people", "0009_keep_the_words_of_names")]
    operations = [
        migrations.RemoveConstraint(model_name="person", name="person_erased_keeps_nothing"),
        migrations.RemoveField(model_name="person", name="search_key"),
        migrations.AlterField(
            model_name="person",
            name="email",
            field=models.EmailField(blank=True, db_index=True, max_length=254),
        ),
        migrations.AddConstraint(
            model_name="person",
            constraint=models.CheckConstraint(
                condition=~models.Q(status="erased")
                | models.Q(
                    full_name="", native_name="", email="", phone="", birth_year=None, user=None
                ),
                name="person_erased_keeps_nothing",
            ),
        ),
    ]

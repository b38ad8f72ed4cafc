"""The database itself refuses to change or remove a line, or a day's root."""

from django.db import migrations

TABLES = ("record_entry", "record_root")
SENTENCE = "the record is append-only"

# REPLACE removes rows without firing DELETE triggers, so an INSERT over a row is refused too.
SQLITE = """
CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table}
    BEGIN SELECT RAISE(ABORT, '{sentence}'); END;
CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table}
    BEGIN SELECT RAISE(ABORT, '{sentence}'); END;
CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table}
    WHEN EXISTS (SELECT 1 FROM {table} WHERE id = NEW.id)
    BEGIN SELECT RAISE(ABORT, '{sentence}'); END;
"""
SQLITE_AWAY = """
DROP TRIGGER {table}_no_update;
DROP TRIGGER {table}_no_delete;
DROP TRIGGER {table}_no_replace;
"""
POSTGRES = """
CREATE OR REPLACE FUNCTION record_append_only() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION '{sentence}' USING ERRCODE = 'restrict_violation'; END $$;
CREATE TRIGGER {table}_no_change BEFORE UPDATE OR DELETE ON {table}
    FOR EACH ROW EXECUTE FUNCTION record_append_only();
CREATE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table}
    FOR EACH STATEMENT EXECUTE FUNCTION record_append_only();
"""
POSTGRES_AWAY = """
DROP TRIGGER {table}_no_change ON {table};
DROP TRIGGER {table}_no_truncate ON {table};
"""


def run(schema_editor, scripts):
    script = scripts[schema_editor.connection.vendor]
    with schema_editor.connection.cursor() as cursor:
        for table in TABLES:
            filled = script.format(table=table, sentence=SENTENCE)
            if schema_editor.connection.vendor == "postgresql":
                cursor.execute(filled)
                continue
            for statement in filled.split(";\n"):
                if statement.strip():
                    cursor.execute(statement)


def guard(apps, schema_editor):
    run(schema_editor, {"sqlite": SQLITE, "postgresql": POSTGRES})


def unguard(apps, schema_editor):
    run(schema_editor, {"sqlite": SQLITE_AWAY, "postgresql": POSTGRES_AWAY})
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("DROP FUNCTION record_append_only()")


class Migration(migrations.Migration):
    dependencies = [("record", "0002_heads_and_events")]
    operations = [migrations.RunPython(guard, unguard)]

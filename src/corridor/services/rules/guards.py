"""What a version says never changes and is never removed: the database itself refuses."""

from __future__ import annotations

from typing import Any

from django.db import connections

from corridor.services.rules.models import TableVersion

REFUSAL = "what a version of a table says never changes"
COLUMNS = ("table_id", "number", "text", "digest", "edition", "author_key")


def _changed(vendor: str) -> str:
    differs = "IS NOT" if vendor == "sqlite" else "IS DISTINCT FROM"
    columns = [f'OLD."{column}" {differs} NEW."{column}"' for column in COLUMNS]
    # Once published it is public, or withdrawn in public; nothing becomes a proposal again.
    columns.append(
        "(OLD.\"status\" IN ('published', 'withdrawn') "
        'AND NEW."status" NOT IN (OLD."status", \'withdrawn\'))'
    )
    return " OR ".join(columns)


def statements(vendor: str, *, table: str) -> list[str]:
    """The SQL that puts the guard in place; safe to run again."""
    if vendor == "sqlite":
        return [
            f"DROP TRIGGER IF EXISTS {table}_as_published",
            f'CREATE TRIGGER {table}_as_published BEFORE UPDATE ON "{table}" '
            f"WHEN {_changed(vendor)} BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END",
        ]
    return [
        f"CREATE OR REPLACE FUNCTION {table}_as_published() RETURNS trigger AS $$ BEGIN "
        f"RAISE EXCEPTION '{REFUSAL}' USING ERRCODE = 'integrity_constraint_violation'; "
        "END $$ LANGUAGE plpgsql",
        f'CREATE OR REPLACE TRIGGER {table}_as_published BEFORE UPDATE ON "{table}" FOR EACH ROW '
        f"WHEN ({_changed(vendor)}) EXECUTE FUNCTION {table}_as_published()",
    ]


def keep_as_published(*, using: str = "default", **_signal: Any) -> None:
    """Put the guard in place after every migration: SQLite drops it when it remakes a table."""
    connection = connections[using]
    table = TableVersion._meta.db_table
    with connection.cursor() as cursor:
        if table not in connection.introspection.table_names(cursor):
            return
        for statement in statements(connection.vendor, table=table):
            cursor.execute(statement)

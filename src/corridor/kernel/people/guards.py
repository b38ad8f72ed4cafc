"""What was said is never changed: the database itself refuses, on SQLite and on PostgreSQL."""

from __future__ import annotations

from typing import Any

from django.db import connections

from corridor.kernel.people.models import SAID, Claim

REFUSAL = "what a person said is never overwritten"
# A deleted account sets stated_by to null; nobody may set it to somebody else.
COLUMNS = tuple(column for column in SAID if column != "stated_by_id")


def _changed(vendor: str) -> str:
    differs = "IS NOT" if vendor == "sqlite" else "IS DISTINCT FROM"
    cast = "::text" if vendor == "postgresql" else ""
    changed = [
        f'OLD."{column}"{cast if column == "value" else ""} {differs} '
        f'NEW."{column}"{cast if column == "value" else ""}'
        for column in COLUMNS
    ]
    changed.append(
        f'(NEW."stated_by_id" IS NOT NULL AND OLD."stated_by_id" {differs} NEW."stated_by_id")'
    )
    return " OR ".join(changed)


def statements(vendor: str, *, table: str) -> list[str]:
    """The SQL that puts the guard in place; safe to run again."""
    if vendor == "sqlite":
        return [
            f"DROP TRIGGER IF EXISTS {table}_as_said",
            f'CREATE TRIGGER {table}_as_said BEFORE UPDATE ON "{table}" '
            f"WHEN {_changed(vendor)} BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END",
        ]
    return [
        f"CREATE OR REPLACE FUNCTION {table}_as_said() RETURNS trigger AS $$ BEGIN "
        f"RAISE EXCEPTION '{REFUSAL}' USING ERRCODE = 'integrity_constraint_violation'; "
        "END $$ LANGUAGE plpgsql",
        f'CREATE OR REPLACE TRIGGER {table}_as_said BEFORE UPDATE ON "{table}" FOR EACH ROW '
        f"WHEN ({_changed(vendor)}) EXECUTE FUNCTION {table}_as_said()",
    ]


def keep_claims_as_said(*, using: str = "default", **_signal: Any) -> None:
    """Put the guard in place after every migration: SQLite drops it when it remakes a table."""
    connection = connections[using]
    table = Claim._meta.db_table
    with connection.cursor() as cursor:
        if table not in connection.introspection.table_names(cursor):
            return
        for statement in statements(connection.vendor, table=table):
            cursor.execute(statement)

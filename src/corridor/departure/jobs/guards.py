"""Only a verified organisation's vacancy is published: the database itself refuses others."""

from __future__ import annotations

from typing import Any

from django.db import connections

from corridor.departure.jobs.models import Vacancy
from corridor.kernel.organisations.api import Organisation

REFUSAL = "only a verified organisation's vacancy is published"


def unverified() -> str:
    """SQL: the new row is published by an organisation that is not verified."""
    table = Organisation._meta.db_table
    known = f'SELECT 1 FROM "{table}" WHERE "id" = NEW."organisation_id"'  # noqa: S608 -- our own
    return (
        'NEW."status" = \'published\' AND NEW."organisation_id" IS NOT NULL '
        f'AND NOT EXISTS ({known} AND "verified_at" IS NOT NULL)'
    )


def statements(vendor: str, *, table: str) -> list[str]:
    """The SQL that puts the guard in place; safe to run again."""
    quoted = REFUSAL.replace("'", "''")
    if vendor == "sqlite":
        made = []
        for verb, name in (("INSERT", "made"), ("UPDATE OF status", "opened")):
            made += [
                f"DROP TRIGGER IF EXISTS {table}_{name}_verified",
                f'CREATE TRIGGER {table}_{name}_verified BEFORE {verb} ON "{table}" '
                f"WHEN {unverified()} BEGIN SELECT RAISE(ABORT, '{quoted}'); END",
            ]
        return made
    return [
        f"CREATE OR REPLACE FUNCTION {table}_verified() RETURNS trigger AS $$ BEGIN "
        f"IF {unverified()} THEN "
        f"RAISE EXCEPTION '{quoted}' USING ERRCODE = 'integrity_constraint_violation'; "
        "END IF; RETURN NEW; END $$ LANGUAGE plpgsql",
        f"CREATE OR REPLACE TRIGGER {table}_verified BEFORE INSERT OR UPDATE OF status "
        f'ON "{table}" FOR EACH ROW EXECUTE FUNCTION {table}_verified()',
    ]


def publish_only_verified(*, using: str = "default", **_signal: Any) -> None:
    """Put the guard in place after every migration: SQLite drops it when it remakes a table."""
    connection = connections[using]
    with connection.cursor() as cursor:
        tables = connection.introspection.table_names(cursor)
        if not {Vacancy._meta.db_table, Organisation._meta.db_table} <= set(tables):
            return
        for statement in statements(connection.vendor, table=Vacancy._meta.db_table):
            cursor.execute(statement)

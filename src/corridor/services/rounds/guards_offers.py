"""The database refuses an offer to somebody who is barred, on SQLite and on PostgreSQL."""

from __future__ import annotations

from typing import Any

from django.db import connections

TABLE, RESULTS = "rounds_offer", "rounds_result"
REFUSED = "nobody is offered a place who did not meet a requirement that decides"
BARRED = (
    "EXISTS (SELECT 1 FROM rounds_result WHERE round_vacancy_id = NEW.round_vacancy_id "
    "AND worker = NEW.worker AND barred_by <> '')"
)


def statements(vendor: str) -> list[str]:
    """The SQL that puts the guard in place; safe to run again."""
    if vendor == "sqlite":
        return [
            f"DROP TRIGGER IF EXISTS {TABLE}_eligible",
            f'CREATE TRIGGER {TABLE}_eligible BEFORE INSERT ON "{TABLE}" WHEN {BARRED} '
            f"BEGIN SELECT RAISE(ABORT, '{REFUSED}'); END",
        ]
    return [
        f"CREATE OR REPLACE FUNCTION {TABLE}_only_eligible() RETURNS trigger AS $$ BEGIN "
        f"IF {BARRED} THEN RAISE EXCEPTION '{REFUSED}' "
        "USING ERRCODE = 'integrity_constraint_violation'; END IF; "
        "RETURN NEW; END $$ LANGUAGE plpgsql",
        f'CREATE OR REPLACE TRIGGER {TABLE}_eligible BEFORE INSERT ON "{TABLE}" FOR EACH ROW '
        f"EXECUTE FUNCTION {TABLE}_only_eligible()",
    ]


def let_go(*, using: str = "default", **_signal: Any) -> None:
    """Take the guard away before a migration: SQLite remakes no table that a trigger names."""
    connection = connections[using]
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute(statements("sqlite")[0])


def keep_eligible(*, using: str = "default", **_signal: Any) -> None:
    """Put the guard in place after every migration: SQLite drops it with a remade table."""
    connection = connections[using]
    with connection.cursor() as cursor:
        tables = connection.introspection.table_names(cursor)
        if TABLE not in tables or RESULTS not in tables:
            return
        columns = connection.introspection.get_table_description(cursor, RESULTS)
        if "barred_by" not in {column.name for column in columns}:
            return
        for statement in statements(connection.vendor):
            cursor.execute(statement)

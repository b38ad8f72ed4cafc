"""What two parties agreed to stays: the database refuses, on SQLite and on PostgreSQL.

Two things are refused on any update of a round: a change of its terms once it is no draft, and an
opening without two agreements to one digest (or a waiver).
"""

from __future__ import annotations

from typing import Any

from django.db import connections

from corridor.services.rounds.models import Round, RoundParty
from corridor.services.rounds.terms import AGREED

TABLE, PARTIES = Round._meta.db_table, RoundParty._meta.db_table
CHANGED = "the terms of a round never change after it opened"
NOT_AGREED = "a round opens when two parties agreed to the same terms"
JSON = {field.name for field in Round._meta.fields if field.get_internal_type() == "JSONField"}


def _changed(vendor: str) -> str:
    differs = "IS NOT" if vendor == "sqlite" else "IS DISTINCT FROM"
    columns = [
        f"{name}{'::text' if vendor == 'postgresql' and name in JSON else ''}"
        for name in (*AGREED, "agreed_digest", "waiver")
    ]
    lines = " OR ".join(f"OLD.{column} {differs} NEW.{column}" for column in columns)
    return f"OLD.state <> 'draft' AND ({lines})"


OPENS_UNAGREED = (
    "OLD.state = 'draft' AND NEW.state <> 'draft' AND NEW.waiver = '' AND "
    "(SELECT COUNT(*) FROM rounds_roundparty WHERE round_id = NEW.id "
    "AND agreed_digest = NEW.agreed_digest) < 2"
)


def statements(vendor: str) -> list[str]:
    """The SQL that puts the guards in place; safe to run again."""
    guards = {"terms": (_changed(vendor), CHANGED), "agreement": (OPENS_UNAGREED, NOT_AGREED)}
    if vendor == "sqlite":
        return [
            statement
            for name, (condition, refusal) in guards.items()
            for statement in (
                f"DROP TRIGGER IF EXISTS {TABLE}_{name}",
                f'CREATE TRIGGER {TABLE}_{name} BEFORE UPDATE ON "{TABLE}" WHEN {condition} '
                f"BEGIN SELECT RAISE(ABORT, '{refusal}'); END",
            )
        ]
    checks = " ".join(
        f"IF {condition} THEN RAISE EXCEPTION '{refusal}' "
        "USING ERRCODE = 'integrity_constraint_violation'; END IF;"
        for condition, refusal in guards.values()
    )
    return [
        f"CREATE OR REPLACE FUNCTION {TABLE}_as_agreed() RETURNS trigger AS $$ BEGIN {checks} "
        "RETURN NEW; END $$ LANGUAGE plpgsql",
        f'CREATE OR REPLACE TRIGGER {TABLE}_as_agreed BEFORE UPDATE ON "{TABLE}" FOR EACH ROW '
        f"EXECUTE FUNCTION {TABLE}_as_agreed()",
    ]


def keep_as_agreed(*, using: str = "default", **_signal: Any) -> None:
    """Put the guards in place after every migration: SQLite drops them with a remade table."""
    connection = connections[using]
    with connection.cursor() as cursor:
        tables = connection.introspection.table_names(cursor)
        if TABLE not in tables or PARTIES not in tables:
            return
        described = connection.introspection.get_table_description(cursor, TABLE)
        if not {*AGREED} <= {column.name for column in described}:
            return  # migrated only part of the way; SQLite cannot alter a table under such a guard
        for statement in statements(connection.vendor):
            cursor.execute(statement)

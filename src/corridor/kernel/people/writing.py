"""Many rows into one table quickly: COPY on PostgreSQL, prepared inserts on SQLite."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from itertools import islice
from typing import Any

from django.db import connection
from django.db.models import Model

BATCH_ROWS = 20_000


def insert(model: type[Model], columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> int:
    """Insert rows of database values for these columns; returns how many. Constraints hold."""
    table = connection.ops.quote_name(model._meta.db_table)
    quoted = ", ".join(connection.ops.quote_name(column) for column in columns)
    if connection.vendor == "postgresql":
        return _copy(f"COPY {table} ({quoted}) FROM STDIN", rows)
    marks = ", ".join("?" * len(columns))
    statement = f"INSERT INTO {table} ({quoted}) VALUES ({marks})"  # noqa: S608 - our own names
    source = iter(rows)
    count = 0
    # The driver's own executemany: Django's wrapper rewrites the statement for every row.
    connection.ensure_connection()
    while batch := list(islice(source, BATCH_ROWS)):
        with connection.wrap_database_errors:
            connection.connection.executemany(statement, batch)
        count += len(batch)
    return count


def _copy(statement: str, rows: Iterable[Sequence[Any]]) -> int:
    count = 0
    with (
        connection.cursor() as cursor,
        connection.wrap_database_errors,
        cursor.copy(statement) as copy,
    ):
        for row in rows:
            copy.write_row(row)
            count += 1
    return count


def stored_moment(value: datetime) -> Any:
    """A moment as the driver stores it."""
    return connection.ops.adapt_datetimefield_value(value)


def stored_day(value: date | None) -> Any:
    return connection.ops.adapt_datefield_value(value) if value else None


def reserve_ids(model: type[Model], count: int) -> range | list[int]:
    """Ids nobody else will use; the caller holds a transaction."""
    table = model._meta.db_table
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(
                "SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)",
                [table, count],
            )
            return [row[0] for row in cursor.fetchall()]
        # SQLite: the transaction holds the write lock from its beginning.
        cursor.execute("SELECT seq FROM sqlite_sequence WHERE name = %s", [table])
        found = cursor.fetchone()
        first = (found[0] if found else 0) + 1
        return range(first, first + count)

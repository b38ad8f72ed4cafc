"""Many rows at once: insert, or update where the publisher's code is there already."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from itertools import islice
from typing import Any

from django.db import connection
from django.db.models import Model

CHUNK = 5_000


def put(
    table: type[Model], columns: Sequence[str], rows: Iterable[Sequence[Any]], *, on: Sequence[str]
) -> int:
    """Write rows of `columns` (database names) and give their number; `on` is what is unique.

    A row that is there already takes the new values. Rows stream through in chunks; dicts and
    lists are stored as JSON.
    """
    quote = connection.ops.quote_name
    names = ", ".join(quote(column) for column in columns)
    marks = ", ".join(["%s"] * len(columns))
    keep = [column for column in columns if column not in on]
    change = ", ".join(f"{quote(column)} = excluded.{quote(column)}" for column in keep)
    sql = (
        f"INSERT INTO {quote(table._meta.db_table)} ({names}) VALUES ({marks})"  # noqa: S608
        f" ON CONFLICT ({', '.join(map(quote, on))}) DO "
        + (f"UPDATE SET {change}" if change else "NOTHING")
    )
    count = 0
    remaining = iter(rows)
    with connection.cursor() as cursor:
        while chunk := [[stored(value) for value in row] for row in islice(remaining, CHUNK)]:
            cursor.executemany(sql, chunk)
            count += len(chunk)
    return count


def stored(value: Any) -> Any:
    return json.dumps(value, ensure_ascii=False) if isinstance(value, dict | list) else value

"""What `corridor doctor` should know of searching."""

from __future__ import annotations

from django.db import connection
from django.utils.translation import gettext as _


def pieces_are_indexed() -> bool:
    """Whether searching inside words uses an index; on PostgreSQL it needs pg_trgm."""
    if connection.vendor != "postgresql":
        return True
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_indexes WHERE indexname = 'search_entry_pieces'")
        return cursor.fetchone() is not None


def complaints() -> list[str]:
    """Sentences for the operator, none when all is well."""
    if pieces_are_indexed():
        return []
    return [
        _(
            "Searching inside words is slow, for this PostgreSQL database has no pg_trgm. As its "
            "superuser run CREATE EXTENSION pg_trgm, then corridor manage migrate search 0001 and "
            "corridor manage migrate search."
        )
    ]

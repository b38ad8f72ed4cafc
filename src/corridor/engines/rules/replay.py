"""A kept result worked out again, by the table it was given by."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from .asking import ask
from .errors import DateOutOfRange, FactsRefused, ReplayDiffers
from .facts import Rate
from .result import Result
from .table import Table, canonical


def replay(table: Table, kept: Mapping[str, Any]) -> Result:
    """The same result. Raises ReplayDiffers when the table is another, or the answer is."""
    if kept.get("digest") != table.digest:
        raise ReplayDiffers(
            f"This result was given by the table with digest {kept.get('digest')}; {table.name} as "
            f"it stands has {table.digest}. Load the version it was given by."
        )
    try:
        rates = [
            Rate(each["of"], each["into"], each["worth"], date.fromisoformat(each["on"]))
            for each in kept["rates"]
        ]
        days = {key: date.fromisoformat(kept[key]) for key in ("in_force", "known")}
        again = ask(table, kept["facts"], rates=rates, **days)
    except (KeyError, TypeError, ValueError, FactsRefused, DateOutOfRange) as error:
        raise ReplayDiffers(f"What was kept cannot be asked again: {error}") from error
    if again.canonical() != canonical(kept):
        raise ReplayDiffers(
            "Worked out again, the answer differs from the one kept: one of them was changed."
        )
    return again

"""What a line of the record may hold: ids, codes, numbers and dates; never a person's details.

The record cannot be erased, so what must one day be erased may not enter it.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from typing import Any
from uuid import UUID

from corridor.kernel.record.chain import moment

TEXT_LENGTH_MAX = 200
ITEMS_MAX = 500
# Beyond this the two databases write a float differently, and the hash would not repeat.
FLOAT_MAX = 1e15
EMAIL = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+")
PHONE = re.compile(r"(?<![\w.])\+\d[\d\s().-]{6,}\d")
PERSONAL = {
    *("address", "birth_date", "date_of_birth", "display_name", "email", "family_name"),
    *("full_name", "given_name", "national_id", "passport", "phone"),
}


class FactRefused(ValueError):
    """A programming mistake: this does not belong in a record that is kept for ever."""


def as_facts(facts: Mapping[str, Any]) -> dict[str, Any]:
    """The same facts as plain JSON values, or FactRefused with every reason at once."""
    wrong: list[str] = []
    kept = {key: as_fact(key, value, wrong) for key, value in facts.items()}
    if wrong:
        raise FactRefused(
            "The record keeps ids, codes, numbers and dates only: " + "; ".join(wrong)
        )
    return kept


def as_fact(key: str, value: Any, wrong: list[str]) -> Any:
    if key in PERSONAL:
        wrong.append(f"{key} is a person's detail; note the id of who holds it")
        return None
    if isinstance(value, Mapping):
        return {str(name): as_fact(f"{key}.{name}", one, wrong) for name, one in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        if len(value) > ITEMS_MAX:
            wrong.append(f"{key} has {len(value)} items; at most {ITEMS_MAX}")
        ordered = sorted(value, key=str) if isinstance(value, set | frozenset) else value
        return [as_fact(key, one, wrong) for one in ordered]
    return as_scalar(key, value, wrong)


def as_scalar(key: str, value: Any, wrong: list[str]) -> Any:
    if isinstance(value, Enum):
        value = value.value
    if value is None or isinstance(value, bool | int):
        return value
    if isinstance(value, float):
        if not math.isfinite(value) or abs(value) > FLOAT_MAX:
            wrong.append(f"{key} is {value}; note a finite number, or a text")
        return value
    if isinstance(value, datetime):
        return moment(value)
    if isinstance(value, date | Decimal | UUID):
        return str(value)
    if isinstance(value, str):
        wrong.extend(f"{key} {reason}" for reason in reasons_against(value))
        return str(value)
    wrong.append(f"{key} is a {type(value).__name__}; note its id")
    return None


def reasons_against(text: str) -> list[str]:
    found = []
    if len(text) > TEXT_LENGTH_MAX:
        found.append(f"has {len(text)} characters; at most {TEXT_LENGTH_MAX}")
    if EMAIL.search(text):
        found.append("looks like an e-mail address")
    if PHONE.search(text):
        found.append("looks like a phone number")
    if "\x00" in text:
        found.append("holds a NUL, which PostgreSQL cannot keep")
    return found

"""The codes a vacancy may use: countries, currencies, languages, levels."""

from __future__ import annotations

import re
from functools import lru_cache

from babel import Locale
from babel.core import get_global
from moneyed import CURRENCIES

CEFR_LEVELS = ("A1", "A2", "B1", "B2", "C1", "C2")
SKILL_LEVELS = (1, 2, 3)
# What CLDR names beside countries: unions, pseudo-places for tests, the unknown.
NO_COUNTRY = {"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"}
ISCO = re.compile(r"[0-9]{1,4}")
ESCO = re.compile(r"[0-9]{4}(\.[0-9]{1,3})+")


@lru_cache(maxsize=1)
def countries() -> frozenset[str]:
    """ISO 3166-1 alpha-3 codes, from CLDR."""
    named = {str(code) for code in Locale("en").territories}
    aliases: dict[str, list[str]] = get_global("territory_aliases")  # type: ignore[assignment]
    return frozenset(
        code
        for code, meant in aliases.items()
        if re.fullmatch(r"[A-Z]{3}", code) and len(meant) == 1 and meant[0] in named - NO_COUNTRY
    )


def is_currency(code: str) -> bool:
    return code in CURRENCIES


def minor_units(currency: str) -> int:
    """How many minor units make one unit of the currency: 100 for EUR, 1 for JPY, 1000 for KWD."""
    return int(CURRENCIES[currency].sub_unit)


def level_of(name: str) -> int | None:
    """A1 to C2 as 1 to 6; None for anything else."""
    return CEFR_LEVELS.index(name) + 1 if name in CEFR_LEVELS else None


def level_name(level: int) -> str:
    return CEFR_LEVELS[level - 1] if level else ""

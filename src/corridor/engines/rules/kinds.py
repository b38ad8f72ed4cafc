"""The types of facts and outcomes: how each is read strictly, held exactly, and written again.

What can be ordered is held as a whole number: a day by its ordinal, an amount by its minor unit, a
decimal by its declared places. So nothing is ever rounded by being read.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from typing import Any

NAMES = ("date", "money", "integer", "decimal", "boolean", "code", "country", "isco", "text")
ORDERED = ("date", "money", "integer", "decimal")
NUMERIC = ("money", "integer", "decimal")
# ISO 4217: minor units other than two.
MINOR_PLACES = {
    **dict.fromkeys(("BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"), 3),
    **dict.fromkeys(("JPY", "KRW", "VND", "CLP", "ISK", "PYG", "UGX", "RWF", "XAF", "XOF"), 0),
}
# Eighteen digits hold any sum; a longer one would only cost time.
MONEY = re.compile(r"([A-Z]{3}) (-?\d{1,18}(?:\.\d{1,9})?)")
CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.+-]*")
COUNTRY = re.compile(r"[A-Z]{3}")
ISCO = re.compile(r"\d{1,4}")
INTEGER = re.compile(r"-?\d{1,18}")
DECIMAL = re.compile(r"-?\d{1,18}(?:\.\d{1,9})?")
INTEGER_MOST = 10**18
# Words that conditions are written with; a label must not be one of them.
RESERVED = frozenset({"any", "absent", "present", "unknown"})


class Absent(Enum):
    """The fact is known, and it is that there is none."""

    ABSENT = "absent"

    def __str__(self) -> str:
        return "absent"


ABSENT = Absent.ABSENT
Value = int | bool | str | Absent


def minor_places(currency: str) -> int:
    """How many decimals this currency has."""
    return MINOR_PLACES.get(currency, 2)


@dataclass(frozen=True, slots=True)
class Kind:
    """What an input or an outcome may be; least and most are inclusive, in whole numbers."""

    name: str
    currency: str = ""
    places: int = 0
    codes: tuple[str, ...] = ()
    least: int | None = None
    most: int | None = None
    optional: bool = False

    @property
    def is_ordered(self) -> bool:
        return self.name in ORDERED

    @property
    def scale(self) -> Fraction:
        """What one whole number is worth: 1/100 for an amount in cents."""
        return Fraction(1, 10**self.places)

    def read(self, raw: Any) -> Value:
        """The value of what was written. Raises ValueError with a sentence."""
        if isinstance(raw, Absent) or raw == "absent":
            if not self.optional:
                raise ValueError("cannot be absent; only an input declared optional can")
            return ABSENT
        value = _READERS[self.name](self, raw)
        if self.is_ordered and not isinstance(value, Absent | str):
            self._within(int(value))
        return value

    def show(self, value: Value) -> str:
        """As it is written in a table."""
        if isinstance(value, bool):
            return "true" if value else "false"
        if not self.is_ordered or not isinstance(value, int):
            return str(value)
        if self.name == "date":
            return date.fromordinal(value).isoformat()
        number = f"{Decimal(value).scaleb(-self.places):f}" if self.places else str(value)
        return f"{self.currency} {number}" if self.name == "money" else number

    def number(self, value: int) -> Fraction:
        return value * self.scale

    def _within(self, value: int) -> None:
        if self.least is not None and value < self.least:
            raise ValueError(f"{self.show(value)} is below the least, {self.show(self.least)}")
        if self.most is not None and value > self.most:
            raise ValueError(f"{self.show(value)} is above the most, {self.show(self.most)}")


def scaled(text: str, places: int, what: str) -> int:
    """A decimal as a whole number of its smallest unit; a finer one is refused."""
    if not DECIMAL.fullmatch(text):
        raise ValueError(f"{text!r} is not a number of at most 18 digits")
    number = Decimal(text).scaleb(places)
    if number != number.to_integral_value():
        raise ValueError(f"{text} is finer than the {places} decimals of {what}")
    return int(number)


def money_of(raw: Any) -> tuple[str, str]:
    """Currency and number as text. Raises ValueError."""
    found = MONEY.fullmatch(raw) if isinstance(raw, str) else None
    if not found:
        raise ValueError(f"{raw!r} is not an amount; write the currency first, such as INR 30000")
    return found[1], found[2]


# Days further off are slips of the pen, and dates stay computable.
DAYS = (date(1800, 1, 1).toordinal(), date(2300, 1, 1).toordinal())


def _date(kind: Kind, raw: Any) -> int:
    if isinstance(raw, str):
        try:
            raw = date.fromisoformat(raw)
        except ValueError as error:
            raise ValueError(f"{raw!r} is not a date; write 2025-03-31") from error
    if type(raw) is not date:
        raise ValueError(f"{raw!r} is not a date; write 2025-03-31")
    day = raw.toordinal()
    if not DAYS[0] <= day < DAYS[1]:
        raise ValueError(f"{raw.isoformat()} is not between 1800 and 2300")
    return day


def _money(kind: Kind, raw: Any) -> int:
    currency, number = money_of(raw)
    if currency != kind.currency:
        raise ValueError(f"{raw} is not in {kind.currency}; currencies mix by a dated rate alone")
    return scaled(number, kind.places, currency)


def _integer(kind: Kind, raw: Any) -> int:
    if isinstance(raw, int) and not isinstance(raw, bool) and abs(raw) < INTEGER_MOST:
        return raw
    if isinstance(raw, str) and INTEGER.fullmatch(raw):
        return int(raw)
    raise ValueError(f"{raw!r} is not a whole number")


def _decimal(kind: Kind, raw: Any) -> int:
    if isinstance(raw, Decimal) and raw.is_finite() and -10 < raw.adjusted() < 18:
        return scaled(f"{raw:f}", kind.places, "this input")
    if isinstance(raw, int) and not isinstance(raw, bool) and abs(raw) < INTEGER_MOST:
        return int(raw * 10**kind.places)
    if isinstance(raw, str) and DECIMAL.fullmatch(raw):
        return scaled(raw, kind.places, "this input")
    raise ValueError(f"{raw!r} is not a decimal; write 12.5 as text, never a float")


def _boolean(kind: Kind, raw: Any) -> bool:
    if isinstance(raw, bool):
        return raw
    # A spreadsheet writes truths in capitals.
    if raw in ("true", "false", "TRUE", "FALSE"):
        return bool(raw.lower() == "true")
    raise ValueError(f"{raw!r} is neither true nor false")


def _code(kind: Kind, raw: Any) -> str:
    if isinstance(raw, str) and raw in kind.codes:
        return raw
    raise ValueError(f"{raw!r} is none of {', '.join(kind.codes)}")


def _country(kind: Kind, raw: Any) -> str:
    if isinstance(raw, str) and COUNTRY.fullmatch(raw):
        return raw
    raise ValueError(f"{raw!r} is not a country by its three letters, such as NPL")


def _isco(kind: Kind, raw: Any) -> str:
    if isinstance(raw, str) and ISCO.fullmatch(raw):
        return raw
    raise ValueError(f"{raw!r} is not an ISCO code of one to four digits, written as text")


def _text(kind: Kind, raw: Any) -> str:
    if isinstance(raw, str) and raw.strip() == raw and raw and raw not in RESERVED:
        return raw
    raise ValueError(f"{raw!r} is not a text, or is a word with a meaning of its own")


_READERS: dict[str, Callable[[Kind, Any], int | bool | str]] = {
    "date": _date,
    "money": _money,
    "integer": _integer,
    "decimal": _decimal,
    "boolean": _boolean,
    "code": _code,
    "country": _country,
    "isco": _isco,
    "text": _text,
}

"""Facts of one question: read strictly, converted by a dated rate where their currency differs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from .computing import Known
from .errors import FactsRefused
from .kinds import DECIMAL, Kind, Value, minor_places, money_of, scaled
from .rounding import rounded
from .table import Field


@dataclass(frozen=True, slots=True)
class Rate:
    """One unit of `of` was worth `worth` of `into` on this day, by this source."""

    of: str
    into: str
    worth: str
    on: date
    source: str = ""

    def __post_init__(self) -> None:
        is_number = isinstance(self.worth, str) and DECIMAL.fullmatch(self.worth)
        if not is_number or Decimal(self.worth) <= 0:
            raise FactsRefused([("rates", f"{self.worth!r} is not a rate above zero, as text")])

    def as_json(self) -> dict[str, str]:
        on = self.on.isoformat()
        return {"of": self.of, "into": self.into, "worth": self.worth, "on": on}


@dataclass(frozen=True, slots=True)
class Conversion:
    """A fact as it was given, as it was counted, and by which rate."""

    fact: str
    given: str
    counted: str
    rate: Rate


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known: values by input; as they were written; conversions; rates that are wanting."""

    values: Mapping[str, Value]
    written: Mapping[str, str]
    conversions: tuple[Conversion, ...]
    rates_wanted: Mapping[str, tuple[str, str]]

    def quantities(self, inputs: Mapping[str, Field]) -> dict[str, Known]:
        """The same as expressions count them."""
        return {
            name: quantity(inputs[name].kind, value)
            for name, value in self.values.items()
            if isinstance(value, bool | int | str)
        }


def quantity(kind: Kind, value: bool | int | str) -> Known:
    if isinstance(value, bool | str):
        return value
    return kind.number(value)


def read_facts(
    inputs: Mapping[str, Field],
    given: Mapping[str, Any],
    rates: Sequence[Rate],
    in_force: date,
) -> Facts:
    """The facts of these inputs; None and "unknown" are not known. Raises FactsRefused."""
    if not isinstance(given, Mapping):
        raise FactsRefused([("facts", "not a table of facts by their names")])
    faults: list[tuple[str, str]] = []
    values: dict[str, Value] = {}
    written: dict[str, str] = {}
    conversions: list[Conversion] = []
    wanted: dict[str, tuple[str, str]] = {}
    for name, raw in given.items():
        if name not in inputs:
            faults.append((name, f"not asked here; asked are {', '.join(inputs)}"))
            continue
        if raw is None or raw == "unknown":
            continue
        kind = inputs[name].kind
        try:
            foreign = _foreign(kind, raw)
            rate = _rate(foreign, kind.currency, rates, in_force) if foreign else None
            if foreign and rate is None:
                wanted[name] = (foreign, kind.currency)
                written[name] = raw
                continue
            values[name] = _converted(kind, raw, rate) if rate else kind.read(raw)
        except ValueError as error:
            faults.append((name, str(error)))
            continue
        written[name] = raw if rate else kind.show(values[name])
        if rate:
            conversions.append(Conversion(name, raw, kind.show(values[name]), rate))
    if faults:
        raise FactsRefused(faults)
    return Facts(values, written, tuple(conversions), wanted)


def _foreign(kind: Kind, raw: Any) -> str:
    """The currency of an amount that is not the input's own."""
    if kind.name != "money" or raw == "absent":
        return ""
    currency, number = money_of(raw)
    scaled(number, minor_places(currency), currency)
    return "" if currency == kind.currency else currency


def _rate(of: str, into: str, rates: Sequence[Rate], in_force: date) -> Rate | None:
    """The newest rate of this pair that was there on the day."""
    known = [each for each in rates if (each.of, each.into) == (of, into) and each.on <= in_force]
    return max(known, key=lambda each: each.on, default=None)


def _converted(kind: Kind, raw: str, rate: Rate) -> Value:
    number = Fraction(Decimal(money_of(raw)[1])) * Fraction(Decimal(rate.worth))
    minor = int(rounded(number, kind.scale, "half-even") / kind.scale)
    return kind.read(f"{kind.currency} {Decimal(minor).scaleb(-kind.places):f}")

"""Facts: what a points system asks about a person, each a whole number inside.

A number is itself, a choice its place in the list (lowest first), a flag 0 or 1. A fact of kind
`least` is not asked: it is the lowest of several others, such as the weakest of four test parts.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[Any]
Value = int | str | bool
Span = tuple[int, int]
KINDS = ("number", "choice", "flag", "least")


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact; low..high are the whole numbers it can be inside. `fixed`: nobody can change it."""

    key: str
    label: str
    kind: str
    low: int
    high: int
    values: tuple[str, ...] = ()
    of: tuple[str, ...] = ()
    fixed: bool = False

    def number(self, value: Any) -> int | None:
        """The whole number of a value as people write it; None if it is not one of this fact."""
        if self.kind == "flag":
            return int(value) if isinstance(value, bool | np.bool_) else None
        if self.kind == "choice":
            return self.values.index(value) if value in self.values else None
        is_whole = isinstance(value, int | np.integer) and not isinstance(value, bool)
        return int(value) if is_whole and self.low <= int(value) <= self.high else None

    def value(self, number: int) -> Value:
        """A whole number as people write it."""
        if self.kind == "flag":
            return bool(number)
        return self.values[number] if self.kind == "choice" else int(number)

    @property
    def wanted(self) -> str:
        """What can be written, in words."""
        if self.kind == "flag":
            return "true or false"
        if self.kind == "choice":
            return "one of " + ", ".join(self.values)
        return f"a whole number {self.low} to {self.high}"


@dataclass(frozen=True, slots=True)
class Condition:
    """Every fact named lies in one of its spans (both ends included)."""

    spans: Mapping[str, tuple[Span, ...]]

    def holds(self, numbers: Mapping[str, Array]) -> Array:
        """Where it holds, per row of the numbers given."""
        met: Array = np.ones((), bool)
        for key, spans in self.spans.items():
            inside: Array = np.zeros((), bool)
            for low, high in spans:
                inside = inside | ((numbers[key] >= low) & (numbers[key] <= high))
            met = met & inside
        return met

    def starts(self, key: str) -> set[int]:
        """Where the answer can turn along one fact."""
        return {edge for low, high in self.spans.get(key, ()) for edge in (low, high + 1)}

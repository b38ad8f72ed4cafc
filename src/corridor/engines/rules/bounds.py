"""The least and most a quantity can be: what proves that nothing divides by zero or overflows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import product


@dataclass(frozen=True, slots=True)
class Bounds:
    """Inclusive ends; None where there is none."""

    least: Fraction | None = None
    most: Fraction | None = None

    @property
    def may_be_zero(self) -> bool:
        below = self.least is None or self.least <= 0
        return below and (self.most is None or self.most >= 0)

    @property
    def is_closed(self) -> bool:
        return self.least is not None and self.most is not None

    def ends(self) -> Iterator[Fraction]:
        yield from (end for end in (self.least, self.most) if end is not None)

    def joined(self, other: Bounds) -> Bounds:
        """What either may be."""
        return of("hull", self, other)

    def widened(self, by: Fraction) -> Bounds:
        least = None if self.least is None else self.least - by
        return Bounds(least, None if self.most is None else self.most + by)


OPEN = Bounds()


def of(op: str, a: Bounds, b: Bounds) -> Bounds:
    """The bounds of an operation on two quantities."""
    if op == "add":
        return Bounds(_sum(a.least, b.least), _sum(a.most, b.most))
    if op == "sub":
        return Bounds(_less(a.least, b.most), _less(a.most, b.least))
    if op in ("mul", "div"):
        return _spread(op, a, b)
    pick = {"min": (min, min), "max": (max, max), "hull": (min, max)}[op]
    least = _both(pick[0], a.least, b.least, keep=op == "max")
    most = _both(pick[1], a.most, b.most, keep=op == "min")
    return Bounds(least, most)


def _spread(op: str, a: Bounds, b: Bounds) -> Bounds:
    if op == "mul" and a.is_closed and b.is_closed:
        found = [x * y for x, y in product(a.ends(), b.ends())]
        return Bounds(min(found), max(found))
    if op == "div" and a.is_closed and b.is_closed and not b.may_be_zero:
        found = [x / y for x, y in product(a.ends(), b.ends())]
        return Bounds(min(found), max(found))
    positive = all(each.least is not None and each.least >= 0 for each in (a, b))
    if not positive:
        return OPEN
    return Bounds((a.least or 0) * (b.least or Fraction(0)) if op == "mul" else Fraction(0), None)


def _sum(a: Fraction | None, b: Fraction | None) -> Fraction | None:
    return None if a is None or b is None else a + b


def _less(a: Fraction | None, b: Fraction | None) -> Fraction | None:
    return None if a is None or b is None else a - b


def _both(pick: object, a: Fraction | None, b: Fraction | None, *, keep: bool) -> Fraction | None:
    """The pick of two ends; where one is open, the other holds only if `keep`."""
    if a is None or b is None:
        return (b if a is None else a) if keep else None
    return min(a, b) if pick is min else max(a, b)

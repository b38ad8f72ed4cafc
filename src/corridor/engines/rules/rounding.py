"""Rounding as laws state it: to which unit, and which way. Exact, on fractions."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from math import ceil, floor


def _half_up(x: Fraction) -> int:
    """Halves away from zero, as schools and tax offices do."""
    return floor(x + Fraction(1, 2)) if x >= 0 else ceil(x - Fraction(1, 2))


MODES: dict[str, Callable[[Fraction], int]] = {
    "half-up": _half_up,
    "half-even": round,
    "up": ceil,
    "down": floor,
}


def rounded(value: Fraction, unit: Fraction, mode: str) -> Fraction:
    """The multiple of `unit` that `mode` gives: up and down are towards plus and minus infinity."""
    return MODES[mode](value / unit) * unit

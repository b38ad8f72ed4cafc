"""The shapes behind the figures: shares of a bar, reasons of a score, steps of a funnel."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django_stubs_ext import StrOrPromise

from corridor.site import formats

# A reason was met, nearly met or missed: a tone, a mark for the eye, a word for everyone.
OUTCOMES: dict[str, tuple[str, str, StrOrPromise]] = {
    "met": ("good", "✓", _("met")),
    "near": ("warn", "≈", _("nearly met")),
    "missing": ("bad", "✕", _("missing")),
    "unknown": ("neutral", "?", _("cannot tell")),
}


@dataclass(frozen=True, kw_only=True)
class Reason:
    """One part of a score. `outcome` is met, near, missing or unknown; points may be None."""

    label: StrOrPromise
    outcome: str
    points: float | None = None
    points_most: float | None = None
    note: StrOrPromise = ""

    @property
    def tone(self) -> str:
        return OUTCOMES[self.outcome][0]

    @property
    def mark(self) -> str:
        return OUTCOMES[self.outcome][1]

    @property
    def word(self) -> StrOrPromise:
        return OUTCOMES[self.outcome][2]


@dataclass(frozen=True, kw_only=True)
class FunnelStep:
    """After a criterion: how many fell at it, how many are left, as a share of all."""

    label: StrOrPromise
    fell: int
    left: int
    width: str


def share(value: float, most: float) -> str:
    """Width of a bar in percent, for an SVG attribute: always a point, never a comma."""
    inside = min(max(value / most, 0.0), 1.0) if most else 0.0
    return f"{100 * inside:.2f}"


def reasons(given: Iterable[Any]) -> list[Reason]:
    """Reasons as given, or made from mappings with the same names."""
    return [Reason(**item) if isinstance(item, Mapping) else item for item in given]


def counted(found: Iterable[Reason]) -> list[str]:
    """How many reasons were met, near and missing, and how many cannot be told, if any."""
    counts = Counter(reason.outcome for reason in found)
    told = [
        ngettext("%(count)s met", "%(count)s met", counts["met"]),
        ngettext("%(count)s near", "%(count)s near", counts["near"]),
        ngettext("%(count)s missing", "%(count)s missing", counts["missing"]),
    ]
    numbers = [counts["met"], counts["near"], counts["missing"]]
    if counts["unknown"]:
        unknown = counts["unknown"]
        told.append(ngettext("%(count)s cannot be told", "%(count)s cannot be told", unknown))
        numbers.append(unknown)
    return [
        text % {"count": formats.number(count)} for text, count in zip(told, numbers, strict=True)
    ]


def funnel(start: int, falls: Iterable[tuple[StrOrPromise, int]]) -> list[FunnelStep]:
    """The start, then one step per criterion; nobody may fall who was not there."""
    found = [FunnelStep(label=_("All considered"), fell=0, left=start, width=share(start, start))]
    left = start
    for label, fell in falls:
        left -= fell
        if fell < 0 or left < 0:
            raise ValueError(f"{fell} fell at {label}, but {left + fell} were there.")
        found.append(FunnelStep(label=label, fell=fell, left=left, width=share(left, start)))
    return found

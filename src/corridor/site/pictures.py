"""Pictures of quantities along a line: how long it takes, month by month, stage by stage.

Places across are percentages, so that a picture fits any screen without growing its letters. In a
language that runs from the right they are counted from the right.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from statistics import quantiles

from babel import dates as babel_dates
from django.utils.translation import get_language_bidi
from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrOrPromise

from corridor.kernel.script import in_digits
from corridor.site import figures, formats

EDGE = 8.0  # percent kept free at each side, so that the first and last label are whole
HIGH = 150  # pixels of the plot of a line
LABELS_MOST = 4


def across(share: float) -> str:
    """A share from 0 to 1 as a place from the start of the line, in percent."""
    inside = EDGE + (100 - 2 * EDGE) * min(max(share, 0.0), 1.0)
    return f"{100 - inside if get_language_bidi() else inside:.2f}"


@dataclass(frozen=True, kw_only=True)
class Mark:
    """A label at a place across the picture."""

    at: str
    text: str


@dataclass(frozen=True, kw_only=True)
class Spread:
    """How a quantity is spread: least, quarter, half, three quarters, most, and the places."""

    count: int
    least: float
    quarter: float
    median: float
    three_quarters: float
    most: float
    whisker: tuple[str, str]
    box: tuple[str, str]
    middle: str
    dots: list[str]
    marks: list[Mark]


DOTS_MOST = 60


def spread(values: Iterable[float]) -> Spread | None:
    """None when there is nothing to show. Quartiles are those of the values themselves."""
    found = sorted(values)
    if not found:
        return None
    quarter, median, three_quarters = (
        quantiles(found, n=4, method="inclusive") if len(found) > 1 else [found[0]] * 3
    )
    top = rounded_up(found[-1])
    box = sorted((float(across(quarter / top)), float(across(three_quarters / top))))
    return Spread(
        count=len(found),
        least=found[0],
        quarter=quarter,
        median=median,
        three_quarters=three_quarters,
        most=found[-1],
        whisker=(across(found[0] / top), across(found[-1] / top)),
        box=(f"{box[0]:.2f}", f"{box[1] - box[0]:.2f}"),
        middle=across(median / top),
        dots=[across(value / top) for value in found] if len(found) <= DOTS_MOST else [],
        marks=[Mark(at=across(step / 4), text=formats.number(top * step / 4)) for step in range(5)],
    )


def quarters(found: Spread) -> list[tuple[StrOrPromise, float]]:
    """The lines of the table behind it."""
    return [
        (_("The shortest"), found.least),
        (_("A quarter took at most"), found.quarter),
        (_("Half took at most"), found.median),
        (_("Three quarters took at most"), found.three_quarters),
        (_("The longest"), found.most),
    ]


def rounded_up(value: float) -> float:
    """The next round number that can be cut in four: 4, 8, 12, 20, 40, 60, 80, 100, 120 …"""
    if value <= 4:
        return 4.0
    power = 10 ** math.floor(math.log10(value))
    steps = (1, 1.2, 1.6, 2, 2.4, 3.2, 4, 6, 8, 10, 12)
    fitting = (power * step for step in steps if power * step >= value and power * step % 4 == 0)
    return float(next(fitting, 10 * power))


@dataclass(frozen=True, kw_only=True)
class Month:
    """A month of the line: where its dot is, and what it says in the table."""

    name: str
    value: float
    x: str
    y: str


@dataclass(frozen=True, kw_only=True)
class Line:
    """`strokes` are (x1, y1, x2, y2): lines between neighbours, as SVG wants them."""

    months: list[Month]
    strokes: list[tuple[str, str, str, str]]
    marks: list[Mark]
    top: float


def line(values: Iterable[tuple[date, float]]) -> Line | None:
    """One point for each month, in order of time; None when there is none."""
    found = sorted(values)
    if not found:
        return None
    top = rounded_up(max(value for _month, value in found))
    last = max(len(found) - 1, 1)
    months = [
        Month(
            name=month_name(month),
            value=value,
            x=across(place / last),
            y=f"{8 + (HIGH - 8) * (1 - max(value, 0) / top):.1f}",
        )
        for place, (month, value) in enumerate(found)
    ]
    return Line(
        months=months,
        strokes=[(one.x, one.y, next_.x, next_.y) for one, next_ in pairwise(months)],
        marks=[
            Mark(at=months[place].x, text=month_name(found[place][0], short=True))
            for place in labelled(len(found))
        ],
        top=top,
    )


def labelled(count: int) -> list[int]:
    """Which of the months carry a label: the first, the last, and some between."""
    if count <= LABELS_MOST:
        return list(range(count))
    steps = LABELS_MOST - 1
    return [round(step * (count - 1) / steps) for step in range(LABELS_MOST)]


def month_name(month: date, *, short: bool = False) -> str:
    pattern = "MMM yy" if short else "LLLL yyyy"
    return in_digits(babel_dates.format_date(month, format=pattern, locale=formats.here()))


@dataclass(frozen=True, kw_only=True)
class Bar:
    """A line of a bar list; `share` is of the largest."""

    label: StrOrPromise
    value: float
    width: str
    url: str


def bars(rows: Iterable[Sequence[object]]) -> list[Bar]:
    """Rows of label, value and, if it leads somewhere, an address; in the order given."""
    found = [(*row, "")[:3] for row in rows]
    most = max((float(row[1]) for row in found), default=0.0)  # type: ignore[arg-type]
    return [
        Bar(
            label=label,  # type: ignore[arg-type]
            value=value,  # type: ignore[arg-type]
            width=figures.share(float(value), most),  # type: ignore[arg-type]
            url=str(url),
        )
        for label, value, url in found
    ]


@dataclass(frozen=True, kw_only=True)
class Stage:
    """How many came so far; as a share of the stage before and of the first."""

    label: StrOrPromise
    count: int
    width: str
    of_before: float | None
    of_first: float | None
    url: str


def stages(rows: Iterable[Sequence[object]]) -> list[Stage]:
    """Applied, eligible, shortlisted …: rows of label, count and perhaps an address, in order."""
    found = bars(rows)
    counts = [int(bar.value) for bar in found]
    first = counts[0] if counts else 0
    return [
        Stage(
            label=bar.label,
            count=count,
            width=bar.width,
            of_before=count / before if before else None,
            of_first=count / first if first else None,
            url=bar.url,
        )
        for bar, count, before in zip(found, counts, [0, *counts], strict=False)
    ]

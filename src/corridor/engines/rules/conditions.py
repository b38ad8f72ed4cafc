"""Conditions of a cell: one small grammar, the same in TOML and in a spreadsheet.

any                     says nothing about this fact (an empty cell too)
NPL                     is
in NPL, BGD             is one of
not NPL, BGD            is something else
QAR 800 .. QAR 1000     from the first up to, not including, the second; either may be left out
under 22, 3221          an ISCO code at or below one of these
not under 22            an ISCO code elsewhere
absent, present         there is none; there is one, whichever
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from .kinds import ABSENT, Kind, Value

HOWS = ("any", "in", "not in", "range", "under", "not under", "absent", "present")


@dataclass(frozen=True, slots=True)
class Condition:
    """How, with the values it is about; a range has (from, below), None where it is open."""

    how: str
    values: tuple[Value, ...] = ()
    start: int | None = None
    below: int | None = None

    def show(self, kind: Kind) -> str:
        """As it is written in a table."""
        if self.how in ("any", "absent", "present"):
            return self.how
        if self.how == "range":
            ends = [kind.show(end) if end is not None else "" for end in (self.start, self.below)]
            return " .. ".join(ends).strip()
        shown = ", ".join(kind.show(value) for value in self.values)
        if self.how == "in" and len(self.values) == 1:
            return shown
        return f"{'not' if self.how == 'not in' else self.how} {shown}"


ANY = Condition("any")


def parse(raw: Any, kind: Kind) -> Condition:
    """The condition of a cell. Raises ValueError with a sentence."""
    if not isinstance(raw, str):
        return Condition("in", (kind.read(raw),))
    text = raw.strip()
    if text in ("", "any"):
        return ANY
    if text in ("absent", "present"):
        kind.read(ABSENT)
        return Condition(text)
    if ".." in text:
        return _range(text, kind)
    for word, how in (("not under ", "not under"), ("under ", "under"), ("not ", "not in")):
        if text.startswith(word):
            return _listed(text.removeprefix(word), how, kind)
    if text.startswith("in "):
        return _listed(text.removeprefix("in "), "in", kind)
    return _exact(Condition("in", (kind.read(text),)), kind)


def _range(text: str, kind: Kind) -> Condition:
    if not kind.is_ordered:
        raise ValueError(f"{text!r} is a range, and {kind.name} has no order")
    ends = [part.strip() for part in text.split("..")]
    if len(ends) != 2 or not any(ends):
        raise ValueError(f"{text!r} is not a range; write 5 .. 9, 5 .. or .. 9")
    start, below = (int(kind.read(end)) if end else None for end in ends)  # type: ignore[arg-type]
    if start is not None and below is not None and start >= below:
        raise ValueError(f"{text!r} is empty: the end is not above the start")
    return Condition("range", start=start, below=below)


def _listed(text: str, how: str, kind: Kind) -> Condition:
    if "under" in how and kind.name != "isco":
        raise ValueError(f"'under' is for occupations, and this is {kind.name}")
    values = tuple(kind.read(part.strip()) for part in text.split(","))
    if len(set(values)) != len(values):
        raise ValueError(f"{text!r} names the same value twice")
    return _exact(Condition(how, values), kind)


def _exact(condition: Condition, kind: Kind) -> Condition:
    """A group of occupations is not one occupation: whoever means the group says under."""
    short = [v for v in condition.values if isinstance(v, str) and len(v) < 4]
    if kind.name == "isco" and "under" not in condition.how and short:
        raise ValueError(f"{short[0]} is a group of occupations; write under {short[0]}")
    return condition

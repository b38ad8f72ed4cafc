"""What a points system answers: a total or its range, line by line, and what is missing."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from corridor.engines.matching.points.facts import Array, Value


@dataclass(frozen=True, slots=True)
class Line:
    """One factor: what is held and what it gives.

    points is None while a fact is unknown; then it lies in least..most. possible: the most anyone
    can get here. cap: the key of the group whose cap took something of this line's group, or "".
    """

    factor: str
    label: str
    group: str
    held: tuple[tuple[str, Value | None], ...]
    points: int | None
    least: int
    most: int
    possible: int
    cap: str
    is_verified: bool
    source: str


@dataclass(frozen=True, slots=True)
class Subtotal:
    """One group after its cap: uncapped is the sum before it. passes is None: cannot tell."""

    group: str
    label: str
    points: int | None
    least: int
    most: int
    uncapped: int | None
    cap: int | None
    floor: int | None
    passes: bool | None


@dataclass(frozen=True, slots=True)
class Points:
    """The answer for one person.

    total is None while it cannot be told; then it lies in least..most, both of which can still
    happen. missing: the unknown facts on which a line still depends, none once total and passes are
    certain. passes: True, False, or None, cannot tell. unverified: factors and groups whose figures
    nobody has compared with their source.
    """

    total: int | None
    least: int
    most: int
    possible: int
    lines: tuple[Line, ...]
    groups: tuple[Subtotal, ...]
    missing: tuple[str, ...]
    passes: bool | None
    unverified: tuple[str, ...]

    @property
    def sentence(self) -> str:
        """The answer in English."""
        mark = {
            True: "Every pass mark is reached.",
            False: "A pass mark is missed.",
            None: "Whether the pass marks are reached cannot be told.",
        }[self.passes]
        if self.total is not None and self.passes is not None:
            return f"{self.total} of {self.possible} points. {mark}"
        said = f"between {self.least} and {self.most}" if self.total is None else f"{self.total}"
        needed = ", ".join(self.missing)
        return f"Cannot tell, need {needed}: {said} of {self.possible} points. {mark}"


@dataclass(frozen=True, eq=False, slots=True)
class PointsTable:
    """The answers for N people: least, most int64 N (equal where the total is certain).

    passes: int8 N, 1 every pass mark is reached, 0 one is missed, -1 cannot tell.
    """

    least: Array
    most: Array
    passes: Array

    def __len__(self) -> int:
        return len(self.least)

    @property
    def is_certain(self) -> Array:
        """Where the total is known (bool N)."""
        return np.asarray(self.least == self.most)


@dataclass(frozen=True, slots=True)
class Change:
    """What would change the answer: one fact, from what is held to what would be needed.

    to is None where the fact is unknown and would have to be stated; then total and most
    say what it could bring. gain counts against the total, or the least, of today.
    """

    fact: str
    label: str
    held: Value | None
    to: Value | None
    total: int
    most: int
    gain: int
    passes: bool | None

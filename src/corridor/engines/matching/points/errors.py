"""What points systems refuse, each with a stable code and every reason at once."""

from __future__ import annotations

from collections.abc import Sequence

from corridor.engines.matching.errors import CriteriaError, MatchingRefused

FAULTS_LISTED_MAX = 1_000


class PointsRefused(MatchingRefused):
    """A points system contradicts itself or says what cannot be read; every reason is listed."""

    code = "matching.points-refused"

    def __init__(self, errors: Sequence[CriteriaError]) -> None:
        self.errors = tuple(errors)
        listed = "\n".join(f"  {error}" for error in self.errors)
        super().__init__(f"This points system cannot be used as it stands:\n{listed}")


class FactsRefused(MatchingRefused):
    """Facts that a points system cannot read; `where` is the fact, or the fact and its row."""

    code = "matching.facts-refused"

    def __init__(self, errors: Sequence[CriteriaError]) -> None:
        self.errors = tuple(errors[:FAULTS_LISTED_MAX])
        self.total = len(errors)
        listed = "\n".join(f"  {error}" for error in self.errors[:20])
        more = f"\n  and {self.total - 20:,} more" if self.total > 20 else ""
        super().__init__(f"These facts cannot be scored as they stand:\n{listed}{more}")


class Faults:
    """The faults found so far."""

    def __init__(self) -> None:
        self.found: list[CriteriaError] = []

    def add(self, where: str, code: str, message: str) -> None:
        self.found.append(CriteriaError(where, code, message))

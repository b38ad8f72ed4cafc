"""Adverse impact: does a selection take fewer of one group than of another, and is it chance?

The four-fifths rule of the US Uniform Guidelines on Employee Selection Procedures (29 CFR 1607.4
D): a group whose selection rate is below 80 % of the best group's shows adverse impact. The
ratio of two rates has a confidence interval by its logarithm (Katz, Baptista, Azen and Pike,
Biometrics 34, 1978); Fisher's exact test is the second opinion: a ratio of few says little.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, log, sqrt
from statistics import NormalDist
from typing import Any

import numpy as np

from ._schema import Array

FOUR_FIFTHS = 0.8
GROUP_MIN = 5  # below so many on either side, or selected in all, nothing is said
VERDICTS = {
    "best": "the highest rate; the others are compared with it",
    "adverse": "below four fifths, and more than chance",
    "below": "below four fifths, but chance alone could do this",
    "uneven": "above four fifths, yet more than chance",
    "none": "no sign of adverse impact",
    "too-few": "too few to tell",
}


@dataclass(frozen=True, slots=True)
class GroupImpact:
    """One group against the one with the highest selection rate.

    ratio lies in low..high with confidence 1 - alpha, None where nobody was selected in one of the
    two; p_value: of Fisher's exact test, two-sided; verdict: a key of VERDICTS. shortfall: how many
    more of this group would bring its ratio to four fifths, all others staying as they are.
    """

    group: str
    people: int
    selected: int
    rate: float
    ratio: float
    low: float | None
    high: float | None
    p_value: float
    shortfall: int
    verdict: str

    @property
    def sentence(self) -> str:
        """The verdict in English, with its figures."""
        said = f"{self.selected} of {self.people} selected ({self.rate:.1%})"
        if self.verdict == "best":
            return f"{self.group}: {said}; {VERDICTS['best']}."
        span = f" ({self.low:.2f} to {self.high:.2f})" if self.low is not None else ""
        return (
            f"{self.group}: {said}, {self.ratio:.2f}{span} of the best rate, "
            f"p = {self.p_value:.3f}: {VERDICTS[self.verdict]}."
        )


@dataclass(frozen=True, slots=True)
class Impact:
    """Every group, lowest ratio first; alpha: the level of the intervals and of the test."""

    groups: tuple[GroupImpact, ...]
    best: str
    alpha: float
    people: int
    selected: int

    @property
    def passes(self) -> bool | None:
        """No group shows adverse impact; None: cannot tell, a group is too small or chance could
        have put it below four fifths."""
        verdicts = {group.verdict for group in self.groups}
        if "adverse" in verdicts:
            return False
        return None if verdicts & {"below", "too-few"} else True

    @property
    def sentence(self) -> str:
        """The answer in English."""
        return {
            True: "No group's selection rate is below four fifths of the best.",
            False: "At least one group's selection rate is below four fifths of the best, and that "
            "is not chance.",
            None: "Whether there is adverse impact cannot be told: a group is too small, or chance "
            "could do it.",
        }[self.passes]


def impact(
    selected: Sequence[Any] | Array, groups: Sequence[Any] | Array, *, alpha: float = 0.05
) -> Impact:
    """The four-fifths report of a selection: N flags and N group names, one per person.

    A person whose group is None or "" counts in no group. Raises ValueError when the two are not
    equally long, alpha is not between 0 and 1, or fewer than two groups are named.
    """
    chosen = np.asarray(selected, bool)
    names = np.array(["" if name is None else str(name) for name in groups], np.str_)
    if len(chosen) != len(names):
        raise ValueError(
            f"{len(chosen)} selections and {len(names)} groups: one of each per person"
        )
    if not 0 < alpha < 1:
        raise ValueError(f"alpha is {alpha}; it lies between 0 and 1, such as 0.05")
    chosen, names = chosen[names != ""], names[names != ""]
    kinds, place = np.unique(names, return_inverse=True)
    if len(kinds) < 2:
        raise ValueError("Fewer than two groups are named, so there is nothing to compare.")
    people = np.bincount(place, minlength=len(kinds))
    taken = np.bincount(place, chosen, minlength=len(kinds)).astype(np.int64)
    return _report(
        dict(zip(kinds.tolist(), zip(taken.tolist(), people.tolist(), strict=True), strict=True)),
        alpha,
    )


def _report(counts: dict[str, tuple[int, int]], alpha: float) -> Impact:
    best = _best(counts)
    rows = [_against(name, counts[name], counts[best], name == best, alpha) for name in counts]
    return Impact(
        groups=tuple(sorted(rows, key=lambda row: (row.verdict == "best", row.ratio, row.group))),
        best=best,
        alpha=alpha,
        people=sum(people for _, people in counts.values()),
        selected=sum(taken for taken, _ in counts.values()),
    )


def _best(counts: dict[str, tuple[int, int]]) -> str:
    """The highest rate among the groups large enough to be compared with; then the larger group."""
    large = {name: pair for name, pair in counts.items() if pair[1] >= GROUP_MIN} or counts
    return max(large, key=lambda name: (large[name][0] / large[name][1], large[name][1], name))


def _against(
    name: str, own: tuple[int, int], best: tuple[int, int], is_best: bool, alpha: float
) -> GroupImpact:
    (taken, people), (best_taken, best_people) = own, best
    rate, best_rate = taken / people, best_taken / best_people
    ratio = rate / best_rate if best_rate else 1.0
    low, high = _katz(own, best, alpha)
    p_value = 1.0 if is_best else fisher(taken, people, best_taken, best_people)
    needed = -(-4 * best_taken * people // (5 * best_people))
    is_few = min(people, best_people, taken + best_taken) < GROUP_MIN
    return GroupImpact(
        group=name,
        people=people,
        selected=taken,
        rate=rate,
        ratio=ratio,
        low=None if is_best else low,
        high=None if is_best else high,
        p_value=p_value,
        shortfall=max(0, needed - taken),
        verdict="best" if is_best else _verdict(taken < needed, p_value < alpha, is_few, ratio),
    )


def _verdict(is_below: bool, is_telling: bool, is_few: bool, ratio: float) -> str:
    if is_few and not is_telling:
        return "too-few"
    if is_below:
        return "adverse" if is_telling else "below"
    return "uneven" if is_telling and ratio < 1 else "none"


def _katz(
    own: tuple[int, int], best: tuple[int, int], alpha: float
) -> tuple[float | None, float | None]:
    """exp(ln ratio -+ z sqrt((1 - p1) / (n1 p1) + (1 - p2) / (n2 p2)))."""
    if not own[0] or not best[0]:
        return None, None
    spread = sqrt(1 / own[0] - 1 / own[1] + 1 / best[0] - 1 / best[1])
    ratio = log(own[0] / own[1]) - log(best[0] / best[1])
    z = NormalDist().inv_cdf(1 - alpha / 2)
    return exp(ratio - z * spread), exp(ratio + z * spread)


def fisher(taken: int, people: int, best_taken: int, best_people: int) -> float:
    """Fisher's exact test, two-sided: the chance of a table no likelier than the one seen."""
    from scipy.stats import hypergeom

    drawn = taken + best_taken
    low, high = max(0, drawn - best_people), min(drawn, people)
    chances = hypergeom.logpmf(np.arange(low, high + 1), people + best_people, people, drawn)
    seen = chances[taken - low]
    return float(min(1.0, np.exp(chances[chances <= seen + 1e-9]).sum()))

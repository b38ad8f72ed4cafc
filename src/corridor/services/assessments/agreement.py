"""How far examiners agree: the intraclass correlation of what they gave the same candidates.

One-way random effects, ICC(1,1) and ICC(1,k): each candidate is marked by examiners of their own,
as many as there were (Shrout and Fleiss, Psychological Bulletin 86, 1979, case 1). With different
numbers of examiners the mean number is that of the analysis of variance (Searle), and the interval
is then approximate.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrOrPromise

CONFIDENCE = 0.95
# Koo and Li, Journal of Chiropractic Medicine 15 (2016).
WORDS: tuple[tuple[float, StrOrPromise], ...] = (
    (0.9, _("Excellent agreement")),
    (0.75, _("Good agreement")),
    (0.5, _("Moderate agreement")),
    (float("-inf"), _("Poor agreement")),
)


@dataclass(frozen=True, kw_only=True)
class Agreement:
    """1 is full agreement, 0 or less none beyond chance. `single` is of one examiner, `mean` of the
    mean of `examiners` of them, each with the interval that holds it with 95 % confidence."""

    candidates: int
    examiners: float
    single: float
    single_interval: tuple[float, float]
    mean: float
    mean_interval: tuple[float, float]

    @property
    def says(self) -> StrOrPromise:
        """In a word, of the mean, which is what a result is made from."""
        return next(word for least, word in WORDS if self.mean >= least)


def agreement(given: Sequence[Sequence[float]]) -> Agreement | None:
    """From the marks of each candidate, two or more; None where they say nothing: fewer than two
    candidates marked twice, or the same marks for everybody."""
    from scipy.stats import f

    rows = [row for row in given if len(row) > 1]
    count, marks = len(rows), sum(map(len, rows))
    if count < 2:
        return None
    whole = sum(map(sum, rows)) / marks
    means = [sum(row) / len(row) for row in rows]
    pairs = list(zip(rows, means, strict=True))
    between = sum(len(row) * (mean - whole) ** 2 for row, mean in pairs) / (count - 1)
    within = sum((mark - mean) ** 2 for row, mean in pairs for mark in row) / (marks - count)
    if not between + within:
        return None
    k = (marks - sum(len(row) ** 2 for row in rows) / marks) / (count - 1)
    ratio = between / within if within else float("inf")
    tail = (1 + CONFIDENCE) / 2
    low = ratio / float(f.ppf(tail, count - 1, marks - count))
    high = ratio * float(f.ppf(tail, marks - count, count - 1))
    return Agreement(
        candidates=count,
        examiners=k,
        single=single_of(ratio, k),
        single_interval=(single_of(low, k), single_of(high, k)),
        mean=mean_of(ratio),
        mean_interval=(mean_of(low), mean_of(high)),
    )


def single_of(ratio: float, k: float) -> float:
    """(BMS - WMS) / (BMS + (k - 1) WMS), by the ratio of the two mean squares."""
    return 1.0 if ratio == float("inf") else (ratio - 1) / (ratio + k - 1)


def mean_of(ratio: float) -> float:
    """(BMS - WMS) / BMS; never below -1, for further down says nothing more."""
    return max(-1.0, 1 - 1 / ratio) if ratio else -1.0

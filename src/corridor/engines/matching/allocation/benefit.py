"""Benefit functions: what placing a family is worth, as whole numbers for the market."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

from corridor.engines.matching.allocation.market import Integers

BENEFIT_UNIT = 10_000


def at_least_one_works(probabilities: ArrayLike) -> NDArray[np.float64]:
    """Chance that at least one member finds work: 1 - product(1 - p) over the last axis.

    Source: GeoMatch, Bansak et al. 2018 (Science 359:325), household outcome.
    """
    chances = np.asarray(probabilities, dtype=np.float64)
    if ((chances < 0) | (chances > 1)).any() or np.isnan(chances).any():
        raise ValueError("A chance must be from 0 to 1. Correct the probabilities.")
    answer: NDArray[np.float64] = 1.0 - np.prod(1.0 - chances, axis=-1)
    return answer


def as_benefit(values: ArrayLike) -> Integers:
    """Values from 0 up as whole ten-thousandths, rounded to nearest."""
    scaled: Integers = np.rint(np.asarray(values) * BENEFIT_UNIT).astype(np.int64)
    return scaled

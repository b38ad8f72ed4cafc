"""The one tie rule: a lottery whose seed is published, the same for every mode."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256

import numpy as np
from numpy.typing import NDArray


def lottery_keys(ids: Iterable[str], *, seed: int) -> NDArray[np.uint64]:
    """Lottery number of each id: the first 8 bytes of SHA-256 of "seed:id", big-endian; low wins.

    Depends on nothing but the seed and the id, so anyone can draw it again by hand.
    """
    numbers = b"".join([sha256(f"{seed}:{name}".encode()).digest()[:8] for name in ids])
    return np.frombuffer(numbers, dtype=">u8").astype(np.uint64)


def lottery_ranks(keys: NDArray[np.uint64], ids: NDArray[np.str_]) -> NDArray[np.int64]:
    """Place of each id in the draw, 0 first; equal numbers (never seen yet) fall to the id."""
    order = np.argsort(keys, kind="stable")
    drawn = keys[order]
    if drawn.size and (drawn[1:] == drawn[:-1]).any():
        order = np.lexsort((ids, keys))
    ranks = np.empty(len(order), dtype=np.int64)
    ranks[order] = np.arange(len(order))
    return ranks

"""The one tie rule: a lottery whose seed is published, the same for every mode."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray


def lottery_keys(ids: Iterable[str], *, seed: int) -> NDArray[np.uint64]:
    """Lottery number of each id: the first 8 bytes of blake2b("seed:id"), big-endian; low wins.

    Depends on nothing but the seed and the id, so anyone can draw it again by hand.
    """
    prefix = blake2b(f"{seed}:".encode(), digest_size=64)
    numbers = bytearray()
    for name in ids:
        drawn = prefix.copy()
        drawn.update(str(name).encode())
        numbers += drawn.digest()[:8]
    return np.frombuffer(bytes(numbers), dtype=">u8").astype(np.uint64)


def lottery_ranks(keys: NDArray[np.uint64], ids: NDArray[np.str_]) -> NDArray[np.int64]:
    """Place of each id in the draw, 0 first; equal numbers (never seen yet) fall to the id."""
    order = np.argsort(keys, kind="stable")
    drawn = keys[order]
    if drawn.size and (drawn[1:] == drawn[:-1]).any():
        order = np.lexsort((ids, keys))
    ranks = np.empty(len(order), dtype=np.int64)
    ranks[order] = np.arange(len(order))
    return ranks

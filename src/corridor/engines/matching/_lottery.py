"""The lottery that parts equal scores: anyone can draw it again with pen, paper and SHA-256."""

from __future__ import annotations

import hashlib

import numpy as np

from ._schema import Array


def ticket(seed: int, identifier: str) -> int:
    """The first 8 bytes (big-endian) of SHA-256 of the text `seed:id`; the lowest goes first."""
    return int.from_bytes(hashlib.sha256(f"{seed}:{identifier}".encode()).digest()[:8], "big")


def draw(seed: int, ids: Array) -> Array:
    """The place of each worker in the draw (uint32; 0 goes first), whatever the order of rows.

    Tickets that are equal, one chance in 10^13 for a million people, go by id.
    """
    sha256 = hashlib.sha256
    prefix = f"{seed}:"
    digests = b"".join([sha256((prefix + i).encode()).digest()[:8] for i in ids.tolist()])
    tickets = np.frombuffer(digests, ">u8").astype(np.uint64)
    order = np.argsort(tickets, kind="stable")
    if (np.diff(tickets[order]) == 0).any():
        order = np.lexsort((ids, tickets))
    places = np.empty(len(ids), np.uint32)
    places[order] = np.arange(len(ids), dtype=np.uint32)
    return places

"""Edges packed into one uint64 each, so that a whole market is put in order by one plain sort."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from corridor.engines.matching.allocation.market import Integers

KEY_BITS = 64


class KeyOverflow(ValueError):
    """The fields of a packed key need more than 64 bits; the market must be split."""

    code = "packed-key-overflow"


def pack(*columns: tuple[Integers, int]) -> NDArray[np.uint64]:
    """One key per row from (values, bits) fields, the first field counting most.

    Raises KeyOverflow when the fields together, or one value alone, do not fit.
    """
    total = sum(bits for _, bits in columns)
    if total > KEY_BITS:
        raise KeyOverflow(
            f"The market needs keys of {total} bits; {KEY_BITS} are there. "
            "Split the round, or number the wishes from 1 without gaps."
        )
    key = np.zeros(len(columns[0][0]), dtype=np.uint64)
    for values, bits in columns:
        if values.size and not 0 <= int(values.min()) <= int(values.max()) < 1 << bits:
            raise KeyOverflow(
                f"A value between {values.min()} and {values.max()} does not fit its {bits} bits."
            )
        np.left_shift(key, np.uint64(bits), out=key)
        np.bitwise_or(key, values.view(np.uint64), out=key)
    return key


def unpack(key: NDArray[np.uint64], *bits: int) -> list[Integers]:
    """The fields of packed keys, in the order they were packed."""
    fields: list[Integers] = []
    shift = sum(bits)
    for width in bits:
        shift -= width
        field = (key >> np.uint64(shift)) & np.uint64((1 << width) - 1)
        fields.append(field.view(np.int64))
    return fields


def bits_for(number_max: int) -> int:
    """Bits that hold every whole number from 0 to `number_max`."""
    return max(1, int(number_max).bit_length())

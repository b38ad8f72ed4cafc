import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from corridor.engines.matching.allocation.packing import KeyOverflow, bits_for, pack, unpack


@given(st.lists(st.tuples(st.integers(0, 1023), st.integers(0, 7)), min_size=1))
def test_fields_come_back_and_sort_by_the_first(rows: list[tuple[int, int]]) -> None:
    first, second = (np.array(column, dtype=np.int64) for column in zip(*rows, strict=True))
    key = pack((first, 10), (second, 3))
    assert [column.tolist() for column in unpack(key, 10, 3)] == [first.tolist(), second.tolist()]
    assert [tuple(map(int, row)) for row in zip(*unpack(np.sort(key), 10, 3), strict=True)] == (
        sorted(rows)
    )


def test_ids_that_overflow_their_field_fail_loudly() -> None:
    with pytest.raises(KeyOverflow, match="does not fit its 3 bits"):
        pack((np.array([8]), 3))
    with pytest.raises(KeyOverflow, match="does not fit"):
        pack((np.array([-1]), 3))


def test_fields_of_more_than_64_bits_together_fail_loudly() -> None:
    with pytest.raises(KeyOverflow, match="65 bits"):
        pack((np.array([1]), 40), (np.array([1]), 25))


def test_bits_hold_the_largest_number() -> None:
    assert [bits_for(number) for number in (0, 1, 2, 255, 256)] == [1, 1, 2, 8, 9]

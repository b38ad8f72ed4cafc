"""A set of pairs in two bits each."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from corridor.kernel.places.loaders.pairs import Pairs

PAIRS = st.lists(st.tuples(st.integers(0, 6), st.integers(0, 10), st.booleans()))


@given(PAIRS)
def test_pairs_are_those_of_a_dictionary(added: list[tuple[int, int, bool]]) -> None:
    pairs, twin = Pairs(7, 11), dict[tuple[int, int], bool]()
    for row, column, essential in added:
        assert pairs.add(row, column, essential) is ((row, column) in twin)
        twin[row, column] = twin.get((row, column), False) or essential
    assert list(pairs) == sorted((*pair, essential) for pair, essential in twin.items())
    assert pairs.read == len(added)

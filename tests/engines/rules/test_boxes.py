"""Boxes fill the whole, each once, and the first row that holds has it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corridor.engines.rules import boxes

PARTS = st.lists(
    st.fixed_dictionaries({"x": st.integers(1, 15), "y": st.integers(1, 7)}), max_size=6
)


@given(PARTS)
def test_every_point_is_in_one_box_and_has_its_first_row(parts):
    found = list(boxes.leaves(parts, {"x": 15, "y": 7}))
    for x in (1, 2, 4, 8):
        for y in (1, 2, 4):
            first = next(
                (n for n, part in enumerate(parts) if part["x"] & x and part["y"] & y), None
            )
            assert [row for box, row in found if box["x"] & x and box["y"] & y] == [first]


def test_too_many_cuts_are_given_up():
    parts = [{f"d{n}": 1, "e": 1 << n} for n in range(8)]
    everything = {f"d{n}": 3 for n in range(8)} | {"e": 255}
    with pytest.raises(boxes.TooIntricate):
        list(boxes.leaves(parts, everything, cuts_max=3))
    assert len(list(boxes.leaves(parts, everything))) > 8


def test_an_overlap_is_where_both_hold():
    assert boxes.overlap({"x": 6}, {"x": 3, "y": 1}, {"x": 15, "y": 7}) == {"x": 2, "y": 1}
    assert boxes.overlap({"x": 4}, {"x": 3}, {"x": 15}) == {}

"""Outlines with fewer points."""

from __future__ import annotations

import math
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from corridor.kernel.places.loaders import simplifying

SQUARE = [(0.0, 0.0), (5.0, 0.1), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0), (0.0, 0.0)]


def test_points_near_the_line_are_dropped_and_corners_kept() -> None:
    thin = simplifying.thinned(SQUARE, 0.9)
    assert (5.0, 0.1) not in thin
    assert {(0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0)} == set(thin)
    assert thin[0] == thin[-1]


def test_islets_and_antarctica_are_not_drawn() -> None:
    islet = [(x / 10, y / 10) for x, y in SQUARE]
    antarctica = [(x * 9, y - 80) for x, y in SQUARE]
    assert len(simplifying.simplified([SQUARE, islet, antarctica])) == 1


def test_land_beyond_the_180th_meridian_goes_on_instead_of_jumping_back() -> None:
    ring = [(170.0, 60.0), (179.0, 65.0), (-175.0, 66.0), (-170.0, 64.0), (170.0, 60.0)]
    assert [longitude for longitude, _ in simplifying.unbroken(ring)] == [170, 179, 185, 190, 170]


@given(
    st.lists(
        st.tuples(st.floats(-170, 170), st.floats(-50, 70)), min_size=4, max_size=40, unique=True
    )
)
def test_no_dropped_point_lies_farther_from_the_drawing_than_allowed(points) -> None:
    ring = [*points, points[0]]
    thin = simplifying.thinned(ring, 1.0)
    for point in ring:
        nearest = min(simplifying.from_line(point, start, end) for start, end in pairwise(thin))
        assert nearest <= 1.0 + 1e-9


def test_the_distance_from_a_stretch_is_that_from_its_nearest_point() -> None:
    assert simplifying.from_line((3, 4), (0, 0), (0, 0)) == 5
    assert math.isclose(simplifying.from_line((5, 2), (0, 0), (10, 0)), 2)
    assert simplifying.from_line((13, 4), (0, 0), (10, 0)) == 5

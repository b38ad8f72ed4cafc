"""Outlines with fewer points: enough for a map the width of a page, light enough for a phone."""

from __future__ import annotations

import math

Ring = list[tuple[float, float]]

TOLERANCE_DEGREES = 0.9
EXTENT_LEAST_DEGREES = 2.5
SOUTHERNMOST = -58.0  # Antarctica has no workers and no vacancies


def simplified(rings: list[Ring]) -> list[Ring]:
    """The rings worth drawing, in tenths of a degree, largest first.

    Longitudes run on beyond 180 where the land does.
    """
    whole = map(unbroken, rings)
    worth = [ring for ring in whole if extent(ring) >= EXTENT_LEAST_DEGREES and is_north(ring)]
    drawn = [rounded(thinned(ring, TOLERANCE_DEGREES)) for ring in worth]
    return sorted((ring for ring in drawn if len(ring) > 3), key=extent, reverse=True)


def unbroken(ring: Ring) -> Ring:
    """A ring that crosses the 180th meridian, counted on beyond it instead of jumping back."""
    found = ring[:1]
    for longitude, latitude in ring[1:]:
        turns = round((found[-1][0] - longitude) / 360)
        found.append((longitude + 360 * turns, latitude))
    return found


def extent(ring: Ring) -> float:
    """How wide or high a ring is, in degrees."""
    across = [longitude for longitude, _latitude in ring]
    up = [latitude for _longitude, latitude in ring]
    return max(max(across) - min(across), max(up) - min(up))


def is_north(ring: Ring) -> bool:
    return max(latitude for _longitude, latitude in ring) > SOUTHERNMOST


def rounded(ring: Ring) -> Ring:
    found: Ring = []
    for longitude, latitude in ring:
        point = round(longitude, 1), round(latitude, 1)
        if not found or found[-1] != point:
            found.append(point)
    return found


def thinned(ring: Ring, tolerance: float) -> Ring:
    """Douglas and Peucker (1973): drop the points that lie within `tolerance` of the line.

    A ring ends where it starts, so it is cut at the point farthest from there first.
    """
    far = max(range(len(ring)), key=lambda place: math.dist(ring[0], ring[place]))
    keep = {0, far, len(ring) - 1}
    spans = [(0, far), (far, len(ring) - 1)]
    while spans:
        first, last = spans.pop()
        distances = [
            (from_line(ring[place], ring[first], ring[last]), place)
            for place in range(first + 1, last)
        ]
        distance, place = max(distances, default=(0.0, 0))
        if distance > tolerance:
            keep.add(place)
            spans += [(first, place), (place, last)]
    return [ring[place] for place in sorted(keep)]


def from_line(
    point: tuple[float, float], start: tuple[float, float], end: tuple[float, float]
) -> float:
    """How far a point lies from a stretch between two others."""
    (x, y), (x1, y1), (x2, y2) = point, start, end
    length = (x2 - x1) ** 2 + (y2 - y1) ** 2
    if length == 0:
        return math.dist(point, start)
    along = min(max(((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / length, 0.0), 1.0)
    return math.dist(point, (x1 + along * (x2 - x1), y1 + along * (y2 - y1)))

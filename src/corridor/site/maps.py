"""The picture of who goes where: coastlines, arcs from origin to destination, circles by size."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from django.core.cache import cache

from corridor.kernel.places import api as places

WIDTH, HEIGHT = 1000, 456
NORTHERNMOST, SOUTHERNMOST = 80.0, -56.0
ARCS_MOST = 40
CIRCLE_LEAST, CIRCLE_MOST = 7, 38
ARC_LEAST, ARC_MOST = 1, 6
CENTRE = 11.0  # the meridian in the middle, so that no continent is cut at the edge
LAND_SECONDS = 3600


@dataclass(frozen=True, kw_only=True)
class Flow:
    """So many from one country to another, by alpha-3 code; `origin` "" where it is not told."""

    origin: str = ""
    destination: str
    count: int
    url: str = ""


@dataclass(frozen=True, kw_only=True)
class Arc:
    path: str
    thick: int


@dataclass(frozen=True, kw_only=True)
class Circle:
    """A country on the map. `kind` is destination or origin; a country may be both."""

    x: int
    y: int
    radius: int
    kind: str
    name: str
    count: int


@dataclass(frozen=True, kw_only=True)
class MapRow:
    """A line of the table behind the map."""

    origin: str
    destination: str
    count: int
    url: str


@dataclass(frozen=True, kw_only=True)
class WorldMap:
    land: str
    graticule: str
    arcs: list[Arc]
    circles: list[Circle]
    rows: list[MapRow]
    total: int
    undrawn: int  # rows that have no point on the map, or come after the arcs drawn
    has_origins: bool


def world_map(flows: Iterable[Flow]) -> WorldMap:
    """The largest flows drawn, all of them in the rows, largest first."""
    found = sorted(merged(flows), key=lambda flow: (-flow.count, flow.origin, flow.destination))
    points, names = places.points(), places.country_names()
    placed = {code: projected(point.longitude, point.latitude) for code, point in points.items()}
    drawn = [
        flow
        for flow in found
        if flow.destination in placed and (not flow.origin or flow.origin in placed)
    ][:ARCS_MOST]
    land = coast()
    return WorldMap(
        land=land,
        graticule=graticule(),
        arcs=arcs(drawn, placed),
        circles=circles(drawn, placed, names),
        rows=[
            MapRow(
                origin=names.get(flow.origin, flow.origin),
                destination=names.get(flow.destination, flow.destination),
                count=flow.count,
                url=flow.url,
            )
            for flow in found
        ],
        total=sum(flow.count for flow in found),
        undrawn=len(found) - len(drawn),
        has_origins=any(flow.origin for flow in found),
    )


def merged(flows: Iterable[Flow]) -> list[Flow]:
    """One flow for each pair of countries; those of nobody left out."""
    counts: Counter[tuple[str, str]] = Counter()
    urls: dict[tuple[str, str], str] = {}
    for flow in flows:
        if flow.count < 0:
            raise ValueError(f"{flow.count} people cannot go from {flow.origin}.")
        pair = flow.origin, flow.destination
        counts[pair] += flow.count
        urls[pair] = urls.get(pair) or flow.url
    return [
        Flow(origin=origin, destination=destination, count=count, url=urls[origin, destination])
        for (origin, destination), count in counts.items()
        if count
    ]


def projected(longitude: float, latitude: float) -> tuple[int, int]:
    """Equal Earth (Šavrič, Patterson and Jenny 2018): areas in their true proportion."""
    turned = (longitude - CENTRE + 180) % 360 - 180
    x, y = equal_earth(turned, min(max(latitude, SOUTHERNMOST), NORTHERNMOST))
    across = equal_earth(180, 0)[0]
    top, bottom = equal_earth(0, NORTHERNMOST)[1], equal_earth(0, SOUTHERNMOST)[1]
    return (
        round(WIDTH * (x + across) / (2 * across)),
        round(HEIGHT * (top - y) / (top - bottom)),
    )


A1, A2, A3, A4 = 1.340264, -0.081106, 0.000893, 0.003796


def equal_earth(longitude: float, latitude: float) -> tuple[float, float]:
    """Its published equations, on a globe of radius one."""
    theta = math.asin(math.sqrt(3) / 2 * math.sin(math.radians(latitude)))
    squared = theta * theta
    sixth = squared**3
    slope = 9 * A4 * sixth * squared + 7 * A3 * sixth + 3 * A2 * squared + A1
    x = 2 * math.sqrt(3) * math.radians(longitude) * math.cos(theta) / (3 * slope)
    y = theta * (A4 * sixth * squared + A3 * sixth + A2 * squared + A1)
    return x, y


def coast() -> str:
    """The coastlines as one path; the same until the data set changes."""
    version = places.data_sets().filter(is_current=True).values_list("id", flat=True)
    key = f"site.coast.{'.'.join(map(str, version))}"
    found: str | None = cache.get(key)
    if found is None:
        rings = places.coastlines()
        found = "".join(
            outline([projected(point.longitude, point.latitude) for point in ring])
            for ring in rings
        )
        cache.set(key, found, LAND_SECONDS)
    return found


def outline(points: list[tuple[int, int]]) -> str:
    """A closed ring in relative steps, which are shorter than places."""
    (x, y), rest = points[0], points[1:]
    steps = []
    here = (x, y)
    for point in rest:
        if point != here:
            steps.append(pair(point[0] - here[0], point[1] - here[1]))
            here = point
    return f"M{x} {y}l{''.join(steps).lstrip()}z" if len(steps) > 1 else ""


def pair(x: int, y: int) -> str:
    """Two numbers of a path: a minus sign is separation enough."""
    return f"{'' if x < 0 else ' '}{x}{'' if y < 0 else ' '}{y}"


def graticule() -> str:
    """The equator, the tropics and every sixtieth meridian, for a world without coasts."""
    along = [
        [projected(longitude, latitude) for longitude in (-168, 11, 190)]
        for latitude in (-23.44, 0, 23.44, 66.56)
    ]
    down = [
        [projected(longitude, latitude) for latitude in range(-56, 81, 17)]
        for longitude in range(-168, 192, 60)
    ]
    return "".join("M" + "L".join(f"{x} {y}" for x, y in line) for line in [*along, *down])


def arcs(flows: list[Flow], placed: dict[str, tuple[int, int]]) -> list[Arc]:
    """Curves from origin to destination, thicker for more; the thickest last, on top."""
    between = [flow for flow in flows if flow.origin and flow.origin != flow.destination]
    most = max((flow.count for flow in between), default=1)
    return [
        Arc(
            path=curve(placed[flow.origin], placed[flow.destination]),
            thick=round(ARC_LEAST + (ARC_MOST - ARC_LEAST) * math.sqrt(flow.count / most)),
        )
        for flow in reversed(between)
    ]


def curve(start: tuple[int, int], end: tuple[int, int]) -> str:
    """A curve that bends up, as a journey is drawn; flat for a short one."""
    (x1, y1), (x2, y2) = start, end
    bend = round(min(90.0, 0.28 * math.dist(start, end)))
    return f"M{x1} {y1}Q{(x1 + x2) // 2} {max((y1 + y2) // 2 - bend, 2)} {x2} {y2}"


def circles(
    flows: list[Flow], placed: dict[str, tuple[int, int]], names: dict[str, str]
) -> list[Circle]:
    """One circle for each destination, its area by the count; a small one for each origin."""
    arriving: Counter[str] = Counter()
    leaving: Counter[str] = Counter()
    for flow in flows:
        arriving[flow.destination] += flow.count
        if flow.origin:
            leaving[flow.origin] += flow.count
    most = max(arriving.values(), default=1)
    ends = [
        Circle(
            x=placed[code][0],
            y=placed[code][1],
            radius=max(CIRCLE_LEAST, round(CIRCLE_MOST * math.sqrt(count / most))),
            kind="destination",
            name=names.get(code, code),
            count=count,
        )
        for code, count in arriving.most_common()
    ]
    starts = [
        Circle(
            x=placed[code][0],
            y=placed[code][1],
            radius=CIRCLE_LEAST,
            kind="origin",
            name=names.get(code, code),
            count=count,
        )
        for code, count in leaving.most_common()
    ]
    return ends + starts

"""Coastlines from the publisher's file; where the capitals stand."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path

import pytest

from corridor.kernel.actors.api import COMMAND_LINE
from corridor.kernel.places import api as places
from corridor.kernel.places.loaders import natural_earth
from corridor.kernel.places.loaders.starter import facts

TOPOLOGY = {
    "type": "Topology",
    "transform": {"scale": [1, 1], "translate": [-10, -10]},
    "arcs": [[[0, 0], [20, 0], [0, 20]], [[20, 20], [-20, 0], [0, -20]]],
    "objects": {"land": {"type": "MultiPolygon", "arcs": [[[0, 1]]]}},
}


def written(folder: Path, what: object) -> Path:
    file = folder / natural_earth.FILE
    file.write_text(what if isinstance(what, str) else json.dumps(what), encoding="utf-8")
    return folder


def test_the_publishers_file_takes_the_place_of_the_starters_coasts(
    starter: places.Loaded, tmp_path: Path
) -> None:
    assert starter.counts["coastlines"] == len(places.coastlines()) > 30
    loaded = places.load(actor=COMMAND_LINE, name="natural-earth", path=written(tmp_path, TOPOLOGY))
    assert loaded.counts == {"coastlines": 1, "points": 5}
    (ring,) = places.coastlines()
    assert {(point.longitude, point.latitude) for point in ring} == {
        (-10, -10), (10, -10), (10, 10), (-10, 10)
    }  # fmt: skip


def test_loading_the_starter_again_leaves_the_publishers_coasts(
    starter: places.Loaded, tmp_path: Path
) -> None:
    places.load(actor=COMMAND_LINE, name="natural-earth", path=written(tmp_path, TOPOLOGY))
    places.DataSet.objects.filter(name="starter").update(sha256="older")
    places.load(actor=COMMAND_LINE, name="starter")
    assert len(places.coastlines()) == 1


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("{", "is not JSON"),
        ("[]", "is not TopoJSON"),
        ({"objects": {}}, "is not TopoJSON"),
        (TOPOLOGY | {"objects": {"land": {"geometries": []}}}, "no polygon"),
        (TOPOLOGY | {"arcs": [[[0, 0], [999, 0]]]}, "not on the globe"),
        (TOPOLOGY | {"arcs": []}, "is not TopoJSON"),
        (TOPOLOGY | {"transform": {"scale": [1], "translate": [0, 0]}}, "is not TopoJSON"),
    ],
)
def test_a_broken_file_is_refused_and_the_coasts_stay(
    starter: places.Loaded, tmp_path: Path, content: object, told: str
) -> None:
    before = places.coastlines()
    with pytest.raises(places.LoadRefused, match=told):
        places.load(actor=COMMAND_LINE, name="natural-earth", path=written(tmp_path, content))
    assert places.coastlines() == before


def test_an_empty_folder_holds_nothing_of_it(db: None, tmp_path: Path) -> None:
    with pytest.raises(places.NothingToLoad):
        places.load(actor=COMMAND_LINE, name="natural-earth", path=tmp_path)


def test_a_database_without_facts_has_neither_coasts_nor_points(db: None) -> None:
    assert places.coastlines() == []
    assert places.points() == {}


def test_the_starters_coasts_are_those_the_loader_makes(data_folder: Path) -> None:
    from corridor.kernel.places.loaders.simplifying import simplified
    from corridor.kernel.places.tables import Findings

    file = data_folder / "natural-earth" / natural_earth.FILE
    if not file.is_file():
        pytest.skip("the data folder has no Natural Earth")
    drawn = simplified(natural_earth.read_land(file, Findings("test")))
    ours = [[float(number) for number in row["ring"].split()] for row in facts("land")]
    assert [[number for point in ring for number in point] for ring in drawn] == ours


# Territories that Natural Earth 1:50m draws elsewhere or under another name than ISO does, and
# Grand Turk and Adamstown, islands too small for it.
DRAWN_OTHERWISE = {"ESH", "PCN", "TCA"}


def test_every_capital_lies_in_its_country(data_folder: Path) -> None:
    """Checked against the countries of Natural Earth 1:50m, within a third of a degree."""
    file = data_folder / "natural-earth" / "countries-50m.json"
    if not file.is_file():
        pytest.skip("the data folder has no Natural Earth")
    topology = json.loads(file.read_bytes())
    arcs = natural_earth.decoded(topology)
    codes = {row["numeric"]: row["alpha3"] for row in facts("countries")}
    points = {
        row["alpha3"]: (float(row["longitude"]), float(row["latitude"])) for row in facts("points")
    }
    rings: dict[str, list[list[tuple[float, float]]]] = {}
    for shape in topology["objects"]["countries"]["geometries"]:
        if (code := codes.get(shape.get("id", ""))) in points:
            polygons = [shape["arcs"]] if shape["type"] == "Polygon" else shape["arcs"]
            rings.setdefault(code, []).extend(
                natural_earth.joined(polygon[0], arcs) for polygon in polygons
            )
    assert len(rings) > 225
    astray = {
        code
        for code, found in rings.items()
        if not any(near_or_inside(points[code], ring) for ring in found)
    }
    assert astray <= DRAWN_OTHERWISE


def near_or_inside(point: tuple[float, float], ring: list[tuple[float, float]]) -> bool:
    """By the parity of crossings of a ray; or near the coast."""
    from corridor.kernel.places.loaders.simplifying import from_line

    x, y = point
    inside = False
    for (x1, y1), (x2, y2) in pairwise(ring):
        if from_line(point, (x1, y1), (x2, y2)) < 0.33:
            return True
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            inside = not inside
    return inside


def test_only_places_where_nobody_lives_have_no_point(starter: places.Loaded) -> None:
    codes = {country.code for country in places.countries()}
    assert codes - set(places.points()) == {"ATA", "BVT", "HMD"}
    assert places.points()["ETH"] == places.Point(latitude=9.01, longitude=38.75)
    assert places.country_names("fr")["ETH"] == "Éthiopie"

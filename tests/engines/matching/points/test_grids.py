"""Facts cut into cells, and which way each fact pulls."""

from __future__ import annotations

import tomllib

from corridor.engines.matching.points import shipped
from corridor.engines.matching.points.errors import Faults
from corridor.engines.matching.points.grids import FALLING, RISING, TURNING, Rule, cut, grid
from corridor.engines.matching.points.reading import read
from corridor.engines.matching.points.shipped import FOLDER


def test_a_fact_is_cut_where_its_points_turn():
    cells = shipped("canada-crs").built.cells
    assert cells["foreign_work"].tolist() == [0, 1, 3]
    assert cells["canadian_work"].tolist() == [0, 1, 2, 3, 4, 5]
    assert cells["first_listening"].tolist() == [0, 4, 5, 6, 7, 8, 9, 10]
    assert cells["age"].tolist() == [0, 18, 19, 20, *range(30, 46)]


def test_directions_of_the_shipped_system():
    assert shipped("canada-crs").turning == ("with_partner", "age")
    assert shipped("eps-fishery").turning == ()
    ways = shipped("canada-crs").built.ways
    assert ways.pop("age") == ways.pop("with_partner") == TURNING
    assert set(ways.values()) == {RISING}


def test_a_falling_table_and_one_that_is_too_large():
    text = (FOLDER / "eps-manufacturing.toml").read_text(encoding="utf-8")
    facts = read(text, Faults()).facts
    assert tomllib.loads(text)["facts"].keys() == facts.keys()
    rule = Rule(("korean",), lambda numbers: -(numbers["korean"] // 50), lambda _: {50, 100})
    table = grid(rule, cut(facts, [rule]))
    assert table is not None
    assert table.points.tolist() == [0, -1, -2]
    assert table.direction("korean") == FALLING
    every = Rule(("korean", "skill", "work_experience"), lambda _: 0, lambda _: set(range(101)))
    assert grid(every, cut(facts, [every])).points.shape == (101, 101, 4)
    wide = Rule((*every.facts, "training", "certificate"), lambda _: 0, lambda _: set(range(200)))
    assert grid(wide, {key: range(200) for key in wide.facts}) is None

"""What would change a person's points: every change said is true, and the step is the smallest."""

from __future__ import annotations

from hypothesis import given, settings
from tests.engines.matching.points import systems

from corridor.engines.matching.points import PointsSystem, shipped


@settings(max_examples=40, deadline=None)
@given(systems.systems(), systems.facts)
def test_a_change_brings_what_it_says(text, facts):
    system = PointsSystem.from_toml(text)
    now = system.score(facts)
    for change in system.changes(facts):
        if change.to is None:
            assert facts[change.fact] is None
            continue
        after = system.score({**facts, change.fact: change.to})
        assert (after.least, after.most, after.passes) == (change.total, change.most, change.passes)
        assert change.gain == after.least - now.least
        assert change.gain > 0 or (change.passes is True and now.passes is not True)


def test_the_smallest_step_to_the_pass_mark_comes_first():
    system = shipped("eps-manufacturing")
    facts = {
        "korean": 50,
        "skill": 61,
        "work_experience": 0,
        "training": True,
        "certificate": False,
    }
    first, *others = system.changes(facts)
    steps = [(c.to, c.passes) for c in (first, *others) if c.fact == "korean"]
    assert first.passes
    assert (51, False) in steps
    assert (55, True) in steps
    assert (100, True) in steps
    assert len(steps) == 3


def test_what_is_fixed_is_left_and_reach_is_kept():
    system = shipped("canada-crs")
    facts = {"with_partner": False, "age": 44, "nomination": False}
    found = system.changes(facts, reach=600)
    assert {change.fact for change in found} >= {"nomination"}
    assert all(change.most >= 600 for change in found)
    assert "age" not in {change.fact for change in found}


def test_what_is_unknown_is_to_be_stated():
    system = shipped("eps-manufacturing")
    change = next(c for c in system.changes({"korean": 70}) if c.fact == "skill")
    assert (change.held, change.to, change.gain) == (None, None, 100)
    assert change.passes is None

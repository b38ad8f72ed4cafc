"""The engine against a slow twin that tries every value: totals, ranges and verdicts are equal."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.engines.matching.points import systems, twin

from corridor.engines.matching.points import PointsSystem


@settings(max_examples=60, deadline=None)
@given(systems.systems(), systems.facts)
def test_total_range_and_verdict_are_those_of_the_twin(text, facts):
    found = PointsSystem.from_toml(text).score(facts)
    assert (found.least, found.most, found.passes) == twin.ranged(text, facts)
    assert found.total == (found.least if found.least == found.most else None)
    if found.total is None or found.passes is None:
        assert found.missing
        assert all(facts[key] is None for key in found.missing)
    else:
        assert found.missing == ()


@settings(max_examples=30, deadline=None)
@given(systems.systems(), st.lists(systems.facts, min_size=1, max_size=12))
def test_columns_are_equal_to_one_by_one(text, people):
    system = PointsSystem.from_toml(text)
    columns = {key: [each[key] for each in people] for key in systems.VALUES}
    table = system.score_columns(columns)
    for row, facts in enumerate(people):
        one = system.score(facts)
        assert (table.least[row], table.most[row]) == (one.least, one.most)
        assert {1: True, 0: False, -1: None}[int(table.passes[row])] is one.passes


@settings(max_examples=30, deadline=None)
@given(systems.systems(), systems.facts)
def test_lines_and_groups_add_up(text, facts):
    system = PointsSystem.from_toml(text)
    found = system.score(facts)
    for group in found.groups:
        if group.uncapped is not None and group.points is not None:
            cap = group.uncapped if group.cap is None else group.cap
            assert group.points == min(group.uncapped, cap)
    if all(line.points is not None for line in found.lines):
        by_group = {
            g.group: sum(line.points for line in found.lines if line.group == g.group)
            for g in found.groups
        }
        for group in found.groups:
            inner = [g for g in system.built.groups if g.within == group.group]
            points = {g.group: g.points for g in found.groups}
            assert group.uncapped == by_group[group.group] + sum(points[g.key] for g in inner)


@settings(max_examples=30, deadline=None)
@given(systems.systems(), systems.facts, st.sampled_from(["a", "b", "c", "d"]), st.data())
def test_saying_more_never_widens_the_range(text, facts, key, data):
    system = PointsSystem.from_toml(text)
    before = system.score({**facts, key: None})
    after = system.score({**facts, key: data.draw(systems.VALUES[key])})
    assert before.least <= after.least <= after.most <= before.most
    if before.passes is not None:
        assert after.passes is before.passes

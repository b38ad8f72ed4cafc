"""Groups within groups, what applies when, and whose source a figure has."""

from __future__ import annotations

from corridor.engines.matching.points import PointsSystem

NESTED = """
name = "nested"
in_force = 2024-01-01
source = "the whole"
status = "unverified"
total = 6
[facts.who]
kind = "flag"
[facts.n]
kind = "number"
min = 0
max = 3
[groups.outer]
when = { who = true }
source = "the outer notice"
status = "verified"
[groups.inner]
within = "outer"
cap = 4
floor = 2
[groups.other]
when = { who = false }
[factors.inner]
group = "inner"
fact = "n"
each = 2
[factors.outer]
group = "outer"
fact = "n"
bands = [[1, 2]]
[factors.other]
group = "other"
fact = "n"
each = 1
when = { n = { from = 2 } }
source = "its own"
"""


def test_inner_groups_come_before_what_they_stand_in():
    system = PointsSystem.from_toml(NESTED)
    assert [group.key for group in system.built.groups] == ["inner", "outer", "other"]
    assert [group.group for group in system.score({}).groups] == ["outer", "inner", "other"]


def test_a_group_that_does_not_apply_gives_nothing_and_asks_no_pass_mark():
    system = PointsSystem.from_toml(NESTED)
    yes, no = system.score({"who": True, "n": 3}), system.score({"who": False, "n": 3})
    assert (yes.total, yes.passes) == (6, True)
    assert (no.total, no.passes) == (3, True)
    assert [line.factor for line in no.lines] == ["other"]
    low = system.score({"who": True, "n": 0})
    assert (low.total, low.passes) == (0, False)
    open_ = system.score({"n": 0})
    assert (open_.total, open_.passes, open_.missing) == (0, None, ("who",))


def test_the_nearest_source_and_status_count():
    system = PointsSystem.from_toml(NESTED)
    cited = {f.key: (f.source, f.is_verified) for f in system.built.factors}
    assert cited == {
        "inner": ("the whole", False),
        "outer": ("the outer notice", True),
        "other": ("its own", False),
    }
    assert system.unverified == ("inner", "other", "inner", "other")

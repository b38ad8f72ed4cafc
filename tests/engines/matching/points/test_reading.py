"""A points system that cannot be used is refused with every fault at once."""

from __future__ import annotations

import pytest

from corridor.engines.matching import CriteriaError
from corridor.engines.matching.points import FactsRefused, PointsRefused, PointsSystem, shipped

GOOD = """
name = "Two tests"
in_force = 2024-01-01
source = "notice 7"
status = "verified"
total = 10
[facts.test]
kind = "number"
min = 0
max = 10
[groups.tests]
[factors.test]
group = "tests"
fact = "test"
each = 1
"""


def faults(text: str) -> set[tuple[str, str]]:
    with pytest.raises(PointsRefused) as caught:
        PointsSystem.from_toml(text)
    assert all(isinstance(error, CriteriaError) for error in caught.value.errors)
    assert all(error.message in str(caught.value) for error in caught.value.errors)
    return {(error.where, error.code) for error in caught.value.errors}


def test_a_good_system_is_read():
    system = PointsSystem.from_toml(GOOD)
    assert (system.name, system.total, system.asked) == ("Two tests", 10, ("test",))


BAD = """
name = 7
in_force = 2024-01-01
until = 2023-01-01
status = "sure"
total = 200
colour = "red"
[facts.age]
kind = "number"
min = 9
max = 3
[facts.level]
kind = "choice"
values = ["one", "one"]
[facts.weird]
kind = "feeling"
[facts.flag]
kind = "flag"
[facts.weakest]
kind = "least"
of = ["nothing"]
[groups.a]
within = "b"
[groups.b]
within = "a"
[groups.c]
within = "nowhere"
bonus = true
cap = -1
[factors.x]
group = "nowhere"
fact = "flag"
table = { no = 0, maybe = 3 }
bands = [[1, 2]]
[factors.y]
group = "a"
fact = "flag"
facts = ["flag"]
[factors.z]
group = "a"
fact = "flag"
table = { no = "much" }
when = { flag = "often", ghost = true }
"""


def test_all_faults_come_at_once():
    assert faults(BAD) == {
        ("name", "wrong-type"),
        ("source", "missing"),
        ("status", "unknown-value"),
        ("until", "contradiction"),
        ("colour", "unknown-key"),
        ("facts.age", "out-of-range"),
        ("facts.level.values", "missing"),
        ("facts.weird.kind", "unknown-value"),
        ("facts.weakest.of", "unknown-fact"),
        ("groups.a.within", "contradiction"),
        ("groups.b.within", "contradiction"),
        ("groups.c.within", "unknown-group"),
        ("groups.c.bonus", "contradiction"),
        ("groups.c.cap", "out-of-range"),
        ("factors.x.group", "unknown-group"),
        ("factors.x", "contradiction"),
        ("factors.y", "contradiction"),
        ("factors.z.table.no", "wrong-type"),
        ("factors.z.table.yes", "missing"),
        ("factors.z.when.flag", "unknown-value"),
        ("factors.z.when.ghost", "unknown-fact"),
    }


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("total = 10", "total = 11", ("total", "does-not-add-up")),
        ("[groups.tests]", "[groups.tests]\nfloor = 11", ("groups.tests.floor", "out-of-reach")),
        ("each = 1", "bands = [[3, 1], [2, 5]]", ("factors.test.bands", "contradiction")),
        ("each = 1", "bands = [[3]]", ("factors.test.bands", "wrong-type")),
        ("each = 1", "each = 1\nper = 0", ("factors.test", "contradiction")),
        ("each = 1", "table = { yes = 1 }", ("factors.test.table", "contradiction")),
        (
            'fact = "test"\neach = 1',
            'facts = ["test"]\neach = 1',
            ("factors.test.facts", "contradiction"),
        ),
        (
            "each = 1",
            "rows = [{ test = { from = 5, to = 3 }, points = 1 }]",
            ("factors.test.rows[1].test", "contradiction"),
        ),
        ("each = 1", "rows = [{ test = 3 }]", ("factors.test.rows[1]", "wrong-type")),
        (
            "each = 1",
            "rows = [{ test = { above = 3 }, points = 1 }]",
            ("factors.test.rows[1].test.above", "unknown-key"),
        ),
        ("name =", "name ==", ("file", "not-toml")),
    ],
)
def test_each_fault_has_its_place_and_code(old, new, expected):
    assert expected in faults(GOOD.replace(old, new))


def test_what_would_be_too_much_to_try_is_refused():
    facts, factors = "", ""
    for n in range(5):
        facts += f'[facts.t{n}]\nkind = "number"\nmin = 0\nmax = 40\n'
        zigzag = ", ".join(f"[{k}, {k % 2}]" for k in range(40))
        factors += f'[factors.t{n}]\ngroup = "tests"\nfact = "t{n}"\nbands = [{zigzag}]\n'
    assert ("facts", "too-tangled") in faults(GOOD + facts + factors)
    asked = ", ".join(f'"t{n}"' for n in range(5))
    every = ", ".join(
        f"{{ t0 = {k}, t1 = {k}, t2 = {k}, t3 = {k}, t4 = {k}, points = 1 }}" for k in range(40)
    )
    rows = f'[factors.all]\ngroup = "tests"\nfacts = [{asked}]\nrows = [{every}]\n'
    assert ("factors.all", "too-large") in faults(GOOD + facts + rows)


def test_facts_that_cannot_be_are_refused_together():
    with pytest.raises(FactsRefused) as caught:
        shipped("eps-manufacturing").score(
            {"korean": 101, "skill": "good", "training": 1, "height": 180}
        )
    assert {(error.where, error.code) for error in caught.value.errors} == {
        ("height", "unknown-fact"),
        ("korean, row 1", "unknown-value"),
        ("skill, row 1", "unknown-value"),
        ("training, row 1", "unknown-value"),
    }


def test_uneven_columns_are_refused():
    with pytest.raises(FactsRefused) as caught:
        shipped("eps-manufacturing").score_columns({"korean": [1, 2], "skill": [1]})
    assert [error.code for error in caught.value.errors] == ["uneven"]

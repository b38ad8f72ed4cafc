"""The function made for a table tells the same as asking it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corridor.engines import rules
from tests.engines.rules.tables import field, row, table
from tests.engines.rules.test_bulk import CELLS, CHECKS, CONDITIONS, INPUTS, LAWS

NAMES = [name for name in INPUTS if not INPUTS[name].get("optional")]
DAYS = {"in_force": date(2024, 7, 1), "known": date(2025, 1, 1)}


@st.composite
def tables(draw):
    rows = []
    for number in range(draw(st.integers(1, 10))):
        names = draw(st.lists(st.sampled_from([n for n in NAMES if n in CONDITIONS]), unique=True))
        when = {name: draw(st.sampled_from(CONDITIONS[name])) for name in names[:3]}
        more = dict(draw(LAWS)) | {"check": draw(st.sampled_from(["", *CHECKS]))}
        rows.append(row(f"r{number}", when, {"gives": 1}, **more))
    inputs = {name: INPUTS[name] for name in NAMES}
    return table(hit="all", inputs=inputs, outcomes={"gives": field("integer")}, rows=rows)


@given(tables(), st.fixed_dictionaries({name: CELLS[name] for name in NAMES}))
def test_it_holds_what_asking_tells(asked, facts):
    facts |= {"job": f"{facts['job']}9999"[:4]}
    single = rules.Single(asked, **DAYS)
    values = single.values(facts)
    fired = [each.row for each in rules.ask(asked, facts, **DAYS).fired]
    assert [held.row.id for held in single.trace(values)] == fired
    assert single.holding(values) == sum(
        1 << place for place, each in enumerate(asked.rows) if each.id in fired
    )


def test_the_trace_has_the_operands_and_the_law():
    inputs = {"fee": field("integer"), "pay": field("integer"), "other": field("integer")}
    rows = [
        row("over", {"fee": "3 .."}, {"limit": "QAR 0"}, check="fee > pay"),
        row("other", {"other": "1"}, {"limit": "QAR 0"}),
        row("always", {}, {"limit": "QAR 0"}),
    ]
    single = rules.Single(table(hit="all", inputs=inputs, rows=rows), **DAYS)
    held, other, always = single.trace(single.values({"fee": 5, "pay": 2, "other": 1}))
    assert (other.names, other.values, always.values) == (("other",), (1,), ())
    assert (held.row.source, held.names, held.values) == ("act", ("fee", "pay"), (5, 2))


def test_what_it_cannot_do_is_refused():
    with pytest.raises(rules.CannotCompile):
        rules.Single(table(), **DAYS)
    optional = {"pay": field("integer", optional=True)}
    with pytest.raises(rules.CannotCompile, match="absent"):
        rules.Single(
            table(hit="all", inputs=optional, rows=[row("r", {}, {"limit": "QAR 1"})]), **DAYS
        )
    with pytest.raises(rules.DateOutOfRange):
        rules.Single(table(hit="all"), in_force=date(2019, 1, 1), known=DAYS["known"])
    coarse = table(
        hit="all",
        inputs={"job": field("isco")},
        rows=[row("r", {"job": "under 2221"}, {"limit": "QAR 1"})],
    )
    for facts in ({}, {"job": "22"}):
        with pytest.raises(rules.FactsRefused):
            rules.Single(coarse, **DAYS).values(facts)

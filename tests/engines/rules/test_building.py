"""Gaps and overlaps are found on load and described in words."""

from __future__ import annotations

import pytest

from corridor.engines import rules
from tests.engines.rules.tables import faults, field, row, table

INPUTS = {"pay": field("money", "Pay", currency="QAR", least="QAR 0")}
LOW = row("low", {"pay": ".. QAR 1000"}, {"limit": "QAR 0"})


def refused(**more) -> str:
    with pytest.raises(rules.TableRefused) as error:
        table(**more)
    return str(error.value)


def test_a_gap_is_said_where_the_table_promises_an_answer():
    rows = [LOW, row("high", {"pay": "QAR 1000.01 .."}, {"limit": "QAR 1"})]
    said = refused(inputs=INPUTS, rows=rows, otherwise="refuse")
    assert said.endswith("limits: no row holds where Pay QAR 1000.00")
    assert faults(inputs=INPUTS, rows=rows) == set()


def test_an_overlap_is_said_by_the_two_rows_and_where():
    rows = [LOW, row("high", {"pay": "QAR 900 .."}, {"limit": "QAR 1"})]
    said = refused(inputs=INPUTS, rows=rows)
    assert "row low: row high holds too where Pay from QAR 900.00 below QAR 1000.00" in said


def test_rows_of_two_times_do_not_overlap_but_leave_no_day_out():
    first = row("a", {}, {"limit": "QAR 0"}, in_force_until="2024-01-01")
    second = row("b", {}, {"limit": "QAR 1"}, in_force_from="2024-01-02")
    said = refused(inputs=INPUTS, rows=[first, second], otherwise="refuse")
    assert "2024-01-01" in said
    again = row("b", {}, {"limit": "QAR 1"}, in_force_from="2023-12-31")
    assert "2023-12-31" in refused(inputs=INPUTS, rows=[first, again])


def test_rows_of_one_priority_must_not_meet():
    rows = [LOW | {"priority": 1}, row("all", {}, {"limit": "QAR 1"}, priority=1)]
    assert "row all holds too" in refused(inputs=INPUTS, rows=rows, hit="first")
    assert faults(inputs=INPUTS, rows=[LOW | {"priority": 2}, rows[1]], hit="first") == set()


def test_a_condition_that_can_never_hold_is_refused():
    inputs = {"kind": field("code", codes=["a", "b"])}
    rows = [row("none", {"kind": "not a, b"}, {"limit": "QAR 0"})]
    assert faults(inputs=inputs, rows=rows) == {("none", "when kind", "never")}


def test_a_check_and_its_opposite_complete_each_other():
    inputs = {"fee": field("integer"), "pay": field("integer")}
    rows = [
        row("over", {}, {"limit": "QAR 0"}, check="fee > pay"),
        row("within", {}, {"limit": "QAR 1"}, check="not fee > pay"),
    ]
    assert faults(inputs=inputs, rows=rows, otherwise="refuse") == set()
    assert "check fee > pay" in refused(inputs=inputs, rows=rows[:1], otherwise="refuse")

"""A table answers with its rows, or says exactly which facts would change the answer."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corridor.engines import rules
from tests.engines.rules import naive
from tests.engines.rules.tables import ask, field, row, table

CONDITIONS = {
    "size": ["any", "0", "in 1, 3", "not 2", "1 .. 3", "2 ..", ".. 4"],
    "kind": ["any", "a", "in a, b", "not c", "in a, b, c"],
    "old": ["any", "true", "false"],
    "job": ["any", "under 22", "2211", "not under 221", "in 2211, 3111", "under 2, 3"],
}
INPUTS = {
    "size": field("integer", least="0", most="4"),
    "kind": field("code", codes=["a", "b", "c"]),
    "old": field("boolean"),
    "job": field("isco"),
}


@st.composite
def questions(draw):
    hit = draw(st.sampled_from(["first", "all"]))
    whens = st.fixed_dictionaries({name: st.sampled_from(c) for name, c in CONDITIONS.items()})
    rows = []
    for number, when in enumerate(draw(st.lists(whens, min_size=1, max_size=5))):
        more = {"priority": number} if hit == "first" else {}
        gives = draw(st.integers(0, 2))
        rows.append(row(f"r{number}", when, {"gives": gives}, **more))
    facts = {
        name: draw(st.none() | st.sampled_from(domain)) for name, domain in naive.DOMAINS.items()
    }
    if facts["job"] is not None:
        facts["job"] = facts["job"][: draw(st.integers(1, 4))]
    return hit, rows, facts


@given(questions())
def test_it_tells_what_every_completion_of_the_unknown_tells(question):
    hit, rows, facts = question
    asked = table(hit=hit, inputs=INPUTS, outcomes={"gives": field("integer")}, rows=rows)
    found = ask(asked, facts)
    outcomes, needs = naive.answer(rows, facts, hit)
    assert found.can_tell is (len(outcomes) == 1)
    assert {need.fact for need in found.needs} == needs
    if hit == "all":
        certain = frozenset.intersection(*outcomes)
        assert {each.row for each in found.fired} == certain
        assert set(found.may_hold) == frozenset.union(*outcomes) - certain
    elif found.can_tell:
        assert outcomes == {int(found.outcome["gives"]) if found.outcome else None}


def test_an_unknown_fact_is_needed_only_where_it_could_change_the_outcome():
    limits = table()
    assert ask(limits, {"origin": "IND"}).state == "nothing"
    cannot = ask(limits, {"pay": "QAR 1000"})
    assert (cannot.state, [need.fact for need in cannot.needs]) == ("cannot_tell", ["origin"])
    assert ask(limits, {"origin": "NPL", "pay": "QAR 1000"}).outcome == {"limit": "QAR 500.00"}
    assert ask(limits, {"origin": "NPL", "pay": "QAR 999.99"}).outcome == {"limit": "QAR 0.00"}


def test_what_is_the_same_whatever_is_unknown_is_told_already():
    outcomes = {"cap": field("integer"), "fits": field("boolean")}
    inputs = {"paid": field("integer")}
    one = row("one", {}, {"cap": 9, "fits": ":= paid <= cap"})
    found = ask(table(inputs=inputs, outcomes=outcomes, rows=[one]), {})
    assert (found.state, found.outcome) == ("cannot_tell", {"cap": "9"})


def test_rows_that_agree_leave_nothing_to_ask():
    inputs = {"origin": field("country")}
    outcomes = {"limit": field("integer")}
    same = [
        row("a", {"origin": "NPL"}, {"limit": 1}),
        row("b", {"origin": "not NPL"}, {"limit": 1}),
    ]
    found = ask(table(inputs=inputs, outcomes=outcomes, rows=same), {})
    assert (found.state, found.outcome) == ("decided", {"limit": "1"})
    assert {each.row for each in found.fired} == {"a", "b"}


def test_too_coarse_an_occupation_is_not_a_no():
    inputs = {"job": field("isco")}
    rows = [row("nurse", {"job": "under 2221"}, {"limit": "QAR 1"})]
    nurses = table(inputs=inputs, rows=rows)
    found = ask(nurses, {"job": "22"})
    assert [(need.fact, need.lacks) for need in found.needs] == [("job", "finer")]
    assert ask(nurses, {"job": "23"}).state == "nothing"


def test_the_law_changes_at_the_start_of_its_first_day_and_by_what_was_known():
    inputs = {"origin": field("country")}
    rows = [
        row("old", {}, {"limit": "QAR 1"}, in_force_until="2024-07-01"),
        row("new", {}, {"limit": "QAR 2"}, in_force_from="2024-07-01", known_until="2024-09-01"),
        row("mended", {}, {"limit": "QAR 3"}, in_force_from="2024-07-01", known_from="2024-09-01"),
    ]
    dated = table(inputs=inputs, rows=rows)

    def fired(in_force: date, known: date) -> str:
        return ask(dated, {}, in_force=in_force, known=known).fired[0].row

    assert fired(date(2024, 6, 30), date(2025, 1, 1)) == "old"
    assert fired(date(2024, 7, 1), date(2024, 8, 31)) == "new"
    assert fired(date(2024, 7, 1), date(2024, 9, 1)) == "mended"


def test_a_day_before_the_table_begins_is_refused():
    with pytest.raises(rules.DateOutOfRange, match="2020-01-01"):
        ask(table(), {"origin": "NPL"}, in_force=date(2019, 12, 31))
    with pytest.raises(rules.DateOutOfRange, match="known"):
        ask(table(), {"origin": "NPL"}, known=date(2019, 12, 31))


def test_absence_is_a_fact_of_its_own():
    inputs = {"licence": field("text", optional=True)}
    rows = [row("none", {"licence": "absent"}, {"limit": "QAR 0"})]
    agencies = table(inputs=inputs, rows=rows)
    assert ask(agencies, {"licence": "absent"}).fired[0].row == "none"
    assert ask(agencies, {"licence": "L-12"}).state == "nothing"
    assert [need.fact for need in ask(agencies, {}).needs] == ["licence"]


def test_a_check_over_two_facts_needs_only_the_one_it_lacks():
    inputs = {"fee": field("integer"), "pay": field("integer")}
    rows = [row("over", {}, {"limit": "QAR 0"}, check="fee > pay * 2")]
    checked = table(inputs=inputs, rows=rows, hit="all")
    assert [need.fact for need in ask(checked, {"fee": 5}).needs] == ["pay"]
    assert ask(checked, {"fee": 5, "pay": 2}).fired[0].row == "over"
    assert ask(checked, {"fee": 4, "pay": 2}).state == "nothing"

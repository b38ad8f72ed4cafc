"""Many at once is the same as one by one: types, borders, unknowns, groups of law."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corridor.engines import rules
from corridor.engines.rules import bulk, columns
from tests.engines.rules.tables import field, row, table

INPUTS = {
    "pay": field("money", currency="QAR"),
    "fee": field("money", currency="QAR", optional=False),
    "hours": field("decimal", places=1, least="0", most="24"),
    "months": field("integer", least="1", most="60"),
    "signed": field("date"),
    "left": field("date", optional=True),
    "fed": field("boolean"),
    "housed": field("boolean", optional=True),
    "job": field("isco"),
    "home": field("country"),
    "visa": field("code", codes=["a", "b", "c"]),
    "licence": field("text", optional=True),
}
CONDITIONS = {
    "pay": ["QAR 800 .. QAR 1000", ".. QAR 800.01", "not QAR 800", "in QAR 800, QAR 1000"],
    "hours": ["8 ..", ".. 8.1", "8"],
    "signed": ["2024-07-01 ..", ".. 2024-07-01", "2024-07-01", "not 2024-07-01, 2024-07-03"],
    "left": ["absent", "present", "2024-07-01 ..", "not 2024-07-02"],
    "fed": ["true", "false"],
    "housed": ["true", "absent", "present", "not true"],
    "job": ["under 22", "not under 2221", "2221"],
    "home": ["NPL", "not NPL, BGD"],
    "visa": ["a", "in a, b", "in a, b, c", "not a"],
    "licence": ["absent", "L-1", "present", "not L-1"],
}
CHECKS = [
    "fee > months_of(pay, 1)",
    "fee * 10 >= pay * months",
    "fee / pay > 0.5",
    "pay / months < QAR(100) or fed",
    "not (fed and pay < QAR(800))",
    "min(pay, fee) * 3 != max(pay, QAR(900))",
    "(pay if fed else fee) >= QAR(800)",
    "round(pay * 0.3337, 1, 'half-up') == round(pay * 0.3337, 1, 'half-even')",
    "round(pay / 7, 0.05, 'up') - round(pay / 7, 0.05, 'down') > QAR(0)",
    "hours * 7 > 56",
    "left_on - signed > 30",
    "1 < 2 and months > 6",
    "fee - pay * 2 < QAR(0)",
    "signed + 30 <= left_on",
    "-pay < -fee",
]
# A quotient needs an input that cannot be zero.
INPUTS["pay"] |= {"least": "QAR 0.01"}
INPUTS["left_on"] = field("date")
MONEY = st.sampled_from(["QAR 799.99", "QAR 800", "QAR 800.01", "QAR 999.99", "QAR 1000"])
MONEY |= st.integers(1, 10**9).map(lambda n: f"QAR {n // 100}.{n % 100:02}")
DAYS = st.integers(-2, 2).map(lambda n: (date(2024, 7, 1) + timedelta(days=n)).isoformat())
CELLS = {
    "pay": MONEY,
    "fee": MONEY,
    "hours": st.integers(0, 240).map(lambda n: f"{n / 10:.1f}"),
    "months": st.integers(1, 60).map(str),
    "signed": DAYS,
    "left": DAYS | st.just("absent"),
    "left_on": st.integers(28, 33).map(lambda n: str(date(2024, 7, 1) + timedelta(days=n))),
    "fed": st.sampled_from(["true", "false"]),
    "housed": st.sampled_from(["true", "false", "absent"]),
    "job": st.sampled_from(["2", "22", "222", "2221", "2222", "31"]),
    "home": st.sampled_from(["NPL", "BGD", "IND"]),
    "visa": st.sampled_from(["a", "b", "c"]),
    "licence": st.sampled_from(["L-1", "L-2", "absent"]),
}
LAWS = st.sampled_from([{}, {"in_force_from": "2024-07-01"}, {"in_force_until": "2024-07-01"}])


@st.composite
def tables(draw, hit: str):
    rows = []
    for number in range(draw(st.integers(1, 10))):
        names = draw(st.lists(st.sampled_from(list(CONDITIONS)), max_size=3, unique=True))
        when = {name: draw(st.sampled_from(CONDITIONS[name])) for name in names}
        more = dict(draw(LAWS)) | ({"priority": number} if hit == "first" else {})
        if draw(st.booleans()):
            more["check"] = draw(st.sampled_from(CHECKS))
        then = {"gives": draw(st.sampled_from([1, 2, ":= months * 2", ":= 3 if fed else months"]))}
        rows.append(row(f"r{number}", when, then, **more))
    outcomes = {"gives": field("integer", rounding="down")}
    return table(hit=hit, inputs=INPUTS, outcomes=outcomes, rows=rows)


@st.composite
def contracts(draw):
    names = draw(st.lists(st.sampled_from(list(CELLS)), unique=True, min_size=9))
    count = draw(st.integers(1, 12))
    lists = {
        name: draw(st.lists(st.none() | CELLS[name], min_size=count, max_size=count))
        for name in names
    }
    lists["on"] = draw(st.lists(DAYS, min_size=count, max_size=count))
    return pa.table({name: pa.array(cells, pa.string()) for name, cells in lists.items()})


def one_by_one(asked: rules.Table, data: pa.Table) -> list[rules.Result]:
    return [
        rules.ask(
            asked,
            {name: cell for name, cell in each.items() if name != "on"},
            in_force=date.fromisoformat(each["on"]),
            known=date(2025, 1, 1),
        )
        for each in data.to_pylist()
    ]


@settings(max_examples=150)
@given(tables("all"), contracts(), st.sampled_from([3, 8_192]))
def test_every_row_holds_may_hold_or_does_not_as_one_by_one(asked, data, block):
    read = rules.read_columns(asked, data, in_force="on")
    found = rules.judge(asked, read, known=date(2025, 1, 1), block=block)
    for number, result in enumerate(one_by_one(asked, data)):
        assert found.rows_of(number) == [each.row for each in result.fired]
        assert found.may_rows_of(number) == list(result.may_hold)
        assert found.result(number).outcome == result.outcome


@settings(max_examples=150)
@given(tables("first"), contracts())
def test_the_deciding_row_is_the_same_as_one_by_one(asked, data):
    read = rules.read_columns(asked, data, in_force="on")
    found = rules.judge(asked, read, known=date(2025, 1, 1))
    for number, result in enumerate(one_by_one(asked, data)):
        place = int(found.row[number])
        if result.state == "decided":
            assert asked.rows[place].id in {each.row for each in result.fired}
        else:
            wanted = bulk.CANNOT_TELL if result.state == "cannot_tell" else bulk.NOTHING
            assert place == wanted


def test_what_may_not_fit_64_bits_is_refused():
    inputs = {"a": field("integer"), "b": field("integer")}
    big = table(
        hit="all", inputs=inputs, rows=[row("r", {}, {"limit": "QAR 1"}, check="a * b > 5")]
    )
    data = {"a": np.array([10**10]), "b": np.array([10**10])}
    with pytest.raises(rules.CannotCompile, match="64 bits"):
        judged(big, data)
    small = judged(big, {"a": np.array([-(10**8)]), "b": np.array([10**8])})
    assert small.rows_of(0) == []


def judged(asked: rules.Table, data: dict[str, np.ndarray]) -> bulk.Verdicts:
    read = columns.Columns.of_arrays(asked, data, date(2024, 1, 1))
    return rules.judge(asked, read, known=date(2025, 1, 1))


@pytest.mark.parametrize("check", ["years_between(a, b) > 3", "add_months(a, 2) < b"])
def test_what_is_not_exact_in_bulk_is_refused(check):
    inputs = {"a": field("date"), "b": field("date")}
    asked = table(hit="all", inputs=inputs, rows=[row("r", {}, {"limit": "QAR 1"}, check=check)])
    days = np.array([date(2024, 1, 1).toordinal()])
    with pytest.raises(rules.CannotCompile):
        judged(asked, {"a": days, "b": days})


def test_a_contract_of_a_day_before_the_table_is_refused():
    asked = table(hit="all")
    read = columns.Columns.of_arrays(asked, {"pay": np.array([1])}, date(2019, 12, 31))
    with pytest.raises(rules.DateOutOfRange):
        rules.judge(asked, read, known=date(2025, 1, 1))


def test_no_contract_is_no_verdict():
    read = columns.Columns.of_arrays(table(), {"pay": np.array([], int)}, date(2024, 1, 1))
    assert len(rules.judge(table(), read, known=date(2025, 1, 1)).row) == 0

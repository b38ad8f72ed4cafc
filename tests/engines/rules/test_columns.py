"""Columns are read as strictly as single facts, every fault by its row and column."""

from __future__ import annotations

from datetime import date

import numpy as np
import pyarrow as pa
import pytest

from corridor.engines import rules
from corridor.engines.rules.columns import Columns
from tests.engines.rules.tables import table

DAY = date(2024, 1, 1)


def read(data: dict, **more) -> Columns:
    return rules.read_columns(table(), pa.table(data), **{"in_force": DAY, **more})


def test_every_wrong_cell_is_said_by_row_and_column():
    with pytest.raises(rules.TableRefused) as error:
        read({"origin": ["NPL", "Nepal"], "pay": ["QAR 5", "5"], "age": [1, 2]})
    assert {(f.row, f.column) for f in error.value.faults} == {
        ("3", "origin"),
        ("3", "pay"),
        (None, "age"),
    }


def test_numbers_take_the_narrow_form_where_they_fit():
    small = read({"pay": ["QAR 5.50", None]}).columns["pay"]
    assert (small.values.dtype, small.least, small.most) == (np.int32, 550, 550)
    assert small.known.tolist() == [True, False]
    wide = read({"pay": ["QAR 99999999.00"]}).columns["pay"]
    assert (wide.values.dtype, wide.known) == (np.int64, None)


def test_an_amount_in_another_currency_takes_the_rate_of_its_own_day():
    rates = [
        rules.Rate("USD", "QAR", "3.6", date(2023, 1, 1)),
        rules.Rate("USD", "QAR", "3.7", date(2024, 1, 1)),
    ]
    days = ["2022-12-31", "2023-06-01", "2024-06-01"]
    found = read({"pay": ["USD 100"] * 3, "on": days}, in_force="on", rates=rates)
    pay = found.columns["pay"]
    assert pay.known.tolist() == [False, True, True]
    assert pay.values.tolist()[1:] == [36_000, 37_000]


def test_days_of_law_are_there_for_every_contract():
    with pytest.raises(rules.TableRefused, match="no such column"):
        read({"pay": ["QAR 1"]}, in_force="on")
    with pytest.raises(rules.TableRefused, match="which day's law"):
        read({"pay": ["QAR 1"], "on": pa.array([None], pa.string())}, in_force="on")


def test_arrow_types_are_read_as_they_are_written():
    data = {"origin": pa.array(["NPL"]).dictionary_encode(), "id": [7]}
    assert read(data, extra=["id"]).facts(table(), 0) == {"origin": "NPL"}
    with pytest.raises(rules.TableRefused, match="cannot be read as text"):
        read({"origin": pa.array([["NPL"]])})


def test_a_column_without_a_value_is_unknown():
    found = read({"pay": pa.array([None, None], pa.string()), "origin": ["", "unknown"]})
    assert found.facts(table(), 0) == {}
    assert rules.judge(table(), found, known=DAY).row.tolist() == [-2, -2]


def test_arrays_out_of_the_bounds_of_their_input_are_refused():
    with pytest.raises(ValueError, match="below the least"):
        Columns.of_arrays(table(), {"pay": np.array([-1])}, DAY)
    masked = np.ma.masked_array([5, 0], mask=[False, True])
    assert Columns.of_arrays(table(), {"pay": masked}, DAY).facts(table(), 1) == {}

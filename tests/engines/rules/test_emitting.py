"""Lines over whole numbers give what fractions give, to the last digit, or are refused."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from corridor.engines.rules.bulk import NAMES
from corridor.engines.rules.computing import Unknown, work_out
from corridor.engines.rules.emitting import Emitter, Given, OneEmitter
from corridor.engines.rules.errors import CannotCompile
from corridor.engines.rules.expressions import parse
from corridor.engines.rules.kinds import Kind

INPUTS = {
    "a": Kind("decimal", places=2, least=-500_000, most=500_000),
    "b": Kind("integer", least=-1_000, most=1_000),
    "c": Kind("decimal", places=1, least=1, most=5_000),
    "p": Kind("boolean"),
}
UNITS = st.sampled_from(["1", "0.05", "0.3", "7"])
MODES = st.sampled_from(["half-up", "half-even", "up", "down"])


def wider(inner):
    pairs = st.tuples(inner, inner)
    return st.one_of(
        pairs.flatmap(lambda xy: st.sampled_from("+-").map(lambda op: f"({xy[0]} {op} {xy[1]})")),
        st.tuples(inner, st.sampled_from(["0.1", "3", "-2", "0", "a", "b"])).map(
            lambda xy: f"({xy[0]} * {xy[1]})"
        ),
        st.tuples(inner, st.sampled_from(["3", "-0.7"])).map(lambda xy: f"({xy[0]} / {xy[1]})"),
        pairs.map(lambda xy: f"min({xy[0]}, {xy[1]})"),
        pairs.map(lambda xy: f"max({xy[0]}, {xy[1]})"),
        pairs.map(lambda xy: f"({xy[0]} if p else {xy[1]})"),
        st.tuples(inner, UNITS, MODES).map(lambda xyz: f"round({xyz[0]}, {xyz[1]}, '{xyz[2]}')"),
    )


QUANTITIES = st.recursive(st.sampled_from(["a", "b", "c", "2.5", "-4"]), wider, max_leaves=6)
TRUTHS = st.tuples(QUANTITIES, st.sampled_from(["<", "<=", ">", ">=", "==", "!="]), QUANTITIES).map(
    " ".join
) | st.tuples(QUANTITIES, st.sampled_from(["<", ">="]), QUANTITIES).map(
    lambda xyz: f"{xyz[0]} / c {xyz[1]} {xyz[2]}"
)
ROWS = st.lists(
    st.tuples(
        st.integers(-500_000, 500_000),
        st.integers(-1_000, 1_000),
        st.integers(1, 5_000),
        st.booleans(),
        st.integers(0, 15),
    ),
    min_size=1,
    max_size=8,
)


def columns(rows) -> tuple[dict[str, Given], dict[str, np.ndarray]]:
    given, arrays = {}, {}
    for place, (name, kind) in enumerate(INPUTS.items()):
        values = np.array([row[place] for row in rows], np.int32)
        ends = int(values.min()), int(values.max())
        arrays[name] = values if name != "p" else values.astype(bool)
        arrays[f"k_{name}"] = np.array([bool(row[4] >> place & 1) for row in rows])
        known = "" if arrays[f"k_{name}"].all() else f"k_{name}"
        given[name] = Given(name, kind.scale, *ends, known)
    return given, arrays


@example("a < b * 0 * 0.1", [(0, 0, 1, False, 1)])
@example("a * (b * 0) >= round(b * 0, 7, 'up') + 3", [(9, 0, 1, False, 1), (9, 5, 1, False, 3)])
@given(TRUTHS, ROWS)
def test_a_truth_over_columns_is_the_truth_of_each_row(text, rows):
    node = parse(text, INPUTS)
    given_columns, arrays = columns(rows)
    emitter = Emitter(given_columns)
    try:
        truth = emitter.truth(node)
    except CannotCompile:
        return
    size = len(rows)
    names = {
        **NAMES,
        **arrays,
        "full_true": np.ones(size, bool),
        "full_false": np.zeros(size, bool),
    }
    exec("\n".join(emitter.lines), names)  # noqa: S102 - the lines under test
    for place, row in enumerate(rows):
        facts = {
            name: bool(row[n]) if name == "p" else row[n] * INPUTS[name].scale
            for n, name in enumerate(INPUTS)
            if row[4] >> n & 1
        }
        worth = work_out(node, facts)
        pair = (bool(names[truth.sure][place]), bool(names[truth.may][place]))
        assert pair == ((False, True) if isinstance(worth, Unknown) else (worth, worth))


@given(QUANTITIES, ROWS)
def test_one_row_in_plain_integers_gives_the_same_quantity(text, rows):
    node = parse(text, INPUTS)
    wide = {name: Given(name, kind.scale, -(10**18), 10**18) for name, kind in INPUTS.items()}
    emitter = OneEmitter(wide)
    number = emitter.number(node)
    for row in rows:
        names = dict(zip(INPUTS, row, strict=False)) | {"full_true": True, "full_false": False}
        exec("\n".join(emitter.lines), names)  # noqa: S102 - the lines under test
        value = names[number.variable] if number.variable else number.least
        facts = {
            name: row[n] if name == "p" else row[n] * INPUTS[name].scale
            for n, name in enumerate(INPUTS)
        }
        assert value * number.scale == work_out(node, facts)


def test_thirty_two_bits_are_used_where_they_are_proven_to_hold():
    given_columns = {
        "a": Given("a", Fraction(1, 100), 0, 20_000),
        "b": Given("b", least=0, most=10),
    }
    emitter = Emitter(given_columns)
    emitter.truth(parse("a * b > 3 * a + b", {"a": INPUTS["a"], "b": INPUTS["b"]}))
    assert not [line for line in emitter.lines if "int64" in line]
    given_columns["b"] = Given("b", least=0, most=10**6)
    wider_emitter = Emitter(given_columns)
    wider_emitter.truth(parse("a * b > 3 * a + b", {"a": INPUTS["a"], "b": INPUTS["b"]}))
    assert [line for line in wider_emitter.lines if "int64" in line]


def test_a_quotient_outside_a_comparison_is_refused():
    given_columns, _ = columns([(1, 1, 1, True, 15)])
    with pytest.raises(CannotCompile, match="quotient"):
        Emitter(given_columns).number(parse("a / c + 1", INPUTS))

"""Conditions cut an input into atoms; each value is in exactly those where its conditions hold."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from corridor.engines.rules.conditions import parse
from corridor.engines.rules.dimensions import dimension
from corridor.engines.rules.kinds import ABSENT, Kind
from tests.engines.rules import naive

NUMBER = Kind("integer", least=0, most=9)
RANGES = st.tuples(st.integers(0, 8), st.integers(1, 9)).filter(lambda ends: ends[0] < ends[1])


@given(st.lists(RANGES, max_size=5), st.integers(0, 9))
def test_a_number_is_in_a_condition_exactly_where_it_holds(ranges, value):
    texts = [f"{start} .. {below}" for start, below in ranges] + ["not 4", "in 0, 9"]
    asked = [parse(text, NUMBER) for text in texts]
    found = dimension("n", NUMBER, asked)
    for text, condition in zip(texts, asked, strict=True):
        assert bool(found.mask(condition) & found.of(value)) is naive.holds(text, value)


def test_a_coarse_occupation_may_be_in_several_branches():
    kind = Kind("isco")
    found = dimension("job", kind, [parse("under 22", kind), parse("2221", kind)])
    assert found.of("22") == found.mask(parse("under 22", kind))
    assert found.of("2") == found.full
    assert found.of("2221") == found.mask(parse("2221", kind))
    assert not found.of("31") & found.of("22")


def test_boxes_are_said_in_words():
    kind = Kind("date", optional=True)
    found = dimension("on", kind, [parse("2024-01-01 .. 2025-01-01", kind)])
    assert found.words(found.mask(parse("2024-01-01 ..", kind))) == "from 2024-01-01"
    assert found.words(found.of(ABSENT) | 1) == "before 2024-01-01 or absent"
    country = Kind("country")
    split = dimension("c", country, [parse("in NPL, IND", country)])
    assert split.words(split.mask(parse("not NPL", country))) == "anything but NPL"
    assert split.words(split.of("NPL")) == "NPL"
    assert split.words(split.of("FRA")) == "anything but IND, NPL"

"""Adverse impact: published examples, a naive twin, and small samples that say too little."""

from __future__ import annotations

from fractions import Fraction
from math import comb

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corridor.engines import matching
from corridor.engines.matching._impact import fisher


def people(**counts: tuple[int, int]) -> tuple[list[bool], list[str]]:
    """(selected, groups) of so many selected of so many people per group."""
    rows = [(n < taken, name) for name, (taken, count) in counts.items() for n in range(count)]
    return [row[0] for row in rows], [row[1] for row in rows]


def test_the_example_of_the_uniform_guidelines():
    """Questions and Answers 12 (44 FR 11998, 1979): 48 of 80 and 12 of 40, so 30/60 = 50 %."""
    found = matching.impact(*people(white=(48, 80), black=(12, 40)))
    group = found.groups[0]
    assert (group.group, found.best) == ("black", "white")
    assert (group.rate, group.ratio) == (pytest.approx(0.30), pytest.approx(0.50))
    assert (group.verdict, found.passes) == ("adverse", False)
    assert group.shortfall == 20 - 12  # 0.8 x 60 % of 40 people is 19.2
    assert "12 of 40 selected (30.0%), 0.50 (0.30 to 0.83)" in group.sentence


def test_the_interval_of_a_published_ratio():
    """Agresti: 189 of 11,034 and 104 of 11,037 give 1.82 (1.43, 2.31)."""
    found = matching.impact(*people(placebo=(189, 11_034), aspirin=(104, 11_037)))
    group = found.groups[0]
    assert round(1 / group.ratio, 2) == 1.82
    assert (round(1 / group.high, 2), round(1 / group.low, 2)) == (1.43, 2.31)
    assert group.verdict == "adverse"


def test_fisher_and_the_lady_tasting_tea():
    """Two-sided: three of four cups right 0.486, all four 0.029."""
    assert fisher(3, 4, 1, 4) == pytest.approx(34 / 70)
    assert fisher(4, 4, 0, 4) == pytest.approx(2 / 70)


def test_few_people_say_too_little():
    found = matching.impact(*people(women=(0, 3), men=(5, 10)))
    assert (found.groups[0].verdict, found.passes) == ("too-few", None)
    assert found.groups[0].low is None
    assert "too few to tell" in found.groups[0].sentence


def test_below_four_fifths_but_perhaps_chance():
    found = matching.impact(*people(women=(4, 10), men=(6, 10)))
    assert (found.groups[0].verdict, found.passes) == ("below", None)
    assert found.groups[0].low < 0.8 < found.groups[0].high


def test_equal_rates_pass_and_a_small_sure_difference_is_named():
    even = matching.impact(*people(women=(30, 60), men=(30, 60)))
    assert (even.passes, [g.verdict for g in even.groups]) == (True, ["none", "best"])
    uneven = matching.impact(*people(women=(4_500, 10_000), men=(5_000, 10_000)))
    assert (uneven.passes, uneven.groups[0].verdict) == (True, "uneven")


def test_nobody_selected_and_nobody_named():
    found = matching.impact(*people(women=(0, 50), men=(0, 50)))
    assert found.passes is None
    blank = matching.impact([True, False, True, False], ["a", "", "b", None])
    assert (blank.people, blank.selected) == (2, 2)


@pytest.mark.parametrize(
    ("selected", "groups", "alpha", "said"),
    [
        ([True], ["a", "b"], 0.05, "one of each"),
        ([True, False], ["a", "a"], 0.05, "nothing to compare"),
        ([True, False], ["a", "b"], 5, "between 0 and 1"),
    ],
)
def test_what_cannot_be_compared_is_refused(selected, groups, alpha, said):
    with pytest.raises(ValueError, match=said):
        matching.impact(selected, groups, alpha=alpha)


counts = st.integers(1, 25).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


@given(counts, counts)
def test_fisher_is_the_sum_over_all_tables(own, other):
    drawn, whole = own[0] + other[0], own[1] + other[1]
    chances = [
        Fraction(comb(own[1], k) * comb(other[1], drawn - k), comb(whole, drawn))
        for k in range(drawn + 1)
        if k <= own[1] and drawn - k <= other[1]
    ]
    seen = Fraction(comb(own[1], own[0]) * comb(other[1], other[0]), comb(whole, drawn))
    assert fisher(*own, *other) == pytest.approx(float(sum(c for c in chances if c <= seen)))


@given(st.dictionaries(st.sampled_from("abcd"), counts, min_size=2))
def test_rates_ratios_and_shortfall_are_those_of_a_twin(groups):
    found = matching.impact(*people(**groups))
    best = Fraction(*groups[found.best])
    large = [Fraction(*pair) for pair in groups.values() if pair[1] >= 5]
    assert best == max(large or [Fraction(*pair) for pair in groups.values()])
    for group in found.groups:
        taken, count = groups[group.group]
        assert group.rate == pytest.approx(taken / count)
        if best:
            assert group.ratio == pytest.approx(float(Fraction(taken, count) / best))
        more = 0
        while Fraction(taken + more, count) < Fraction(4, 5) * best:
            more += 1
        assert group.shortfall == more
        if group.low is not None:
            assert group.low <= group.ratio <= group.high


@given(st.dictionaries(st.sampled_from("abcd"), counts, min_size=2), st.randoms())
def test_the_order_of_people_says_nothing(groups, random):
    selected, names = people(**groups)
    rows = list(zip(selected, names, strict=True))
    random.shuffle(rows)
    assert matching.impact([r[0] for r in rows], [r[1] for r in rows]) == matching.impact(
        selected, names
    )

"""How far examiners agree, against the figures that Shrout and Fleiss published (1979)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corridor.services.assessments.agreement import agreement

# Six candidates by four judges: their table 2. BMS 11.24, WMS 6.26; ICC(1,1) .17, ICC(1,4) .44.
SHROUT_FLEISS = [
    (9, 2, 5, 8),
    (6, 1, 3, 2),
    (8, 4, 6, 8),
    (7, 1, 2, 6),
    (10, 5, 6, 9),
    (6, 2, 4, 7),
]


@pytest.mark.plays("1a1.3")
def test_the_published_worked_example_comes_out() -> None:
    found = agreement(SHROUT_FLEISS)
    assert found is not None
    assert (found.candidates, found.examiners) == (6, 4)
    assert (round(found.single, 2), round(found.mean, 2)) == (0.17, 0.44)
    # The intervals as the R package psych prints them for the same table.
    assert [round(each, 2) for each in found.single_interval] == [-0.13, 0.72]
    assert [round(each, 2) for each in found.mean_interval] == [-0.88, 0.91]
    assert str(found.says) == "Poor agreement"


def test_the_same_marks_by_all_are_full_agreement() -> None:
    found = agreement([(5, 5), (7, 7), (9, 9, 9)])
    assert found is not None
    assert (found.single, found.mean, found.mean_interval) == (1, 1, (1, 1))
    assert str(found.says) == "Excellent agreement"


@pytest.mark.parametrize(
    ("spread", "word"), [(0.35, "Excellent"), (0.8, "Good"), (1.2, "Moderate"), (3, "Poor")]
)
def test_the_agreement_is_said_in_a_word(spread: float, word: str) -> None:
    rows = [
        (n + spread * sign, n - spread * sign)
        for n, sign in zip(range(6), (1, -1) * 3, strict=True)
    ]
    found = agreement(rows)
    assert found is not None
    assert str(found.says) == f"{word} agreement"


@pytest.mark.parametrize("rows", [[], [(1, 2)], [(1,), (2,), (3, 4)], [(5, 5), (5, 5)]])
def test_too_little_says_nothing(rows: list[tuple[float, ...]]) -> None:
    assert agreement(rows) is None


def test_who_was_marked_once_counts_for_nothing() -> None:
    assert agreement([*SHROUT_FLEISS, (3,)]) == agreement(SHROUT_FLEISS)


@given(
    st.lists(st.lists(st.integers(0, 100), min_size=2, max_size=4), min_size=2, max_size=8),
    st.integers(1, 7),
    st.integers(-50, 50),
)
def test_another_scale_or_starting_point_changes_nothing(
    rows: list[list[int]], times: int, plus: int
) -> None:
    before, after = agreement(rows), agreement([[times * m + plus for m in row] for row in rows])
    assert (before is None) == (after is None)
    if before is not None and after is not None:
        assert after.single == pytest.approx(before.single, abs=1e-6)
        assert before.single <= 1
        low, high = before.single_interval
        assert low <= before.single <= high

"""The shapes behind the figures."""

from __future__ import annotations

import pytest

from corridor.site import figures


def test_a_funnel_keeps_count_of_everybody() -> None:
    steps = figures.funnel(100, [("Language", 40), ("Licence", 60)])
    assert [step.left for step in steps] == [100, 60, 0]
    assert sum(step.fell for step in steps) == 100


def test_nobody_falls_who_was_not_there() -> None:
    with pytest.raises(ValueError, match="61 fell at Licence, but 60 were there"):
        figures.funnel(100, [("Language", 40), ("Licence", 61)])


@pytest.mark.parametrize(
    ("value", "most", "width"),
    [(62, 100, "62.00"), (1, 3, "33.33"), (5, 0, "0.00"), (7, 5, "100.00"), (-1, 5, "0.00")],
)
def test_a_bar_stays_inside_its_frame(value, most, width) -> None:
    assert figures.share(value, most) == width


def test_a_reason_says_its_outcome_in_a_word_and_not_by_colour_alone() -> None:
    (reason,) = figures.reasons([{"label": "Language", "outcome": "near"}])
    assert (reason.tone, reason.mark, str(reason.word)) == ("warn", "≈", "nearly met")


def test_reasons_that_cannot_be_told_are_counted_only_where_there_are_any() -> None:
    found = figures.reasons([{"label": "Age", "outcome": "unknown"}])
    assert figures.counted(found)[-1] == "1 cannot be told"
    assert figures.counted([]) == ["0 met", "0 near", "0 missing"]

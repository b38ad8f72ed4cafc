"""Points on a sheet: the arithmetic by hand, by a naive twin, and at its edges."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corridor.services.assessments import sheet
from corridor.services.assessments.sheet import Line, judge

LINES = (
    Line(code="a", texts={"en": "A"}, scale_max=10, weight=2, pass_mark=6),
    Line(code="b", texts={"en": "B", "fr": "Bé"}, scale_max=20, weight=1),
)


def test_the_share_is_the_weighted_one() -> None:
    judged = judge(LINES, {"a": 9, "b": 10}, pass_share=7_000)
    assert (judged.share, judged.passed) == (7_667, True)  # (2*0.9 + 0.5) / 3


def test_a_line_under_its_own_mark_fails_the_whole() -> None:
    judged = judge(LINES, {"a": 5, "b": 20}, pass_share=5_000)
    assert (judged.share, judged.passed, judged.below) == (6_667, False, ("a",))


def test_the_pass_mark_itself_passes() -> None:
    assert judge(LINES[:1], {"a": 6}, pass_share=6_000).passed
    assert not judge(LINES[1:], {"b": 11}, pass_share=5_501).passed


lines = st.lists(st.tuples(st.integers(1, 100), st.integers(1, 9)), min_size=1, max_size=6)


@given(lines, st.data())
def test_any_sheet_agrees_with_a_naive_twin(drawn: list[tuple[int, int]], data: st.DataObject):
    made = [
        Line(code=str(n), texts={"en": "x"}, scale_max=most, weight=weight)
        for n, (most, weight) in enumerate(drawn)
    ]
    scores = {line.code: data.draw(st.integers(0, line.scale_max)) for line in made}
    exact = sum(Fraction(w * scores[str(n)], m) for n, (m, w) in enumerate(drawn))
    expected = exact / sum(w for _m, w in drawn)
    share = judge(made, scores, pass_share=0).share
    assert abs(Fraction(share, 10_000) - expected) <= Fraction(1, 20_000)
    assert 0 <= share <= 10_000
    full = {line.code: line.scale_max for line in made}
    assert judge(made, full, pass_share=10_000).passed


def test_every_fault_of_points_is_named_by_line() -> None:
    faults = dict(sheet.faults_of_scores(LINES, {"a": 11, "c": 1}, whole=True))
    assert set(faults) == {"a", "b", "c"}
    assert "from 0 to 10" in str(faults["a"])
    assert dict(sheet.faults_of_scores(LINES, {"a": True}, whole=False)).keys() == {"a"}
    assert list(sheet.faults_of_scores(LINES, {"a": 3}, whole=False)) == []


@pytest.mark.parametrize(
    "lines",
    [
        (),
        (LINES[0], LINES[0]),
        (Line(code="x", texts={"en": ""}, scale_max=5),),
        (Line(code="x", texts={"en": "X"}, scale_max=0),),
        (Line(code="x", texts={"en": "X"}, scale_max=5, pass_mark=6),),
        (Line(code="x", texts={"en": "X"}, scale_max=5, weight=0),),
    ],
)
def test_a_faulty_sheet_is_found(lines: tuple[Line, ...]) -> None:
    assert list(sheet.faults_of_sheet(lines))


def test_wide_differences_are_flagged_and_the_middle_is_a_start() -> None:
    given = [{"a": 2, "b": 10}, {"a": 7, "b": 13}]
    assert sheet.far_apart(LINES, given, gap_share=2_500) == ("a",)
    assert sheet.middle(LINES, given) == {"a": 5, "b": 12}
    assert sheet.far_apart(LINES, [], gap_share=0) == ()


def test_a_line_speaks_the_readers_language_and_comes_back_as_it_was() -> None:
    from django.utils import translation

    with translation.override("fr"):
        assert LINES[1].text == "Bé"
    with translation.override("ar"):
        assert LINES[1].text == "B"
    assert sheet.lines_of([line.as_json() for line in LINES]) == LINES
    assert Line.of({"code": "x", "text": "Plain", "scale_max": 5}).text == "Plain"

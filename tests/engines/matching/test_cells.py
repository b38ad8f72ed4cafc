"""What a cell may say, and the sentence when it says something else."""

from __future__ import annotations

from datetime import date

import pytest

from corridor.engines.matching import _cells as cells


@pytest.mark.parametrize(
    ("read", "text", "value"),
    [
        (cells.isco(None, 1), "53", "53"),
        (cells.isco(None, 4), "0110", "0110"),
        (cells.code(None, "licences"), "driving-b", "driving-b"),
        (cells.country(None), "NPL", "NPL"),
        (cells.skill(None, weighted=False), "S1.2:3", ("S1.2", 3, 0)),
        (cells.skill(None, weighted=True), "S1.2:3x5", ("S1.2", 3, 5)),
        (
            cells.skill(None, weighted=True),
            "http://e.eu/skill/a-1:2",
            ("http://e.eu/skill/a-1", 2, 0),
        ),
        (cells.language(None), "ne:native", ("ne", 7, 0)),
        (cells.language(None), "en:A1", ("en", 1, 0)),
        (cells.whole(1, 8), "4.0", 4),
        (cells.day, "2025-03-01", date(2025, 3, 1)),
        (cells.identifier, "W-12 é", "W-12 é"),
    ],
)
def test_a_good_cell_is_read(read, text, value):
    assert read(text) == value


@pytest.mark.parametrize(
    ("read", "text", "says"),
    [
        (cells.isco(None, 4), "532", "ISCO-08 code of 4 digits"),
        (cells.isco(None, 1), "care", "ISCO-08 code of 1 to 4 digits"),
        (cells.isco({"5322"}, 4), "9999", "not in the list of ISCO-08 groups"),
        (cells.code(None, "licences"), "driving b", "not a code"),
        (cells.country({"NPL"}), "XYZ", "not in the list of countries"),
        (cells.country(None), "Nepal", "three capitals"),
        (cells.skill(None, weighted=False), "S1", "code:level"),
        (cells.skill(None, weighted=False), "S1:2x3", "code:level"),
        (cells.skill(None, weighted=True), "S1:4", "1 basic, 2 skilled or 3 expert"),
        (cells.skill(None, weighted=True), "S1:2x0", "between 1 and 1000"),
        (cells.skill({"S2"}, weighted=False), "S1:1", "not in the list of skills"),
        (cells.language(None), "en:B3", "language:CEFR"),
        (cells.language(None), "English", "language:CEFR"),
        (cells.whole(1, 8), "nine", "not a whole number"),
        (cells.whole(1, 8), "9", "not between 1 and 8"),
        (cells.whole(1, 8), "4.5", "not a whole number"),
        (cells.day, "1/3/2025", "YYYY-MM-DD"),
        (cells.identifier, "x" * 10_000, "10000 characters"),
        (cells.identifier, "a\x00b", "printable"),
    ],
)
def test_a_bad_cell_is_refused_in_a_sentence(read, text, says):
    with pytest.raises(ValueError, match=says):
        read(text)

"""The grammar of a cell, and what it refuses."""

from __future__ import annotations

import pytest

from corridor.engines.rules.conditions import parse
from corridor.engines.rules.kinds import Kind

ISCO, NUMBER, COUNTRY = Kind("isco"), Kind("integer"), Kind("country")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("any", NUMBER),
        ("7", NUMBER),
        ("in 1, 2", NUMBER),
        ("not 1, 2", NUMBER),
        ("5 .. 9", NUMBER),
        ("5 ..", NUMBER),
        (".. 9", NUMBER),
        ("under 22, 31", ISCO),
        ("not under 22", ISCO),
        ("2221", ISCO),
        ("absent", Kind("text", optional=True)),
        ("present", Kind("text", optional=True)),
    ],
)
def test_what_is_written_is_shown_the_same(text, kind):
    assert parse(text, kind).show(kind) == text
    assert parse(parse(f" {text} ", kind).show(kind), kind) == parse(text, kind)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("9 .. 5", NUMBER),
        ("..", NUMBER),
        ("1 .. 2 .. 3", NUMBER),
        ("A .. B", COUNTRY),
        ("in 1, 1", NUMBER),
        ("under 22", NUMBER),
        ("22", ISCO),
        ("in 2221, 22", ISCO),
        ("absent", NUMBER),
        ("in NPL, Nepal", COUNTRY),
    ],
)
def test_what_cannot_be_meant_is_refused(text, kind):
    with pytest.raises(ValueError, match=r"\w"):
        parse(text, kind)

"""Inputs and outcomes say their type, and what belongs to it."""

from __future__ import annotations

import pytest

from tests.engines.rules.tables import faults, field


@pytest.mark.parametrize(
    ("settings", "column"),
    [
        ({"type": "number"}, "inputs.x.type"),
        ({"type": "money"}, "inputs.x"),
        ({"type": "money", "currency": "rupee"}, "inputs.x"),
        ({"type": "integer", "currency": "INR"}, "inputs.x"),
        ({"type": "decimal", "places": 10}, "inputs.x"),
        ({"type": "code", "codes": []}, "inputs.x"),
        ({"type": "code", "codes": ["a", "a"]}, "inputs.x"),
        ({"type": "code", "codes": ["any"]}, "inputs.x"),
        ({"type": "country", "least": "A"}, "inputs.x"),
        ({"type": "integer", "least": 5, "most": 4}, "inputs.x"),
        ({"type": "integer", "optional": "no"}, "inputs.x"),
        ({"type": "integer", "rounding": "up"}, "inputs.x.rounding"),
    ],
)
def test_a_field_that_is_not_sound_is_refused(settings, column):
    given = {**field("integer"), **settings}
    assert column in {fault[1] for fault in faults(inputs={"x": given})}


def test_names_cannot_be_mistaken_for_words_of_the_language():
    assert (None, "inputs.round", "wrong-name") in faults(inputs={"round": field("integer")})
    assert (None, "inputs.X", "wrong-name") in faults(inputs={"X": field("integer")})
    same = {"limit": field("integer")}
    assert (None, "limit", "name-taken") in faults(inputs=same)


def test_a_label_is_there_in_every_language():
    given = {"type": "integer", "label": {"en": "Age"}}
    assert (None, "inputs.x.label fr", "missing") in faults(inputs={"x": given})


def test_a_table_has_an_outcome():
    assert (None, "outcomes", "wrong-type") in faults(outcomes={})

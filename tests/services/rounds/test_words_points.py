from __future__ import annotations

import pytest
from django.utils.translation import override

from corridor.engines.matching.points import SHIPPED, shipped
from corridor.services.rounds.words_points import EVERY, said


@pytest.mark.parametrize("name", SHIPPED)
def test_everything_a_table_says_is_in_the_catalogues(name: str) -> None:
    system, known = shipped(name), set(EVERY)
    spoken = {system.name, *(group.label for group in system.built.groups)}
    spoken |= {factor.label.rpartition(": ")[2] for factor in system.built.factors}
    for fact in system.facts.values():
        spoken |= {fact.label, *fact.values}
    assert spoken <= known
    with override("fr"):
        assert said("Skills test") != "Skills test"


def test_a_line_made_of_a_factor_and_its_fact_is_named_by_the_fact() -> None:
    fact = "First official language, reading (CLB level)"
    assert said(f"First official language: {fact}") == fact
    assert said("Seasonal: a table of somebody else") == "Seasonal: a table of somebody else"

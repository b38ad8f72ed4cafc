"""A criteria set is read, written canonically and known by its digest."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings

from corridor.engines.matching import Criteria, Weight
from corridor.engines.matching.criteria import Age, Languages

from .strategies import criteria_sets

TEXT = """
name = "Care workers 2025"

[hard]
occupation = { digits = 3 }
experience = true
languages = { also = { en = "B1" } }
age = { min = 18, max = 39, law = "Act 12, s. 4", as_of = 2025-01-01 }
permits = false

[soft]
skills = 70
languages = { weight = 30, above = 1 }
"""


def test_a_set_is_read_from_text_and_from_a_file(tmp_path):
    criteria = Criteria.from_toml(TEXT)
    assert criteria.hard == ("occupation", "experience", "languages", "age")
    assert criteria.languages == Languages(also={"en": 3})
    assert criteria.age == Age("Act 12, s. 4", date(2025, 1, 1), 18, 39)
    assert criteria.soft == {"skills": Weight(70), "languages": Weight(30, 1)}
    path = tmp_path / "criteria.toml"
    path.write_text(TEXT, encoding="utf-8")
    assert Criteria.from_toml(path) == criteria


@settings(max_examples=50, deadline=None)
@given(criteria_sets)
def test_the_canonical_text_reads_back_equal(criteria):
    again = Criteria.from_toml(criteria.to_toml())
    assert again.to_toml() == criteria.to_toml()
    assert again.digest == criteria.digest
    assert again.hard == criteria.hard


def test_the_digest_does_not_depend_on_how_the_set_was_written():
    turned = TEXT.replace("min = 18, max = 39", "max = 39, min = 18")
    assert Criteria.from_toml(turned).digest == Criteria.from_toml(TEXT).digest
    assert Criteria.from_toml(TEXT.replace("39", "40")).digest != Criteria.from_toml(TEXT).digest

"""A criteria set that contradicts itself is refused, with every reason at once."""

from __future__ import annotations

import pytest

from corridor.engines.matching import Criteria, CriteriaRefused

CASES = {
    "an age limit without a law": ("age = { max = 40, as_of = 2025-01-01 }", "age.law", "missing"),
    "a blank law": ('age = { max = 40, as_of = 2025-01-01, law = " " }', "age.law", "missing"),
    "an age nobody has": (
        'age = { min = 50, max = 40, as_of = 2025-01-01, law = "Act 1" }',
        "age",
        "contradiction",
    ),
    "an age limit that limits nothing": (
        'age = { as_of = 2025-01-01, law = "Act 1" }',
        "age",
        "tests-nothing",
    ),
    "a country allowed and refused": (
        'countries = { allow = ["NPL"], refuse = ["NPL"] }',
        "countries",
        "contradiction",
    ),
    "a country by its name": ('countries = { allow = ["Nepal"] }', "countries", "unknown-value"),
    "countries by birthplace": ('countries = { by = "birth" }', "countries.by", "unknown-value"),
    "five digits": ("occupation = { digits = 5 }", "occupation.digits", "out-of-range"),
    "a digit written as text": ('occupation = { digits = "3" }', "occupation.digits", "wrong-type"),
    "EQF 9": ("education = { eqf_min = 9 }", "education.eqf_min", "out-of-range"),
    "nothing in place of the vacancies' own": (
        "licences = { own = false }",
        "licences",
        "tests-nothing",
    ),
    "an unknown level": (
        'languages = { also = { en = "B3" } }',
        "languages.also.en",
        "unknown-level",
    ),
    "a skill level 4": ("skills = { also = { care = 4 } }", "skills.also.care", "out-of-range"),
    "an unknown criterion": ("beauty = true", "beauty", "unknown-key"),
    "an unknown setting": ("occupation = { level = 3 }", "occupation.level", "unknown-key"),
    "a number for a criterion": ("occupation = 3", "occupation", "wrong-type"),
}


def refused(text):
    with pytest.raises(CriteriaRefused) as caught:
        Criteria.from_toml(text)
    return [(error.where, error.code) for error in caught.value.errors]


@pytest.mark.parametrize("case", CASES)
def test_a_hard_criterion_is_refused(case):
    line, where, code = CASES[case]
    assert (f"hard.{where}", code) in refused(f"[hard]\n{line}\n")


@pytest.mark.parametrize(
    ("line", "where", "code"),
    [
        ("skills = 0", "soft", "tests-nothing"),
        ("skills = -1", "soft.skills.weight", "out-of-range"),
        ("skills = 1.5", "soft.skills.weight", "out-of-range"),
        ("looks = 5", "soft.looks", "unknown-key"),
        ("skills = { weight = 1, more = 2 }", "soft.skills.more", "unknown-key"),
        ("education = { weight = 1, above = 8 }", "soft.education.above", "out-of-range"),
    ],
)
def test_a_weight_is_refused(line, where, code):
    assert (where, code) in refused(f"[soft]\n{line}\n")


def test_every_reason_comes_at_once():
    text = (
        "colour = 1\n[hard]\nbeauty = true\noccupation = { digits = 9 }\n"
        'countries = { allow = ["NPL"], refuse = ["NPL"] }\n[soft]\nskills = 0\n'
    )
    assert len(refused(text)) == 5


def test_text_that_is_not_toml_is_refused():
    assert refused("[hard\n") == [("file", "not-toml")]

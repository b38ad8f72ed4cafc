import pytest
from tests.kernel.people.world import value

from corridor.kernel.people.api import VALUES, Cefr, Kind, Unreadable


def test_every_kind_has_a_value() -> None:
    assert set(VALUES) == set(Kind)


def test_a_language_level_becomes_a_number_and_a_native_stands_above_c2() -> None:
    assert value("language", language="EN", cefr="B1").columns() == {"code": "en", "level": 3}
    assert value("language", language="fa", cefr="NATIVE").columns()["level"] == 7
    assert [level.name for level in Cefr] == ["A1", "A2", "B1", "B2", "C1", "C2", "NATIVE"]


def test_a_permit_is_found_by_its_country() -> None:
    permit = value("licence", label="Blue Card", gives="work", country="deu")
    assert permit.columns()["code"] == "permit:DEU"


EXAMPLES = {
    "occupation": {"label": "Nurse", "isco": "2221", "years": 4},
    "experience": {"label": "Nurse", "employer": "City", "from_date": "2020-01-01"},
    "skill": {"label": "Welding", "esco": "http://data.europa.eu/esco/skill/1", "level": 2},
    "language": {"language": "ne", "cefr": "NATIVE"},
    "qualification": {"label": "BSc", "eqf": 6, "field": "0913", "awarded_year": 2015},
    "licence": {"label": "Permit", "gives": "work", "country": "DEU"},
    "availability": {"from_date": "2027-01-01", "hours": "full"},
    "wish": {"country": "QAT", "wage_monthly_min": 900, "currency": "USD", "family_comes": True},
}


@pytest.mark.parametrize("kind", EXAMPLES)
def test_what_was_said_is_read_back_as_it_was_said(kind: str) -> None:
    said = value(kind, **EXAMPLES[kind])
    columns = ("label", "code", "level", "country", "from_date", "until_date")
    held = dict.fromkeys(columns) | said.columns()
    again = value(kind, **VALUES[Kind(kind)].said(held, said.rest()))
    assert again.columns() == said.columns()
    assert again.rest() == said.rest()


@pytest.mark.parametrize(
    ("kind", "said", "sentence"),
    [
        ("occupation", {"label": "Cook"}, "isco: This is needed"),
        ("occupation", {"label": "Cook", "isco": "cook"}, "not in the form"),
        ("skill", {"label": "Welding", "level": 9}, "3 or less"),
        ("skill", {"label": "x" * 301}, "at most 300"),
        ("language", {"language": "en", "cefr": "D1"}, "Choose one of these"),
        ("language", {"language": "en"}, "cefr: This is needed"),
        (
            "experience",
            {"label": "Cook", "from_date": "2024-02-01", "until_date": "2020-01-01"},
            "before the beginning",
        ),
        ("experience", {"label": "Cook", "from_date": "last year"}, "year-month-day"),
        ("licence", {"label": "Permit", "gives": "work"}, "for which country"),
        ("wish", {}, "at least one thing"),
        ("wish", {"wage_monthly_min": 900}, "currency"),
        ("availability", {"colour": "red"}, "Nothing of this name"),
        ("qualification", {"label": "BSc", "eqf": "high"}, "whole number"),
    ],
)
def test_what_cannot_be_is_refused_with_a_sentence(kind: str, said: dict, sentence: str) -> None:
    with pytest.raises(Unreadable, match=sentence):
        value(kind, **said)

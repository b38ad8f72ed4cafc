"""What a cell of an imported table may hold."""

from datetime import date

import pytest

from corridor.kernel.people.cells import read_row
from corridor.kernel.people.cells_values import Said


def read(**cells: str) -> tuple[list[Said], dict[str, str]]:
    row, problems = read_row({"full_name": "Sita", **cells})
    return row.claims, {problem.field: problem.sentence for problem in problems}


def test_an_occupation_may_say_its_years() -> None:
    claims, problems = read(isco="5322:6; 2221")
    assert [(each.code, each.level) for each in claims] == [("5322", 6), ("2221", None)]
    assert not problems


@pytest.mark.parametrize(
    ("cell", "begins", "ends"),
    [
        ("Cook:ARE:2015:2018:Al Noor: Deira", date(2015, 1, 1), date(2018, 12, 31)),
        ("Cook:ARE:2015-03:2016-02:Al Noor: Deira", date(2015, 3, 1), date(2016, 2, 29)),
        ("Cook:ARE:2015-03-09::Al Noor: Deira", date(2015, 3, 9), None),
    ],
)
def test_experience_says_what_where_when_and_with_whom(cell: str, begins: date, ends: date) -> None:
    [cook], problems = read(experience=cell)
    assert (cook.kind, cook.label, cook.country) == ("experience", "Cook", "ARE")
    assert (cook.from_date, cook.until_date) == (begins, ends)
    assert cook.rest == '{"employer":"Al Noor: Deira"}'
    assert not problems


def test_experience_may_be_a_code_and_nothing_else() -> None:
    [cook], problems = read(experience="5120")
    assert (cook.code, cook.from_date, problems) == ("5120", None, {})


@pytest.mark.parametrize(
    "cell", [":ARE", "Cook:Dubai", "Cook:ARE:2018:2015", "Cook:ARE:2015-13", "Cook:ARE:soon"]
)
def test_experience_that_cannot_be_is_told(cell: str) -> None:
    claims, problems = read(experience=cell)
    assert (claims, list(problems)) == ([], ["experience"])


def test_a_skill_in_words_keeps_them(db: None) -> None:
    [weld], problems = read(skills="welding of pipes:3")
    assert (weld.label, weld.code, weld.level, problems) == ("welding of pipes", "", 3, {})


@pytest.mark.parametrize("cell", ["welding", "welding:4", ":2", "http://x:0"])
def test_a_skill_without_its_level_is_told(db: None, cell: str) -> None:
    assert list(read(skills=cell)[1]) == ["skills"]


def test_wishes_are_countries() -> None:
    claims, _problems = read(wishes="can; DEU")
    assert [(each.kind, each.country) for each in claims] == [("wish", "CAN"), ("wish", "DEU")]
    assert list(read(wishes="Canada")[1]) == ["wishes"]

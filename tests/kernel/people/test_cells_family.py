"""Who comes along, as a cell says it."""

import pytest

from corridor.kernel.people.cells_family import read_family
from corridor.kernel.people.errors import Problem
from corridor.kernel.people.references import new_reference, spaced


def test_a_name_with_its_birth_or_a_number_of_a_form() -> None:
    problems: list[Problem] = []
    form = new_reference()
    spouse, child = read_family(f"spouse:{spaced(form)}; Child:Ram Gurung:2015-03-02", problems)
    assert (spouse.relation, spouse.reference, spouse.fields) == ("spouse", form, {})
    assert (child.relation, child.fields["full_name"]) == ("child", "Ram Gurung")
    assert (child.fields["birth_year"], child.fields["birth_day"]) == (2015, 2)
    assert problems == []


@pytest.mark.parametrize(
    ("cell", "part"),
    [
        ("Maya", "Write who it is"),
        ("self:Maya", "one of: spouse, child, parent, sibling, other"),
        ("spouse:", "Write the name"),
        ("child:Ram:soon", "Write the birth date"),
    ],
)
def test_what_is_wrong_is_told(cell: str, part: str) -> None:
    problems: list[Problem] = []
    assert read_family(cell, problems) == []
    assert [(each.field, part in each.sentence) for each in problems] == [("family", True)]


def test_nobody_is_named_twice_by_number() -> None:
    problems: list[Problem] = []
    form = new_reference()
    read_family(f"spouse:{form};sibling:{form}", problems)
    assert [each.field for each in problems] == ["family"]

"""Families that come in with a table."""

import pytest
from tests.cast import Member
from tests.kernel.people.world import register

from corridor.kernel.actors.api import COMMAND_LINE
from corridor.kernel.people import api as people
from corridor.kernel.people.models import Family, FamilyMember, Person
from corridor.kernel.people.references import new_reference


def bring(*rows: dict[str, str]) -> people.Imported:
    return people.import_people(actor=COMMAND_LINE, rows=rows)


def members() -> set[tuple[str, str, bool]]:
    held = FamilyMember.objects.select_related("person")
    return {(each.person.full_name, each.relation, each.joined_at is not None) for each in held}


def test_those_named_by_name_are_registered_and_belong(db: None) -> None:
    done = bring({"full_name": "Sita", "family": "spouse:Bal Gurung:1990;child:Ram:2015"})
    assert (done.people, done.relatives) == (1, 2)
    assert members() == {
        ("Sita", "self", True),
        ("Bal Gurung", "spouse", True),
        ("Ram", "child", True),
    }
    assert list(people.pool(people.PoolFilter(text="Bal"))) == [Person.objects.get(birth_year=1990)]


def test_those_with_a_number_are_only_invited(bodil: Member) -> None:
    her = register(bodil, full_name="Maya")
    bring({"full_name": "Bal", "family": f"spouse:{her.reference}"})
    assert members() == {("Bal", "self", True), ("Maya", "spouse", False)}


def test_two_forms_that_name_each_other_are_one_family_with_each_child_once(db: None) -> None:
    one, two = new_reference(), new_reference()
    bring(
        {"full_name": "Bal", "reference": one, "family": f"spouse:{two};child:Ram:2015"},
        {"full_name": "Maya", "reference": two, "family": f"spouse:{one};child:Ram:2015"},
    )
    assert Family.objects.count() == 1
    assert members() == {("Bal", "self", True), ("Maya", "spouse", True), ("Ram", "child", True)}


def test_a_number_that_nobody_has_refuses_the_table(db: None) -> None:
    own, nobody = new_reference(), new_reference()
    with pytest.raises(people.ImportRefused) as refusal:
        bring(
            {"full_name": "Bal", "family": f"spouse:{nobody}"},
            {"full_name": "Maya", "reference": own, "family": f"spouse:{own}"},
        )
    assert [(row, problem.field) for row, problem in refusal.value.problems] == [
        (1, "family"),
        (2, "family"),
    ]
    assert not Person.objects.exists()

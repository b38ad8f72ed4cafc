"""The families of people who came in by a table: who is with whom, and who is only invited."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from corridor.kernel.people.cells import Row
from corridor.kernel.people.cells_family import Relative
from corridor.kernel.people.models import Family, FamilyMember, Person, PersonStatus, Relation
from corridor.kernel.people.naming import keep_words
from corridor.kernel.people.references import new_reference


def bring_families(rows: Sequence[Row], ids: Sequence[int], at: datetime) -> list[int]:
    """Write the families that these rows tell of; returns the ids of dependants registered by it.

    Somebody named by name is registered and belongs at once, as a child does. Somebody named by a
    reference is invited; where both forms name each other, they are one family already.
    """
    known = {row.reference: number for row, number in zip(rows, ids, strict=True) if row.reference}
    known |= _registered(rows)
    made: list[int] = []
    for row, number in zip(rows, ids, strict=True):
        if row.relatives:
            family = _family_of(row, number, known, at)
            made += _dependants(family, row.relatives, at)
            _invite(family, row.relatives, known, at)
    return made


def _registered(rows: Sequence[Row]) -> dict[str, int]:
    asked = {each.reference for row in rows for each in row.relatives if each.reference}
    found = Person.objects.filter(reference__in=asked, status=PersonStatus.CURRENT)
    return dict(found.values_list("reference", "pk"))


def _family_of(row: Row, number: int, known: dict[str, int], at: datetime) -> Family:
    """The family of somebody they name and who named them, joined now; else one of their own."""
    named = [known[each.reference] for each in row.relatives if each.reference]
    invited = FamilyMember.objects.filter(
        person=number, joined_at=None, left_at=None, family__members__person__in=named
    ).first()
    if invited is None:
        family = Family.objects.create(reference=new_reference(), created_at=at)
        FamilyMember.objects.create(
            family=family, person_id=number, relation=Relation.SELF, invited_at=at, joined_at=at
        )
        return family
    invited.joined_at = at
    invited.save(update_fields=["joined_at"])
    return invited.family


def _dependants(family: Family, relatives: Sequence[Relative], at: datetime) -> list[int]:
    """Register those named by name, each once, though both parents named them."""
    held = family.members.values_list("person__full_name", "person__birth_year")
    had = set(held)
    made: list[Person] = []
    for each in relatives:
        if each.reference or (each.fields["full_name"], each.fields["birth_year"]) in had:
            continue
        person = Person(reference=new_reference(), registered_at=at)
        person.take(each.fields)
        person.save()
        FamilyMember.objects.create(
            family=family, person=person, relation=each.relation, invited_at=at, joined_at=at
        )
        made.append(person)
    keep_words(made)
    return [person.pk for person in made]


def _invite(
    family: Family, relatives: Sequence[Relative], known: dict[str, int], at: datetime
) -> None:
    inside = set(family.members.values_list("person", flat=True))
    FamilyMember.objects.bulk_create(
        FamilyMember(
            family=family, person_id=known[each.reference], relation=each.relation, invited_at=at
        )
        for each in relatives
        if each.reference and known[each.reference] not in inside
    )

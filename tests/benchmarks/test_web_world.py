"""The database that pages are measured on holds what the acts would have put there."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.conf import LazySettings
from django.db import IntegrityError, connection, transaction
from django.test import Client
from tests.cast import Member

from benchmarks import web_world
from corridor.departure.jobs import api as jobs
from corridor.kernel.people import api as people
from corridor.kernel.people.models import Claim, Person

NOT_COMPARED = {"id", "person_id", "source", "stated_by_id", "stated_at", "confirmed_at"}


def quiet(_line: str) -> None:
    """Say nothing."""


def small(people_count: int = 30, vacancies_count: int = 12) -> None:
    web_world.fill(people_count=people_count, vacancies_count=vacancies_count, say=quiet)


@pytest.fixture
def world(db: None, settings: LazySettings, tmp_path: Path) -> None:
    settings.HOME, settings.DATA = tmp_path, tmp_path / "absent"
    small()


def said_of(person: Person) -> list[dict[str, Any]]:
    rows = [
        {name: value for name, value in row.items() if name not in NOT_COMPARED}
        for row in person.claims.values()
    ]
    return sorted(rows, key=str)


def words_of(person: Person) -> set[str]:
    return {str(word) for word in person.name_words.all()}


def test_somebody_filled_in_equals_somebody_registered_by_the_acts(
    bodil: Member, world: None
) -> None:
    filled = Person.objects.filter(user=None).order_by("pk")[7]
    names = ("full_name", "native_name", "birth", "nationality", "residence")
    draft = people.read(people.PersonDraft, {name: getattr(filled, name) for name in names})
    by_hand = people.register_person(actor=bodil.actor, draft=draft)
    for claim in filled.claims.order_by("pk"):
        value = people.read(people.VALUES[people.Kind(claim.kind)], claim.said)
        people.add_claim(actor=bodil.actor, person=by_hand, value=value)
    assert len(said_of(filled)) > 5
    assert said_of(by_hand) == said_of(filled)
    assert words_of(by_hand) == words_of(filled)
    columns = ("birth_year", "status", "full_name", "sex", "email", "language")
    assert [getattr(by_hand, name) for name in columns] == [
        getattr(filled, name) for name in columns
    ]


def test_what_was_filled_in_is_found_by_its_words(world: None, visitor: Client) -> None:
    vacancy = jobs.Vacancy.objects.filter(source=web_world.SOURCE).first()
    assert vacancy is not None
    page = visitor.get("/vacancies/", {"text": f"{vacancy.title} {vacancy.place}"})
    assert vacancy.get_absolute_url() in page.content.decode()


def test_run_again_it_adds_what_is_missing_and_nobody_twice(world: None) -> None:
    before = list(Person.objects.order_by("pk").values_list("reference", flat=True))
    small(people_count=45, vacancies_count=15)
    assert Person.objects.filter(user=None).count() == 45
    assert jobs.Vacancy.objects.filter(source=web_world.SOURCE).count() == 15
    assert list(Person.objects.order_by("pk").values_list("reference", flat=True))[:32] == before


def indexes() -> set[str]:
    with connection.cursor() as cursor:
        found = connection.introspection.get_constraints(cursor, Claim._meta.db_table)
    return {name for name, facts in found.items() if facts["index"] or facts["foreign_key"]}


def test_indexes_set_aside_come_back_also_after_a_kill(
    db: None, settings: LazySettings, tmp_path: Path
) -> None:
    settings.HOME = tmp_path
    before = indexes()
    block = web_world.indexes_aside()
    block.__enter__()
    assert indexes() < before  # killed here
    with web_world.indexes_aside():
        assert indexes() < before
    assert indexes() == before
    assert not list(tmp_path.glob("*.json"))


def test_constraints_hold_while_it_fills(
    db: None, settings: LazySettings, tmp_path: Path, amina: Member
) -> None:
    settings.HOME = tmp_path
    wrong = Claim(person=Person(pk=1), kind="feeling", source="import")
    with web_world.indexes_aside(), pytest.raises(IntegrityError), transaction.atomic():
        wrong.save()


def test_a_database_with_real_people_is_left_alone(amina: Member, bodil: Member) -> None:
    draft = people.read(people.PersonDraft, {"full_name": "Somebody Real"})
    people.register_person(actor=bodil.actor, draft=draft)
    with pytest.raises(SystemExit, match="Give it one that is empty"):
        small()
    assert Person.objects.count() == 1

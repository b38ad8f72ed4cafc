"""Who gets what at every address."""

from __future__ import annotations

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse

from tests.cast import ROLES, join
from tests.house.visits import own_addresses
from tests.permissions.table import EVERYONE, rows


@pytest.mark.django_db
@pytest.mark.parametrize("name", sorted(rows()))
def test_each_address_answers_each_person_as_the_table_says(name: str) -> None:
    row = rows()[name]
    cast = {person: join(person) for person in ROLES}
    arguments = row.args(cast) if row.args else {}
    address = reverse(name, kwargs=arguments)
    answers = {}
    for person in EVERYONE:
        client = cast[person].client if person in cast else Client()
        before = transaction.savepoint()
        answers[person] = getattr(client, row.method)(address).status_code
        # What one person changed must not decide what the next one gets.
        transaction.savepoint_rollback(before)
    assert answers == {person: row.code(person) for person in EVERYONE}


def test_every_address_is_in_the_table() -> None:
    assert own_addresses() - set(rows()) == set(), "addresses without a row"
    assert set(rows()) - own_addresses() == set(), "rows without an address"

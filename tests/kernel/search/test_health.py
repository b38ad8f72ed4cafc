"""What the operator is told of searching."""

from __future__ import annotations

import pytest
from django.core.management import call_command
from django.db import connection

from corridor.kernel.search.api import Index, complaints

INDEX = Index("test-health")


@pytest.mark.django_db
def test_a_sound_installation_has_no_complaint() -> None:
    assert complaints() == []


@pytest.mark.django_db
def test_without_pg_trgm_searching_still_works_and_says_it_is_slow() -> None:
    if connection.vendor != "postgresql":
        pytest.skip("pg_trgm is PostgreSQL's")
    with connection.cursor() as cursor:
        cursor.execute("DROP INDEX search_entry_pieces")
    assert "pg_trgm" in complaints()[0]
    INDEX.put(key="1", language="en", title="Shipbuilder")
    assert [hit.key for hit in INDEX.find("builder")] == ["1"]


@pytest.mark.django_db(transaction=True)
def test_the_index_can_be_taken_away_and_made_again() -> None:
    call_command("migrate", "search", "0001", verbosity=0)
    call_command("migrate", "search", verbosity=0)
    INDEX.put(key="1", language="en", title="Nurse")
    assert INDEX.count("nurse") == 1

"""Which claims count, and that the database finds them in the pool's index."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.db.models import Exists
from tests.cast import Member
from tests.kernel.people.test_import_people import SITA, bring
from tests.kernel.people.world import register, say, value

from corridor.kernel.people import api as people
from corridor.kernel.people import reads
from corridor.kernel.people.kinds import Kind
from corridor.kernel.people.models import Person
from corridor.kernel.people.standing import Fixed, standing, standing_of_each


def plan(query: Any) -> str:
    sql, parameters = query.query.sql_with_params()
    asked = "EXPLAIN QUERY PLAN " if connection.vendor == "sqlite" else "EXPLAIN "
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":  # a table of three rows is read whole otherwise
            cursor.execute("SET LOCAL enable_seqscan = off")
            cursor.execute("SET LOCAL enable_bitmapscan = off")
        cursor.execute(asked + sql, parameters)
        return " ".join(str(row) for row in cursor.fetchall())


def test_the_index_of_the_pool_answers_alone(db: None) -> None:
    bring(SITA)
    told = standing(Kind.SKILL).order_by().values_list("person_id", "code", "level")
    assert "claim_in_pool" in plan(told)
    assert "'current'" in str(told.query)


def test_a_claim_asked_for_one_person_is_found_by_the_person(db: None) -> None:
    bring(SITA)
    found = Person.objects.filter(Exists(standing_of_each(Kind.LANGUAGE, code="en")))
    assert "claim_in_pool" not in plan(found) or connection.vendor == "postgresql"


def test_only_our_own_words_are_written_into_a_statement() -> None:
    with pytest.raises(ValueError, match="drop"):
        Fixed("'; drop table people_person; --")


@pytest.mark.parametrize("few", [-1, 10_000])
def test_both_ways_of_asking_find_the_same_people(
    few: int, amina: Member, bodil: Member, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reads, "FEW", few)  # -1: walked to; else gathered
    cook, hidden, gone, corrected = (
        register(bodil, full_name=name) for name in ("Cook", "Hidden", "Gone", "Corrected")
    )
    for person in (cook, hidden, gone, corrected):
        say(bodil, person, "language", language="en", cefr="B1")
    said = [
        say(bodil, person, "occupation", label="Cook", isco="5120")
        for person in (cook, hidden, gone, corrected)
    ]
    said[1].visibility = people.Visibility.ME
    said[1].save(update_fields=["visibility"])
    people.withdraw_claim(actor=bodil.actor, claim=said[2])
    people.correct_claim(
        actor=bodil.actor, claim=said[3], value=value("occupation", label="Welder", isco="7212")
    )
    wanted = people.PoolFilter(isco="51", language="en", level=3)
    assert list(people.pool(wanted)) == [cook]
    assert list(people.pool(people.PoolFilter(isco="7212"))) == [corrected]
    assert list(people.pool(people.PoolFilter(language="en", level=4))) == []

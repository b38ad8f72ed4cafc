"""What a person said is never overwritten: tried by act, by the tables, and by hand."""

import pytest
from django.db import IntegrityError, connection, transaction
from tests.cast import Member
from tests.kernel.people.world import register, say, value

from corridor.kernel.actors.api import Refused
from corridor.kernel.people import api as people
from corridor.kernel.people.guards import keep_claims_as_said, statements
from corridor.kernel.people.models import SAID, Claim


def test_an_officer_cannot_say_it_for_the_person(amina: Member, bodil: Member) -> None:
    claim = say(amina, register(amina), "skill", label="Welding", level=3)
    with pytest.raises(Refused):
        people.change_claim(
            actor=bodil.actor, claim=claim, value=value("skill", label="Welding", level=1)
        )
    with pytest.raises(Refused):
        people.withdraw_claim(actor=bodil.actor, claim=claim)


@pytest.mark.parametrize(
    "change", [{"label": "Cooking"}, {"level": 1}, {"value": {"x": 1}}, {"source": "staff"}]
)
def test_the_database_refuses_to_change_what_was_said(amina: Member, change: dict) -> None:
    claim = say(amina, register(amina), "skill", label="Welding", level=3)
    with pytest.raises(IntegrityError, match="never overwritten"), transaction.atomic():
        Claim.objects.filter(pk=claim.pk).update(**change)
    claim.refresh_from_db()
    assert (claim.label, claim.level) == ("Welding", 3)


def test_nobody_else_becomes_the_one_who_said_it(amina: Member, bodil: Member) -> None:
    claim = say(amina, register(amina), "skill", label="Welding")
    with pytest.raises(IntegrityError), transaction.atomic():
        Claim.objects.filter(pk=claim.pk).update(stated_by=bodil.user)
    Claim.objects.filter(pk=claim.pk).update(stated_by=None)


def test_a_hand_with_sql_is_refused_too(amina: Member) -> None:
    claim = say(amina, register(amina), "skill", label="Welding")
    sql = "UPDATE people_claim SET label = 'Cooking' WHERE id = %s"
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql, [claim.pk])


def test_staff_can_neither_replace_nor_a_person_correct(amina: Member) -> None:
    person = register(amina)
    claim = say(amina, person, "skill", label="Welding")
    for wrong in ({"source": "staff", "replaces": claim}, {"source": "self", "corrects": claim}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Claim.objects.create(person=person, kind="skill", label="Other", **wrong)


def test_the_guard_is_put_back_after_a_table_was_made_anew(amina: Member) -> None:
    keep_claims_as_said()
    keep_claims_as_said()
    claim = say(amina, register(amina), "skill", label="Welding")
    with pytest.raises(IntegrityError), transaction.atomic():
        Claim.objects.filter(pk=claim.pk).update(code="x")


def test_every_column_of_what_was_said_is_guarded_on_both_databases() -> None:
    for vendor in ("sqlite", "postgresql"):
        sql = " ".join(statements(vendor, table="people_claim"))
        assert all(f'"{column}"' in sql for column in SAID)

"""Registering an organisation, changing what is told of it."""

import pytest
from django.db import IntegrityError, transaction
from tests.cast import Member
from tests.kernel.organisations.world import draft, register, yes

from corridor.kernel.actors.api import Refused
from corridor.kernel.organisations import api as organisations
from corridor.kernel.organisations.errors import (
    AlreadyRegistered,
)
from corridor.kernel.organisations.models import Organisation
from corridor.kernel.record.api import Entry


def test_an_employer_answers_for_what_they_register(hana: Member, chen: Member) -> None:
    harbour = register(hana)
    assert hana.actor.organisation_ids == {harbour.pk}
    assert chen.actor.organisation_ids == frozenset()
    assert organisations.for_actor(hana.actor, harbour.pk) == harbour
    with pytest.raises(Refused):
        organisations.for_actor(chen.actor, harbour.pk)


def test_an_officer_registers_without_becoming_staff(bodil: Member) -> None:
    register(bodil, kind="ministry", name="Ministry of Labour")
    assert bodil.actor.organisation_ids == frozenset()


def test_a_worker_registers_none(amina: Member) -> None:
    with pytest.raises(Refused):
        register(amina)


def test_a_registration_number_is_used_once_per_country(hana: Member, chen: Member) -> None:
    register(hana, registration_number="77-1")
    register(chen, registration_number="77-1", country="NPL")
    with pytest.raises(AlreadyRegistered, match="77-1 is registered in QAT"):
        register(chen, registration_number="77-1")
    with pytest.raises(IntegrityError), transaction.atomic():
        Organisation.objects.create(
            kind="agency", name="Twin", country="QAT", registration_number="77-1"
        )


def test_a_change_of_what_was_checked_ends_the_verification(hana: Member, bodil: Member) -> None:
    harbour = register(hana)
    organisations.verify_organisation(actor=bodil.actor, organisation=harbour, draft=yes())
    kept = organisations.change_organisation(
        actor=hana.actor, organisation=harbour, draft=draft(email="office@example.org")
    )
    assert kept.is_verified
    ended = organisations.change_organisation(
        actor=hana.actor, organisation=harbour, draft=draft(name="Another Name")
    )
    assert not ended.is_verified
    line = Entry.objects.filter(verb="organisations.changed").last()
    assert line.facts == {"fields": ["email", "name"]}

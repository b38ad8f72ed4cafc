"""An employer authorises agencies by a code."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone
from tests.cast import Member
from tests.kernel.organisations.world import register

from corridor.kernel.actors.api import Refused
from corridor.kernel.organisations import api as organisations
from corridor.kernel.organisations.errors import AlreadyAuthorised, NoSuchCode, NotAnAgency

NEVER = date(2099, 12, 31)


def agency_of(chen: Member) -> organisations.Organisation:
    return register(chen, kind="agency", name="Sea Crew")


def test_a_code_lets_one_agency_recruit_until_it_is_taken_back(hana: Member, chen: Member) -> None:
    harbour, crew = register(hana), agency_of(chen)
    given, code = organisations.authorise_agency(
        actor=hana.actor, employer=harbour, valid_until=NEVER, note="Sea Crew"
    )
    assert code not in given.code_digest
    assert not organisations.employers_of(chen.actor).exists()
    spoken = f"{code[:4]}-{code[4:].lower()} "
    given = organisations.accept_authorisation(actor=chen.actor, agency=crew, code=spoken)
    assert given.is_in_force
    assert list(organisations.employers_of(chen.actor)) == [harbour]
    today = timezone.localdate()
    pair = {"employer_id": harbour.pk, "agency_id": crew.pk}
    assert organisations.is_authorised(**pair, on=today)
    assert not organisations.is_authorised(**pair, on=NEVER + timedelta(days=1))
    for _twice in range(2):
        organisations.end_authorisation(actor=hana.actor, authorisation=given)
    assert not organisations.is_authorised(**pair, on=today)


def test_a_code_is_used_once_and_only_by_an_agency(hana: Member, chen: Member) -> None:
    harbour, crew = register(hana), agency_of(chen)
    _given, code = organisations.authorise_agency(
        actor=hana.actor, employer=harbour, valid_until=NEVER
    )
    with pytest.raises(NotAnAgency):
        organisations.accept_authorisation(actor=hana.actor, agency=harbour, code=code)
    with pytest.raises(NoSuchCode):
        organisations.accept_authorisation(actor=chen.actor, agency=crew, code="WRONG")
    organisations.accept_authorisation(actor=chen.actor, agency=crew, code=code)
    with pytest.raises(NoSuchCode):
        organisations.accept_authorisation(actor=chen.actor, agency=crew, code=code)
    _given, second = organisations.authorise_agency(
        actor=hana.actor, employer=harbour, valid_until=NEVER
    )
    with pytest.raises(AlreadyAuthorised):
        organisations.accept_authorisation(actor=chen.actor, agency=crew, code=second)


def test_only_who_answers_for_the_employer_authorises(
    hana: Member, chen: Member, bodil: Member
) -> None:
    harbour = register(hana)
    for stranger in (chen, bodil):
        with pytest.raises(Refused):
            organisations.authorise_agency(
                actor=stranger.actor, employer=harbour, valid_until=NEVER
            )
    with pytest.raises(organisations.Unreadable) as refused:
        organisations.authorise_agency(
            actor=hana.actor, employer=harbour, valid_until=date(2020, 1, 1), note="x" * 201
        )
    assert [each.field for each in refused.value.problems] == ["valid_until", "note"]


def test_the_database_refuses_an_acceptance_without_an_agency(hana: Member) -> None:
    given, _code = organisations.authorise_agency(
        actor=hana.actor, employer=register(hana), valid_until=NEVER
    )
    with pytest.raises(IntegrityError), transaction.atomic():
        organisations.Authorisation.objects.filter(pk=given.pk).update(accepted_at=timezone.now())

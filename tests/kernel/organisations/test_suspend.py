"""A suspended licence allows nothing."""

from datetime import date

import pytest
from django.utils import timezone
from tests.cast import Member
from tests.kernel.organisations.world import register

from corridor.kernel.actors.api import Refused
from corridor.kernel.organisations import api as organisations


def licensed(bodil: Member, crew: organisations.Organisation) -> organisations.Licence:
    draft = organisations.LicenceDraft(
        activity="recruitment", number="1180", authority="Ministry", valid_from=date(2020, 1, 1)
    )
    return organisations.license_organisation(actor=bodil.actor, organisation=crew, draft=draft)


def test_a_suspended_licence_is_not_in_force_until_given_back(bodil: Member, chen: Member) -> None:
    crew = register(chen, kind="agency")
    licence, today = licensed(bodil, crew), timezone.localdate()

    def in_force() -> bool:
        return bool(organisations.licence_in_force(crew, activity="recruitment", on=today))

    assert in_force()
    for _twice in range(2):
        organisations.suspend_licence(actor=bodil.actor, licence=licence, reason="Fees charged.")
    assert not in_force()
    for _twice in range(2):
        organisations.restore_licence(actor=bodil.actor, licence=licence)
    assert in_force()


@pytest.mark.parametrize("reason", [" ", "x" * 1001])
def test_a_suspension_has_a_reason(bodil: Member, chen: Member, reason: str) -> None:
    licence = licensed(bodil, register(chen, kind="agency"))
    with pytest.raises(organisations.Unreadable):
        organisations.suspend_licence(actor=bodil.actor, licence=licence, reason=reason)


def test_only_an_officer_suspends(bodil: Member, chen: Member) -> None:
    licence = licensed(bodil, register(chen, kind="agency"))
    with pytest.raises(Refused):
        organisations.suspend_licence(actor=chen.actor, licence=licence, reason="Mine.")
    with pytest.raises(Refused):
        organisations.restore_licence(actor=chen.actor, licence=licence)

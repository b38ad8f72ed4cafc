"""Verification and licences."""

from datetime import date, timedelta

import pytest
from django.utils import timezone
from tests.cast import Member
from tests.kernel.organisations.world import register, yes

from corridor.kernel.actors.api import Refused
from corridor.kernel.organisations import api as organisations
from corridor.kernel.organisations.errors import (
    NotYoursToVerify,
)


def test_a_verification_runs_out_and_can_be_taken_back(hana: Member, bodil: Member) -> None:
    harbour = register(hana)
    today = timezone.localdate()
    organisations.verify_organisation(
        actor=bodil.actor, organisation=harbour, draft=yes(expires_on=today)
    )
    harbour.refresh_from_db()
    assert harbour.is_verified
    harbour.verified_until = today - timedelta(days=1)
    assert not harbour.is_verified
    organisations.verify_organisation(
        actor=bodil.actor,
        organisation=harbour,
        draft=organisations.VerificationDraft(decision="revoked", reason="Licence cancelled."),
    )
    harbour.refresh_from_db()
    assert not harbour.is_verified
    assert harbour.verifications.count() == 2


def test_nobody_verifies_their_own_and_only_officers_verify(
    hana: Member, bodil: Member, farid: Member
) -> None:
    harbour = register(hana)
    for member in (hana, farid):
        with pytest.raises(Refused):
            organisations.verify_organisation(actor=member.actor, organisation=harbour, draft=yes())
    organisations.add_staff(actor=hana.actor, organisation=harbour, login="bodil@example.org")
    with pytest.raises(NotYoursToVerify):
        organisations.verify_organisation(actor=bodil.actor, organisation=harbour, draft=yes())


def test_a_licence_is_in_force_between_its_days(chen: Member, bodil: Member) -> None:
    agency = register(chen, kind="agency")
    licence = organisations.LicenceDraft(
        activity="recruitment",
        number="1180",
        authority="Department of Foreign Employment",
        valid_from=date(2026, 1, 1),
        valid_until=date(2026, 12, 31),
    )
    organisations.license_organisation(actor=bodil.actor, organisation=agency, draft=licence)

    def in_force(day: date) -> bool:
        found = organisations.licence_in_force(agency, activity="recruitment", on=day)
        return found is not None

    assert in_force(date(2026, 12, 31))
    assert not in_force(date(2025, 12, 31))
    assert not in_force(date(2027, 1, 1))
    with pytest.raises(organisations.Unreadable, match="given this number already"):
        organisations.license_organisation(actor=bodil.actor, organisation=agency, draft=licence)
    with pytest.raises(Refused):
        organisations.license_organisation(actor=chen.actor, organisation=agency, draft=licence)

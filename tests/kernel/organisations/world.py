"""What the tests of organisations stand on."""

from __future__ import annotations

from typing import Any

from tests.cast import Member

from corridor.kernel.organisations import api as organisations


def draft(**told: Any) -> organisations.OrganisationDraft:
    usual = {"kind": "employer", "name": "Harbour Works", "country": "QAT"}
    return organisations.OrganisationDraft(**(usual | told))


def register(member: Member, **told: Any) -> organisations.Organisation:
    return organisations.register_organisation(actor=member.actor, draft=draft(**told))


def yes(**told: Any) -> organisations.VerificationDraft:
    usual = {"decision": "verified", "reason": "Seen in the register.", "evidence": "Register 7"}
    return organisations.VerificationDraft(**(usual | told))

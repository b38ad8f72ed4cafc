"""Name the two parties of a planned round, each with the officer who agrees for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from corridor.kernel.accounts import api as accounts
from corridor.kernel.actors.api import Actor, Role, may
from corridor.kernel.record import api as record
from corridor.services.rounds.acts.change import in_draft
from corridor.services.rounds.errors import RoundRefused
from corridor.services.rounds.floors import Finding
from corridor.services.rounds.models import Round, RoundParty, Side

SIGNING = (Role.OFFICER, Role.ATTACHE, Role.ADMINISTRATOR)
NOBODY = _("Nobody who may sign for a party signs in with this e-mail or phone.")
SAME = _("The two parties must differ, and each needs its own officer.")
EMPTY = _("Give the party a name.")


@dataclass(frozen=True, kw_only=True)
class PartyDraft:
    """A party: its name, how its officer signs in, and its organisation if it has one here."""

    name: str
    officer: str
    organisation_id: int | None = None


def name_parties(*, actor: Actor, planned: Round, parties: Sequence[PartyDraft]) -> Round:
    """Name both parties. Agreements given before are void. Raises RoundRefused, Opened."""
    may(actor, "rounds.plan", planned)
    officers = [accounts.user_by_login(party.officer) for party in parties]
    if findings := judged(parties, officers):
        raise RoundRefused(findings)
    with transaction.atomic():
        planned = in_draft(planned)
        planned.parties.all().delete()
        RoundParty.objects.bulk_create(
            RoundParty(
                round=planned,
                side=side,
                name=party.name.strip(),
                organisation_id=party.organisation_id,
                officer=officer,
            )
            for side, party, officer in zip(Side, parties, officers, strict=True)
        )
        ids = [officer.pk for officer in officers if officer]
        record.note(actor, "rounds.parties_named", planned, officers=ids)
    return planned


def may_sign(officer: accounts.User) -> bool:
    """Whether they hold a role that signs; it may sleep until they have a second factor."""
    return officer.grants.filter(role__in=SIGNING).exists()


def judged(
    parties: Sequence[PartyDraft], officers: Sequence[accounts.User | None]
) -> list[Finding]:
    found: list[Finding] = []
    for side, party, officer in zip(Side, parties, officers, strict=True):
        if not party.name.strip() or len(party.name) > 200 or "\x00" in party.name:
            found.append((f"{side}_name", "rounds.party_name", EMPTY))
        if officer is None or not may_sign(officer):
            found.append((f"{side}_officer", "rounds.party_officer", NOBODY))
    first, second = parties
    same_name = first.name.strip().casefold() == second.name.strip().casefold()
    same_organisation = first.organisation_id == second.organisation_id is not None
    if not found and (same_name or same_organisation or officers[0] == officers[1]):
        found.append(("second_officer", "rounds.same_party", SAME))
    return found

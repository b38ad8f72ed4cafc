"""Decide whether an organisation is verified; write down its licences."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from corridor.kernel.actors.api import Actor, may
from corridor.kernel.organisations.drafts import LicenceDraft, VerificationDraft
from corridor.kernel.organisations.errors import NotYoursToVerify, Problem, Unreadable
from corridor.kernel.organisations.events import OrganisationVerified
from corridor.kernel.organisations.models import Decision, Licence, Organisation, Verification
from corridor.kernel.record import api as record


def verify_organisation(
    *, actor: Actor, organisation: Organisation, draft: VerificationDraft
) -> Verification:
    """Verify an organisation, refuse to, or take a verification back, with the reason.

    Raises NotYoursToVerify for one's own organisation, Unreadable with every problem.
    """
    may(actor, "organisations.verify", organisation)
    draft.checked()
    if organisation.pk in actor.organisation_ids:
        raise NotYoursToVerify
    yes = draft.decision == Decision.VERIFIED
    with transaction.atomic():
        held = Organisation.objects.select_for_update().get(pk=organisation.pk)
        decision = Verification.objects.create(
            organisation=held, decided_by_id=actor.user_id, **draft.values()
        )
        held.verified_at = timezone.now() if yes else None
        held.verified_until = draft.expires_on
        held.save(update_fields=["verified_at", "verified_until"])
        verb = f"organisations.{draft.decision}"
        record.note(actor, verb, held, verification=decision.pk)
        record.announce(OrganisationVerified(organisation_id=held.pk, verified=yes))
    return decision


def license_organisation(
    *, actor: Actor, organisation: Organisation, draft: LicenceDraft
) -> Licence:
    """Write down a licence the organisation holds. A number is given once by an authority."""
    may(actor, "organisations.license", organisation)
    draft.checked()
    if Licence.objects.filter(authority=draft.authority, number=draft.number).exists():
        raise Unreadable([Problem("number", _("This authority has given this number already."))])
    with transaction.atomic():
        licence = Licence.objects.create(organisation=organisation, **draft.values())
        record.note(actor, "organisations.licensed", organisation, licence=licence.pk)
    return licence

"""Withdraw an invitation."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from corridor.kernel.accounts.models import Invitation
from corridor.kernel.actors.api import Actor, Role, may
from corridor.kernel.record import api as record


def revoke_invitation(*, actor: Actor, invitation: Invitation) -> bool:
    """Its link stops working; False when it was used or withdrawn before."""
    may(actor, "accounts.invite", Role(invitation.role))
    with transaction.atomic():
        revoked = Invitation.objects.filter(
            pk=invitation.pk, accepted_at=None, revoked_at=None
        ).update(revoked_at=timezone.now())
        if revoked:
            record.note(actor, "accounts.invitation_revoked", invitation)
    return bool(revoked)

"""Invite somebody to a role."""

from __future__ import annotations

from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from corridor.kernel.accounts.codes import digest_of, new_code
from corridor.kernel.accounts.contacts import Contact
from corridor.kernel.accounts.models import Invitation
from corridor.kernel.accounts.names import checked_language
from corridor.kernel.accounts.telling import tell_contact
from corridor.kernel.actors.api import Actor, Role, may
from corridor.kernel.record import api as record

INVITATION_DAYS = 14


def invite(*, actor: Actor, contact: Contact, role: Role, language: str = "en") -> Invitation:
    """Send a link that works once, for 14 days, and gives its holder the role.

    An older open invitation of the same contact to the same role is withdrawn.
    Raises LanguageUnknown.
    """
    may(actor, "accounts.invite", role)
    now = timezone.now()
    code = new_code()
    same = {"email": contact.email, "phone": contact.phone, "role": role}
    with transaction.atomic():
        Invitation.objects.filter(**same, accepted_at=None, revoked_at=None).update(revoked_at=now)
        invitation = Invitation.objects.create(
            **same,
            language=checked_language(language),
            digest=digest_of(code),
            invited_by_id=actor.user_id,
            invited_at=now,
            expires_at=now + timedelta(days=INVITATION_DAYS),
        )
        record.note(actor, "accounts.invited", invitation, role=str(role))
        tell_contact(
            contact,
            "accounts/invitation",
            language=language,
            context={
                "role": str(role),
                "link": link_for(code),
                "expires_on": invitation.expires_at.date().isoformat(),
            },
            key=f"accounts.invitation:{invitation.pk}",
        )
    return invitation


def link_for(code: str) -> str:
    return settings.BASE_URL + reverse("accounts.invitation", kwargs={"code": code})

"""Accept an invitation."""

from __future__ import annotations

from allauth.account.models import EmailAddress
from django.db import transaction
from django.utils import timezone

from corridor.kernel.accounts.acts.grant_role import granted
from corridor.kernel.accounts.acts.open_account import verified_account
from corridor.kernel.accounts.codes import digest_of
from corridor.kernel.accounts.contacts import Contact
from corridor.kernel.accounts.errors import InvitationUnusable
from corridor.kernel.accounts.models import Invitation, User
from corridor.kernel.actors.api import Actor, Role, may
from corridor.kernel.record import api as record


def open_invitation(code: str, *, lock: bool = False) -> Invitation:
    """The invitation a link's code opens. Raises InvitationUnusable."""
    found = Invitation.objects.select_for_update() if lock else Invitation.objects
    invitation = found.filter(digest=digest_of(code)).first()
    if invitation is None or invitation.state(now=timezone.now()) != "open":
        raise InvitationUnusable
    return invitation


def accept_invitation(*, actor: Actor, code: str, user: User) -> Invitation:
    """Take the role into an account one has. Works once. Raises InvitationUnusable."""
    may(actor, "accounts.accept_invitation")
    with transaction.atomic():
        invitation = open_invitation(code, lock=True)
        _use(invitation, actor=actor, user=user)
    return invitation


def join_by_invitation(*, actor: Actor, code: str, name: str, language: str, password: str) -> User:
    """Open an account for whoever holds the link, and give it the role.

    The link arrived at the e-mail or phone it was sent to, which verifies it.
    Raises InvitationUnusable, ContactTaken, NameTooLong, LanguageUnknown, PasswordWeak.
    """
    with transaction.atomic():
        invitation = open_invitation(code, lock=True)
        user = verified_account(
            actor=actor,
            contacts=[Contact(email=invitation.email, phone=invitation.phone)],
            name=name,
            language=language,
            password=password,
        )
        _use(invitation, actor=actor, user=user)
    return user


def is_known(invitation: Invitation) -> bool:
    """Whether its e-mail or phone belongs to an account that can sign in."""
    if invitation.phone:
        return User.objects.filter(phone=invitation.phone).exists()
    return (
        User.objects.filter(email=invitation.email).exists()
        or EmailAddress.objects.filter(email=invitation.email, verified=True).exists()
    )


def _use(invitation: Invitation, *, actor: Actor, user: User) -> None:
    invitation.accepted_by = user
    invitation.accepted_at = timezone.now()
    invitation.save(update_fields=["accepted_by", "accepted_at"])
    record.note(actor, "accounts.invitation_accepted", invitation, user_id=user.pk)
    granted(actor=actor, user=user, role=Role(invitation.role), invitation_id=invitation.pk)

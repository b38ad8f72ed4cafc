"""Erase an account."""

from __future__ import annotations

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from axes.models import AccessAttempt
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from corridor.kernel.accounts.acts.revoke_role import keep_one_administrator
from corridor.kernel.accounts.events import AccountErased
from corridor.kernel.accounts.models import ApiToken, Invitation, RoleGrant, User
from corridor.kernel.actors.api import Actor, may
from corridor.kernel.messaging import api as messaging
from corridor.kernel.record import api as record

OWNED = (EmailAddress, Authenticator, ApiToken, RoleGrant)


def erase_account(*, actor: Actor, user: User) -> None:
    """Delete everything by which somebody signs in; the number stays, for the record's lines.

    Gone are name, e-mail, phone, password, devices, second factors, tokens, roles, invitations and
    the text of messages. Nobody signs in with it again. Twice is once. Raises LastAdministrator.
    """
    may(actor, "accounts.erase", user)
    with transaction.atomic():
        user = User.objects.select_for_update().get(pk=user.pk)
        if user.erased_at is not None:
            return
        keep_one_administrator(leaving=user)
        for session in UserSession.objects.filter(user=user):
            session.end()
        UserSession.objects.filter(user=user).delete()
        for model in OWNED:
            model.objects.filter(user=user).delete()
        _forget_contacts(user)
        messaging.forget(user_id=user.pk, addresses=contacts_of(user))
        user.email = user.phone = None
        user.display_name, user.language = "", "en"
        user.phone_verified = user.is_active = False
        user.last_login = None
        user.erased_at = timezone.now()
        user.set_unusable_password()
        user.save()
        record.note(actor, "accounts.erased", user)
        record.announce(AccountErased(user_id=user.pk))


def contacts_of(user: User) -> list[str]:
    return [contact for contact in (user.email, user.phone) if contact]


def _forget_contacts(user: User) -> None:
    """Invitations to them, and failed attempts to sign in as them, hold their address too."""
    held = Q(accepted_by=user)
    for contact in contacts_of(user):
        held |= Q(email__iexact=contact) | Q(phone=contact)
    Invitation.objects.filter(held).delete()
    AccessAttempt.objects.filter(username__in=contacts_of(user)).delete()

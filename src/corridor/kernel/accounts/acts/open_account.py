"""Open an account for somebody."""

from __future__ import annotations

from allauth.account.models import EmailAddress
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from corridor.kernel.accounts.contacts import Contact
from corridor.kernel.accounts.errors import ContactTaken, ContactUnreadable, PasswordWeak
from corridor.kernel.accounts.events import AccountOpened
from corridor.kernel.accounts.models import User
from corridor.kernel.accounts.names import checked_language, checked_name
from corridor.kernel.actors.api import Actor, may
from corridor.kernel.record import api as record


def open_account(
    *,
    actor: Actor,
    email: str | None = None,
    phone: str | None = None,
    name: str = "",
    language: str = "en",
    password: str | None = None,
) -> User:
    """An account whose e-mail and phone (E.164) the actor vouches for: nothing is left to verify.

    Without a password its owner signs in once they have reset it.
    Raises ContactTaken, ContactUnreadable, NameTooLong, LanguageUnknown, PasswordWeak.
    """
    may(actor, "accounts.open")
    return verified_account(
        actor=actor,
        contacts=[Contact(email=email)] * bool(email) + [Contact(phone=phone)] * bool(phone),
        name=name,
        language=language,
        password=password,
    )


def verified_account(
    *, actor: Actor, contacts: list[Contact], name: str, language: str, password: str | None
) -> User:
    """The account itself, for acts that have asked `may` their own way."""
    email = next((contact.email for contact in contacts if contact.email), None)
    phone = next((contact.phone for contact in contacts if contact.phone), None)
    if not email and not phone:
        raise ContactUnreadable
    user = User(
        email=email.lower() if email else None,
        phone=phone,
        phone_verified=bool(phone),
        display_name=checked_name(name),
        language=checked_language(language),
    )
    if password is not None:
        try:
            validate_password(password, user)
        except ValidationError as error:
            raise PasswordWeak(why=" ".join(error.messages)) from None
    user.set_password(password)
    with transaction.atomic():
        try:
            with transaction.atomic():
                user.save()
        except IntegrityError:
            raise ContactTaken from None
        if user.email:
            EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
        record.note(actor, "accounts.opened", user)
        record.announce(AccountOpened(user_id=user.pk))
    return user

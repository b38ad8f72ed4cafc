"""What accounts tells people, by e-mail or text message, in their language."""

from __future__ import annotations

from importlib import import_module
from typing import Any
from uuid import uuid4

from corridor.kernel.accounts.contacts import Contact
from corridor.kernel.accounts.models import User


def tell_contact(
    contact: Contact, template: str, *, language: str, context: dict[str, Any], key: str = ""
) -> None:
    """Send to an address or a number; the same key twice sends once, no key always sends."""
    messaging = import_module("corridor.kernel.messaging.api")
    messaging.send(
        to=messaging.Recipient(email=contact.email, phone=contact.phone, language=language),
        template=template,
        context=context,
        key=key or f"{template}:{uuid4()}",
    )


def tell_user(user: User, template: str, *, context: dict[str, Any]) -> None:
    """Send to somebody by e-mail, or by phone when they have no e-mail."""
    contact = Contact(email=user.email) if user.email else Contact(phone=user.phone)
    tell_contact(contact, template, language=user.language, context=context)

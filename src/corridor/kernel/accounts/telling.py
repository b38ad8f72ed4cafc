"""What accounts tells people, by e-mail or text message, in their language."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from corridor.kernel.accounts.contacts import Contact
from corridor.kernel.accounts.models import User
from corridor.kernel.messaging import api as messaging


def tell_contact(
    contact: Contact, template: str, *, language: str, context: dict[str, Any], key: str = ""
) -> None:
    """Send to an address or a number; the same key twice sends once, no key always sends."""
    messaging.send(
        to=messaging.Recipient(email=contact.email, phone=contact.phone, language=language),
        template=template,
        context=context,
        key=key or f"{template}:{uuid4()}",
    )


def tell_user(user: User, template: str, *, context: dict[str, Any]) -> None:
    """Send to somebody by e-mail, or else by phone; and to their page of messages."""
    messaging.send(
        to=messaging.Recipient(
            email=user.email, phone=user.phone, user_id=user.pk, language=user.language
        ),
        template=template,
        context=context,
        key=f"{template}:{uuid4()}",
    )

"""Where a message to a person goes: what they told us, else their account."""

from __future__ import annotations

from corridor.kernel.messaging import api as messaging
from corridor.kernel.people.models import Person


def recipient_of(person: Person) -> messaging.Recipient:
    """Their addresses and their language, for somebody with an account or without."""
    user = person.user
    return messaging.Recipient(
        email=person.email or (user.email if user else None) or None,
        phone=person.phone or (user.phone if user else None) or None,
        user_id=user.pk if user else None,
        language=(user.language if user else person.language) or "en",
    )

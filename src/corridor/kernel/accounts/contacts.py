"""How somebody is reached: an e-mail address or a phone number, typed into one field."""

from __future__ import annotations

from dataclasses import dataclass

import phonenumbers
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from corridor.kernel.accounts.errors import ContactUnreadable

EMAIL_LENGTH_MAX = 254


@dataclass(frozen=True, kw_only=True)
class Contact:
    """Exactly one of the two; e-mail in lower case, phone as E.164 (`+254712345678`)."""

    email: str | None = None
    phone: str | None = None

    def __str__(self) -> str:
        return self.email or self.phone or ""


def read_phone(text: str) -> str | None:
    """A typed number as E.164; None when it is not a possible number.

    Digits in any script are read. Without a country code, CORRIDOR_PHONE_COUNTRY is assumed.
    """
    typed = text.strip()
    if typed.startswith("00"):
        typed = f"+{typed[2:]}"
    try:
        number = phonenumbers.parse(typed, settings.CORRIDOR_PHONE_COUNTRY or None)
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_possible_number(number):
        return None
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def read_email(text: str) -> str | None:
    """A typed address in lower case; None when it is not one."""
    typed = text.strip().lower()
    try:
        validate_email(typed)
    except ValidationError:
        return None
    return typed if len(typed) <= EMAIL_LENGTH_MAX else None


def read_contact(text: str) -> Contact:
    """Whichever of the two was typed. Raises ContactUnreadable when it is neither."""
    if "@" in text:
        if (email := read_email(text)) is not None:
            return Contact(email=email)
    elif (phone := read_phone(text)) is not None:
        return Contact(phone=phone)
    raise ContactUnreadable

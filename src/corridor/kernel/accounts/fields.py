"""Form fields for how somebody is reached."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from corridor.kernel.accounts.contacts import Contact, read_contact, read_phone
from corridor.kernel.accounts.errors import ContactUnreadable

CONTACT_LENGTH_MAX = 254


class PhoneField(forms.CharField):
    """A phone number, cleaned to E.164."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("label", _("Phone number"))
        options.setdefault("max_length", 40)
        options.setdefault("help_text", _("With its country code, such as +254 712 345 678."))
        options.setdefault(
            "widget", forms.TextInput(attrs={"type": "tel", "autocomplete": "tel", "dir": "ltr"})
        )
        super().__init__(**options)

    def clean(self, value: Any) -> str:
        typed = super().clean(value)
        if not typed:
            return ""
        phone = read_phone(typed)
        if phone is None:
            raise forms.ValidationError(
                _("This is not a phone number. Write it with its country code."), code="phone"
            )
        return phone


class ContactField(forms.CharField):
    """One field for either: an e-mail address or a phone number, cleaned to a Contact."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("label", _("E-mail or phone number"))
        options.setdefault("max_length", CONTACT_LENGTH_MAX)
        options.setdefault(
            "help_text",
            _("Such as amina@example.org, or +254 712 345 678 with its country code."),
        )
        options.setdefault(
            "widget", forms.TextInput(attrs={"autocomplete": "username", "dir": "ltr"})
        )
        super().__init__(**options)

    def to_contact(self, typed: str) -> Contact:
        try:
            return read_contact(typed)
        except ContactUnreadable as error:
            raise forms.ValidationError(str(error), code="contact") from None

    def clean(self, value: Any) -> Any:
        typed = super().clean(value)
        return self.to_contact(typed) if typed else None

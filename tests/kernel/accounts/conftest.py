"""What the tests of accounts share: the post, and people at the door."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest
from django.template.loader import get_template
from django.test import Client
from django.utils import translation

from corridor.kernel.accounts import adapter, telling
from corridor.kernel.accounts.acts import invite
from corridor.kernel.accounts.contacts import Contact


@dataclass
class Letter:
    """One message as it would be written: to whom, from which template, in which language."""

    to: Contact
    template: str
    language: str
    context: dict[str, Any]

    @property
    def text(self) -> str:
        suffix = "sms.txt" if self.to.phone else "txt"
        with translation.override(self.language):
            return get_template(f"messages/{self.template}.{suffix}").render(self.context)


@pytest.fixture
def post(monkeypatch: pytest.MonkeyPatch) -> list[Letter]:
    """Everything sent, in order; written out, so that a broken template fails here."""
    sent: list[Letter] = []

    def tell(contact, template, *, language, context, key=""):
        letter = Letter(contact, template, language, context)
        assert letter.text.strip()
        sent.append(letter)

    for module in (adapter, invite, telling):
        monkeypatch.setattr(module, "tell_contact", tell)
    return sent


@pytest.fixture
def door(db: None) -> Client:
    """A browser at the door, nobody signed in."""
    return Client()

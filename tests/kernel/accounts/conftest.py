"""What the tests of accounts share: the post, and people at the door."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest
from django.db.models import QuerySet
from django.test import Client

from corridor.kernel.accounts.contacts import Contact
from corridor.kernel.messaging import api as messaging
from corridor.kernel.record.api import Entry


@dataclass
class Letter:
    """One message as it went into the outbox, and what it was written from."""

    to: Contact
    template: str
    language: str
    context: dict[str, Any]
    text: str


@pytest.fixture
def post(db: None, monkeypatch: pytest.MonkeyPatch) -> list[Letter]:
    """Everything sent, in order."""
    sent: list[Letter] = []
    send = messaging.send

    def watched(*, to, template, context, key):
        messages = send(to=to, template=template, context=context, key=key)
        contact = Contact(email=to.email) if to.email else Contact(phone=to.phone)
        sent.append(Letter(contact, template, to.language, dict(context), messages[0].text))
        assert messages[0].text
        return messages

    monkeypatch.setattr(messaging, "send", watched)
    return sent


def entries() -> QuerySet[Entry]:
    """What the record says of accounts, oldest first."""
    return Entry.objects.filter(verb__startswith="accounts.").order_by("id")


@pytest.fixture
def door(db: None) -> Client:
    """A browser at the door, nobody signed in."""
    return Client()

"""Those who carry a message out of the house: Django's mail for e-mail, a carrier for SMS.

A new SMS carrier is a class with `send(address, text, key) -> reference`; name it in
CORRIDOR_SMS_CARRIER. It raises CarrierRefused for what will never work, anything else to be tried
again. `key` is stable for a message, so a carrier that knows idempotency can use it.
"""

from __future__ import annotations

import json
import os
import smtplib
from pathlib import Path
from typing import Protocol

from django.conf import settings
from django.core.mail import EmailMessage
from django.utils import timezone
from django.utils.module_loading import import_string

from corridor.kernel.messaging.errors import CarrierRefused
from corridor.kernel.messaging.models import Channel, Message


class SmsCarrier(Protocol):
    def send(self, *, address: str, text: str, key: str) -> str:
        """Hand one SMS over; returns the carrier's reference."""


class FileCarrier:
    """Writes each SMS as a line of JSON to CORRIDOR_HOME/outbox/sms.jsonl, to try things out."""

    def __init__(self, folder: Path | None = None) -> None:
        self.path = (folder or Path(settings.HOME) / "outbox") / "sms.jsonl"

    def send(self, *, address: str, text: str, key: str) -> str:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        line = {"at": timezone.now().isoformat(), "to": address, "text": text, "key": key}
        handle = os.open(self.path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        with open(handle, "a", encoding="utf-8") as file:
            file.write(json.dumps(line, ensure_ascii=False) + "\n")
        return f"file:{key}"


def sms_carrier() -> SmsCarrier:
    """The carrier the installation chose."""
    carrier: SmsCarrier = import_string(settings.SMS_CARRIER)()
    return carrier


def carry(message: Message) -> str:
    """Hand a message to whoever carries its channel; returns a reference."""
    if message.channel == Channel.APP:
        return "app"
    if message.channel == Channel.SMS:
        return sms_carrier().send(
            address=message.address, text=message.text, key=f"message-{message.pk}"
        )
    return carry_email(message)


def carry_email(message: Message) -> str:
    reference = f"<corridor-{message.pk}@{settings.MAIL_DOMAIN}>"
    mail = EmailMessage(
        subject=message.subject,
        body=message.text,
        to=[message.address],
        headers={"Message-ID": reference, "Content-Language": message.language},
    )
    try:
        mail.send()
    except smtplib.SMTPRecipientsRefused as error:
        codes = [code for code, _ in error.recipients.values()]
        if all(500 <= code < 600 for code in codes):
            raise CarrierRefused(f"the mail server refused the address ({codes[0]})") from error
        raise
    return reference

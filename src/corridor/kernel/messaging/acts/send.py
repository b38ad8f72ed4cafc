"""Decide that a message goes out: it is in the outbox when the caller's transaction commits."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.db import transaction

from corridor.kernel.actors.api import SYSTEM
from corridor.kernel.background import api as background
from corridor.kernel.messaging.errors import NoAddress, TooLongForSms
from corridor.kernel.messaging.models import Channel, Message
from corridor.kernel.messaging.recipient import Recipient
from corridor.kernel.messaging.texts import render, sms_segments

SMS_SEGMENTS_MAX = 6


def send(
    *,
    to: Recipient,
    template: str,
    context: Mapping[str, Any],
    key: str,
    channels: Iterable[Channel] | None = None,
) -> list[Message]:
    """Write a message in the recipient's language and put it into the outbox, once per key.

    `template` names `templates/messages/<template>.txt` and, for SMS, `<template>.sms.txt`. Without
    `channels` it goes by e-mail, else by SMS, and to the messages page of a user. Asking again with
    the same key returns what was made before. Raises NoAddress, TooLongForSms.
    """
    addresses = to.addresses()
    if channels is not None:
        addresses = {
            channel: address for channel in channels if (address := to.address(channel)) is not None
        }
    if not addresses:
        raise NoAddress()
    with transaction.atomic():
        return [
            put_in_outbox(to, channel, address, template=template, context=context, key=key)
            for channel, address in addresses.items()
        ]


def put_in_outbox(
    to: Recipient,
    channel: Channel,
    address: str,
    *,
    template: str,
    context: Mapping[str, Any],
    key: str,
) -> Message:
    text = render(template, context, channel=channel, language=to.language)
    if channel is Channel.SMS and (segments := sms_segments(text.body)) > SMS_SEGMENTS_MAX:
        raise TooLongForSms(segments=segments, most=SMS_SEGMENTS_MAX)
    message, made = Message.objects.get_or_create(
        key=key,
        channel=channel,
        defaults={
            "template": template,
            "language": to.language,
            "user_id": to.user_id,
            "address": address,
            "subject": text.subject,
            "text": text.body,
        },
    )
    if made:
        background.enqueue(
            SYSTEM, "messaging.deliver", key=f"message:{message.pk}", message_id=message.pk
        )
    return message

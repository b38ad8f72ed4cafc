"""From a template and a language to a subject and a text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.template import Context
from django.template.loader import select_template
from django.utils import translation

from corridor.kernel.messaging.models import Channel

# GSM 03.38 basic characters; anything else makes the whole SMS UCS-2 (3GPP TS 23.038).
GSM_BASIC = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡"
    "ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
GSM_EXTENDED = frozenset("^{}\\[~]|€")


@dataclass(frozen=True)
class Text:
    subject: str
    body: str


def render(template: str, context: Mapping[str, Any], *, channel: Channel, language: str) -> Text:
    """Render `messages/<template>.txt` (or `.sms.txt`) in a language.

    A file for one language (`<template>.ar.txt`) is taken before the translated one. The first line
    of an e-mail is `Subject: …`. Plain text: nothing is escaped.
    """
    suffix = ".sms.txt" if channel is Channel.SMS else ".txt"
    names = [f"messages/{template}.{language}{suffix}", f"messages/{template}{suffix}"]
    with translation.override(language):
        found = select_template(names)
        page = Context(dict(context), autoescape=False)
        text = found.template.render(page).strip()
    if channel is Channel.SMS:
        return Text(subject="", body=" ".join(text.split()))
    first, _, rest = text.partition("\n")
    subject = " ".join(first.removeprefix("Subject:").split())
    return Text(subject=subject[:200], body=rest.strip())


def sms_segments(text: str) -> int:
    """How many parts a carrier bills: 160 septets alone or 153 a part; 70 or 67 in UCS-2."""
    if all(character in GSM_BASIC or character in GSM_EXTENDED for character in text):
        length = sum(2 if character in GSM_EXTENDED else 1 for character in text)
        alone, part = 160, 153
    else:
        length = len(text.encode("utf-16-be")) // 2
        alone, part = 70, 67
    return 1 if length <= alone else -(-length // part)

"""Secrets that must be read again are kept sealed: AES-256-GCM under a key of this installation."""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings
from django.utils.encoding import force_bytes

NONCE_BYTES = 12
PREFIX = "v1."


def key_from(secret: str | bytes, purpose: str) -> bytes:
    """32 bytes for one purpose: HMAC-SHA256 of the purpose under the installation's secret."""
    return hmac.new(force_bytes(secret), purpose.encode(), hashlib.sha256).digest()


def seal(text: str, *, purpose: str) -> str:
    nonce = secrets.token_bytes(NONCE_BYTES)
    sealed = AESGCM(key_from(settings.SECRET_KEY, purpose)).encrypt(
        nonce, text.encode(), purpose.encode()
    )
    return PREFIX + base64.b64encode(nonce + sealed).decode()


def unseal(sealed: str, *, purpose: str) -> str:
    """What was sealed, under the secret of now or one before it (SECRET_KEY_FALLBACKS).

    Raises InvalidTag when it was sealed elsewhere, for something else, or changed.
    """
    raw = base64.b64decode(sealed.removeprefix(PREFIX))
    for secret in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS):
        try:
            opened = AESGCM(key_from(secret, purpose)).decrypt(
                raw[:NONCE_BYTES], raw[NONCE_BYTES:], purpose.encode()
            )
        except InvalidTag:
            continue
        return opened.decode()
    raise InvalidTag

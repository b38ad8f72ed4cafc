"""Signatures in the manner of the Standard Webhooks specification (symmetric, v1)."""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets
from collections.abc import Iterable, Mapping

from cryptography.fernet import Fernet, InvalidToken
from django.conf import settings

PREFIX = "whsec_"
SECRET_BYTES = 32
TOLERANCE_SECONDS = 5 * 60


def new_secret() -> str:
    return PREFIX + base64.b64encode(secrets.token_bytes(SECRET_BYTES)).decode()


def signature(secret: str, *, message_id: str, timestamp: int, body: str) -> str:
    """`v1,` and the Base64 of HMAC-SHA256 over `id.timestamp.body`."""
    key = base64.b64decode(secret.removeprefix(PREFIX))
    signed = f"{message_id}.{timestamp}.{body}".encode()
    return "v1," + base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest()).decode()


def headers(
    secrets_in_force: Iterable[str], *, message_id: str, timestamp: int, body: str
) -> dict[str, str]:
    """While a secret is being replaced there are two signatures, one for each."""
    signed = [
        signature(secret, message_id=message_id, timestamp=timestamp, body=body)
        for secret in secrets_in_force
    ]
    return {
        "webhook-id": message_id,
        "webhook-timestamp": str(timestamp),
        "webhook-signature": " ".join(signed),
    }


def is_genuine(secret: str, given: Mapping[str, str], body: str, *, now: int) -> bool:
    """What a receiver does: the signature fits, and the message is not an old one sent again."""
    sent = {name.lower(): value for name, value in given.items()}
    timestamp = sent.get("webhook-timestamp", "")
    if not timestamp.isdecimal() or abs(now - int(timestamp)) > TOLERANCE_SECONDS:
        return False
    wanted = signature(
        secret, message_id=sent.get("webhook-id", ""), timestamp=int(timestamp), body=body
    )
    return any(
        hmac.compare_digest(wanted, one) for one in sent.get("webhook-signature", "").split()
    )


def seal(secret: str) -> str:
    """As it is kept: whoever reads the database alone cannot sign."""
    return lock().encrypt(secret.encode()).decode()


def unseal(sealed: str) -> str | None:
    """None where the platform's secret key is no longer the one it was sealed with."""
    try:
        return lock().decrypt(sealed.encode()).decode()
    except InvalidToken:
        return None


def lock() -> Fernet:
    derived = hashlib.sha256(b"corridor.webhooks\0" + settings.SECRET_KEY.encode()).digest()
    return Fernet(base64.urlsafe_b64encode(derived))

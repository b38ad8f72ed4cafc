"""Secrets that are shown once and kept only as a hash."""

from __future__ import annotations

import hashlib
import secrets

TOKEN_PREFIX = "corridor_"  # noqa: S105 - what secret scanners look for, no secret
SECRET_BYTES = 24


def new_code() -> str:
    """192 random bits, safe in a link."""
    return secrets.token_urlsafe(SECRET_BYTES)


def new_token() -> str:
    return TOKEN_PREFIX + new_code()


def digest_of(secret: str) -> str:
    """SHA-256 (hex). A slow hash would add nothing: the secret is random, nobody chose it."""
    return hashlib.sha256(secret.encode()).hexdigest()

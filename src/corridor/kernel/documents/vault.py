"""Where the bytes lie: a folder that nothing executes from and no web server shows."""

from __future__ import annotations

import hashlib
import os
import tempfile
from pathlib import Path

from django.conf import settings


def folder() -> Path:
    return Path(settings.MEDIA_ROOT)


def put(content: bytes, *, number: str) -> str:
    """Write the bytes durably under a name of ours; returns the path inside the vault."""
    relative = f"{number[:2]}/{number}"
    target = folder() / relative
    target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    handle, temporary = tempfile.mkstemp(dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).replace(target)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
    return relative


def read(relative: str) -> bytes:
    return (folder() / relative).read_bytes()


def remove(relative: str) -> None:
    (folder() / relative).unlink(missing_ok=True)


def checksum(content: bytes) -> str:
    """SHA-256, hexadecimal."""
    return hashlib.sha256(content).hexdigest()

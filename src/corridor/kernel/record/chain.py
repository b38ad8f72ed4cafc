"""The chain itself: how a line is written down and hashed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

GENESIS = "0" * 64


def moment(at: datetime) -> str:
    """A moment as the chain writes it: UTC to the microsecond, whichever database held it."""
    return at.astimezone(UTC).isoformat(timespec="microseconds")


def line_of(values: Mapping[str, Any]) -> dict[str, Any]:
    """What of a stored row is hashed: its number and all it says, but not its own hash."""
    return {
        "number": values["id"],
        "at": moment(values["at"]),
        "actor": values["actor"],
        "door": values["door"],
        "verb": values["verb"],
        "subject": values["subject"],
        "facts": values["facts"],
    }


def digest(line: Mapping[str, Any], hash_before: str) -> str:
    """SHA-256 (hex) over the canonical JSON of a line and the hash before it."""
    canonical = json.dumps(line, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(f"{hash_before}\n{canonical}".encode()).hexdigest()

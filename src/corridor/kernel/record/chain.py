"""The chain itself: how a line is hashed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any

GENESIS = "0" * 64


def digest(line: Mapping[str, Any], hash_before: str) -> str:
    """SHA-256 (hex) over the canonical JSON of a line and the hash before it."""
    canonical = json.dumps(line, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(f"{hash_before}\n{canonical}".encode()).hexdigest()

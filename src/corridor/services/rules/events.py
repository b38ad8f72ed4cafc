"""What higher apps may hear about tables of rules."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class TablePublished:
    """A version is in force from now on; also an earlier one, when a later is withdrawn."""

    code: str
    number: int
    digest: str

"""What happens to rounds that other apps may want to hear."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class RoundPublished:
    round_id: int

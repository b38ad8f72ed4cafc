"""What the law keeps after somebody is erased: told by the apps that must keep it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any


@dataclass(frozen=True)
class Kept:
    """One thing kept: what, by which law, until when (None: for ever)."""

    what: str
    reason: str
    until: date | None = None

    def as_json(self) -> dict[str, Any]:
        until = self.until.isoformat() if self.until else None
        return {"what": self.what, "reason": self.reason, "until": until}


_keepers: list[Callable[[int], list[Kept]]] = []


def keep_by_law(find: Callable[[int], list[Kept]]) -> Callable[[int], list[Kept]]:
    """Register what an app keeps of an erased person (by id), each with its reason."""
    if find not in _keepers:
        _keepers.append(find)
    return find


def kept_of(person_id: int) -> list[Kept]:
    return [kept for find in _keepers for kept in find(person_id)]

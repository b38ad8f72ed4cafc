"""What else is held of a person: told by the apps that hold it, for the person's own export."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from corridor.kernel.people.models import Person

Rows = Callable[[Person], list[dict[str, Any]]]

_holders: dict[str, Rows] = {}


def exported_with(section: str) -> Callable[[Rows], Rows]:
    """Register what an app holds of a person as JSON values, under a name of its own."""

    def keep(find: Rows) -> Rows:
        if _holders.setdefault(section, find) is not find:
            raise ValueError(f"Two apps export {section!r}; each needs a name of its own.")
        return find

    return keep


def held_elsewhere(person: Person) -> dict[str, list[dict[str, Any]]]:
    """What every app holds of them, by the name it gave."""
    return {section: find(person) for section, find in _holders.items()}

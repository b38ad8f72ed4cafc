"""Who may read or keep a file: whoever the owner's app says.

An app registers, for its kind of owner, who may read and who may write:
`provide_owner("people.Person", may_read=..., may_write=...)`, each called with (actor, id).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import rules

from corridor.kernel.actors.api import Actor, permit

Check = Callable[[Actor, int], bool]


@dataclass(frozen=True)
class Owner:
    may_read: Check
    may_write: Check


_owners: dict[str, Owner] = {}


def provide_owner(label: str, *, may_read: Check, may_write: Check) -> None:
    """Say who may read and write the files of one kind of owner; called from `ready()`."""
    _owners[label] = Owner(may_read=may_read, may_write=may_write)


def _ask(actor: Actor, owner: str, question: str) -> bool:
    label, _, number = owner.partition(":")
    known = _owners.get(label)
    if known is None or not number.isdecimal():
        return False
    check: Check = getattr(known, question)
    return check(actor, int(number))


@rules.predicate
def owner_lets_read(actor: Actor, document: Any) -> bool:
    return _ask(actor, document.owner, "may_read")


@rules.predicate
def owner_lets_write(actor: Actor, owner: Any) -> bool:
    return _ask(actor, owner, "may_write")


permit("documents.read", owner_lets_read)
permit("documents.store", owner_lets_write)

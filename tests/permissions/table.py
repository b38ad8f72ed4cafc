"""The permission table: every address × every person × the answer they get.

Each app keeps its rows in `tests/permissions/<app>.py` as `ROWS: dict[url name, Row]`. Addresses
with arguments name a `world` there: a function that makes what the address points at.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from typing import Any

from tests.cast import ROLES

EVERYONE = ("visitor", *ROLES)
STAFF = ("bodil", "farid", "grace", "ivan")


@dataclass(frozen=True, kw_only=True)
class Row:
    """`codes` by person; `everyone` for all others. `args(cast)` makes the address's arguments.

    `args` gets a dict of the cast by name (Member) and returns keyword arguments for reverse().
    """

    everyone: int
    codes: dict[str, int] = field(default_factory=dict)
    method: str = "get"
    args: Callable[[dict[str, Any]], dict[str, Any]] | None = None

    def code(self, person: str) -> int:
        return self.codes.get(person, self.everyone)


def only(*people: str, code: int = 200, others: int = 404, visitor: int = 302, **more: Any) -> Row:
    """Only these people get `code`; the rest get 404, a visitor is sent to sign in."""
    return Row(everyone=others, codes={"visitor": visitor} | dict.fromkeys(people, code), **more)


def public(**more: Any) -> Row:
    return Row(everyone=200, **more)


def rows() -> dict[str, Row]:
    """All rows of all apps; the same address twice is a mistake."""
    found: dict[str, Row] = {}
    for path in sorted(Path(__file__).parent.glob("*.py")):
        if path.stem in {"__init__", "table"} or path.stem.startswith("test_"):
            continue
        for name, row in import_module(f"tests.permissions.{path.stem}").ROWS.items():
            if name in found:
                raise ValueError(f"{name} has two rows in the permission table")
            found[name] = row
    return found

"""How long things are kept: each app says what, how long and why; here they are gathered."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import QuerySet
from django_stubs_ext import StrOrPromise


@dataclass(frozen=True, kw_only=True)
class RetentionRule:
    """`due(before)` finds what is older; `erase` takes it away and says how many it took.

    `reason` names the law or the purpose, for the reader of the list.
    """

    name: str
    what: StrOrPromise
    days: int
    reason: StrOrPromise
    due: Callable[[datetime], QuerySet[Any]]
    erase: Callable[[QuerySet[Any]], int]

    def before(self, now: datetime) -> datetime:
        return now - timedelta(days=self.days)


_rules: dict[str, RetentionRule] = {}


def delete(found: QuerySet[Any]) -> int:
    return found.delete()[0]


def retention(
    name: str,
    *,
    what: StrOrPromise,
    days: int,
    reason: StrOrPromise,
    due: Callable[[datetime], QuerySet[Any]],
    erase: Callable[[QuerySet[Any]], int] = delete,
) -> None:
    """Declare a rule `app.what`, from the app's `ready()`."""
    _rules[name] = RetentionRule(
        name=name, what=what, days=days, reason=reason, due=due, erase=erase
    )


def retention_rules() -> list[RetentionRule]:
    return [_rules[name] for name in sorted(_rules)]

"""Domain events: what a lower package tells a higher one, after the change is committed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from typing import Any, TypeVar

from django.db import transaction

EventT = TypeVar("EventT")
_hearers: dict[type, list[Callable[[Any], None]]] = defaultdict(list)


def hears(
    event_type: type[EventT],
) -> Callable[[Callable[[EventT], None]], Callable[[EventT], None]]:
    """Call the decorated function with each event of this type. It must be safe to call twice."""

    def register(hearer: Callable[[EventT], None]) -> Callable[[EventT], None]:
        if hearer not in _hearers[event_type]:
            _hearers[event_type].append(hearer)
        return hearer

    return register


def announce(event: object) -> None:
    """Tell whoever hears this type of event, once the transaction has committed."""
    for hearer in _hearers[type(event)]:
        transaction.on_commit(lambda hearer=hearer: hearer(event))  # type: ignore[misc]

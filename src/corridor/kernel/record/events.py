"""Domain events: what a lower package tells a higher one, after the change is committed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import is_dataclass
from datetime import timedelta
from functools import cache, partial
from typing import Any, TypeVar

from django.db import transaction
from django.utils import timezone
from pydantic import TypeAdapter

from corridor.kernel.record.models import Delivery, Event

EventT = TypeVar("EventT")
Hearer = Callable[[Any], None]
_hearers: dict[type, dict[str, Hearer]] = defaultdict(dict)
# Until then the process that committed delivers; afterwards the worker takes over.
HANDOVER = timedelta(seconds=30)


def name_of(thing: Any) -> str:
    return f"{thing.__module__}.{thing.__qualname__}"


@cache
def adapter(event_type: type) -> TypeAdapter[Any]:
    return TypeAdapter(event_type)


def hears(
    event_type: type[EventT],
) -> Callable[[Callable[[EventT], None]], Callable[[EventT], None]]:
    """Call the decorated function with each event of this type, after its commit, in a transaction.

    What it writes to the database happens once; what it does elsewhere may be done twice.
    """

    def register(hearer: Callable[[EventT], None]) -> Callable[[EventT], None]:
        _hearers[event_type][name_of(hearer)] = hearer
        return hearer

    return register


def announce(event: Any) -> None:
    """Keep the event in the caller's transaction and tell whoever hears it once that commits.

    `event` is an instance of a frozen dataclass of ids, codes and dates. A process that dies
    between the commit and the telling loses nothing: the worker tells them.
    """
    if not is_dataclass(event):
        raise TypeError(f"{type(event).__name__} is no dataclass; see events.py of any app.")
    event_type: type = type(event)
    if not (hearers := _hearers.get(event_type)):
        return
    with transaction.atomic():
        row = Event.objects.create(
            kind=name_of(event_type), body=adapter(event_type).dump_python(event, mode="json")
        )
        later = timezone.now() + HANDOVER
        Delivery.objects.bulk_create(
            Delivery(event=row, hearer=hearer, next_at=later) for hearer in hearers
        )
        transaction.on_commit(partial(tell, row.pk))


def tell(event_id: int) -> None:
    from corridor.kernel.record.acts.deliver import deliver_event

    deliver_event(event_id)


def event_of(row: Event) -> Any:
    """The event as it was announced."""
    for event_type in _hearers:
        if name_of(event_type) == row.kind:
            return adapter(event_type).validate_python(row.body)
    raise LookupError(f"nobody here knows the event {row.kind}")


def hearer_called(name: str) -> Hearer:
    for hearers in _hearers.values():
        if name in hearers:
            return hearers[name]
    raise LookupError(f"nobody here is called {name}")

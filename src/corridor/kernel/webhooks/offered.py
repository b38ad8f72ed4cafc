"""Which events other systems may be told of, and who may be told what about them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django_stubs_ext import StrOrPromise

from corridor.kernel.record import api as record


@dataclass(frozen=True, kw_only=True)
class Facts:
    """What is told: ids, codes, numbers, dates and addresses of pages; never a person's details.

    The organisations it concerns are told; what concerns none is told at the desk alone.
    """

    data: dict[str, Any]
    organisation_ids: frozenset[int] = frozenset()


@dataclass(frozen=True, kw_only=True)
class EventType:
    """One kind of event others may ask for: `vacancy.published`.

    `facts(event)` says what is told, None for nothing. `permission` is what the owner of an
    endpoint of the installation must hold; `example` is shown in the documentation.
    """

    name: str
    title: StrOrPromise
    event: type
    facts: Callable[[Any], Facts | None]
    permission: str
    example: dict[str, Any]


_types: dict[str, EventType] = {}


def offer(event_type: EventType) -> None:
    """Let others ask for this event; once, from an app's `webhooks.py` (`WEBHOOKS`)."""
    if event_type.name in _types:
        return
    _types[event_type.name] = event_type

    def hear(event: Any) -> None:
        from corridor.kernel.webhooks.acts.post_event import post_event

        if (facts := event_type.facts(event)) is not None:
            post_event(event_type=event_type, facts=facts)

    # The outbox finds its hearers by name.
    hear.__qualname__ = f"hear.{event_type.name}"
    record.hears(event_type.event)(hear)


def event_types() -> list[EventType]:
    return [_types[name] for name in sorted(_types)]


def event_type_called(name: str) -> EventType:
    return _types[name]

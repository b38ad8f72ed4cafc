"""Queries about webhooks that change nothing."""

from __future__ import annotations

from django.db.models import Count, QuerySet

from corridor.kernel.actors.api import Actor, Refused, can, may
from corridor.kernel.webhooks.models import Endpoint, Pause, Posting, State


def endpoints_for(actor: Actor) -> QuerySet[Endpoint]:
    """Those of one's organisations; all of them for an administrator."""
    found = Endpoint.objects.select_related("organisation")
    if can(actor, "webhooks.desk"):
        return found
    may(actor, "webhooks.own")
    return found.filter(organisation__in=actor.organisation_ids)


def endpoint_for(actor: Actor, number: int) -> Endpoint:
    """One endpoint, if this actor may manage it. Raises Refused otherwise."""
    found = Endpoint.objects.select_related("organisation").filter(pk=number).first()
    if found is None:
        raise Refused("webhooks.manage")
    may(actor, "webhooks.manage", found)
    return found


def postings_of(endpoint: Endpoint, *, state: str = "") -> QuerySet[Posting]:
    """What was posted to it, newest first."""
    found = endpoint.postings.prefetch_related("tries")
    return found.filter(state=state) if state else found


def posting_of(endpoint: Endpoint, message_id: str) -> Posting:
    found = endpoint.postings.filter(message_id=message_id).first()
    if found is None:
        raise Refused("webhooks.manage")
    return found


def counts_by_state(actor: Actor) -> dict[str, float]:
    """How many deliveries wait, were heard, were given up."""
    may(actor, "webhooks.desk")
    counted = Posting.objects.order_by().values_list("state").annotate(Count("id"))
    return dict.fromkeys(State.values, 0.0) | dict(counted)


def failing(actor: Actor) -> QuerySet[Endpoint]:
    """The endpoints that were paused because they failed."""
    return endpoints_for(actor).filter(pause__in=[Pause.FAILING, Pause.GONE])

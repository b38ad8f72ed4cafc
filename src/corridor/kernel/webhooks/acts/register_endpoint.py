"""Register an endpoint."""

from __future__ import annotations

from collections.abc import Collection

from django.db import transaction

from corridor.kernel.actors.api import Actor, may
from corridor.kernel.organisations.api import Organisation
from corridor.kernel.record import api as record
from corridor.kernel.webhooks.addresses import read_target
from corridor.kernel.webhooks.errors import EventTypesUnknown, NameUnusable, TooManyEndpoints
from corridor.kernel.webhooks.models import Endpoint, Secret
from corridor.kernel.webhooks.offered import event_types as known_types
from corridor.kernel.webhooks.signing import new_secret, seal

ENDPOINTS_MAX = 20
NAME_LENGTH_MAX = 100


def register_endpoint(
    *,
    actor: Actor,
    organisation: Organisation | None,
    name: str,
    url: str,
    event_types: Collection[str],
) -> tuple[Endpoint, str]:
    """The endpoint and its signing secret, which is shown this once.

    Without an organisation it is the installation's own, told of what its owner may see.
    Raises NameUnusable, AddressUnusable, EventTypesUnknown, TooManyEndpoints.
    """
    if organisation is None:
        may(actor, "webhooks.desk")
    else:
        may(actor, "webhooks.manage", organisation)
    values = checked(name=name, url=url, event_types=event_types)
    secret = new_secret()
    with transaction.atomic():
        if Endpoint.objects.filter(organisation=organisation).count() >= ENDPOINTS_MAX:
            raise TooManyEndpoints(most=ENDPOINTS_MAX)
        endpoint = Endpoint.objects.create(
            organisation=organisation, owner_id=actor.user_id, **values
        )
        Secret.objects.create(endpoint=endpoint, sealed=seal(secret))
        record.note(actor, "webhooks.registered", endpoint, types=endpoint.event_types)
    return endpoint, secret


def checked(*, name: str, url: str, event_types: Collection[str]) -> dict[str, object]:
    """What may be kept of it, or the first thing wrong."""
    name = " ".join(name.split())
    if not 1 <= len(name) <= NAME_LENGTH_MAX:
        raise NameUnusable
    read_target(url.strip())
    unknown = sorted(set(event_types) - {each.name for each in known_types()})
    if unknown or not event_types:
        raise EventTypesUnknown(unknown=", ".join(unknown)[:200] or "–")
    return {"name": name, "url": url.strip(), "event_types": sorted(set(event_types))}

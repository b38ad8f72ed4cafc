"""Replace the signing secret of an endpoint."""

from __future__ import annotations

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from corridor.kernel.actors.api import Actor, may
from corridor.kernel.record import api as record
from corridor.kernel.webhooks.models import Endpoint, Secret
from corridor.kernel.webhooks.signing import new_secret, seal

OVERLAP = timedelta(hours=24)


def rotate_secret(*, actor: Actor, endpoint: Endpoint) -> str:
    """A new secret, shown this once. The one before signs beside it for 24 hours more."""
    may(actor, "webhooks.manage", endpoint)
    secret = new_secret()
    with transaction.atomic():
        Endpoint.objects.select_for_update().get(pk=endpoint.pk)
        endpoint.secrets.filter(expires_at=None).update(expires_at=timezone.now() + OVERLAP)
        Secret.objects.create(endpoint=endpoint, sealed=seal(secret))
        record.note(actor, "webhooks.secret_rotated", endpoint)
    return secret

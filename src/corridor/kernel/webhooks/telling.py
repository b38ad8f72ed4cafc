"""What webhooks tells those who answer for an endpoint."""

from __future__ import annotations

from corridor.kernel.accounts.api import User
from corridor.kernel.messaging import api as messaging
from corridor.kernel.organisations.api import Duty
from corridor.kernel.webhooks.models import Endpoint


def those_who_answer(endpoint: Endpoint) -> list[User]:
    """Whoever registered it; where they are gone, those who answer for the organisation."""
    if endpoint.owner is not None and endpoint.owner.is_active:
        return [endpoint.owner]
    if endpoint.organisation is None:
        return []
    standing = endpoint.organisation.staff.filter(
        duty=Duty.OWNER, ended_at=None, user__is_active=True
    )
    return [member.user for member in standing.select_related("user").order_by("pk")]


def tell_of_pause(endpoint: Endpoint) -> None:
    at = f"{endpoint.paused_at:%Y%m%d%H%M%S}"
    for user in those_who_answer(endpoint):
        to = messaging.Recipient(
            email=user.email, phone=user.phone, user_id=user.pk, language=user.language
        )
        messaging.send(
            to=to,
            template="webhooks/paused",
            context={"endpoint": endpoint},
            key=f"webhooks.paused:{endpoint.pk}:{at}:{user.pk}",
        )

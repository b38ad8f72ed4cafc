"""What can be wrong with an endpoint."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from corridor.kernel.actors.api import CorridorError


class WebhookError(CorridorError):
    code = "webhooks.error"
    field: str | None = None


class AddressUnusable(WebhookError):
    code = "webhooks.address_unusable"
    status = 422
    field = "url"
    sentence = _(
        "This address cannot be used. Write a whole https:// address that can be reached from "
        "the internet, without user name or password in it."
    )


class EventTypesUnknown(WebhookError):
    code = "webhooks.event_types_unknown"
    status = 422
    field = "event_types"
    sentence = _("Choose at least one kind of event from the list. Not in it: %(unknown)s.")


class NameUnusable(WebhookError):
    code = "webhooks.name_unusable"
    status = 422
    field = "name"
    sentence = _("Give it a name of 1 to 100 characters, by which you know it again.")


class TooManyEndpoints(WebhookError):
    code = "webhooks.too_many_endpoints"
    status = 409
    sentence = _("There are %(most)s endpoints already. Remove one that is no longer used.")


class StillWaiting(WebhookError):
    code = "webhooks.still_waiting"
    status = 409
    sentence = _("This delivery still waits for its next try. Send it again once it has ended.")


class IsPaused(WebhookError):
    code = "webhooks.is_paused"
    status = 409
    sentence = _("This endpoint is paused. Resume it first, then send.")

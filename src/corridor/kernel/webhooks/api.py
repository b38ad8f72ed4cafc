"""The one door of webhooks."""

from corridor.kernel.webhooks.acts.change_endpoint import (
    change_endpoint,
    pause_endpoint,
    remove_endpoint,
    resume_endpoint,
)
from corridor.kernel.webhooks.acts.deliver import redeliver
from corridor.kernel.webhooks.acts.post_event import send_test
from corridor.kernel.webhooks.acts.register_endpoint import register_endpoint
from corridor.kernel.webhooks.acts.rotate_secret import rotate_secret
from corridor.kernel.webhooks.errors import (
    AddressUnusable,
    EventTypesUnknown,
    IsPaused,
    NameUnusable,
    StillWaiting,
    TooManyEndpoints,
    WebhookError,
)
from corridor.kernel.webhooks.models import Endpoint, Posting
from corridor.kernel.webhooks.offered import EventType, Facts, event_types, offer
from corridor.kernel.webhooks.reads import (
    counts_by_state,
    endpoint_for,
    endpoints_for,
    failing,
    posting_of,
    postings_of,
)
from corridor.kernel.webhooks.signing import is_genuine

__all__ = [
    "AddressUnusable",
    "Endpoint",
    "EventType",
    "EventTypesUnknown",
    "Facts",
    "IsPaused",
    "NameUnusable",
    "Posting",
    "StillWaiting",
    "TooManyEndpoints",
    "WebhookError",
    "change_endpoint",
    "counts_by_state",
    "endpoint_for",
    "endpoints_for",
    "event_types",
    "failing",
    "is_genuine",
    "offer",
    "pause_endpoint",
    "posting_of",
    "postings_of",
    "redeliver",
    "register_endpoint",
    "remove_endpoint",
    "resume_endpoint",
    "rotate_secret",
    "send_test",
]

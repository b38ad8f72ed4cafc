"""Who gets what at the addresses of webhooks. Hana answers for Harbour Works."""

from __future__ import annotations

from typing import Any

from tests.kernel.webhooks.world import announce_suspension, endpoint_of
from tests.permissions.table import Row, only

Cast = dict[str, Any]


def harbours(cast: Cast) -> Cast:
    return {"number": endpoint_of(cast["hana"])[0].pk}


def posted(cast: Cast) -> Cast:
    endpoint, _secret = endpoint_of(cast["hana"])
    [posting] = announce_suspension(endpoint.organisation_id)
    return {"number": endpoint.pk, "message_id": posting.message_id}


def api(*people: str, **more: Any) -> Row:
    return only(*people, visitor=401, **more)


ROWS: dict[str, Row] = {
    "webhooks.own": only("chen", "hana"),
    "webhooks.desk": only("ivan"),
    "webhooks.add": only("chen", "hana", "ivan"),
    "webhooks.endpoint": only("hana", "ivan", args=harbours),
    "webhooks.change": only("hana", "ivan", args=harbours),
    "webhooks.secret": only("hana", "ivan", args=harbours),
    "webhooks.remove": only("hana", "ivan", args=harbours),
    # A button that names no delivery finds none, whoever presses it.
    "webhooks.do": only(args=harbours, method="post"),
    "webhooks.posting": only("hana", "ivan", args=posted),
    "api:webhooks.types": api("chen", "hana", "ivan"),
    "api:webhooks.all": api("chen", "hana", "ivan"),
    "api:webhooks.one": api("hana", "ivan", args=harbours),
    "api:webhooks.rotate": api("hana", "ivan", args=harbours, method="post"),
    "api:webhooks.pause": api("hana", "ivan", args=harbours, method="post"),
    "api:webhooks.resume": api("hana", "ivan", args=harbours, method="post"),
    "api:webhooks.test": api("hana", "ivan", args=harbours, method="post", code=202),
    "api:webhooks.deliveries": api("hana", "ivan", args=harbours),
    # It still waits for its first try.
    "api:webhooks.again": api("hana", "ivan", args=posted, method="post", code=409),
}
